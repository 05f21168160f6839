extension Language {
  /// The texts of a step, by audience.
  static let textRows: [ElementRow] = [
    ElementRow(.say, [mode, inRound, language], .characters), ElementRow(.tip, [mode, inRound, language], .characters),
    ElementRow(
      .show,
      [
        AttributeRow(.of, .source), AttributeRow(.stats, .words(measures)), AttributeRow(.in, .sources),
        AttributeRow(.except, .sources), AttributeRow(.change, .change), AttributeRow(.order, .source), rising, mode,
        inRound, language,
      ], .mixed([.any(.where)])),
    ElementRow(.do, [AttributeRow(.role, .oneRole, required: true), mode, inRound, language], .characters),
    ElementRow(.cue, [AttributeRow(.at, .moment, required: true), mode, inRound, language], .characters),
  ]

  /// The ten activities.
  static let activityRows: [ElementRow] = [
    activity(
      .collect, limits + [exactly, AttributeRow(.unique, .yesNo, default: "no"), expect], from: .possible,
      into: true, fields: true),
    activity(.cluster, limits + [expect], of: true, into: true),
    activity(
      .select,
      limits + [
        exactly, AttributeRow(.as, .newName), AttributeRow(.top, .whole(settings: true)),
        AttributeRow(.rankedBy, .source), AttributeRow(.cost, .localName),
        AttributeRow(.draw, .lot), AttributeRow(.mix, .fieldsOrRoles),
        AttributeRow(.budget, .whole(settings: true)),
        AttributeRow(.measure, .word(rankingMeasures), default: "median"), AttributeRow(.weights, .source), best, ties,
        AttributeRow(.strict, .yesNo, default: "no"), AttributeRow(.rest, .newName), expect,
      ], from: .needed, into: true, condition: true),
    activity(
      .vote,
      [
        AttributeRow(.kind, .word(["dots", "approval", "ranking"]), default: "dots"),
        AttributeRow(.budget, .whole(settings: true)), AttributeRow(.perItem, .whole(settings: true)),
        AttributeRow(.best, .word(["first", "last"]), default: "first"), never, apart,
      ], of: true, into: true),
    activity(
      .rate,
      [
        AttributeRow(.scale, .scale, required: true), AttributeRow(.criteria, .source),
        AttributeRow(.reason, .word(["no", "optional", "required"]), default: "no"), never, apart,
      ], of: true, into: true),
    activity(
      .place, [AttributeRow(.axes, .axes), AttributeRow(.scale, .scale), AttributeRow(.zones, .source)], of: true,
      into: true),
    activity(
      .fill,
      [
        AttributeRow(.shape, .word(["text", "form", "canvas", "table"]), default: "text"),
        AttributeRow(.freeze, .place),
      ] + limits, from: .possible, fields: true),
    activity(
      .connect, [AttributeRow(.shape, .word(["graph", "tree"]), default: "graph"), AttributeRow(.links, .anything)],
      of: true, into: true),
    activity(
      .decide,
      [
        AttributeRow(
          .rule, .word(["consent", "consensus", "majority", "share", "plurality", "score", "one"]), required: true),
        AttributeRow(.measure, .word(["median", "mean", "sum"])), AttributeRow(.atLeast, .quantity),
        AttributeRow(.atMost, .quantity), best, among, AttributeRow(.quorum, .quantity), ties,
        AttributeRow(.silence, .word(["blocks", "passes"]), default: "blocks"),
      ], of: true, from: .possible, into: true),
    activity(.commit, limits + [expect], from: .possible, into: true, fields: true),
  ]

  static let among = AttributeRow(.among, .word(["given", "present", "entitled"]), default: "given")
  private static let apart = AttributeRow(.apart, .fieldsOrRoles)
  private static let never = AttributeRow(.never, .word(["own"]))
  private static let expect = AttributeRow(.expect, .expectation)
  private static let exactly = AttributeRow(.exactly, .whole(settings: true))
  private static let limits = [
    AttributeRow(.atLeast, .whole(settings: true, from: 0)), AttributeRow(.atMost, .whole(settings: true)),
  ]
  private static let best = AttributeRow(.best, .word(["highest", "lowest"]), default: "highest")
  private static let ties = AttributeRow(
    .ties, .word(["ask", "all", "none", "run-off", "draw", "one"]), default: "ask")

  /// Whether an activity starts with what another outcome holds.
  private enum From { case never, possible, needed }

  /// A row with what every activity may say; fields are asked for where something is written.
  private static func activity(
    _ name: ElementName, _ own: [AttributeRow], of: Bool = false, from: From = .never, into: Bool = false,
    condition: Bool = false, fields: Bool = false
  ) -> ElementRow {
    let start = from == .never ? [] : [AttributeRow(.from, .source, required: from == .needed)]
    let shared =
      [AttributeRow(.of, .source, required: of)] + start + [
        AttributeRow(.in, .sources), AttributeRow(.except, .sources), AttributeRow(.into, .newName, required: into),
        AttributeRow(.by, .contributor), AttributeRow(.per, .unit), AttributeRow(.visible, .visible),
        AttributeRow(.reveal, .reveal),
        AttributeRow(.names, .word(["shown", "hidden", "coded", "unkept"]), default: "shown"),
        AttributeRow(.capture, .word(["any", "phone", "paper"]), default: "any"),
        AttributeRow(.enter, .word(["each", "sum", "selected", "photo"]), default: "each"), mode,
      ]
    var slots: [ElementRow.Slot] = [.any(.where)]
    if fields { slots.append(.any(.field)) }
    if condition { slots.append(ElementRow.Slot(Language.condition, .optional)) }
    return ElementRow(name, shared + own, .elements(slots))
  }
}
