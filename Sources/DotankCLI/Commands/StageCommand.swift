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

/// Follows a session and shows it until somebody leaves.
struct StageLoop: ~Copyable {
  private let engine: SessionEngine
  private let world: World
  private var follower: SessionFollower
  private var stage: StageModel

  static func follow(
    _ folder: SessionFolder, _ engine: SessionEngine, on screen: FullScreen?, _ world: World
  ) async throws(SessionStoreError) {
    var follower = try SessionFollower(folder)
    _ = try follower.catchUp()
    let size = screen?.size ?? ScreenFrame.Size(columns: world.width, rows: 60)
    let stage = StageModel(method: engine.method, language: engine.language(follower.state), size: size)
    var loop = StageLoop(engine: engine, world: world, follower: follower, stage: stage)
    loop.show()
    guard let screen else { return world.write(loop.text) }
    while try loop.step(screen) {}
  }

  private init(engine: SessionEngine, world: World, follower: consuming SessionFollower, stage: StageModel) {
    (self.engine, self.world, self.stage) = (engine, world, stage)
    self.follower = follower
  }

  /// The frame without empty rows at its end.
  private var text: String {
    let rows = stage.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n") + "\n"
  }

  /// Draws, and waits half a second for a key or news; false once it is left.
  private mutating func step(_ screen: FullScreen) throws(SessionStoreError) -> Bool {
    stage.size = screen.size
    screen.draw(stage.frame())
    switch screen.next(timeout: 500) {
    case .stop: return false
    case .suspend: screen.suspend()
    case .redraw: screen.forget()
    case .timeout: break
    case .keys(let keys):
      if keys.contains(.control("z")) { screen.suspend() }
      if keys.contains(.control("l")) { screen.forget() }
      if !keys.allSatisfy({ ![.control("c"), .control("d"), .escape, .text("q")].contains($0) }) { return false }
    }
    if try follower.catchUp() { show() } else { stage.tick(elapsed: elapsed) }
    return true
  }

  private mutating func show() {
    stage.show(engine.view(follower.state, for: .room, elapsed: elapsed), elapsed: elapsed)
  }

  /// The session's running time, from the moment of its last entry on by the clock on the wall.
  private var elapsed: Int {
    let clock = follower.state.clock
    guard follower.state.status == .running else { return clock.elapsed }
    return clock.elapsed + max(0, clock.wall.seconds(to: world.now()))
  }
}
