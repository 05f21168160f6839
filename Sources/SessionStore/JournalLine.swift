/// What is wrong with a line of a journal.
package struct JournalFlaw: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The line is not built like a frame.
    case shape
    /// The line's bytes are not those that were written.
    case checksum
    /// The spine does not have the hash that the line states.
    case spine
    /// The body is not the one that the spine vouches for.
    case body
    /// A sequence number, a part of a command or the hash of the frame before is not what has to come here.
    case order
    /// Whole, but written by a later version of this program.
    case newer(format: Int)
  }

  package var kind: Kind
  /// One clause for a person.
  package var words: String
}

/// One line of a journal as it was found.
enum JournalLine {
  case frame(JournalFrame)
  /// Not a frame, with its bytes' place in the file.
  case flaw(JournalFlaw, Range<Int>)

  /// Reads the line in `range`, given without its line feed; `base` is the file offset of the first byte of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>, base: Int) {
    var cursor = ByteCursor(bytes, range)
    do throws(JournalFlaw) {
      self = .frame(try cursor.frame(offset: base + range.lowerBound))
    } catch {
      self = .flaw(error, base + range.lowerBound..<base + range.upperBound + 1)
    }
  }
}

extension ByteCursor {
  fileprivate mutating func frame(offset: Int) throws(JournalFlaw) -> JournalFrame {
    let start = position
    guard skip(Mark.crc), let crc = hexadecimal(8) else {
      throw JournalFlaw(kind: .shape, words: "this line is not a journal entry")
    }
    guard Checksum.of(bytes, in: position..<end) == UInt32(crc) else {
      throw JournalFlaw(kind: .checksum, words: "the bytes of this line are not those that were written")
    }
    guard skip(Mark.hash), let hash = hash() else { throw .strange }
    let spine = try spine(hashedAs: hash)
    let body = try body(of: spine)
    return JournalFrame(spine: spine, hash: hash, body: body, offset: offset, length: end - start + 1)
  }

  private mutating func spine(hashedAs hash: JournalHash) throws(JournalFlaw) -> JournalSpine {
    guard skip(Mark.spine) else { throw .strange }
    let start = position
    guard skip(Mark.format), let format = count() else { throw .strange }
    guard format <= JournalSpine.format else {
      throw JournalFlaw(kind: .newer(format: format), words: "this entry is in format \(format)")
    }
    guard let spine = spine() else { throw .strange }
    guard hash == JournalHash(of: bytes[start..<position]) else {
      throw JournalFlaw(kind: .spine, words: "this entry does not have the hash that it states")
    }
    return spine
  }

  private mutating func body(of spine: JournalSpine) throws(JournalFlaw) -> ArraySlice<UInt8>? {
    guard skip(Mark.body), end - position > 1, bytes[end - 1] == UInt8(ascii: "}") else { throw .strange }
    let body = bytes[position..<end - 1]
    if body.elementsEqual(Mark.null) { return nil }
    guard JournalHash(salt: spine.salt, body) == spine.bodyHash else {
      throw JournalFlaw(kind: .body, words: "the words of this entry are not those that were written")
    }
    return body
  }

  /// The spine behind its `format`, to its closing brace.
  private mutating func spine() -> JournalSpine? {
    guard skip(Mark.sequence), let sequence = count(), skip(Mark.part), let part = count(), skip(Mark.parts),
      let parts = count(), skip(Mark.type), let type = text(), skip(Mark.version), let version = count(),
      skip(Mark.elapsed), let elapsed = count(), skip(Mark.wall), let wall = wallTime(), skip(Mark.command),
      let command = text(), skip(Mark.digest), let digest = text(), skip(Mark.actor), let actor = text(),
      skip(Mark.previous), let previous = hash(), skip(Mark.salt), let salt = salt(), skip(Mark.bodyHash),
      let bodyHash = hash(), skip(Mark.end)
    else { return nil }
    return JournalSpine(
      sequence: sequence, part: part, parts: parts, type: type, version: version, elapsed: elapsed, wall: wall,
      command: command, commandDigest: digest, actor: actor, previous: previous, salt: salt, bodyHash: bodyHash)
  }
}

private typealias Mark = JournalEncoding.Mark

extension JournalFlaw {
  fileprivate static let strange = JournalFlaw(
    kind: .shape, words: "this line is not a journal entry that this version can read")
}
