package import SessionEngine

/// What happens to the screen. The shell makes these from the terminal, the clock and the session.
package enum Message: Sendable {
  /// A session begins at this screen.
  case opened(SessionView, elapsed: Int)
  /// A session goes on after a pause, a crash or a night.
  case resumed(SessionView, elapsed: Int, ResumeReport)
  /// Something changed that was not submitted from here: a cue fired, somebody answered by phone.
  case viewChanged(SessionView, elapsed: Int)
  /// Time went by; nothing else changed. Seconds of running time of the program.
  case tick(elapsed: Int)
  /// A line was entered. `ahead`: before the answer to the line before it could be seen.
  case line(String, ahead: Bool = false)
  /// A line of more bytes than the reader takes; it was thrown away.
  case lineTooLong(limit: Int)
  /// The input is closed.
  case endOfInput
  /// Ctrl-C, or a request to stop.
  case interrupted
  /// What became of the submissions of one effect.
  case answered(Answered)
  /// Nothing can be stored any more, and why.
  case storeFailed(String)

  /// Whether the person or the system wants to leave.
  var isGoodbye: Bool {
    switch self {
    case .endOfInput, .interrupted: true
    default: false
    }
  }
}

/// What the shell is asked to do, in this order; a `submit` is answered before what follows it is done.
package enum Effect: Sendable, Hashable {
  case print([Line], Occasion)
  /// To be submitted one after the other up to the first refusal, and answered by one `Message.answered`.
  case submit([Submission])
  /// The screen is done; the shell closes the session and says goodbye.
  case leave(Leave)
}

/// Why lines are printed: a screen that shows the step all the time leaves out what it shows anyway.
package enum Occasion: Sendable, Hashable {
  /// Where the session stands now.
  case place
  /// Something happened of itself, or came of what was done.
  case news
  /// The answer to what was typed.
  case reply
  /// What was typed could not be taken; nothing was done.
  case refusal
  /// Something was asked to be shown.
  case page
}

/// A command on its way: the shell adds id, actor, time and seed.
package struct Submission: Sendable, Hashable {
  package var body: CommandBody
  package var reason: String?
  /// The control sequence that the person had seen, for commands that steer.
  package var basedOn: Int?
  /// It was typed in one line with those submitted beside it, and is taken back with them.
  package var isOfOneLine: Bool

  package init(_ body: CommandBody, reason: String? = nil, basedOn: Int? = nil, isOfOneLine: Bool = false) {
    self.body = body
    self.reason = reason
    self.basedOn = basedOn
    self.isOfOneLine = isOfOneLine
  }
}

/// What became of submissions, and the view after them.
package struct Answered: Sendable {
  /// Those that were taken, in order.
  package var accepted: [CommandBody]
  /// Why the next one was not.
  package var rejection: Rejection?
  package var view: SessionView
  package var elapsed: Int

  package init(accepted: [CommandBody], rejection: Rejection? = nil, view: SessionView, elapsed: Int) {
    self.accepted = accepted
    self.rejection = rejection
    self.view = view
    self.elapsed = elapsed
  }
}

/// How a screen is left.
package enum Leave: Sendable, Hashable {
  /// To be resumed later.
  case paused
  /// The session is over.
  case ended
  /// The store failed: what is on the disk is safe, what came later is not.
  case notStored
}

/// What a person must know when a session goes on.
package struct ResumeReport: Sendable, Hashable {
  /// Seconds by the wall clock since the session was left; `nil` when nobody can tell.
  package var away: Int?
  /// It was not paused: the program or the machine stopped.
  package var wasInterrupted: Bool
  /// What opening the journal had to set aside, in words.
  package var setAside: String?

  package init(away: Int? = nil, wasInterrupted: Bool = false, setAside: String? = nil) {
    self.away = away
    self.wasInterrupted = wasInterrupted
    self.setAside = setAside
  }
}

/// What the shell knows about its terminal and session.
package struct ScreenOptions: Sendable, Hashable {
  /// Cells of a line.
  package var width: Int
  /// Lines of the screen; what is announced tries to fit. `nil`: it may be of any length.
  package var height: Int?
  /// Seconds that local time is ahead of UTC; `nil`: no clock times are shown.
  package var utcOffset: Int?
  /// How to go on later, as it is typed: `dotank resume Sessions/…`.
  package var resumeCommand: String
  /// Whether a person is there to be asked once more before something that is easily done by mistake.
  package var asksBack: Bool
  /// Begins the ids of entries made here; drawn anew by every program that opens the session.
  package var idPrefix: String

  package init(
    width: Int = 80, height: Int? = nil, utcOffset: Int? = nil, asksBack: Bool = false, resumeCommand: String,
    idPrefix: String
  ) {
    self.width = width
    self.height = height
    self.asksBack = asksBack
    self.utcOffset = utcOffset
    self.resumeCommand = resumeCommand
    self.idPrefix = idPrefix
  }
}
