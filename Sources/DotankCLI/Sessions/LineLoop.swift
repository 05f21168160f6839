import Console
import SessionEngine

/// Carries lines and time to the line mode's screen, and the screen's wishes to the session, until somebody leaves.
struct LineLoop {
  private var driver: SessionDriver
  private let terminal: Terminal
  private var screen: ScreenModel
  private let inColour: Bool

  static func lead(
    _ driver: SessionDriver, _ screen: ScreenModel, _ report: ResumeReport?, on terminal: Terminal, _ world: World
  ) async -> Leave {
    var loop = LineLoop(driver: driver, terminal: terminal, screen: screen, inColour: world.usesColour)
    let (view, elapsed) = (await driver.session.view(), driver.session.elapsed)
    var message: Message = report.map { .resumed(view, elapsed: elapsed, $0) } ?? .opened(view, elapsed: elapsed)
    while true {
      if let leave = await loop.carryOut(loop.screen.update(message)) {
        loop.tellOfUnread(world)
        return leave
      }
      message = await loop.nextMessage()
    }
  }

  /// Says how many lines of a pipe came too late, so that nobody takes them for kept.
  private func tellOfUnread(_ world: World) {
    guard !terminal.isInteractive else { return }
    var count = 0
    while count < Self.mostUnread, case .line(let line, _) = terminal.next(timeout: 0) {
      if !line.allSatisfy(\.isWhitespace) { count += 1 }
    }
    guard count > 0 else { return }
    let many = count == Self.mostUnread ? "\(count) lines or more" : count == 1 ? "one line" : "\(count) lines"
    world.writeError("dotank: \(many) came after that, and nothing was done with \(count == 1 ? "it" : "them")")
  }

  private static let mostUnread = 1_000

  /// Waits for a line, a signal or the next deadline; time that is up is told to the session first.
  private mutating func nextMessage() async -> Message {
    let timeout = await driver.untilDeadline()
    screen.options.width = min(terminal.width, 100)
    screen.options.height = terminal.height
    switch terminal.next(timeout: timeout) {
    case .line(let line, let ahead):
      let elapsed = driver.session.elapsed
      _ = screen.update(.tick(elapsed: elapsed))
      if screen.wantsNewView { _ = screen.update(.viewChanged(await driver.session.view(), elapsed: elapsed)) }
      return .line(line, ahead: ahead)
    case .tooLong(let limit): return .lineTooLong(limit: limit)
    case .endOfInput: return .endOfInput
    case .interrupted: return .interrupted
    case .timeout: return await driver.timeReached()
    }
  }

  /// Does what the screen asks for, in order; how it is left, if it is.
  private mutating func carryOut(_ effects: [Effect]) async -> Leave? {
    for effect in effects {
      switch effect {
      case .print(let lines, _): terminal.write(lines, inColour: inColour)
      case .leave(let leave): return leave
      case .submit(let submissions):
        let answer = await driver.answer(to: submissions)
        if let leave = await carryOut(screen.update(answer)) { return leave }
      }
    }
    return nil
  }
}
