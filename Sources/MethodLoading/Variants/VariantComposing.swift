import Diagnostics
import XMLReading

/// Puts a variant together: its own head over that of its base, and the base's agenda with the places changed that it
/// names.
struct VariantComposing {
  /// A text with the tree that was read from it.
  struct Part {
    let text: ComposedSource
    let root: XMLElement

    func bytes(of range: SourceRange) -> Range<Int> { Int(range.lower)..<Int(range.upper) }

    /// The elements of that name directly in the method.
    func elements(_ name: String) -> [XMLElement] {
      root.children.filter { $0.name == name && $0.namespace == root.namespace }
    }
  }

  /// What is done at a place of the base.
  private struct Edit {
    /// Where in the base, and what is left out from there on.
    let left: Range<Int>
    /// What stands there instead, of the variant.
    let content: Range<Int>?
  }

  let variant: Part
  let base: Part
  private(set) var findings: [Diagnostic] = []
  private(set) var losses: [BrokenBase.Loss] = []
  private var composing = Composing()

  init(variant: Part, base: Part) {
    self.variant = variant
    self.base = base
  }

  /// The whole method, as far as it can be put together; what cannot is found.
  mutating func compose() -> ComposedSource {
    composing.add(variant.bytes(of: variant.root.range), of: variant.text)
    for name in Self.texts { addTexts(name) }
    for name in Self.sections { addSection(name) }
    addAgenda()
    composing.add("</method>", near: Int(variant.root.range.lower), of: variant.text)
    return composing.finish(named: variant.text.source.name)
  }

  private static let texts = ["title", "purpose", "origin", "fit"]
  private static let sections = [
    "settings", "people", "roles", "groupings", "scales", "lists", "materials", "delivers",
  ]

  // MARK: Head

  /// Its own, else those of the base.
  private mutating func addTexts(_ name: String) {
    let own = variant.elements(name)
    let part = own.isEmpty ? base : variant
    for element in own.isEmpty ? base.elements(name) : own {
      composing.add(part.bytes(of: element.elementRange), of: part.text)
    }
  }

  /// What both define, the variant's in place of what it defines anew; materials are one or the other's.
  private mutating func addSection(_ name: String) {
    let own = variant.elements(name).first
    let inherited = base.elements(name).first
    guard let first = own ?? inherited else { return }
    let part = own == nil ? base : variant
    guard let own, let inherited, name != "materials" else {
      return composing.add(part.bytes(of: first.elementRange), of: part.text)
    }
    let key = name == "delivers" ? "ref" : "id"
    let redefined = Set(own.children.compactMap { $0.attribute(named: key)?.value })
    composing.add("<\(name)>", near: Int(own.range.lower), of: variant.text)
    for element in inherited.children where !redefined.contains(element.attribute(named: key)?.value ?? "") {
      composing.add(base.bytes(of: element.elementRange), of: base.text)
    }
    for element in own.children { composing.add(variant.bytes(of: element.elementRange), of: variant.text) }
    composing.add("</\(name)>", near: Int(own.range.lower), of: variant.text)
  }

  // MARK: Agenda

  private mutating func addAgenda() {
    guard let agenda = base.elements("agenda").first else { return }
    let edits = edits(in: agenda).sorted {
      ($0.left.lowerBound, $0.left.upperBound) < ($1.left.lowerBound, $1.left.upperBound)
    }
    var position = Int(agenda.range.lower)
    for edit in edits {
      if edit.left.lowerBound > position { composing.add(position..<edit.left.lowerBound, of: base.text) }
      if let content = edit.content, !content.isEmpty { composing.add(content, of: variant.text) }
      position = max(position, edit.left.upperBound)
    }
    composing.add(position..<Int(agenda.elementRange.upper), of: base.text)
  }

