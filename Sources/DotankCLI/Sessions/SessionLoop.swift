import Console
import MethodModel
import SessionEngine
import SessionStore

/// Carries lines and time to the screen, and the screen's wishes to the session, until somebody leaves.
struct SessionLoop {
  private let session: LiveSession
  private let world: World
  private let terminal: Terminal
  private var screen: ScreenModel
  private let prefix: String
  private var submitted = 0

  /// Leads a session from here on; writes the record when it is left, and says where it lies.
  static func lead(
    _ session: LiveSession, opening: ResumeReport?, on terminal: Terminal, _ world: World
  ) async throws(Failure) {
    var loop = await SessionLoop(session, terminal, world)
    let leave = try await loop.run(opening)
    if leave == .notStored {
      throw Failure(
        "the session could not be stored any more; all that was acknowledged is in \(session.host.folder.path)",
        remedy: "make room on the disk, then  \(world.resumeCommand(session.host.folder.path))",
        code: Exit.disk)
    }
    try await session.writeRecord()
    for trouble in await CarryingOver.tellBack(session, world) { terminal.write([Line(trouble, .warning)]) }
    terminal.write([
      Line("The record is in \(world.shortened(session.host.folder.path))"),
      Line("Open report.html and send it round; outcome.json and tables/ are to work with."),
    ])
  }

  private init(_ session: LiveSession, _ terminal: Terminal, _ world: World) async {
    self.session = session
    self.world = world
    self.terminal = terminal
    // Two programs that open the same session one after the other never use the same ids.
    prefix = String(UInt32.random(in: .min ... .max), radix: 36)
    let language = await session.host.view { $0.start?.language } ?? session.engine.method.language
    screen = ScreenModel(
      method: session.engine.method, language: language,
      options: ScreenOptions(
        width: min(terminal.width, 100), height: terminal.height,
        utcOffset: Terminal.utcOffset(at: world.now().milliseconds / 1000), asksBack: terminal.isInteractive,
        resumeCommand: world.resumeCommand(session.host.folder.path), idPrefix: prefix))
  }

  private mutating func run(_ report: ResumeReport?) async throws(Failure) -> Leave {
    let view = await session.view()
    var message: Message =
      report.map { .resumed(view, elapsed: session.elapsed, $0) } ?? .opened(view, elapsed: session.elapsed)
    while true {
      if let leave = await carryOut(screen.update(message)) { return leave }
      message = await nextMessage()
    }
  }

  /// Waits for a line, a signal or the next deadline; time that is up is told to the session first.
  private mutating func nextMessage() async -> Message {
    let deadline = await session.nextDeadline()
    let now = await session.host.view { [elapsed = session.elapsed] in $0.clock.running(at: elapsed) }
    let seconds = deadline.map { max(0, $0.running - now) }
    screen.options.width = min(terminal.width, 100)
    screen.options.height = terminal.height
    switch terminal.next(timeout: seconds.map { $0 * 1000 }) {
    case .line(let line, let ahead):
      _ = screen.update(.tick(elapsed: session.elapsed))
      return .line(line, ahead: ahead)
    case .tooLong(let limit): return .lineTooLong(limit: limit)
    case .endOfInput: return .endOfInput
    case .interrupted: return .interrupted
    case .timeout: return await timeReached()
    }
  }

  private mutating func timeReached() async -> Message {
    do throws(SessionHost.Refusal) {
      try await submit(Submission(.timeReached), as: .shell)
    } catch {
      if case .notStored(let error) = error { return .storeFailed(error.description) }
    }
    return .viewChanged(await session.view(), elapsed: session.elapsed)
  }

  private mutating func submit(_ submission: Submission, as actor: Actor = .host) async throws(SessionHost.Refusal) {
    submitted += 1
    try await session.submit(
      submission.body, id: CommandID("\(prefix)-\(submitted)"), basedOn: submission.basedOn,
      reason: submission.reason, actor: actor)
  }

  /// Does what the screen asks for, in order; how it is left, if it is.
  private mutating func carryOut(_ effects: [Effect]) async -> Leave? {
    for effect in effects {
      switch effect {
      case .print(let lines): terminal.write(lines, inColour: world.usesColour)
      case .leave(let leave): return leave
      case .submit(let submissions):
        let answer = await answer(to: submissions)
        if let leave = await carryOut(screen.update(answer)) { return leave }
      }
    }
    return nil
  }

  /// Submits one after the other, up to the first refusal.
  private mutating func answer(to submissions: [Submission]) async -> Message {
    var accepted: [CommandBody] = []
    var refused: Rejection?
    for submission in submissions {
      do throws(SessionHost.Refusal) {
        try await submit(submission)
        accepted.append(submission.body)
      } catch {
        switch error {
        case .rejected(let rejection): refused = rejection
        case .notStored(let error): return .storeFailed(error.description)
        }
        break
      }
    }
    return .answered(
      Answered(accepted: accepted, rejection: refused, view: await session.view(), elapsed: session.elapsed))
  }
}
