import SessionStore

@testable import SessionEngine

/// The smallest rules a session can have: it starts, and notes are taken; a note of nothing is refused.
enum NoteTaking {
  static let holder = LockHolder(process: 4711, since: WallTime(milliseconds: 1_795_251_600_000))

  static let deciding: SessionHost.Deciding = { command, state throws(Rejection) in
    if let receipt = state.accepted[command.id] {
      if receipt.digest != command.digest { throw Rejection(.idReused, "this id was used for something else") }
      return []
    }
    let content: any EventContent
    switch command.body {
    case .start(let start): content = started(start)
    case .note(""): throw Rejection(.empty, "a note needs words")
    case .note(let text): content = NoteTaken(text: text, take: nil)
    case .timeReached: return []
    default: throw Rejection(.notActive, "only notes are taken here")
    }
    return [
      Event(
        sequence: state.sequence + 1, command: command.id, commandDigest: command.digest, actor: command.actor,
        wall: command.wall, elapsed: command.elapsed, reason: command.reason, body: content.asBody)
    ]
  }

  private static func started(_ start: StartSession) -> SessionStarted {
    SessionStarted(
      method: "notes", methodVersion: "1", methodHash: start.methodHash, language: start.language, mode: start.mode,
      settings: start.settings, people: start.people, roles: start.roles, agreedEnd: 3_600, rehearsal: start.rehearsal,
      site: start.site)
  }

  static let start = command("start", .start(StartSession(methodHash: "m", language: "en", people: [])))

  static func note(_ number: Int, _ text: String? = nil) -> Command {
    command("note-\(number)", .note(text ?? "note \(number)"))
  }

  static func command(_ id: String, _ body: CommandBody) -> Command {
    Command(
      id: CommandID(id), actor: .host, wall: WallTime(milliseconds: 1_795_251_600_000), elapsed: 0, body: body)
  }

  /// A folder for a session on a disk in memory.
  static func folder(on disk: MemoryDisk) throws -> SessionFolder {
    try SessionFolder.create(in: "/Sessions", day: "2026-11-21", method: "notes", files: disk)
  }

  static func begin(_ folder: SessionFolder) async throws -> SessionHost {
    try await SessionHost.begin(
      folder, with: start, deciding: deciding, as: holder, random: SystemRandomNumberGenerator())
  }

  static func resume(_ folder: SessionFolder) async throws -> SessionHost {
    try await SessionHost.resume(folder, deciding: deciding, as: holder, random: SystemRandomNumberGenerator())
  }
}
