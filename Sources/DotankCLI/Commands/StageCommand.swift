import ArgumentParser
import Console
import SessionEngine
import SessionStore

/// Shows a session to the room.
struct StageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Shows a session to the room, on a projector, while another window leads it.",
    discussion: """
      Example:  dotank stage
                dotank stage 2026-11-21-consent-decision

      It shows the step's title, a large countdown, what the room does, and what came of it as far as everybody may see
      it; it follows the session live and changes nothing. Without a name, the newest session that is not over. Make the
      window's letters large. In a pipe it tells once what the room sees now.

      Exit codes: 0 fine, 65 the journal is damaged, 66 no such session.
      """)

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String?

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    do throws(SessionStoreError) {
      let folder = try SessionShelf(sessions.path(world)).session(session)
      let engine = SessionEngine(try PinnedSource.method(of: folder))
      let terminal = Terminal()
      let screen =
        ScreenChoice.isFull(terminal, world) ? FullScreen(terminal.device, inColour: world.usesColour) : nil
      // However this is left, the terminal is given back before anything else is said.
      defer { screen?.restore() }
      try await StageLoop.follow(folder, engine, on: screen, world)
    } catch {
      throw Failure(error)
    }
  }
}
