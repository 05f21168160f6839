import Diagnostics

/// DOT0901: attributes that need or exclude each other.
enum AttributesTogether: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all {
      for demand in AttributeDemand.of(tree.name(of: id)) { demand.check(id, tree, &log) }
      ContentDemand.check(id, tree, &log)
    }
  }

  static let explanations = [
    Explanation(
      .excludingAttributes, title: "attributes that need or exclude each other",
      what:
        "An attribute stands beside one that contradicts it, or without one that gives it a meaning: a ranking without"
        + " a number to keep, a setting of type choice without values, a default that nobody could answer. Or a number is"
        + " read from a setting or field in braces that has no default.",
      why: "It would be ignored in silence, and you would wonder why; and no plan can be made with a number that nobody"
        + " has said yet. Only a threshold does without a default where its setting is required.",
      example: .excludingAttributes,
      remedy: "Leave one of them out, or add the missing one, such as default at the setting, as the finding says.")
  ]
}

/// What one attribute asks of the others on its element.
enum AttributeDemand {
  /// The first makes sense only with one of the others.
  case needs(AttributeName, [AttributeName])
  /// Not both.
  case excludes(AttributeName, AttributeName)
  /// The first makes sense only where the second has one of these values; `nil` among them: not written.
  case only(AttributeName, where: AttributeName, is: [String?])
  /// At least one of them.
  case oneOf([AttributeName])

  static func of(_ name: ElementName) -> [AttributeDemand] { table[Int(name.rawValue)] }

  private static let table: [[AttributeDemand]] = ElementName.allCases.map { written[$0] ?? [] }

  private static let exactly: [AttributeDemand] = [.excludes(.exactly, .atLeast), .excludes(.exactly, .atMost)]

  private static let written: [ElementName: [AttributeDemand]] = [
    .groups: [
      .oneOf([.size, .merge, .split, .match, .per]), .excludes(.merge, .size), .excludes(.merge, .split),
      .excludes(.per, .merge), .excludes(.per, .split), .excludes(.per, .match),
      .needs(.merge, [.each]), .needs(.each, [.merge]), .needs(.split, [.size]), .needs(.ideal, [.size]),
      .needs(.yields, [.per]), .needs(.yields, [.size]),
    ],
    .field: [.only(.range, where: .type, is: ["number", "minutes"])],
    .role: [.only(.from, where: .filled, is: ["selected"]), .only(.except, where: .filled, is: ["rest"])],
    .step: [.only(.turn, where: .voice, is: ["turns"])],
    .collect: exactly,
    .select: exactly + [
      .needs(.top, [.rankedBy]), .needs(.rankedBy, [.top, .cost]), .needs(.measure, [.rankedBy]),
      .needs(.weights, [.rankedBy]), .needs(.ties, [.top]), .needs(.mix, [.draw]), .excludes(.draw, .rankedBy),
      .excludes(.draw, .exactly), .excludes(.draw, .atLeast), .excludes(.draw, .atMost),
      .needs(.cost, [.rankedBy]), .needs(.cost, [.budget]), .needs(.budget, [.cost]), .excludes(.cost, .ties),
      .needs(.best, [.rankedBy]), .needs(.strict, [.cost]),
    ],
    .fill: [.oneOf([.of, .into])],
    .place: [.oneOf([.axes, .zones]), .needs(.scale, [.axes])],
    .vote: [
      .only(.best, where: .kind, is: ["ranking"]), .only(.perItem, where: .kind, is: [nil, "dots"]),
    ],
    .decide: [
      .only(.silence, where: .rule, is: ["consent", "consensus"]), .only(.measure, where: .rule, is: ["score"]),
      .only(.atLeast, where: .rule, is: ["share", "score"]),
      .only(.ties, where: .rule, is: ["majority", "plurality", "score", "share"]),
      .only(.best, where: .rule, is: ["score"]), .only(.atMost, where: .best, is: ["lowest"]),
      .excludes(.atLeast, .atMost),
    ],
    .forEach: [.needs(.atEnd, [.within]), .needs(.rising, [.order])],
    .test: [
      .oneOf([.atLeast, .atMost, .equals, .above, .below]), .excludes(.atLeast, .above), .excludes(.atMost, .below),
      .only(.among, where: .measure, is: ["share"]), .needs(.direction, [.change]),
    ],
    .show: [
      .needs(.stats, [.of]), .needs(.change, [.stats]), .needs(.in, [.of]), .needs(.except, [.of]),
      .needs(.order, [.of]),
      .needs(.rising, [.order]),
    ],
    .scale: [.excludes(.range, .ordered)],
  ]

  func check(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    let name = tree.name(of: id).text
    switch self {
    case .needs(let first, let others):
      guard let attribute = tree.attribute(first, of: id), !others.contains(where: { tree.has($0, of: id) }) else {
        return
      }
      report(
        "\(first.text) says nothing without \(texts(others))", at: tree.nameRange(of: attribute),
        "add \(texts(others)), or leave \(first.text) out", &log)
    case .excludes(let first, let second):
      guard tree.has(first, of: id), let attribute = tree.attribute(second, of: id) else { return }
      report(
        "\(first.text) and \(second.text) exclude each other", at: tree.nameRange(of: attribute),
        "leave one of them out", &log)
    case .only(let first, let second, let values):
      guard let attribute = tree.attribute(first, of: id), !isUnsound(second, id, tree),
        !values.contains(tree.value(second, of: id))
      else { return }
      let wanted = values.compactMap { $0 }.map { "\(second.text)=\"\($0)\"" }
      report(
        "\(first.text) says something only with \(joined(wanted, "or"))", at: tree.nameRange(of: attribute),
        "leave \(first.text) out, or change \(second.text)", &log)
    case .oneOf(let names):
      guard !names.contains(where: { tree.has($0, of: id) }) else { return }
      report("<\(name)> needs \(texts(names))", at: tree.nameRange(of: id), "add one of them", &log)
    }
  }

  private func isUnsound(_ name: AttributeName, _ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.attribute(name, of: id).map { !$0.isSound } ?? false
  }

  private func texts(_ names: [AttributeName]) -> String { joined(names.map(\.text), "or") }

  private func report(_ message: String, at range: SourceRange, _ help: String, _ log: inout FindingLog) {
    log.error(.excludingAttributes, message, at: range, help: help)
  }
}
