import Console
import MethodModel
import SessionEngine
import SessionStore

/// Leads a session on its screen until somebody leaves.
struct SessionLeading {
  let session: LiveSession
  let terminal: Terminal
  /// The whole screen, taken already; nil in the line mode.
  let screen: FullScreen?
  let rings: Bool
  let world: World

  /// Leads a session from here on; writes the record when it is left, and says where it lies.
  ///
  /// `opening`: what must be known when a session goes on; nil at its start. `saying`: what the full screen says first.
  func lead(opening: ResumeReport?, saying words: [Line]) async throws(Failure) {
    let (leave, isClosed) = try await left(opening, words)
    if leave == .notStored {
      throw Failure(
        "the session could not be stored any more; all that was acknowledged is in \(session.host.folder.path)",
        remedy: "make room on the disk, then  \(world.resumeCommand(session.host.folder.path))",
        code: Exit.disk)
    }
    if !isClosed { terminal.write(try await close()) }
  }

  /// Writes the record; where it lies.
  private func close() async throws(Failure) -> [Line] {
    try await session.writeRecord()
    let troubles = await CarryingOver.tellBack(session, world)
    let head = await session.host.head.short
    return troubles.map { Line($0, .warning) } + [
      Line("The record is in \(world.shortened(session.host.folder.path))"),
      Line("Open report.html and send it round; outcome.json and tables/ are to work with."),
      Line("Its head is \(head); on paper it shows later that nothing changed."),
    ]
  }

  /// How the session was left, and whether its record is written already.
  private func left(
    _ opening: ResumeReport?, _ words: [Line]
  ) async throws(Failure) -> (leave: Leave, isClosed: Bool) {
    // Two programs that open the same session one after the other never use the same ids.
    let prefix = String(UInt32.random(in: .min ... .max), radix: 36)
    let language = await session.host.view { $0.start?.language } ?? session.engine.method.language
    let model = ScreenModel(
      method: session.engine.method, language: language,
      options: ScreenOptions(
        width: min(terminal.width, 100), height: terminal.height,
        utcOffset: Terminal.utcOffset(at: world.now().milliseconds / 1000), asksBack: terminal.isInteractive,
        resumeCommand: world.resumeCommand(session.host.folder.path), idPrefix: prefix))
    let driver = SessionDriver(session, prefix: prefix)
    guard let screen else { return (await LineLoop.lead(driver, model, opening, on: terminal, world), false) }
    let (leave, last) = try await CockpitLoop.lead(driver, model, opening, on: screen, saying: words, rings: rings) {
      () throws(Failure) in try await close()
    }
    screen.restore()
    // The last words stay in sight when the shell's own screen is back.
    terminal.write(last)
    return (leave, leave == .ended)
  }
}
