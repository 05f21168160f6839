/// The element table of the method language: the loader is driven by it, and schemas and the reference come from it.
package enum Language {
  /// The namespace of every element.
  package static let namespace = "urn:dotank:method:1"

  /// The rows by raw value of their names.
  package static let rows: [ElementRow] = {
    let written = headRows + definitionRows + flowRows + checkpointRows + textRows + activityRows + conditionRows
    let byName = Dictionary(written.map { ($0.name, $0) }) { first, _ in first }
    return ElementName.allCases.map { byName[$0] ?? ElementRow($0) }
  }()

  package static func row(_ name: ElementName) -> ElementRow { rows[Int(name.rawValue)] }

  /// The elements in whose contents an element may stand.
  package static func parents(of name: ElementName) -> [ElementName] {
    rows.filter { row in row.slots.contains { $0.elements.contains(name) } }.map(\.name)
  }

  static let flow: ElementSet = [
    .phase, .step, .break, .repeat, .forEach, .parallel, .rotate, .branch, .choice, .use, .meeting, .window,
    .checkpoint,
  ]
  static let body = flow.union([.back, .end])
  static let condition: ElementSet = [.test, .judge, .all, .any, .none, .every, .some]
  static let stepTexts: ElementSet = [.say, .show, .do, .tip, .cue]
  static let activities: ElementSet = [
    .collect, .cluster, .select, .vote, .rate, .place, .fill, .connect, .decide, .commit,
  ]

  /// Elements that hold characters.
  static let texts: ElementSet = ElementSet(
    ElementName.allCases.filter {
      switch row($0).content {
      case .characters, .mixed: true
      case .nothing, .elements: false
      }
    })

  static let measures = [
    "count", "distinct", "answered", "share", "median", "mean", "min", "max", "spread", "sum", "product",
    "objections", "decided",
  ]
  /// The figures by which things can be put into an order.
  static let rankingMeasures = ["median", "mean", "min", "max", "spread", "sum", "product"]
  static let mode = AttributeRow(.mode, .word(["room", "remote"]))
  static let rising = AttributeRow(.rising, .yesNo, default: "no")
  static let inRound = AttributeRow(.inRound, .range)
  /// Every text may say its language.
  static let language = AttributeRow(.language, .languageTag)
}
