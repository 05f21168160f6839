import Diagnostics
import MethodLoading
import XMLReading

/// Holds a scenario against its element table; one run finds every mistake of form.
struct ScenarioStructure {
  private let file: String
  private(set) var findings: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// The scenario that a document's root is; `nil` when it is something else.
  mutating func scenario(_ root: XMLElement) -> ScenarioNode? {
    guard root.name == "scenario", root.namespace == .method else {
      report(
        .notAScenario,
        root.name == "scenario"
          ? "<scenario> does not say that it is a dotank scenario"
          : "a scenario begins with <scenario>, this file with <\(root.name)>",
        at: root.nameRange, help: "write <scenario xmlns=\"\(ScenarioLanguage.namespace)\">")
      return nil
    }
    return node(root, as: .scenario)
  }

  private mutating func node(_ element: XMLElement, as name: ScenarioElement) -> ScenarioNode {
    let row = ScenarioLanguage.row(name)
    var node = ScenarioNode(name, range: element.range)
    readAttributes(of: element, row, into: &node)
    readCharacters(of: element, row, into: &node)
    readChildren(of: element, row, into: &node)
    return node
  }

  // MARK: Attributes

  private mutating func readAttributes(of element: XMLElement, _ row: ScenarioRow, into node: inout ScenarioNode) {
    for attribute in element.attributes where !attribute.isForeign && attribute.name != "xml:lang" {
      let name = ScenarioAttribute(rawValue: attribute.name)
      guard let name, let allowed = row.attribute(name) else {
        reportUnknown(attribute, row, element)
        continue
      }
      let word = ScenarioNode.Word(text: ScenarioNode.folded(attribute.value), range: attribute.valueRange)
      check(word, allowed.value, "\(name.rawValue)=\"\(word.text)\"")
      node.set(name, word)
    }
    for wanted in row.attributes where wanted.isRequired && node.attributes[wanted.name] == nil {
      report(
        .missingInScenario, "<\(element.name)> has no attribute \(wanted.name.rawValue)", at: element.nameRange,
        help: "write \(wanted.name.rawValue)=\"…\"")
    }
  }

  private mutating func reportUnknown(_ attribute: XMLAttribute, _ row: ScenarioRow, _ element: XMLElement) {
    let names = row.attributes.map(\.name.rawValue)
    let takes = names.isEmpty ? "<\(element.name)> takes no attributes" : "it takes \(names.joined(separator: ", "))"
    report(
      .unknownScenarioAttribute, "<\(element.name)> has no attribute `\(attribute.name)`", at: attribute.nameRange,
      help: nearest(to: attribute.name, in: names).map { "did you mean `\($0)`?" } ?? takes)
  }

  // MARK: Characters

  private mutating func readCharacters(of element: XMLElement, _ row: ScenarioRow, into node: inout ScenarioNode) {
    guard case .characters(let value, let isRequired) = row.content else {
      if let range = element.textRange {
        report(
          .unexpectedCharacters, "characters stand in <\(element.name)>, where only elements may", at: range,
          help: "put them into an element, or into a comment <!-- … -->")
      }
      return
    }
    guard let range = element.textRange else {
      if isRequired {
        report(
          .missingInScenario, "<\(element.name)> says nothing", at: element.nameRange,
          help: "write what it is between its tags")
      }
      return
    }
    let text = ScenarioNode.folded(element.text)
    node.set(text: text, at: range)
    check(ScenarioNode.Word(text: text, range: range), value, "<\(element.name)> says “\(text)”")
  }

  // MARK: Children

  private mutating func readChildren(of element: XMLElement, _ row: ScenarioRow, into node: inout ScenarioNode) {
    for child in element.children where child.namespace == .method {
      if row.takesConditions, ConditionLoader.names.contains(child.name) {
        if let clause = clause(child) { node.append(clause) }
        continue
      }
      guard let name = ScenarioElement(rawValue: child.name), row.children.contains(name) else {
        reportUnknown(child, row, element)
        continue
      }
      node.append(self.node(child, as: name))
    }
  }

  /// A condition of the method language.
  private mutating func clause(_ element: XMLElement) -> ScenarioNode.Clause? {
    let (condition, problems) = ConditionLoader.load(element)
    findings += problems
    guard let condition else { return nil }
    var sources: [ScenarioNode.Word] = []
    var bound: Set<String> = []
    Self.gather(element, &sources, &bound)
    return ScenarioNode.Clause(
      condition: condition, range: element.range,
      sources: sources.filter { word in !bound.contains { word.text == $0 || word.text.hasPrefix("\($0)/") } })
  }

  private static func gather(_ element: XMLElement, _ sources: inout [ScenarioNode.Word], _ bound: inout Set<String>) {
    for attribute in element.attributes {
      switch attribute.name {
      case "as": bound.insert(attribute.value)
      case "of", "item-of", "in", "except":
        let words = attribute.value.split(separator: " ").map { String($0) }
        sources += words.map { ScenarioNode.Word(text: $0, range: attribute.valueRange) }
      default: continue
      }
    }
    for child in element.children { gather(child, &sources, &bound) }
  }

  private mutating func reportUnknown(_ child: XMLElement, _ row: ScenarioRow, _ element: XMLElement) {
    let allowed = row.children.map(\.rawValue) + (row.takesConditions ? ConditionLoader.names : [])
    if ScenarioElement(rawValue: child.name) != nil {
      let owners = ScenarioElement.allCases.filter {
        ScenarioLanguage.row($0).children.map(\.rawValue).contains(child.name)
      }
      return report(
        .unknownScenarioElement, "<\(child.name)> cannot stand in <\(element.name)>", at: child.nameRange,
        help: "it belongs into \(owners.map { "<\($0.rawValue)>" }.joined(separator: " or "))")
    }
    let holds =
      allowed.isEmpty ? "nothing may stand in it" : "in <\(element.name)> may stand: \(allowed.joined(separator: ", "))"
    report(
      .unknownScenarioElement, "unknown element `\(child.name)`", at: child.nameRange,
      help: nearest(to: child.name, in: allowed).map { "did you mean `\($0)`?" } ?? holds)
  }

  // MARK: Values

  /// Whether a value has its form; what it names is looked at when the method is known.
  private mutating func check(_ word: ScenarioNode.Word, _ value: ScenarioValue, _ shown: String) {
    switch value {
    case .whole where Int(word.text).map({ $0 >= 0 }) != true:
      report(.malformedInScenario, "\(shown) is not a whole number", at: word.range, help: "write digits only, as in 3")
    case .duration where (ScenarioDuration.seconds(word.text) ?? -1) < 0,
      .change where ScenarioDuration.seconds(word.text) == nil:
      report(
        .malformedInScenario, "\(shown) is not a duration", at: word.range,
        help: "write it like 90s, 5m, 1h30m or 5d")
    case .oneOf(let words) where !words.contains(word.text):
      report(
        .malformedInScenario, "\(shown) is not one of its words", at: word.range,
        help: nearest(to: word.text, in: words).map { "did you mean `\($0)`?" }
          ?? "write \(words.joined(separator: ", "))")
    default: return
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String?) {
    findings.append(Diagnostic(code, message, help: help, file: file, range: range))
  }
}

extension DiagnosticCode {
  /// The same finding as for an element that has no place there.
  fileprivate static let unexpectedCharacters = DiagnosticCode.unknownScenarioElement
}
