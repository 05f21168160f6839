package import MethodModel
package import SessionEngine

/// The facilitator's screen: what it has been told and what it asks for, without a terminal, clock or session.
///
/// The shell feeds it messages and carries out the effects in order. The same messages always give the same effects.
///
/// ```swift
/// var screen = ScreenModel(method: method, language: "en", options: options)
/// var effects = screen.update(.opened(view, elapsed: 0))  // says where the session stands
/// effects = screen.update(.line("Aino: more breaks"))  // [.submit([… .add …])]
/// ```
package struct ScreenModel: Sendable {
  let method: Method
  let language: String
  /// The width may change while the screen lives.
  package var options: ScreenOptions
  /// The latest, with the moment it was taken; `nil` before the first.
  var view: SessionView?
  var viewElapsed = 0
  var elapsed = 0
  /// The control sequence of the view that the person had seen when the last line was typed.
  var seenControl = 0
  var ids: EntryIDs
  var sheets = SheetCount()
  var numbers = EntryNumbers()
  var question: Question?
  /// Why nothing is stored any more.
  var failure: String?
  var hasLeft = false

  /// A word that is waited for before something irreversible happens.
  struct Question: Hashable, Sendable {
    let word: String
    let submission: Submission
    /// Whether another line than the word is taken as if nothing had been asked.
    var letsOthersThrough = false
  }

  /// `language`: of the method's own texts, as the session was started with.
  package init(method: Method, language: String, options: ScreenOptions) {
    self.method = method
    self.language = language
    self.options = options
    ids = EntryIDs(prefix: options.idPrefix)
  }

  /// Takes in what happened and says what is to be done.
  package mutating func update(_ message: Message) -> [Effect] {
    if hasLeft { return [] }
    switch message {
    case .opened(let view, let elapsed): return open(view, elapsed)
    case .resumed(let view, let elapsed, let report): return resume(view, elapsed, report)
    case .viewChanged(let view, let elapsed):
      seenControl = view.controlSequence
      return change(to: view, elapsed).effects
    case .tick(let elapsed):
      self.elapsed = max(self.elapsed, elapsed)
      return []
    case .line(let line, let isAhead): return enter(line, isAhead: isAhead)
    case .lineTooLong(let limit):
      return printed([
        Line("That line was longer than \(limit / 1024) KiB and was not kept. Enter it in shorter pieces.", .warning)
      ])
    case .endOfInput: return leave("The input has ended.")
    case .interrupted: return leave("Interrupted.")
    case .answered(let answered): return take(answered)
    case .storeFailed(let message): return fail(message)
    }
  }

  /// Whether the plan has fallen behind since the view was taken: the ways to end in time are not in it yet.
  package var wantsNewView: Bool {
    guard let view, view.ways.isEmpty, elapsed - viewElapsed >= 15, let text = screenText() else { return false }
    return text.isBehind
  }

  // MARK: Coming and going

  private mutating func open(_ view: SessionView, _ elapsed: Int) -> [Effect] {
    remember(view, elapsed)
    var page = Page(width: options.width)
    let present = view.people.count(where: \.isPresent)
    page.add(view.method, counted(present, "person", "people") + (view.isRehearsal ? ", a rehearsal" : ""), .heading)
    page.add("Type what comes in, or /help for the commands. Enter alone does nothing.")
    return printed(page.lines) + printed(whole(), .place) + endedEffects()
  }

  private mutating func resume(_ view: SessionView, _ elapsed: Int, _ report: ResumeReport) -> [Effect] {
    remember(view, elapsed)
    var page = Page(width: options.width)
    page.add(view.method, "the session goes on where it was.", .heading)
    if report.wasInterrupted { page.add("It had been cut off; everything that was confirmed is here.") }
    if let away = report.away, away >= 60 {
      page.add("\(Minutes.spoken(away / 60 * 60)) went by meanwhile, outside this step's clock.")
    }
    if let setAside = report.setAside { page.add(sentence(setAside), .warning) }
    if view.status == .paused { page.add("It is paused; /resume lets the clock run.") }
    return printed(page.lines) + printed(whole(), .place) + endedEffects()
  }

  /// Where the session stands, whatever was said before.
  private func whole() -> [Line] {
    guard let text = screenText() else { return [] }
    if case .ended = text.view.status { return text.ending() }
    return text.announcement()
  }

  private mutating func leave(_ why: String) -> [Effect] {
    hasLeft = true
    guard failure == nil else { return [.leave(.notStored)] }
    if let view, case .ended = view.status { return [.leave(.ended)] }
    var page = Page(width: options.width)
    page.add("\(why) The session is paused and kept.")
    page.append([Line("Go on later with: \(options.resumeCommand)")])
    let pause: [Effect] = view?.status == .running ? [.submit([Submission(.pause)])] : []
    return pause + [.print(page.lines, .reply), .leave(.paused)]
  }

  private mutating func fail(_ message: String) -> [Effect] {
    failure = message
    question = nil
    var page = Page(width: options.width)
    page.add("Nothing can be stored any more: \(sentence(message))", .warning)
    page.add("What was confirmed before is safe. From now on write on paper what comes in.", .warning)
    page.add("/say and /show still work. /quit leaves; when the trouble is over, go on with:")
    page.append([Line("  \(options.resumeCommand)")])
    return printed(page.lines)
  }

  /// A session that is over leaves by itself.
  mutating func endedEffects() -> [Effect] {
    guard let view, case .ended = view.status else { return [] }
    hasLeft = true
    return [.leave(.ended)]
  }

  // MARK: Lines

  private mutating func enter(_ line: String, isAhead: Bool) -> [Effect] {
    if !isAhead { seenControl = view?.controlSequence ?? 0 }
    let line = line.trimmed
    if let question { return answer(question, line) }
    if line.isEmpty {
      return printed([Line("Enter alone does nothing. /next goes on, /help lists the commands.", .quiet)])
    }
    do throws(Complaint) {
      if line.hasPrefix("//") { return try content(String(line.dropFirst())) }
      return line.hasPrefix("/") ? try command(String(line.dropFirst())) : try content(line)
    } catch {
      var page = Page(width: options.width)
      for sentence in error.sentences { page.add(sentence, .warning) }
      return printed(page.lines, .refusal)
    }
  }

  private mutating func command(_ line: String) throws(Complaint) -> [Effect] {
    guard let view else { return [] }
    switch try CommandReader(view: view, method: method, numbers: numbers).read(line) {
    case .submit(let submissions):
      if options.asksBack, let doubt = Doubt(about: submissions, view) { return ask(doubt) }
      return submit(submissions)
    case .display(let display): return printed(lines(for: display), .page)
    case .rearrange(let text, let isMerge): return try rearrange(text, isMerge: isMerge)
    case .leave: return leave("")
    case .confirm(let word, let text, let submission):
      if failure != nil { return refused() }
      question = Question(word: word, submission: steering(submission))
      var page = Page(width: options.width)
      page.add("\(text) To do it, type: \(word)", .warning)
      page.add("Anything else leaves everything as it is.")
      return printed(page.lines)
    }
  }

  private mutating func ask(_ doubt: Doubt) -> [Effect] {
    if failure != nil { return refused() }
    question = Question(word: doubt.word, submission: steering(doubt.submission), letsOthersThrough: true)
    var page = Page(width: options.width)
    page.add(doubt.text, .warning)
    return printed(page.lines)
  }

  private mutating func answer(_ question: Question, _ line: String) -> [Effect] {
    let answer = line.lowercased()
    if question.letsOthersThrough, answer != question.word, ["yes", "y", "end"].contains(answer) {
      // The other asking word is an answer to the question, never content.
      let purpose = question.word == "end" ? "To end it" : "To go on"
      return printed([Line("\(purpose), type \(question.word); nothing was entered.", .warning)])
    }
    self.question = nil
    if answer == question.word { return submit([question.submission]) }
    if question.letsOthersThrough, !["", "no", "n"].contains(answer) { return enter(line, isAhead: false) }
    let lost = line.isEmpty ? "" : " “\(line)” was not entered; type it again if it was meant."
    return printed(wrapped("Nothing was done.\(lost)", width: options.width).map { Line($0) })
  }

  private mutating func content(_ line: String) throws(Complaint) -> [Effect] {
    guard let view else { return [] }
    if let stop = view.stop { return submit([try answer(line, to: stop)]) }
    if let checkpoint = view.checkpoint, view.activity == nil {
      let offered = spokenList(checkpoint.offered.map { "/\($0.rawValue)" }, "or")
      throw Complaint("A checkpoint is answered by \(offered). /note keeps a remark. Nothing was entered.")
    }
    guard let activity = view.activity else {
      throw Complaint("Nothing is collected in this step, so this was not kept. /note keeps a remark, /next goes on.")
    }
    // Whoever has the turn says “pass” aloud, and it is typed as it was heard.
    if line.lowercased() == "pass", view.turns?.current != nil, [.collect, .commit].contains(activity.kind) {
      return submit([Submission(.turn(.pass))])
    }
    var reader = reader(of: activity, view)
    if activity.kind == .fill, let field = fieldAskedElsewhere(line, view, activity) {
      throw Complaint(
        "“\(field)” belongs to another part of this step; /next brings the next one. Nothing was entered.")
    }
    if activity.isTieOpen { return submit(try reader.choice(line).map { Submission($0) }) }
    let bodies = try reader.read(line)
    ids = reader.ids
    let remark = failure == nil ? reader.remark(on: line, as: bodies) : nil
    return printed(remark.map { wrapped($0, width: options.width).map { Line($0) } } ?? [])
      + submit(bodies.map { Submission($0, isOfOneLine: bodies.count > 1) })
  }

  private func reader(of activity: ActivityView, _ view: SessionView) -> ContentReader {
    ContentReader(view: view, activity: activity, method: method, sheets: sheets, ids: ids, numbers: numbers)
  }

  /// The first of several lines of content that can be entered together, as what comes in with them changes nothing in
  /// how the next is read; the first line that needs more than its own entry ends them.
  mutating func entries(in lines: ArraySlice<String>) -> [Submission] {
    guard failure == nil, question == nil, let view, view.stop == nil, let activity = view.activity,
      [.collect, .commit].contains(activity.kind), activity.names.areStored, !activity.isTieOpen
    else { return [] }
    var reader = reader(of: activity, view)
    var submissions: [Submission] = []
    for line in lines {
      let content = line.hasPrefix("//") ? String(line.dropFirst()) : line
      guard let bodies = try? reader.read(content), bodies.count == 1,
        reader.remark(on: content, as: bodies) == nil
      else { break }
      submissions.append(Submission(bodies[0]))
      ids = reader.ids
    }
    return submissions
  }

  private mutating func rearrange(_ text: String, isMerge: Bool) throws(Complaint) -> [Effect] {
    guard let view, let activity = view.activity else { return [] }
    var reader = reader(of: activity, view)
    let body = try reader.rearranged(text, isMerge: isMerge)
    ids = reader.ids
    return submit([Submission(body)])
  }

  /// A field that a line begins with and that only another part of the step has: words would be overwritten by it.
  private func fieldAskedElsewhere(_ line: String, _ view: SessionView, _ open: ActivityView) -> String? {
    guard let head = line.split(separator: ":", maxSplits: 1).first?.trimmed, head.count < line.count,
      !open.fields.contains(where: { $0.id == head })
    else { return nil }
    let others = activities(of: view).flatMap(\.fields)
    return others.contains { $0.id == head } ? head : nil
  }

  private func answer(_ line: String, to stop: StopPoint) throws(Complaint) -> Submission {
    let candidates = stop.options.map { (names: [$0.id, $0.title], value: $0.id) }
    switch pick(line, from: candidates) {
    // Between meetings the clock stands still: to begin what comes next is to let it run.
    case .one where stop.kind == .closed && view?.status == .paused: return Submission(.resume(gap: 0))
    case .one(let option): return Submission(.answer(Answer(stop: stop.path, option: option)))
    case .several(let ids): throw Complaint("“\(line)” could be \(spokenList(ids, "or")). Type the number.")
    case .none:
      throw Complaint("A question stands first: \(stop.question) Type a number from 1 to \(stop.options.count).")
    }
  }

  // MARK: Submitting

  private mutating func submit(_ submissions: [Submission]) -> [Effect] {
    guard failure == nil else { return refused() }
    if submissions.count == 2, submissions[0].body == .close, submissions[1].body == .next {
      let isBehind = seenControl < view?.controlSequence ?? 0
      return submissions.dropFirst(isBehind ? 1 : 0).map { .submit([steering($0)]) }
    }
    return [.submit(submissions.map(steering))]
  }

  private func refused() -> [Effect] {
    printed([
      Line("Nothing is stored any more, so this was not done. Write it on paper; /quit leaves.", .warning)
    ])
  }

  /// Commands that steer carry what the person had seen.
  private func steering(_ submission: Submission) -> Submission {
    var submission = submission
    if submission.body.isSteering { submission.basedOn = seenControl }
    return submission
  }

  func printed(_ lines: [Line], _ occasion: Occasion = .reply) -> [Effect] {
    lines.isEmpty ? [] : [.print(lines, occasion)]
  }

  mutating func remember(_ view: SessionView, _ elapsed: Int) {
    self.view = view
    viewElapsed = elapsed
    self.elapsed = max(self.elapsed, elapsed)
    numbers.follow(view.activity)
  }

  func screenText() -> ScreenText? { screenText(width: options.width) }

  /// `listed`: how many of a list's things are told, so that a frame costs the same however much came in.
  func screenText(width: Int, listed: Int? = nil) -> ScreenText? {
    view.map { view in
      ScreenText(
        view: view, width: width, height: options.height, listed: listed, since: max(0, elapsed - viewElapsed),
        utcOffset: options.utcOffset, numbers: numbers, language: language,
        activityCount: activities(of: view).count)
    }
  }

  /// What the open step asks for, one after the other.
  private func activities(of view: SessionView) -> [Activity] {
    guard view.activity != nil, view.place.kind == .step,
      case .step(let step)? = method.allElements.first(where: { $0.id == view.place.element })?.kind
    else { return [] }
    return step.activities
  }
}

extension CommandBody {
  /// Whether it may only be carried out on the state that its sender saw.
  package var isSteering: Bool {
    switch self {
    case .next, .answer, .verdict, .goTo, .returnToOrigin, .skip, .insert, .track, .turn, .queue, .applyPlan, .undo,
      .extend, .end, .close,
      .reveal, .form,
      .move:
      true
    default: false
    }
  }
}
