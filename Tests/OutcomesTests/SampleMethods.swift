import MethodModel

/// Methods with just what a test is about.
enum Sample {
  static func step(
    _ id: String, _ title: String, minutes: Int = 5, with: Participation = .room, optional: Bool = false,
    _ activities: Activity...
  ) -> FlowElement {
    FlowElement(
      id: id,
      kind: .step(
        Step(
          title: LocalizedText(title), timebox: time(minutes), with: with, optional: optional,
          contents: activities.map { .activity($0) })))
  }

  static func time(_ minutes: Int) -> Timebox {
    Timebox(time: .sum(terms: [.init(.seconds(minutes * 60))], atMost: nil))
  }

  static func method(
    _ id: String, _ title: String, delivers: [(String, String)], settings: [Setting] = [], roles: [Role] = [],
    groupings: [Grouping] = [], scales: [Scale] = [], lists: [ValueList] = [], fit: Fit = Fit(),
    agenda: [FlowElement]
  ) -> Method {
    Method(
      id: id, version: "1.0.0", language: "en", title: LocalizedText(title), purpose: LocalizedText("For tests."),
      fit: fit, settings: settings, roles: roles, groupings: groupings, scales: scales, lists: lists,
      delivers: delivers.map { Deliverable(source: SourceRef(path: $0.0), title: LocalizedText($0.1)) }, agenda: agenda)
  }

  static let hold = Scale(
    id: "hold",
    points: (1...5).map { NamedValue(id: "\($0)", number: Number($0), text: LocalizedText("Point \($0)")) })

  static func collect(
    into name: String, from: SourceRef? = nil, visible: Visible? = nil, reveal: Reveal? = nil,
    names: Activity.Names = .shown, fields: [Field] = []
  ) -> Activity {
    Activity(
      kind: .collect(.none, unique: false, expect: nil), from: from, into: name, visible: visible, reveal: reveal,
      names: names, fields: fields)
  }

  static func rate(
    _ list: String, into name: String, reveal: Reveal? = nil, names: Activity.Names = .shown
  ) -> Activity {
    Activity(
      kind: .rate(Rating(scale: "hold", reason: .optional)), of: SourceRef(name: list), into: name, reveal: reveal,
      names: names)
  }

  static let commit = Activity(kind: .commit(.none, expect: nil), into: "actions")

  /// Private ideas, shared ones in pairs, a vote, actions.
  static let ideas = method(
    "ideas", "Ideas in two rounds",
    delivers: [("shared", "Shared ideas"), ("votes", "What the room prefers"), ("actions", "Who does what")],
    settings: [Setting(id: "question", kind: .text, required: true, ask: LocalizedText("What is the question?"))],
    groupings: [Grouping(id: "pairs", basis: .size(CountRange(2, 2)), title: LocalizedText("Pairs"))],
    agenda: [
      step("alone", "Alone", minutes: 1, with: .alone, collect(into: "private")),
      step("share", "Share on {question}", with: .groups("pairs"), collect(into: "shared", visible: .room)),
      step(
        "vote", "Vote",
        Activity(
          kind: .vote(Vote(kind: .dots, budget: .fixed(3))), of: SourceRef(name: "shared"), into: "votes")),
      step("act", "Agree actions", minutes: 3, commit),
    ])

  /// A proposal, signals in up to three rounds, each objection heard.
  static let consent = method(
    "consent", "Consent in rounds",
    delivers: [("proposal", "The wording"), ("consent", "Signals and objections"), ("actions", "First steps")],
    agenda: [
      step("present", "Present", Activity(kind: .fill(freeze: nil, limits: .none), into: "proposal")),
      FlowElement(
        id: "rounds",
        kind: .loop(
          Repeat(
            rounds: .fixed(3),
            body: [
              step(
                "signal", "Signal", minutes: 2, with: .alone,
                Activity(
                  kind: .decide(Decide(rule: .consent)), of: SourceRef(name: "proposal"), into: "consent",
                  reveal: .allAnswered)),
              FlowElement(
                id: "each-objection",
                kind: .each(
                  ForEach(
                    itemOf: SourceRef(path: "consent/objections"), name: "objection",
                    body: [
                      step(
                        "hear", "Hear: {objection}", minutes: 3,
                        Activity(kind: .fill(freeze: nil, limits: .none), of: SourceRef(name: "proposal")),
                        Activity(
                          kind: .fill(freeze: nil, limits: .none), of: SourceRef(name: "objection"),
                          fields: [Field(id: "status")]))
                    ]))),
            ],
            until: .init(
              position: 1,
              condition: .test(
                Test(
                  measure: .objections, of: SourceRef(name: "consent"), thresholds: [.init(.equals, .number(0))],
                  text: LocalizedText("No objection is left"))))))),
      step("act", "First steps", minutes: 3, commit),
    ])

  /// Ratings behind a gate that can send back.
  static func gate(names: Activity.Names = .shown) -> Method {
    method(
      "gate", "Ready or not", delivers: [("ratings", "How ready we are"), ("actions", "Conditions with owners")],
      roles: [Role(id: "leader", title: LocalizedText("Leader"))], scales: [hold],
      lists: [
        ValueList(
          id: "indicators",
          values: [
            NamedValue(id: "need", text: LocalizedText("Need")), NamedValue(id: "fit", text: LocalizedText("Fit")),
          ])
      ],
      agenda: [
        step(
          "rate", "Rate", minutes: 4, with: .alone,
          rate("indicators", into: "ratings", reveal: .endOfStep, names: names)),
        FlowElement(
          id: "adopt",
          kind: .checkpoint(
            Checkpoint(
              by: "leader", timebox: time(6), question: LocalizedText("Do we adopt it?"),
              criteria: [
                .every(
                  Quantifier(
                    itemOf: SourceRef(name: "indicators"), name: "i",
                    condition: .test(
                      Test(
                        measure: .median, of: SourceRef(name: "ratings"),
                        subject: .reference(Reference(name: "i", field: nil)),
                        thresholds: [.init(.atLeast, .number(3))], text: LocalizedText("{i} is workable"))))),
                .judge(by: "leader", text: LocalizedText("The money is there")),
              ],
              pass: [
                step("own", "Own the conditions", commit),
                FlowElement(id: "adopted", kind: .end(End(name: "adopted", text: LocalizedText("We adopt it.")))),
              ],
              rework: [FlowElement(id: "again", kind: .back(Back(to: "rate", atMost: .fixed(1))))],
              stop: [FlowElement(id: "declined", kind: .end(End(name: "declined", text: LocalizedText("We do not."))))])
          )),
      ])
  }
}
