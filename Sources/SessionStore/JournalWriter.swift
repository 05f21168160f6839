/// The one writer of a journal: appends whole commands and returns when they are on the disk.
///
/// After the first error it never writes again: what the disk holds is then unknown until the journal is read anew.
package struct JournalWriter: ~Copyable {
  /// A torn tail that was copied into a file of its own and cut off.
  package struct SetAside: Sendable, Equatable {
    /// Its name, beside the journal.
    package var file: String
    package var bytes: Int
    /// Whole entries in it, of a command whose other events are missing.
    package var wholeFrames: Int
  }

  /// When entries have to be on the disk.
  package enum Durability: Sendable {
    /// Before they are acknowledged: whenever people speak.
    case beforeAcknowledging
    /// When `synchronize` is called: for rehearsals, which can be run again.
    case atTheEnd
  }

  private let file: any OpenFile
  private let durability: Durability
  private var length: Int
  /// The hash of the last frame on disk: printed, it shows later whether the end was cut off.
  package private(set) var head: JournalHash
  /// How many frames are on disk.
  package private(set) var count: Int
  /// What opening had to set aside.
  package let setAside: SetAside?
  /// The error that ended writing.
  package private(set) var failure: SessionStoreError?

  private init(_ file: any OpenFile, _ summary: JournalSummary, _ durability: Durability, setAside: SetAside?) {
    self.file = file
    self.durability = durability
    self.setAside = setAside
    (length, head, count) = (summary.length, summary.head, summary.count)
  }

  /// Begins a journal where there is none.
  package static func begin(
    _ path: String, in files: some FileLayer, durability: Durability = .beforeAcknowledging
  ) throws(SessionStoreError) -> JournalWriter {
    do throws(FileFailure) {
      let file = try files.open(path, for: .creating)
      try files.synchronizeFolder(FilePath.parent(of: path))
      return JournalWriter(file, JournalSummary(), durability, setAside: nil)
    } catch {
      throw SessionStoreError(error, doing: "starting the journal")
    }
  }

  /// Goes on with a journal that was read, after setting a torn tail aside.
  ///
  /// Refused when the journal is damaged or newer, or has changed since it was read.
  package static func resume(
    _ summary: JournalSummary, at path: String, in files: some FileLayer
  ) throws(SessionStoreError) -> JournalWriter {
    if let refusal = summary.refusal { throw refusal }
    let file = try open(path, length: summary.tornTail?.range.upperBound ?? summary.length, in: files)
    guard let tail = summary.tornTail else { return JournalWriter(file, summary, .beforeAcknowledging, setAside: nil) }
    return JournalWriter(
      file, summary, .beforeAcknowledging, setAside: try setAside(tail, of: file, at: path, in: files))
  }

  private static func open(
    _ path: String, length: Int, in files: some FileLayer
  ) throws(SessionStoreError) -> any OpenFile {
    do throws(FileFailure) {
      let file = try files.open(path, for: .appending)
      guard try file.length() == length else { throw FileFailure(.open, .changed, path) }
      return file
    } catch {
      throw SessionStoreError(error, doing: "opening the journal")
    }
  }

  /// Appends commands with one write and one synchronization; returns each one's sequence numbers once all are durable.
  ///
  /// A command without events writes nothing and gets an empty range.
  package mutating func append(_ commands: [JournalCommand]) throws(SessionStoreError) -> [Range<Int>] {
    if let failure { throw failure }
    for command in commands { try command.check() }
    var batch = JournalBatch(head: head, count: count)
    let places = commands.map { batch.add($0) }
    if batch.bytes.isEmpty { return places }
    do throws(FileFailure) {
      try file.writeAll(batch.bytes)
      if durability == .beforeAcknowledging { try file.synchronize() }
    } catch {
      throw stop(error)
    }
    (head, count, length) = (batch.head, batch.count, length + batch.bytes.count)
    return places
  }

  /// Makes everything that was appended durable, where appending did not.
  package mutating func synchronize() throws(SessionStoreError) {
    if let failure { throw failure }
    do throws(FileFailure) { try file.synchronize() } catch { throw stop(error) }
  }

  /// The first error ends all writing.
  private mutating func stop(_ error: FileFailure) -> SessionStoreError {
    let refusal = SessionStoreError.notSaved(error)
    failure = refusal
    // So that what was refused does not come back at the next opening; if this fails too, it is set aside or kept whole.
    try? file.truncate(to: length)
    return refusal
  }

  private static func setAside(
    _ tail: TornTail, of file: any OpenFile, at path: String, in files: some FileLayer
  ) throws(SessionStoreError) -> SetAside {
    let doing = "setting aside the torn end of the journal"
    let folder = FilePath.parent(of: path)
    var bytes: [UInt8] = []
    var number = 1
    do throws(FileFailure) {
      try file.seek(to: tail.range.lowerBound)
      while case let piece = try file.read(upTo: 1 << 20), !piece.isEmpty { bytes += piece }
      let taken = Set(try files.list(folder))
      while taken.contains("journal.torn-\(number)") { number += 1 }
    } catch {
      throw SessionStoreError(error, doing: doing)
    }
    let name = "journal.torn-\(number)"
    try AtomicFile.write(bytes, to: FilePath.joined(folder, name), in: files)
    do throws(FileFailure) {
      try file.truncate(to: tail.range.lowerBound)
      try file.synchronize()
    } catch {
      throw SessionStoreError(error, doing: doing)
    }
    return SetAside(file: name, bytes: bytes.count, wholeFrames: tail.wholeFrames)
  }
}

/// Commands on their way into one write.
private struct JournalBatch {
  var head: JournalHash
  var count: Int
  var bytes: [UInt8] = []

  init(head: JournalHash, count: Int) {
    self.head = head
    self.count = count
  }

  mutating func add(_ command: JournalCommand) -> Range<Int> {
    let first = count + 1
    for (index, event) in command.events.enumerated() {
      count += 1
      let spine = JournalSpine(
        sequence: count, part: index + 1, parts: command.events.count, type: event.type, version: event.version,
        elapsed: command.elapsed, wall: command.wall, command: command.id, commandDigest: command.digest,
        actor: command.actor, previous: head, salt: event.salt,
        bodyHash: JournalHash(salt: event.salt, event.body[...]))
      head = JournalEncoding.append(spine, body: event.body[...], to: &bytes)
    }
    return first..<count + 1
  }
}

extension JournalCommand {
  /// Refuses what could not be read back: a body that is no object in one line, a negative time or version.
  fileprivate func check() throws(SessionStoreError) {
    for event in events {
      let isObject = event.body.first == UInt8(ascii: "{") && event.body.last == UInt8(ascii: "}")
      guard isObject, event.body.allSatisfy({ $0 >= 0x20 }), event.version >= 0, elapsed >= 0 else {
        throw SessionStoreError(
          .badEvent, "the event '\(event.type)' cannot be stored: its body is not a JSON object in one line",
          exit: .internalError)
      }
    }
  }
}
