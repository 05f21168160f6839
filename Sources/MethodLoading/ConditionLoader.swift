package import Diagnostics
package import MethodModel
package import XMLReading

/// Conditions of the method language that stand in another kind of document, such as what a scenario expects.
package enum ConditionLoader {
  /// The elements that are conditions.
  package static let names: [String] = Language.condition.members.map(\.text)

  /// What an element says as a condition, and what in it is not as the language has it.
  ///
  /// Names are not resolved: to what they refer is for the caller, who knows the method.
  package static func load(_ element: XMLElement) -> (condition: Condition?, findings: [Diagnostic]) {
    guard let name = ElementName(text: element.name), Language.condition.contains(name) else { return (nil, []) }
    let (tree, log) = StructureCheck.check(element, as: name)
    guard !log.hasErrors else { return (nil, log.findings) }
    return (MethodDecoder(tree: tree, placeIDs: PlaceIDs(tree: tree)).condition(.root), log.findings)
  }
}
