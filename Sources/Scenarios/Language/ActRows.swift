extension ScenarioLanguage {
  private static let to = ScenarioRow.Attribute.may(.to, .outcome)
  private static let by = ScenarioRow.Attribute.may(.by, .people)
  private static let group = ScenarioRow.Attribute.may(.group)
  private static let whole = ScenarioRow.Attribute.may(.whole, .oneOf(["yes", "no"]))
  private static let code = ScenarioRow.Attribute.may(.code)
  private static let meaning = ScenarioRow.Attribute.may(.meaning, .oneOf(["same", "changed"]))
  private static let words = ScenarioRow.Content.characters(.words, isRequired: false)
  private static let wanted = ScenarioRow.Content.characters(.words, isRequired: true)

  /// Things, documents and choices.
  static let entryRows: [ScenarioRow] = [
    act(.add, [by, group, to, whole, code, .may(.copy), .may(.thing)], words, children: [.field]),
    act(.reword, [.must(.entry), meaning], words, children: [.field]), act(.withdraw, [.must(.entry)]),
    act(.admit, [.may(.entry), by, to]), act(.keep, [.must(.of, .outcome)]), act(.choose, [by, group, to], words),
    act(.fill, [by, group, to, .may(.thing), meaning], words, children: [.field]),
    act(.sort, [by, group, .may(.cluster)], wanted),
    act(.merge, [.must(.as), .may(.carries, .oneOf(["yes", "no"]))], wanted), act(.split, [.must(.entry)], wanted),
    act(.link, [by, group, .must(.from), .must(.to), .may(.word)]),
  ]

  /// Marks, and the answers of those who decide.
  static let markRows: [ScenarioRow] = [
    act(.vote, [by, group, to, whole, code], wanted),
    act(.rate, [by, group, to, whole, code, .may(.thing), .may(.criterion)], wanted),
    act(.signal, [.must(.by, .people), to, whole], .characters(signals, isRequired: true)),
    act(.tally, [.may(.ballots, .whole), to], wanted), act(.answer, [.may(.by, .person)], wanted),
    act(.judge, [.may(.criterion, .whole)], .characters(.oneOf(["yes", "no", "not-yet"]), isRequired: true)),
    act(.verdict, [.may(.conditions)], .characters(.oneOf(["pass", "rework", "stop"]), isRequired: true)),
  ]

  private static let signals = ScenarioValue.oneOf([
    "consent", "concern", "objection", "agree", "aside", "block", "pass",
  ])

  /// The host's steering.
  static let hostRows: [ScenarioRow] = [
    act(.next), act(.skip), act(.undo), act(.close), act(.reveal), act(.comeBack), act(.pause),
    act(.action, [.must(.as, .oneOf(["done", "dropped", "moved", "reopened"])), .may(.due)], wanted),
    act(.note, [], wanted), act(.photo, [], wanted), act(.insert, [.must(.time, .duration), .may(.say)], wanted),
    act(.extend, [.must(.time, .change)]), act(.end, [.must(.as)]), act(.form, [.must(.groups, .grouping)]),
    act(.go, [.must(.to), .may(.again, .oneOf(["yes", "no"]))]), act(.resume, [.may(.gap, .duration)]),
    act(.wait, [.must(.time, .duration)]), act(.turn, [], wanted),
    act(.queue, [.must(.kind, .oneOf(["first", "drop", "add"])), .must(.thing)]),
    act(.replan, [], .characters(.oneOf(["breaks", "shorten", "skip", "later"]), isRequired: true)),
  ]

  /// Who comes, goes and holds what.
  static let peopleRows: [ScenarioRow] = [
    act(.arrive, [.must(.name)], children: [.field]), act(.leave, [.must(.name, .person)]),
    act(.assign, [.must(.role, .role), .must(.name, .person)]),
    act(.unassign, [.must(.role, .role), .must(.name, .person)]),
    act(.move, [.must(.name, .person), .must(.group)]),
  ]
}
