import Console
import MethodModel
import SessionEngine
import SessionStore

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
