import Console
import SessionEngine

/// Carries keys and time to the full screen, and its wishes to the session, until somebody leaves.
struct CockpitLoop {
  private var driver: SessionDriver
  private let screen: FullScreen
  private var cockpit: Cockpit
  private let rings: Bool
  /// Writes the record of a session that is over, and says where it lies.
  private let close: () async throws(Failure) -> [Line]
  private var failure: Failure?
  /// What is read next was pressed before the answer to the line before it could be seen.
  private var isAhead = false

  /// How the session was left, and the words that are to stay on the terminal.
  static func lead(
    _ driver: SessionDriver, _ model: ScreenModel, _ report: ResumeReport?, on screen: FullScreen,
    saying words: [Line], rings: Bool,
    close: @escaping () async throws(Failure) -> [Line]
  ) async throws(Failure) -> (leave: Leave, last: [Line]) {
    var loop = CockpitLoop(
      driver: driver, screen: screen, cockpit: Cockpit(screen: model, size: screen.size, saying: words), rings: rings,
      close: close)
    let leave = await loop.run(report)
    if let failure = loop.failure { throw failure }
    return (leave, loop.cockpit.lastWords)
  }

  private mutating func run(_ report: ResumeReport?) async -> Leave {
    let (view, elapsed) = (await driver.session.view(), driver.session.elapsed)
    let opening: Message = report.map { .resumed(view, elapsed: elapsed, $0) } ?? .opened(view, elapsed: elapsed)
    if let leave = await carryOut(cockpit.update(.message(opening))) { return leave }
    while true {
      draw()
      if let leave = await takeNext() { return leave }
    }
  }

  private mutating func draw() {
    // Asked each time: a tick between a change of size and its signal would leave a stale row.
    if screen.size != cockpit.size { _ = cockpit.update(.resized(screen.size)) }
    screen.draw(cockpit.frame())
  }

  /// Waits for keys, a signal, the next deadline or the next second.
  private mutating func takeNext() async -> Leave? {
    let due = await driver.untilDeadline()
    switch screen.next(timeout: min(due ?? 1000, driver.session.untilNextSecond)) {
    case .keys(let keys): return await press(keys)
    case .redraw: screen.forget()
    case .stop: return await carryOut(cockpit.update(.message(.interrupted)))
    case .suspend: screen.suspend()
    case .timeout: break
    }
    guard let due = await driver.untilDeadline(), due == 0 else {
      let elapsed = driver.session.elapsed
      if let leave = await carryOut(cockpit.update(.message(.tick(elapsed: elapsed)))) { return leave }
      guard cockpit.wantsNewView else { return nil }
      return await carryOut(cockpit.update(.message(.viewChanged(await driver.session.view(), elapsed: elapsed))))
    }
    return await carryOut(cockpit.update(.message(await driver.timeReached())))
  }

  private mutating func press(_ keys: [Key]) async -> Leave? {
    _ = cockpit.update(.message(.tick(elapsed: driver.session.elapsed)))
    for key in keys {
      let effects = cockpit.update(.key(key, ahead: isAhead))
      if let leave = await carryOut(effects) { return leave }
      if effects.contains(where: { if case .submit = $0 { true } else { false } }) { isAhead = true }
    }
    isAhead = isAhead && screen.hasInput
    return nil
  }

  /// Does what the screen asks for, in order; how it is left, if it is.
  private mutating func carryOut(_ effects: [Cockpit.Effect]) async -> Leave? {
    for effect in effects {
      switch effect {
      case .leave(let leave): return leave
      case .close:
        do throws(Failure) { _ = cockpit.update(.closed(try await close())) } catch {
          failure = error
          return .ended
        }
      case .suspend: screen.suspend()
      case .redraw: screen.forget()
      case .bell: if rings { screen.ring() }
      case .submit(let submissions):
        let answer = await driver.answer(to: submissions)
        if let leave = await carryOut(cockpit.update(.message(answer))) { return leave }
      }
    }
    return nil
  }
}
