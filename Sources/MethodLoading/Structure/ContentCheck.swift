import Diagnostics
import XMLReading

extension StructureCheck {
  /// Children slot by slot.
  mutating func checkElements(
    of element: XMLElement, _ row: ElementRow, _ id: MethodTree.ID, slots: [ElementRow.Slot], holdsText: Bool = false
  ) {
    if !holdsText { checkStrayText(of: element) }
    var progress = SlotProgress()
    var previous: MethodTree.ID?
    for child in element.children where isOurs(child) {
      guard let name = resolve(child, in: row, slots) else {
        excuse(child)
        progress.isDoubtful = true
        continue
      }
      let added = MethodTree.ID(Int32(tree.nodes.count))
      let place = progress.place(name, in: slots)
      visit(child, as: name, parent: id.index)
      let isTranslation = noteTranslation(added, after: previous)
      if !isTranslation, place != .fits { reportPlace(place, of: child, name, in: row, slots) }
      checkLanguage(of: added, isTranslation: isTranslation, isOnlyText: place == .sameText)
      previous = added
    }
    if !progress.isDoubtful { reportMissing(progress, slots, in: element, row) }
  }

  private mutating func checkStrayText(of element: XMLElement) {
    guard let range = element.textRange else { return }
    report(
      .strayText, "characters stand in <\(element.name)>, where only elements may", at: range,
      help: "put them into a text such as <say>, <tip> or <title>, or into a comment <!-- … -->")
  }

  /// The name under which a child is looked at: its own, or the one that was most likely meant.
  private mutating func resolve(_ child: XMLElement, in row: ElementRow, _ slots: [ElementRow.Slot]) -> ElementName? {
    if let name = elementNames[child.nameID] {
      if slots.contains(where: { $0.elements.contains(name) }) { return name }
      report(
        .misplacedElement, "<\(name.text)> cannot stand in <\(row.name.text)>", at: child.nameRange,
        help: belonging(of: name, in: row))
      return nil
    }
    let allowed = slots.flatMap { $0.elements.members.map(\.text) }
    let local = log.likeliest(for: child.name) { allowed }
    let suggestion = local ?? log.likeliest(for: child.name) { ElementName.allTexts }
    report(
      .unknownElement, "unknown element `\(child.name)`", at: child.nameRange,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "in <\(row.name.text)> may stand: \(listed(allowed))")
    return local.flatMap { ElementName(text: $0) }
  }

  private func belonging(of name: ElementName, in row: ElementRow) -> String {
    switch (name, row.name) {
    case (.field, .rate): return "write reason=\"optional\" or \"required\", or let a <collect of=\"…\"> ask for words"
    case (.field, let activity) where Language.activities.contains(activity):
      return "let a <collect of=\"…\"> or a <fill of=\"…\"> ask for it"
    default: break
    }
    let parents = Language.parents(of: name).map { "<\($0.text)>" }
    return parents.isEmpty ? "it is the outermost element" : "it belongs into \(joined(parents, "or"))"
  }

  private func listed(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }

  private mutating func reportPlace(
    _ place: SlotProgress.Place, of child: XMLElement, _ name: ElementName, in row: ElementRow,
    _ slots: [ElementRow.Slot]
  ) {
    switch place {
    case .fits, .sameText: break
    case .second:
      report(
        .doubleElement, "a second <\(name.text)> in one <\(row.name.text)>", at: child.nameRange,
        help: "keep one of them")
    case .late(before: let after):
      report(
        .wrongOrder, "<\(name.text)> comes too late in <\(row.name.text)>", at: child.nameRange,
        help: "put it before <\(after.text)>; the order is: \(orderText(slots))")
    }
  }

  /// The order of a parent, with long sets named by what they are.
  private func orderText(_ slots: [ElementRow.Slot]) -> String {
    slots.map { setName($0.elements) }.joined(separator: ", ")
  }

  private func setName(_ set: ElementSet) -> String {
    switch set {
    case Language.flow: return "the sequence (steps, phases, loops, …)"
    case Language.flow.union([.replace, .insert, .remove]):
      return "the sequence (steps, phases, loops, …; in a variant <replace>, <insert>, <remove>)"
    case Language.body: return "the sequence (steps, …, back, end)"
    case Language.condition: return "a condition (test, judge, all, any, none, every, some)"
    case Language.stepTexts.union(Language.activities): return "texts and activities"
    default: return set.members.map(\.text).joined(separator: " or ")
    }
  }

  private mutating func reportMissing(
    _ progress: SlotProgress, _ slots: [ElementRow.Slot], in element: XMLElement, _ row: ElementRow
  ) {
    for (index, slot) in slots.enumerated() where progress.count(index) < slot.occurs.minimum {
      let count = progress.count(index)
      let what = slot.elements.members.count == 1 ? "<\(setName(slot.elements))>" : setName(slot.elements)
      let isShort = count > 0
      report(
        .missingElement, "<\(row.name.text)> has \(isShort ? "only one" : "no") \(what)", at: element.nameRange,
        help: isShort ? "add a second one" : "add \(what); the order is: \(orderText(slots))")
    }
  }

  /// Remembers the names that what is left out would have made.
  mutating func excuse(_ element: XMLElement) {
    for attribute in element.attributes {
      switch attributeNames[attribute.nameID] {
      case .id, .into, .as, .rest: tree.excused.insert(attribute.value)
      default: break
      }
    }
    for child in element.children { excuse(child) }
  }
}
