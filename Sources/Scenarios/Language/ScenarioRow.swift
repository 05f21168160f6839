/// What one element of the scenario language may hold.
struct ScenarioRow: Sendable {
  struct Attribute: Sendable {
    let name: ScenarioAttribute
    let value: ScenarioValue
    let isRequired: Bool
  }

  enum Content: Sendable {
    case nothing
    case characters(ScenarioValue, isRequired: Bool)
  }

  let element: ScenarioElement
  let attributes: [Attribute]
  let content: Content
  let children: [ScenarioElement]
  /// Conditions of the method language may stand in it.
  let takesConditions: Bool

  init(
    _ element: ScenarioElement, _ attributes: [Attribute] = [], _ content: Content = .nothing,
    children: [ScenarioElement] = [], takesConditions: Bool = false
  ) {
    self.element = element
    self.attributes = attributes
    self.content = content
    self.children = children
    self.takesConditions = takesConditions
  }

  func attribute(_ name: ScenarioAttribute) -> Attribute? { attributes.first { $0.name == name } }
}

extension ScenarioRow.Attribute {
  /// One that may be left out.
  static func may(_ name: ScenarioAttribute, _ value: ScenarioValue = .words) -> Self {
    Self(name: name, value: value, isRequired: false)
  }

  /// One that must be written.
  static func must(_ name: ScenarioAttribute, _ value: ScenarioValue = .words) -> Self {
    Self(name: name, value: value, isRequired: true)
  }
}

/// The element table of the scenario language.
package enum ScenarioLanguage {
  /// The namespace of every element.
  package static let namespace = "urn:dotank:scenario:1"

  static let rows: [ScenarioElement: ScenarioRow] = Dictionary(
    (courseRows + entryRows + markRows + hostRows + peopleRows + expectationRows + figureRows).map { ($0.element, $0) }
  ) { first, _ in first }

  static func row(_ element: ScenarioElement) -> ScenarioRow { rows[element] ?? ScenarioRow(element) }
}
