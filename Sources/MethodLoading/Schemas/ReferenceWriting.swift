extension Schemas {
  /// Every element with its attributes as Markdown, for the reference.
  package static var markdown: String {
    chapters.map { title, rows in
      "### \(title)\n\n" + rows.filter { isDescribed($0) }.map(section).joined(separator: "\n")
    }.joined(separator: "\n") + "\n" + formTable
  }

  /// What the reference says about one element.
  package static func reference(of element: ElementName) -> String { section(Language.row(element)) }

  /// In the order of a file; what has no place of its own is told where it stands.
  private static let chapters: [(String, [ElementRow])] = [
    ("The method and its head", Language.headRows + Language.definitionRows), ("The agenda", Language.flowRows),
    ("Moments of decision, and ends", Language.checkpointRows), ("Texts of a step", Language.textRows),
    ("What is written down", Language.activityRows), ("Conditions", Language.conditionRows),
  ]

  private static func isDescribed(_ row: ElementRow) -> Bool { !Sentences.of(row.name).isEmpty }

  private static func section(_ row: ElementRow) -> String {
    var text = "#### `\(row.name.text)`\n\n\(sentence(row))\n\n"
    let parents = Language.parents(of: row.name).map { "`\($0.text)`" }
    if !parents.isEmpty { text += "Stands in \(grouped(parents)). " }
    text += "Holds \(content(of: row)).\n"
    guard !row.attributes.isEmpty else { return text }
    text += "\n| attribute | value | what it says |\n| --- | --- | --- |\n"
    for attribute in row.attributes {
      let needed = attribute.isRequired ? " (needed)" : ""
      text += "| `\(attribute.name.text)`\(needed) | \(value(of: attribute)) | \(sentence(attribute, on: row)) |\n"
    }
    return text
  }

  /// Long lists of parents are named by what they are.
  private static func grouped(_ names: [String]) -> String {
    let body = Language.parents(of: .back).map { "`\($0.text)`" }
    let flow = Language.parents(of: .step).map { "`\($0.text)`" }
    if names == flow { return "everything that has a sequence (`agenda`, `phase`, `repeat`, `when` and so on)" }
    if names == body { return "every way out or onward (`when`, `otherwise`, `option`, `pass`, `rework` and so on)" }
    if names == Language.activities.members.map({ "`\($0.text)`" }) { return "every activity" }
    return joined(names, "and")
  }

  private static func content(of row: ElementRow) -> String {
    switch row.content {
    case .nothing: "nothing"
    case .characters: "a text"
    case .mixed(let slots): "a text, and " + slots.map(slot).joined(separator: "; ")
    case .elements(let slots): slots.isEmpty ? "nothing" : "in this order: " + slots.map(slot).joined(separator: "; ")
    }
  }

  private static func slot(_ slot: ElementRow.Slot) -> String {
    let names = setName(slot.elements)
    switch slot.occurs {
    case .once: return "one \(names)"
    case .optional: return "at most one \(names)"
    case .any: return slot.isOneText ? "at most one \(names)" : "any number of \(names)"
    case .some: return slot.isOneText ? "one \(names)" : "one or more \(names)"
    case .atLeastTwo: return "two or more \(names)"
    }
  }

  private static func setName(_ set: ElementSet) -> String {
    switch set {
    case Language.flow: "elements of the agenda"
    case Language.flow.union([.replace, .insert, .remove]):
      "elements of the agenda (in a variant `replace`, `insert` and `remove`, too)"
    case Language.body: "elements of the agenda, `back` or `end`"
    case Language.condition: "condition (`test`, `judge`, `all`, `any`, `none`, `every`, `some`)"
    case Language.stepTexts.union(Language.activities): "texts and activities, in any order"
    default: joined(set.members.map { "`\($0.text)`" }, "or")
    }
  }

  private static func value(of attribute: AttributeRow) -> String {
    let form = attribute.type.form
    if form.name.isEmpty {
      return form.words.map { "`\($0)`" }.joined(separator: " ") + (form.isList ? ", several" : "")
    }
    return form.name.replacing("-0", with: "").replacing("-1", with: "").replacing("-2", with: "")
  }

  /// The forms of values by name.
  private static var formTable: String {
    var text = "### Values\n\n| value | how it is written |\n| --- | --- |\n"
    var written: Set<String> = []
    for form in forms {
      let name = form.name.replacing("-0", with: "").replacing("-1", with: "").replacing("-2", with: "")
      if written.insert(name).inserted { text += "| \(name) | \(form.sentence) |\n" }
    }
    return text
  }
}
