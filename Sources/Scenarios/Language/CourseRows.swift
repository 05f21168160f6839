extension ScenarioLanguage {
  /// The scenario, who is there, and where something happens.
  static let courseRows: [ScenarioRow] = [
    ScenarioRow(
      .scenario,
      [
        .may(.method), .may(.mode, .oneOf(["room", "remote"])), .may(.language), .may(.seed, .whole),
        .may(.ends, .duration), .may(.size, .oneOf(["any"])),
      ], children: [.title, .people, .setting, .earlier, .carried, .start, .at, .rehearse, .expect]),
    ScenarioRow(.title, [], .characters(.words, isRequired: true)),
    ScenarioRow(.people, [.may(.count, .whole)], children: [.person]),
    ScenarioRow(.person, [.must(.name), .may(.roles, .roles)], children: [.field]),
    ScenarioRow(.field, [.must(.id)], .characters(.words, isRequired: false)),
    ScenarioRow(.setting, [.must(.id, .setting)], .characters(.words, isRequired: false)),
    ScenarioRow(.earlier, [.must(.id, .setting), .must(.record)]),
    ScenarioRow(.carried, [.may(.by), .may(.due)], .characters(.words, isRequired: true)),
    ScenarioRow(.start, [refused]),
    ScenarioRow(
      .at, [.must(.place, .place), .may(.lap, .whole), .may(.subject), .may(.track)], children: acts + [.expect]),
    ScenarioRow(.rehearse, [.may(.seed, .whole), .may(.until, .place)]),
    ScenarioRow(.expect, [], children: expectations, takesConditions: true),
  ]

  /// What people and the host do.
  static let acts: [ScenarioElement] = [
    .add, .reword, .withdraw, .admit, .keep, .choose, .vote, .rate, .signal, .tally, .fill, .sort, .merge, .split,
    .link,
    .answer, .judge, .verdict, .next,
    .skip, .undo, .close, .reveal, .note, .photo, .insert, .extend, .end, .form, .move, .assign, .unassign, .go,
    .comeBack,
    .wait, .pause, .resume, .arrive, .leave, .turn, .queue, .replan, .action,
  ]

  static let refused = ScenarioRow.Attribute.may(.refused)
  /// What every act may say: that it is refused, who sends it, and why.
  static let envelope: [ScenarioRow.Attribute] = [refused, .may(.sender, .person), .may(.because)]

  static func act(
    _ element: ScenarioElement, _ attributes: [ScenarioRow.Attribute] = [], _ content: ScenarioRow.Content = .nothing,
    children: [ScenarioElement] = []
  ) -> ScenarioRow {
    ScenarioRow(element, attributes + envelope, content, children: children)
  }
}
