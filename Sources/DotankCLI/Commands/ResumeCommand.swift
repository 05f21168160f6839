import ArgumentParser
import Console
import SessionEngine
import SessionStore

/// Goes on with a session.
struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Goes on with a session after a pause, a crash or a night's sleep.",
    discussion: """
      Example:  dotank resume
                dotank resume 2026-11-21-consent-decision

      Without a name, the newest session that is not over. What was acknowledged is there again; the step's clock does
      not count the time in between.

      Exit codes: 0 the session ended or was paused, 65 the journal is damaged (dotank show still reads it),
      66 no such session, 74 the disk is full or fails, 75 the session is open in another window.
      """)

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String?

  @OptionGroup var screen: ScreenChoice
  @OptionGroup var sessions: SessionsOption

  /// What a crash left of the last entry, for the person who goes on.
  private static func words(for host: SessionHost) -> String? {
    let record = host.recordSetAside.map(RecordSetAside.words)
    // A crash leaves less than what the files tell of.
    if let record, let tail = host.setAside { return "\(record); the torn end is kept in \(tail.file)" }
    return record ?? host.setAside.map(words(for:))
  }

  private static func words(for tail: JournalWriter.SetAside) -> String {
    "the last \(tail.bytes) bytes of the journal were cut off by a crash before they were acknowledged; "
      + "they are kept in \(tail.file)"
  }

  func run() async throws {
    let world = World()
    let folder: SessionFolder
    do throws(SessionStoreError) { folder = try SessionShelf(sessions.path(world)).session(session) } catch {
      throw Failure(error)
    }
    let live = try await LiveSession.resume(folder, world)
    let (status, left) = await live.host.view { ($0.status, $0.clock.wall) }
    if case .ended(let end) = status {
      if let aside = live.host.recordSetAside { world.writeError("dotank: \(RecordSetAside.words(aside))") }
      world.write("This session is over (\(end.name)). Its record is in \(folder.path)\n")
      return try await live.writeRecord()
    }
    let away = left.seconds(to: world.now())
    let report = ResumeReport(
      away: away < 0 ? nil : away, wasInterrupted: status == .running,
      setAside: Self.words(for: live.host))
    do throws(SessionHost.Refusal) {
      try await live.submit(
        .resume(gap: max(0, away)), id: CommandID("resume-\(world.process)-\(world.now().milliseconds)"))
    } catch {
      throw Failure(error)
    }
    let terminal = Terminal()
    let full = screen.isFull(terminal, world) ? FullScreen(terminal.device, inColour: world.usesColour) : nil
    // However this is left, the terminal is given back before anything else is said.
    defer { full?.restore() }
    let words = screen.stageWords(folder.path, world)
    if full == nil { terminal.write(words) }
    try await SessionLeading(session: live, terminal: terminal, screen: full, rings: screen.bell, world: world)
      .lead(opening: report, saying: words)
  }
}
