import Console
import MethodModel
import SessionEngine

/// A session with a screen in front of it, as the program would host it, on a clock that tests set.
struct Stage {
  let engine: SessionEngine
  var state = SessionState()
  var screen: ScreenModel
  var elapsed = 0
  /// Everything that was submitted, in order.
  var submitted: [Submission] = []
  var left: Leave?
  private var commands = 0

  /// 2026-11-21 13:00 UTC.
  static let start = WallTime(milliseconds: 1_795_266_000_000)

  init(_ method: Method, people: [String] = Sample.names, settings: [String: [String]] = [:]) throws {
    engine = SessionEngine(method)
    let options = ScreenOptions(
      width: 80, utcOffset: 3600, resumeCommand: "dotank resume Sessions/example", idPrefix: "e")
    screen = ScreenModel(method: method, language: "en", options: options)
    let roster = people.enumerated().map { Person(id: PersonID("p\($0.offset + 1)"), name: $0.element) }
    let start = StartSession(methodHash: "", language: "en", settings: settings, people: roster, acceptsSize: true)
    try send(Submission(.start(start)))
  }

  /// Only one step, already open on the screen.
  init(step: Step, people: [String] = Sample.names, method: Method = Sample.method([])) throws {
    var method = method
    method.agenda = [FlowElement(id: "step", kind: .step(step)), FlowElement(id: "last", kind: .step(Sample.plain))]
    try self.init(method, people: people)
    _ = open()
  }

  var view: SessionView { engine.view(state, for: .host, elapsed: elapsed) }

  mutating func open() -> String { run(.opened(view, elapsed: elapsed)) }

  /// What the screen prints when this is typed.
  mutating func type(_ line: String, ahead: Bool = false) -> String { run(.line(line, ahead: ahead)) }

  /// Lets time pass, and what is due happen.
  mutating func wait(_ seconds: Int) throws -> String {
    elapsed += seconds
    try send(Submission(.timeReached))
    return run(.viewChanged(view, elapsed: elapsed))
  }

  /// Carries out what a message asks for.
  mutating func run(_ message: Message) -> String {
    var printed: [String] = []
    for effect in screen.update(message) {
      switch effect {
      case .print(let lines, _): printed += lines.map { $0.written(inColour: false) }
      case .leave(let kind): left = kind
      case .submit(let submissions):
        let text = run(.answered(answer(submissions)))
        if !text.isEmpty { printed.append(text) }
      }
    }
    return printed.joined(separator: "\n")
  }

  mutating func answer(_ submissions: [Submission]) -> Answered {
    var accepted: [CommandBody] = []
    for submission in submissions {
      submitted.append(submission)
      do throws(Rejection) { try send(submission) } catch {
        return Answered(accepted: accepted, rejection: error, view: view, elapsed: elapsed)
      }
      accepted.append(submission.body)
    }
    return Answered(accepted: accepted, view: view, elapsed: elapsed)
  }

  mutating func send(_ submission: Submission) throws(Rejection) {
    commands += 1
    let command = Command(
      id: CommandID("c\(commands)"), actor: .host, wall: Self.start.adding(seconds: elapsed), elapsed: elapsed, seed: 7,
      basedOn: submission.basedOn, reason: submission.reason, body: submission.body)
    for event in try engine.decide(command, state) { state.evolve(event) }
  }
}
