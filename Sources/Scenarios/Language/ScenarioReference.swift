import SessionEngine

/// The tables of the scenario language as Markdown, for the reference of authors.
package enum ScenarioReference {
  package static var markdown: String {
    chapters.map { title, rows in table(title, rows) }.joined(separator: "\n") + "\n" + attributeTable + "\n"
      + valueTable
  }

  private static let chapters: [(title: String, rows: [ScenarioRow])] = [
    ("Who is there, and where", ScenarioLanguage.courseRows), ("What people enter", ScenarioLanguage.entryRows),
    ("Marks and answers", ScenarioLanguage.markRows), ("The host", ScenarioLanguage.hostRows),
    ("Who comes and goes", ScenarioLanguage.peopleRows),
    ("What is expected: course and content", ScenarioLanguage.expectationRows),
    ("What is expected: figures and people", ScenarioLanguage.figureRows),
  ]

  private static func table(_ title: String, _ rows: [ScenarioRow]) -> String {
    "### \(title)\n\n| element | attributes | holds | what it says |\n| --- | --- | --- | --- |\n"
      + rows.map { row in
        "| `\(row.element.rawValue)` | \(attributes(of: row)) | \(content(of: row)) | \(ScenarioSentences.of(row.element)) |\n"
      }.joined()
  }

  /// Those that every act takes are told once, above the tables.
  private static func attributes(of row: ScenarioRow) -> String {
    let envelope = Set(ScenarioLanguage.envelope.map(\.name))
    let isAct = ScenarioLanguage.acts.contains(row.element)
    let own = row.attributes.filter { !isAct || !envelope.contains($0.name) }
    guard !own.isEmpty else { return "–" }
    return own.map { "`\($0.name.rawValue)`\($0.isRequired ? " (needed)" : "")\(words(of: $0.value))" }
      .joined(separator: ", ")
  }

  private static func words(of value: ScenarioValue) -> String {
    guard case .oneOf(let words) = value else { return "" }
    return ": " + words.map { "`\($0)`" }.joined(separator: " ")
  }

  private static func content(of row: ScenarioRow) -> String {
    var parts: [String] = []
    if case .characters(let value, let isRequired) = row.content {
      let form = if case .oneOf(let words) = value { words.map { "`\($0)`" }.joined(separator: " ") } else { "words" }
      parts.append(isRequired ? form : "\(form), or nothing")
    }
    let acts = Set(ScenarioLanguage.acts)
    let expectations = Set(ScenarioLanguage.expectations)
    let others = row.children.filter { !acts.contains($0) || row.element == .scenario }
    if row.element != .scenario, row.children.contains(where: { acts.contains($0) }) { parts.append("every act") }
    if row.children.contains(where: { expectations.contains($0) }) { parts.append("every expectation") }
    parts += others.filter { !expectations.contains($0) }.map { "`\($0.rawValue)`" }
    if row.takesConditions { parts.append("conditions") }
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }

  // MARK: Attributes and values

  private static var attributeTable: String {
    let rows = ScenarioElement.allCases.map { ScenarioLanguage.row($0) }
    var text = "### Attributes of scenarios\n\n| attribute | value | what it says |\n| --- | --- | --- |\n"
    for name in ScenarioAttribute.allCases {
      let values = rows.compactMap { $0.attribute(name)?.value }
      guard !values.isEmpty else { continue }
      var forms: [String] = []
      for form in values.map(form(of:)) where !forms.contains(form) { forms.append(form) }
      text += "| `\(name.rawValue)` | \(forms.joined(separator: "; ")) | \(ScenarioSentences.of(name)) |\n"
    }
    return text
  }

  private static func form(of value: ScenarioValue) -> String {
    switch value {
    case .words: "words"
    case .whole: "a whole number"
    case .duration: "90s, 5m, 1h30m or 5d"
    case .change: "the same, or with a minus"
    case .oneOf: "one of its words"
    case .person: "a name"
    case .people: "names, `everyone` or `others`"
    case .viewer: "a name, `host`, `room` or `record`"
    case .place: "a place"
    case .places: "places, with spaces between"
    case .source: "an outcome or a part of one, a list, a setting, groups, a role or `people`"
    case .outcome: "an outcome"
    case .role: "a role"
    case .roles: "roles, with spaces between"
    case .grouping: "a set of groups"
    case .groupings: "sets of groups"
    case .setting: "a setting"
    case .personField: "a field of people"
    }
  }

  // MARK: Refusals

  private static var valueTable: String {
    "### Words of refusals\n\n| word | refused because |\n| --- | --- |\n"
      + refusals.map { "| `\($0.code.rawValue)` | \($0.why) |\n" }.joined()
  }
}
