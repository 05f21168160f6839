import Diagnostics
import XMLReading

extension StructureCheck {
  /// The attributes of the element appended last: names, required ones, the form of each value.
  mutating func checkAttributes(of element: XMLElement, _ row: ElementRow) {
    var isDoubtful = false
    for attribute in element.attributes where !attribute.isForeign {
      guard let attributeRow = attributeRow(for: attribute, row, in: element) else {
        isDoubtful = true
        continue
      }
      append(attribute, attributeRow, row)
    }
    if !row.required.isSubset(of: tree.lastWritten) { reportMissing(in: element, row, isDoubtful: isDoubtful) }
  }

  private mutating func reportMissing(in element: XMLElement, _ row: ElementRow, isDoubtful: Bool) {
    let written = tree.lastWritten
    for required in row.attributes where required.isRequired && !written.contains(required.name) {
      if isDoubtful, element.attributes.contains(where: { isLikely($0, meant: required.name) }) { continue }
      if required.type == .newName { tree.namesAreDoubtful = true }
      report(
        .missingAttribute, "<\(row.name.text)> has no attribute \(required.name.text)", at: element.nameRange,
        help: "write \(required.name.text)=\"\(example(of: required))\"")
    }
  }

  private mutating func isLikely(_ attribute: XMLAttribute, meant name: AttributeName) -> Bool {
    log.likeliest(for: attribute.name) { [name.text] } != nil
  }

  /// The row under which an attribute is looked at: its own, or the one that was most likely meant.
  private mutating func attributeRow(
    for attribute: XMLAttribute, _ row: ElementRow, in element: XMLElement
  ) -> AttributeRow? {
    let known = attributeNames[attribute.nameID]
    if let known, let found = row.attribute(known) { return found }
    let allowed = row.attributes.map(\.name.text)
    let suggestion = log.likeliest(for: attribute.name) { allowed }
    let help =
      suggestion.map { "did you mean `\($0)`?" } ?? known.flatMap { owners(of: $0) }
      ?? (allowed.isEmpty ? "<\(row.name.text)> takes no attributes" : "it takes \(joined(allowed, "and"))")
    report(
      .unknownAttribute, "<\(row.name.text)> has no attribute `\(attribute.name)`", at: attribute.nameRange, help: help)
    guard let meant = suggestion.flatMap({ AttributeName(text: $0) }),
      !element.attributes.contains(where: { attributeNames[$0.nameID] == meant })
    else { return nil }
    return row.attribute(meant)
  }

  /// Where an attribute belongs, when that is in few places.
  private func owners(of name: AttributeName) -> String? {
    let owners = Language.rows.filter { $0.attribute(name) != nil }.map { "<\($0.name.text)>" }
    return (1...4).contains(owners.count) ? "it belongs to \(joined(owners, "or"))" : nil
  }

  private mutating func append(_ attribute: XMLAttribute, _ attributeRow: AttributeRow, _ row: ElementRow) {
    let value = attribute.value
    let valueRange = attribute.valueRange
    var isSound = true
    do { try ValueCheck.check(value, attributeRow.type) } catch {
      isSound = false
      reportMistake(error, in: value, at: valueRange, attributeRow)
    }
    if !isSound, attributeRow.type == .newName || attributeRow.type == .newPlace { tree.excused.insert(value) }
    tree.append(
      MethodTree.Attribute(
        name: attributeRow.name, isSound: isSound, hasBrace: isSound && attributeRow.type.takesBraces,
        valueRange: valueRange, value: value))
  }

  private mutating func reportMistake(
    _ mistake: ValueMistake, in value: String, at range: SourceRange, _ row: AttributeRow
  ) {
    let entry = MethodTree.Attribute(
      name: row.name, isSound: false, hasBrace: false, valueRange: range, value: value)
    report(
      mistake.isOutOfOrder ? .disorderedValue : ValueCheck.code(for: row.type), "\(row.name.text): \(mistake.message)",
      at: tree.range(of: mistake.part, in: entry), help: Self.remedy(of: mistake, in: value, row))
  }

  private static func remedy(of mistake: ValueMistake, in value: String, _ row: AttributeRow) -> String? {
    guard row.type == .methodID, row.name != .id, value.contains("/") || value.hasSuffix(".xml") else {
      return mistake.help
    }
    return "write the id of a method, as in my-method: it is looked for beside this file and among the methods, and no"
      + " path is followed"
  }

  private func example(of row: AttributeRow) -> String {
    switch row.type {
    case .time: "5m"
    case .duration: "30s"
    case .moment: "-30s"
    case .range, .ranges: "4..24"
    case .whole, .number, .quantity: "3"
    case .languageTag: "en"
    case .word(let words): words.first ?? "…"
    case .expected: "yes"
    case .oneRole, .decider: "facilitator"
    case .methodID: "my-method"
    default: row.name == .version ? "1.0.0" : "…"
    }
  }
}

/// `a`, `a or b`, `a, b or c`.
func joined(_ names: [String], _ conjunction: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return "\(names.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
