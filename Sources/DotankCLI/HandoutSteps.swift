import MethodModel
import Planning
import SessionEngine

extension Handout {
  /// An element of the agenda with everything inside it, as lines set in by `indent`.
  func step(_ element: FlowElement, indent: String, _ width: Int) -> [String] {
    let seconds = engine.plannedSeconds(of: element, for: start)
    let onlyIn = element.rounds.map { ", only in \($0.asRounds)" } ?? ""
    let minutes = (seconds > 0 ? "  –  \(Minutes.spoken(seconds))" : "") + onlyIn
    let inner = indent + "    "
    func below(_ body: [FlowElement]) -> [String] { body.flatMap { step($0, indent: inner, width) } }
    switch element.kind {
    case .step(let step):
      let optional = step.optional ? ", can be left out" : ""
      let manner = ([company(of: step)].compactMap(\.self) + step.speaking(title(ofRole:))).map { ", \($0)" }.joined()
      return head("\(words(step.title))\(minutes)\(manner)\(optional)", indent, width)
        + step.contents.flatMap { content($0, indent: inner, width) }
    case .rest(let rest): return head("\(words(rest.title))\(minutes) break", indent, width)
    case .checkpoint(let checkpoint):
      return head("Checkpoint: \(words(checkpoint.question))\(minutes)", indent, width)
        + way("When it is passed", checkpoint.pass, indent: inner, width)
        + way("When it wants more work", checkpoint.rework, indent: inner, width)
        + way("When it stops here", checkpoint.stop, indent: inner, width)
    case .phase(let phase): return head(words(phase.title) + onlyIn, indent, width) + below(phase.body)
    case .use(let use):
      let time = use.time == nil ? "" : minutes
      return head("\(words(use.title)) (\(use.method) \(use.version))\(time)", indent, width) + below(use.body)
    case .loop(let loop):
      return head(rounds(of: loop), indent, width) + below(loop.body)
        + way("If that was not enough", loop.exhausted, indent: indent, width)
    case .rotate(let rotate): return self.rotation(rotate, element.id, indent, inner, width) + below(rotate.body)
    case .each(let each):
      return head("For each of \(each.source { spoken($0.description) }):", indent, width) + below(each.body)
    case .meeting(let meeting):
      let days = engine.seconds(meeting.lasts, for: start).map { "  –  open for \(Minutes.calendar($0))" } ?? ""
      return head((meeting.title.isEmpty ? "Meeting" : words(meeting.title)) + days, indent, width)
        + below(meeting.body)
    case .parallel(let parallel):
      return head("At the same time:", indent, width) + below(parallel.phases)
    case .branch(let branch):
      return branch.arms.flatMap { way("If \(reason($0.condition))", $0.body, indent: indent, width) }
        + way("Otherwise", branch.otherwise, indent: indent, width)
    case .choice(let choice):
      return head(words(choice.question), indent, width)
        + choice.options.flatMap { way(words($0.title), $0.body, indent: inner, width) }
    case .back(let back): return head("Back to “\(engine.title(ofPlace: back.to, SessionState()))”", indent, width)
    case .end(let end): return head("The end: \(end.text.isEmpty ? spoken(end.name) : words(end.text))", indent, width)
    }
  }

  /// What goes round through what, and what that promises.
  private func rotation(
    _ rotate: Rotate, _ place: String, _ indent: String, _ inner: String, _ width: Int
  ) -> [String] {
    let promise = engine.expectedRotations(for: start).first { $0.place == place }?.guarantee.sentences ?? []
    return head(
      "Lap by lap, \(rotate.roles.map(spoken).joined(separator: ", ")) through \(spoken(rotate.through.name)):", indent,
      width)
      + promise.flatMap { head("(\($0))", inner, width) }
  }

  private func head(_ text: String, _ indent: String, _ width: Int) -> [String] {
    [MethodListing.wrapped(text, width: width, indent: indent)]
  }

  /// One of several ways on, with its heading; nothing where there is nothing to do.
  private func way(_ title: String, _ body: [FlowElement]?, indent: String, _ width: Int) -> [String] {
    guard let body, !body.isEmpty else { return [] }
    return head("\(title):", indent, width) + body.flatMap { step($0, indent: indent + "    ", width) }
  }

  /// What somebody says, shows, does or knows in a step.
  private func text(of text: StepText, indent: String, _ width: Int) -> [String] {
    var label: String
    switch text.audience {
    case .say: label = "Say"
    case .role(let role): label = method.role(role).map { words($0.title) } ?? role
    case .tip: label = "Tip"
    case .cue(let moment):
      let at = engine.seconds(moment, for: start)
      label = at < 0 ? "\(Minutes.spoken(-at)) before the end" : "After \(Minutes.spoken(at))"
    case .show(let showing):
      let words = words(text.text)
      let rounds = text.rounds.map { " in \($0.asRounds)" } ?? ""
      return head("Show\(rounds): \(words.isEmpty ? shown(showing) : words)", indent, width)
    }
    if let rounds = text.rounds { label += " in \(rounds.asRounds)" }
    return head("\(label): \(words(text.text))", indent, width)
  }

  private func content(_ content: Step.Content, indent: String, _ width: Int) -> [String] {
    switch content {
    case .text(let text): self.text(of: text, indent: indent, width)
    case .activity(let activity): head(record(of: activity), indent, width)
    }
  }

  private func rounds(of loop: Repeat) -> String {
    let rounds = engine.rounds(of: loop, for: start)
    let times = rounds == 1 ? "once" : "\(rounds) times"
    guard let until = loop.until else { return times.prefix(1).uppercased() + times.dropFirst() }
    return "Up to \(times)\(words(of: until.condition).map { ", until: \($0)" } ?? "")"
  }

  private func reason(_ condition: Condition) -> String {
    words(of: condition).map { "this holds: \($0)" } ?? "it applies"
  }

  /// What an author calls a condition, where there are words for it.
  private func words(of condition: Condition) -> String? {
    switch condition {
    case .test(let test): test.text.isEmpty ? nil : words(test.text)
    case .judge(_, let text): words(text)
    case .all(let conditions): joined(conditions, by: " and ")
    case .any(let conditions): joined(conditions, by: " or ")
    default: nil
    }
  }

  /// Those that have words; none where one has not, for half a condition would be another one.
  private func joined(_ conditions: [Condition], by word: String) -> String? {
    let texts = conditions.compactMap(words(of:))
    return texts.isEmpty || texts.count < conditions.count ? texts.first : texts.joined(separator: word)
  }

  func spoken(_ word: String) -> String { word.replacing("/", with: " ").replacing("-", with: " ") }
}

extension CountRange {
  /// `round 1`, `rounds 2 to 3`, `round 2 and later ones`.
  fileprivate var asRounds: String {
    guard let upper else { return "round \(lower) and later ones" }
    return upper == lower ? "round \(lower)" : "rounds \(lower) to \(upper)"
  }
}