  private mutating func edits(in agenda: XMLElement) -> [Edit] {
    let places = places(in: agenda)
    var taken: [(range: Range<Int>, ref: String)] = []
    var edits: [Edit] = []
    let own = variant.elements("agenda").first
    for element in own.map({ Array($0.children) }) ?? [] where element.namespace == variant.root.namespace {
      guard let kind = ElementName(text: element.name), [.replace, .insert, .remove].contains(kind) else {
        reportOther(element)
        continue
      }
      guard let attribute = place(of: element, kind) else { continue }
      guard let target = places[attribute.value] else {
        let likely = nearest(to: attribute.value, in: places.keys.sorted()).map { "did you mean `\($0)`?" }
        find(
          "the base has no place `\(attribute.value)`", at: attribute.valueRange,
          help: likely ?? "its places are \(joined(places.keys.sorted().map { "`\($0)`" }, "and"))")
        continue
      }
      let range = base.bytes(of: target.elementRange)
      let content = variant.bytes(of: element.contentRange)
      switch (kind, attribute.name) {
      case (.insert, "before"): edits.append(Edit(left: range.lowerBound..<range.lowerBound, content: content))
      case (.insert, _): edits.append(Edit(left: range.upperBound..<range.upperBound, content: content))
      default:
        if let other = taken.first(where: { $0.range.overlaps(range) }) {
          find(
            "`\(attribute.value)` is changed already, by what is done at `\(other.ref)`", at: attribute.valueRange,
            help: "change the outer one only")
          continue
        }
        taken.append((range, attribute.value))
        losses.append(loss(of: target, at: attribute.valueRange, for: element))
        edits.append(Edit(left: range, content: kind == .replace ? content : nil))
      }
    }
    return edits
  }

  /// What belongs into the agenda of a base; anything else is told where the file itself is looked at.
  private mutating func reportOther(_ element: XMLElement) {
    guard let name = ElementName(text: element.name), Language.flow.contains(name) else { return }
    find(
      "in the agenda of a variant stand <replace>, <insert> and <remove> only", at: element.nameRange,
      help: "say at which place of the base: <insert after=\"…\">")
  }

  /// What goes with a place of the base, for `element` of the variant.
  private func loss(of target: XMLElement, at place: SourceRange, for element: XMLElement) -> BrokenBase.Loss {
    let anew = Set(element.children.flatMap(\.all).flatMap(\.namesMade))
    return BrokenBase.Loss(
      place: place, made: Set(target.all.flatMap(\.namesMade)).subtracting(anew),
      named: Set(target.all.flatMap { $0.attributes.map(\.value) }))
  }

  /// The attribute that names a place of the base; that it is needed is told where the file itself is looked at.
  private mutating func place(of element: XMLElement, _ kind: ElementName) -> XMLAttribute? {
    guard kind == .insert else { return element.attribute(named: "ref") }
    let found = ["before", "after"].compactMap { element.attribute(named: $0) }
    if found.count == 1 { return found[0] }
    find(
      "<insert> names one place of the base", at: element.nameRange,
      help: "write before=\"…\" or after=\"…\"\(found.isEmpty ? "" : ", not both")")
    return nil
  }

  /// The places of the base that have an id.
  private func places(in agenda: XMLElement) -> [String: XMLElement] {
    var places: [String: XMLElement] = [:]
    var waiting = Array(agenda.children)
    while let element = waiting.popLast() {
      waiting += element.children
      guard let name = ElementName(text: element.name), Language.body.contains(name),
        let id = element.attribute(named: "id")?.value
      else { continue }
      places[id] = element
    }
    return places
  }

  private mutating func find(_ message: String, at range: SourceRange, help: String) {
    findings.append(
      Diagnostic(.unfitVariant, message, help: help, file: variant.text.source.name, range: range))
  }
}

extension XMLElement {
  /// The element and everything in it.
  fileprivate var all: [XMLElement] { [self] + children.flatMap(\.all) }

  /// The names under which what is made here is found elsewhere.
  fileprivate var namesMade: [String] {
    ["id", "into", "as", "rest"].compactMap { attribute(named: $0)?.value }
  }
}
