/// Turns frames into lines; `JournalLine` is the way back.
enum JournalEncoding {
  /// Literal parts of a line, in their order.
  enum Mark {
    static let crc = Array(#"{"crc":""#.utf8)
    static let hash = Array(#"","hash":""#.utf8)
    static let spine = Array(#"","spine":"#.utf8)
    static let body = Array(#","body":"#.utf8)
    static let null = Array("null".utf8)
    static let close = Array("}".utf8)
    static let format = Array(#"{"format":"#.utf8)
    static let sequence = Array(#","seq":"#.utf8)
    static let part = Array(#","part":"#.utf8)
    static let parts = Array(#","parts":"#.utf8)
    static let type = Array(#","type":""#.utf8)
    static let version = Array(#"","version":"#.utf8)
    static let elapsed = Array(#","elapsed":"#.utf8)
    static let wall = Array(#","wall":""#.utf8)
    static let command = Array(#"","command":""#.utf8)
    static let digest = Array(#"","digest":""#.utf8)
    static let actor = Array(#"","actor":""#.utf8)
    static let previous = Array(#"","prev":""#.utf8)
    static let salt = Array(#"","salt":""#.utf8)
    static let bodyHash = Array(#"","bodyDigest":""#.utf8)
    static let end = Array(#""}"#.utf8)
  }

  static let lineFeed = UInt8(ascii: "\n")

  /// The checksum covers what stands behind `{"crc":"xxxxxxxx`.
  static let checkedFrom = Mark.crc.count + 8

  /// Appends one line and returns the spine's hash.
  @discardableResult
  static func append(_ spine: JournalSpine, body: ArraySlice<UInt8>?, to bytes: inout [UInt8]) -> JournalHash {
    let start = bytes.count
    bytes += Mark.crc
    bytes += repeatElement(UInt8(ascii: "0"), count: 8)
    let encoded = encoded(spine)
    let hash = JournalHash(of: encoded[...])
    bytes += Mark.hash
    hash.append(to: &bytes)
    bytes += Mark.spine
    bytes += encoded
    bytes += Mark.body
    bytes += body ?? Mark.null[...]
    bytes += Mark.close
    fillChecksum(of: start, in: &bytes)
    bytes.append(lineFeed)
    return hash
  }

  private static func fillChecksum(of start: Int, in bytes: inout [UInt8]) {
    let crc = Checksum.of(bytes, in: start + checkedFrom..<bytes.count)
    for index in 0..<8 {
      let nibble = UInt8(truncatingIfNeeded: crc >> UInt32(28 - 4 * index)) & 15
      bytes[start + Mark.crc.count + index] = Hexadecimal.digit(nibble)
    }
  }

  private static func encoded(_ spine: JournalSpine) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    let numbers = [
      (Mark.format, JournalSpine.format), (Mark.sequence, spine.sequence), (Mark.part, spine.part),
      (Mark.parts, spine.parts),
    ]
    for (mark, number) in numbers { append(mark, number, to: &bytes) }
    append(Mark.type, spine.type, to: &bytes)
    append(Mark.version, spine.version, to: &bytes)
    append(Mark.elapsed, spine.elapsed, to: &bytes)
    bytes += Mark.wall
    spine.wall.append(to: &bytes)
    append(Mark.command, spine.command, to: &bytes)
    append(Mark.digest, spine.commandDigest, to: &bytes)
    append(Mark.actor, spine.actor, to: &bytes)
    append(Mark.previous, spine.previous, to: &bytes)
    bytes += Mark.salt
    Hexadecimal.append(spine.salt.first, to: &bytes)
    Hexadecimal.append(spine.salt.second, to: &bytes)
    append(Mark.bodyHash, spine.bodyHash, to: &bytes)
    bytes += Mark.end
    return bytes
  }

  private static func append(_ mark: [UInt8], _ number: Int, to bytes: inout [UInt8]) {
    bytes += mark
    bytes += String(number).utf8
  }

  private static func append(_ mark: [UInt8], _ hash: JournalHash, to bytes: inout [UInt8]) {
    bytes += mark
    hash.append(to: &bytes)
  }

  private static func append(_ mark: [UInt8], _ text: String, to bytes: inout [UInt8]) {
    bytes += mark
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += Array(#"\u00"#.utf8) + [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 15)]
      default: bytes.append(byte)
      }
    }
  }
}
