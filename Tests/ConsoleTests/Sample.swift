import MethodModel

/// Methods, steps and people that many tests need.
enum Sample {
  static let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima"]

  static let pairs = Grouping(
    id: "pairs", basis: .size(CountRange(2, 2)), remainder: .join, title: LocalizedText("Pairs"))
  static let hold = Scale(id: "hold", points: (1...5).map { NamedValue(id: "\($0)", number: Number($0)) })
  static let words = Scale(
    id: "words",
    points: [
      NamedValue(id: "weak", number: 1, text: LocalizedText("Weak: more speaks against it")),
      NamedValue(id: "good", number: 2, text: LocalizedText("Good: small gaps")), NamedValue(id: "strong", number: 3),
    ])
  static let indicators = ValueList(
    id: "indicators",
    values: [
      NamedValue(id: "need", text: LocalizedText("Need")), NamedValue(id: "fit", text: LocalizedText("Fit")),
      NamedValue(id: "capacity", text: LocalizedText("Capacity")),
    ])
  static let proposer = Role(id: "proposer", title: LocalizedText("Proposer"))
  static let keeper = Role(id: "keeper", filled: .volunteer, title: LocalizedText("Logbook keeper"))

  static let plain = Step(title: LocalizedText("Last"), timebox: minutes(1))

  static func minutes(_ count: Int) -> Timebox {
    Timebox(time: .sum(terms: [.init(.seconds(count * 60))], atMost: nil))
  }

  static func method(_ agenda: [FlowElement]) -> Method {
    Method(
      id: "sample", version: "1.0.0", language: "en", title: LocalizedText("Sample"), purpose: LocalizedText("Try."),
      people: [Field(id: "school")], roles: [proposer, keeper], groupings: [pairs], scales: [hold, words],
      lists: [indicators], agenda: agenda)
  }

  static func step(
    _ title: String, _ kind: Activity.Kind, with: Participation = .room, of: String? = nil, from: String? = nil,
    into: String? = "ideas", per: Unit? = nil, visible: Visible? = nil, reveal: Reveal? = nil, fields: [Field] = [],
    enter: Activity.Enter = .each, texts: [StepText] = []
  ) -> Step {
    let activity = Activity(
      kind: kind, of: of.map { SourceRef(path: $0) }, from: from.map { SourceRef(path: $0) }, into: into, per: per,
      visible: visible, reveal: reveal, enter: enter, fields: fields)
    return Step(
      title: LocalizedText(title), timebox: minutes(4), with: with,
      contents: texts.map { .text($0) } + [.activity(activity)])
  }

  static func element(_ id: String, _ step: Step) -> FlowElement { FlowElement(id: id, kind: .step(step)) }

  static func say(_ text: String) -> StepText { StepText(audience: .say, text: LocalizedText(text)) }
  static func show(_ text: String) -> StepText {
    StepText(audience: .show(Showing()), text: LocalizedText(text))
  }

  static let collect = Activity.Kind.collect(.none, unique: false, expect: nil)
}
