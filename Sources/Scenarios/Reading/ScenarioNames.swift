import Diagnostics
import MethodModel
import SessionEngine

/// Whether what a scenario names is there: in the method, or among those who take part.
struct ScenarioNames {
  private let file: String
  private let known: [Space: [String]]
  private(set) var findings: [Diagnostic] = []

  /// Names that are told apart by what they name.
  private enum Space: String {
    case person, place, source = "name", outcome, role, grouping = "set of groups", setting
  }

  init(_ scenario: Scenario, _ engine: SessionEngine, file: String) {
    self.file = file
    let method = engine.method
    let outcomes = Array(engine.index.outcomeKinds.keys) + engine.index.writers.keys
    let subjects = method.allElements.compactMap { element in
      if case .each(let each) = element.kind { each.name } else { nil }
    }
    let roles = method.roles.map(\.id) + [Role.facilitator]
    let groupings = method.groupings.map(\.id)
    let settings = method.settings.map(\.id)
    known = [
      .person: scenario.everybody, .place: method.allElements.map(\.id), .outcome: outcomes.sorted(), .role: roles,
      .grouping: groupings, .setting: settings,
      .source: (outcomes + subjects + roles + groupings + settings + method.lists.map(\.id) + ["people"]).sorted(),
    ]
  }

  /// Looks at an element and everything in it.
  mutating func check(_ node: ScenarioNode) {
    let row = ScenarioLanguage.row(node.element)
    for (name, word) in node.attributes.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      if let value = row.attribute(name)?.value { check(word, value) }
    }
    if case .characters(let value, _) = row.content, let range = node.textRange {
      check(ScenarioNode.Word(text: node.text, range: range), value)
    }
    if node.element == .holds, let range = node.textRange { check(people: node.text, at: range) }
    for word in node.clauses.flatMap(\.sources) { check(word, .source) }
    for child in node.children { check(child) }
  }

  private mutating func check(_ word: ScenarioNode.Word, _ value: ScenarioValue) {
    switch value {
    case .person: demand(word.text, .person, at: word.range)
    case .people where word.text != "everyone" && word.text != "others": check(people: word.text, at: word.range)
    case .viewer where !["host", "room", "record"].contains(word.text): demand(word.text, .person, at: word.range)
    case .place: demand(word.text, .place, at: word.range)
    case .places:
      for place in word.text.split(separator: " ") where !place.contains(where: { "/#@%+".contains($0) }) {
        demand(String(place), .place, at: word.range)
      }
    case .source: demand(SourceRef(path: word.text).name, .source, at: word.range)
    case .outcome: demand(word.text, .outcome, at: word.range)
    case .role: demand(word.text, .role, at: word.range)
    case .roles: for role in word.text.split(separator: " ") { demand(String(role), .role, at: word.range) }
    case .grouping: demand(word.text, .grouping, at: word.range)
    case .setting: demand(word.text, .setting, at: word.range)
    default: return
    }
  }

  private mutating func check(people: String, at range: SourceRange) {
    for name in people.split(separator: " ") where !name.hasPrefix("sheet-") {
      demand(String(name), .person, at: range)
    }
  }

  private mutating func demand(_ name: String, _ space: Space, at range: SourceRange) {
    let names = known[space] ?? []
    guard !names.contains(name) else { return }
    let there = names.isEmpty ? "there is none" : "there are: \(names.prefix(20).joined(separator: ", "))"
    let article = space == .outcome ? "an" : "a"
    findings.append(
      Diagnostic(
        .unknownInMethod, "`\(name)` is not \(article) \(space.rawValue) here",
        help: nearest(to: name, in: names).map { "did you mean `\($0)`?" } ?? there, file: file, range: range))
  }
}
