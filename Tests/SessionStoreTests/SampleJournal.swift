import SessionEngine
import SessionStore
import Testing

/// Commands and journals that many tests need.
enum Sample {
  static let path = "/journal.jsonl"

  /// Command `number`, with as many events as asked for, each with words of its own.
  static func command(_ number: Int, events: Int = 1) -> JournalCommand {
    JournalCommand(
      id: "c\(number)", digest: "d\(number)", actor: "Aino", elapsed: number,
      wall: WallTime(milliseconds: 1_795_251_600_000 + Int64(number) * 1_500),
      events: (0..<events).map { index in
        JournalCommand.Event(
          type: "entryAdded", version: 1, body: Array(#"{"text":"idea \#(number).\#(index)"}"#.utf8),
          salt: JournalSalt(UInt64(number), UInt64(index)))
      })
  }

  /// The bytes of a journal of these commands.
  static func journal(_ commands: [JournalCommand]) throws -> [UInt8] {
    let disk = MemoryDisk()
    var writer = try JournalWriter.begin(path, in: disk)
    for command in commands { _ = try writer.append([command]) }
    return try disk.read(path)
  }

  /// A disk that holds one file.
  static func disk(with bytes: [UInt8]) throws -> MemoryDisk {
    let disk = MemoryDisk()
    try AtomicFile.write(bytes, to: path, in: disk)
    return disk
  }

  static func bodies(_ frames: [JournalFrame]) -> [String] {
    frames.map { $0.body.map { String(decoding: $0, as: UTF8.self) } ?? "erased" }
  }

  static func bodies(_ commands: [JournalCommand]) -> [String] {
    commands.flatMap(\.events).map { String(decoding: $0.body, as: UTF8.self) }
  }
}

extension JournalContents {
  /// Reads the sample's file of a disk.
  init(on disk: MemoryDisk) throws { self.init(scanning: try disk.read(Sample.path)) }
}
