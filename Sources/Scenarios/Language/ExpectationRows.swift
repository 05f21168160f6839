extension ScenarioLanguage {
  private static let words = ScenarioRow.Content.characters(.words, isRequired: false)

  /// What may be expected, beside conditions of the method language.
  static let expectations: [ScenarioElement] = [
    .fails, .noData, .ended, .stands, .asks, .path, .entries, .sees, .says, .groups, .parts, .partners, .planned,
    .allotted, .forecast, .turns, .ways, .decision, .scores, .stale, .round, .holds, .advice, .criteria, .changed,
    .events,
    .shown,
    .record,
  ]

  /// Where the session is, what there is, who sees it.
  static let expectationRows: [ScenarioRow] = [
    ScenarioRow(.fails, [], takesConditions: true), ScenarioRow(.noData, [], takesConditions: true),
    ScenarioRow(.ended, [.must(.as)]),
    ScenarioRow(.stands, [.must(.at, .place), .may(.lap, .whole), .may(.subject), .may(.track)]),
    ScenarioRow(.asks, [.must(.about, .oneOf(questions)), .may(.at, .place), .may(.options)]),
    ScenarioRow(.path, [], .characters(.places, isRequired: true)),
    ScenarioRow(.entries, [.must(.of, .source), .may(.order, .oneOf(["any", "made"]))], words),
    ScenarioRow(
      .sees,
      [.must(.who, .viewer), .must(.of, .outcome), .may(.names, .oneOf(["shown", "hidden"]))], words),
    ScenarioRow(.says, [.must(.of, .source), .may(.thing), .may(.field)], words),
    ScenarioRow(
      .shown, [.may(.kind, .oneOf(["any", "say", "show", "tip", "cue", "do"])), .may(.count, .whole)], words),
    ScenarioRow(.record, [.must(.at), .may(.is), .may(.count, .whole)]),
  ]

  private static let questions = ["optional", "choice", "branch", "until", "exhausted", "revisit", "spent", "fit"]

  /// Groups, minutes, decisions, and what went on record.
  static let figureRows: [ScenarioRow] = [
    ScenarioRow(.groups, [.must(.of, .grouping), .may(.count, .whole), .may(.sizes)], words),
    ScenarioRow(.parts, [.must(.at, .place), .may(.count, .whole), .may(.sizes)], words),
    ScenarioRow(.partners, [.must(.most, .whole), .may(.at, .places)]),
    ScenarioRow(.planned, [.may(.at, .place), .must(.is, .duration)]),
    ScenarioRow(.allotted, [.may(.at, .place), .must(.is, .duration)]),
    ScenarioRow(.forecast, [.may(.ends, .duration), .may(.behind, .change)]),
    ScenarioRow(
      .decision,
      [
        .must(.of, .outcome), .may(.group), .may(.result, .oneOf(results)), .may(.winners), .may(.rest),
        .may(.answered, .whole), .may(.present, .whole), .may(.entitled, .whole), .may(.dissent),
      ]),
    ScenarioRow(.turns, [], words), ScenarioRow(.ways, [], words), ScenarioRow(.scores, [.must(.of, .outcome)], words),
    ScenarioRow(.stale, [], words),
    ScenarioRow(
      .round, [.must(.who, .viewer), .may(.thing), .may(.own), .may(.figures), .may(.lowest), .may(.highest)]),
    ScenarioRow(.holds, [.must(.role, .role)], words),
    ScenarioRow(.advice, [.must(.is, .oneOf(["pass", "rework", "stop", "none"]))]),
    ScenarioRow(.criteria, [], words),
    ScenarioRow(.changed, [.must(.kind), .may(.times, .whole), .may(.because), .may(.subject)]),
    ScenarioRow(.events, [.must(.type), .may(.times, .whole), .may(.least, .whole)]),
  ]

  private static let results = ["adopted", "rejected", "won", "tied", "deferred", "no-quorum", "selected"]
}
