package import Diagnostics
package import MethodModel

/// An element of a scenario whose form is sound, with the place of everything in it.
package struct ScenarioNode: Sendable {
  /// A value, and where it stands.
  package struct Word: Sendable {
    package let text: String
    package let range: SourceRange
  }

  /// A condition of the method language, and where it stands.
  package struct Clause: Sendable {
    package let condition: Condition
    package let range: SourceRange
    /// What it reads, by name or path; names that it binds itself left out.
    package let sources: [Word]
  }

  package let element: ScenarioElement
  /// The start tag.
  package let range: SourceRange
  package fileprivate(set) var attributes: [ScenarioAttribute: Word] = [:]
  /// The characters, with white space folded; empty without any.
  package fileprivate(set) var text = ""
  package fileprivate(set) var textRange: SourceRange?
  package fileprivate(set) var children: [ScenarioNode] = []
  package fileprivate(set) var clauses: [Clause] = []

  init(_ element: ScenarioElement, range: SourceRange) {
    self.element = element
    self.range = range
  }

  subscript(name: ScenarioAttribute) -> String? { attributes[name]?.text }

  /// Where an attribute's value stands; the start tag where it is not written.
  func range(of name: ScenarioAttribute) -> SourceRange { attributes[name]?.range ?? range }

  func whole(_ name: ScenarioAttribute) -> Int? { self[name].flatMap { Int($0) } }

  func seconds(_ name: ScenarioAttribute) -> Int? { self[name].flatMap { ScenarioDuration.seconds($0) } }

  /// The things between semicolons.
  var items: [String] { Self.items(text) }

  /// The words of the `field` children, and of the element itself as the field `text`.
  var fields: [String: String] {
    var fields = Dictionary(
      children.filter { $0.element == .field }.map { ($0[.id] ?? "", $0.text) }, uniquingKeysWith: { first, _ in first }
    )
    if !text.isEmpty, fields["text"] == nil { fields["text"] = text }
    return fields
  }

  func children(_ element: ScenarioElement) -> [ScenarioNode] { children.filter { $0.element == element } }

  static func items(_ text: String) -> [String] {
    text.split(separator: ";").map { folded(String($0)) }.filter { !$0.isEmpty }
  }

  static func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension ScenarioNode {
  mutating func set(_ name: ScenarioAttribute, _ word: Word) { attributes[name] = word }

  mutating func set(text: String, at range: SourceRange) {
    self.text = text
    textRange = range
  }

  mutating func append(_ child: ScenarioNode) { children.append(child) }
  mutating func append(_ clause: Clause) { clauses.append(clause) }
}

/// Durations of a scenario, written as in a method.
enum ScenarioDuration {
  /// Whole seconds of `90s`, `5m`, `1h30m`, `5d`, also with a minus; `nil` for anything else.
  static func seconds(_ text: String) -> Int? {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    var total = 0
    guard !digits.isEmpty else { return nil }
    while !digits.isEmpty {
      let number = digits.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(number), count < 1_000_000, let unit = units[digits.dropFirst(number.count).first ?? " "]
      else { return nil }
      total += count * unit
      digits = digits.dropFirst(number.count + 1)
    }
    return isNegative ? -total : total
  }

  private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]

  /// As it would be written: `1h30m`, `45s`, `0s`.
  static func text(_ seconds: Int) -> String {
    let magnitude = abs(seconds)
    let parts = [(magnitude / 3_600, "h"), (magnitude % 3_600 / 60, "m"), (magnitude % 60, "s")]
      .filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return (seconds < 0 ? "-" : "") + (parts.isEmpty ? "0s" : parts.joined())
  }
}
