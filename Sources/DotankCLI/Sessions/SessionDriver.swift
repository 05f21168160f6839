import Console
import MethodModel
import SessionEngine
import SessionStore

/// Carries what a screen wants to the session, and what came of it back; the same for every kind of screen.
struct SessionDriver {
  let session: LiveSession
  private let prefix: String
  private var submitted = 0

  /// `prefix`: begins the ids of commands and entries. Two programs that open the same session one after the other never
  /// use the same.
  init(_ session: LiveSession, prefix: String) {
    self.session = session
    self.prefix = prefix
  }

  /// Submits them in a row, up to the first refusal.
  mutating func answer(to submissions: [Submission]) async -> Message {
    let (taken, refusal) = await session.submit(commands(submissions))
    var rejection: Rejection?
    switch refusal {
    case .notStored(let error)?: return .storeFailed(error.description)
    case .rejected(let why)?: rejection = why
    case nil: break
    }
    return .answered(
      Answered(
        accepted: submissions.prefix(taken).map(\.body), rejection: rejection, view: await session.view(),
        elapsed: session.elapsed))
  }

  /// Milliseconds until the next moment at which something is due by itself; nil: nothing is.
  func untilDeadline() async -> Int? {
    let deadline = await session.nextDeadline()
    let now = await session.host.view { [elapsed = session.elapsed] in $0.clock.running(at: elapsed) }
    return deadline.map { max(0, $0.running - now) * 1000 }
  }

  /// Tells the session that time went by; what is due happens.
  mutating func timeReached() async -> Message {
    let time = command(Submission(.timeReached), as: .shell)
    if case .notStored(let error)? = await session.submit([time]).refusal { return .storeFailed(error.description) }
    return .viewChanged(await session.view(), elapsed: session.elapsed)
  }

  private mutating func commands(_ submissions: [Submission]) -> [Command] {
    let line = submissions.count > 1 ? "\(prefix)-\(submitted + 1)" : nil
    return submissions.map { command($0, ofLine: $0.isOfOneLine ? line : nil) }
  }

  private mutating func command(
    _ submission: Submission, as actor: Actor = .host, ofLine line: String? = nil
  ) -> Command {
    submitted += 1
    let own = line.map { CommandID("\(submitted)", ofLine: $0) }
    return session.command(
      submission.body, id: own ?? CommandID("\(prefix)-\(submitted)"), basedOn: submission.basedOn,
      reason: submission.reason, actor: actor)
  }
}
