import Diagnostics
import MethodModel

/// Names in braces, in texts and in values, stand for something that can be put in their place.
enum ResolvedReferences: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for found in facts.tree.textReferences {
      check(
        found.reference, at: facts.tree.range(of: found.part, inTextOf: found.node), found.node, facts, &log,
        kinds: facts.tree.name(of: found.node) == .give ? [.setting, .outcome] : [.setting])
    }
    for id in facts.tree.all { checkValues(of: id, facts, &log) }
  }

  private static func checkValues(of id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let row = Language.row(facts.tree.name(of: id))
    for attribute in facts.tree.attributes(of: id) where attribute.isSound && attribute.hasBrace {
      guard let type = row.attribute(attribute.name)?.type else { continue }
      for (part, offset) in braces(in: attribute.value) {
        guard let reference = (try? NameForm.braced(part)) ?? nil else { continue }
        let range = facts.tree.range(of: offset..<offset + part.utf8.count, in: attribute)
        check(
          reference, at: range, id, facts, &log, kinds: kinds(for: type), isNumber: isNumber(type),
          isPlanned: isPlanned(type))
      }
    }
  }

  private static func kinds(for type: AttributeType) -> [NameTable.Kind] {
    switch type {
    case .whole, .time, .duration, .moment, .quantity: [.setting, .outcome]
    case .operand, .expected: [.setting, .list, .outcome]
    default: [.setting]
    }
  }

  private static func isNumber(_ type: AttributeType) -> Bool {
    switch type {
    case .whole, .quantity, .time, .duration, .moment: true
    default: false
    }
  }

  /// Whether the plan has to know a number before anybody says it; a threshold without one has no data.
  private static func isPlanned(_ type: AttributeType) -> Bool { isNumber(type) && type != .quantity }

  private static func check(
    _ reference: Reference, at range: SourceRange, _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog,
    kinds: [NameTable.Kind], isNumber: Bool = false, isPlanned: Bool = false
  ) {
    switch facts.meaning(of: reference.name, at: id) {
    case .excused: break
    case .subject:
      checkField(reference, at: range, id, facts, &log)
      if isNumber { checkNumber(reference, at: range, id, facts, isPlanned: isPlanned, &log) }
    case .defined(let definition) where kinds.contains(definition.kind):
      if definition.kind == .outcome {
        checkField(reference, at: range, id, facts, &log)
        if isNumber { checkNumber(reference, at: range, id, facts, isPlanned: isPlanned, &log) }
      }
      if definition.kind == .setting, isNumber {
        checkNumber(reference, definition, at: range, facts, isPlanned: isPlanned, &log)
      }
    case .defined(let definition):
      log.error(
        .wrongKindOfName, "{\(reference)}: `\(reference.name)` is \(definition.kind.noun), which cannot stand here",
        at: range, help: "write the name of a setting or of a thing in hand (as)")
    default:
      let suggestion = log.suggestion(for: reference.name) { facts.names.names(of: kinds, at: id, in: facts.tree) }
      log.error(
        .unknownReference, "`{\(reference)}` stands for nothing", at: range,
        help: suggestion
          ?? "write the name of a setting or of a thing in hand (as); a brace meant as a character is written {{")
    }
  }

  private static func checkField(
    _ reference: Reference, at range: SourceRange, _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let field = reference.field else { return }
    let shape = facts.shape(of: SourceRef(name: reference.name), at: id)
    guard !shape.isOpen, !shape.parts.contains(field), !ReservedNames.tags.contains(field) else { return }
    log.error(
      .unknownPart, "`\(reference.name)` has no field `\(field)`", at: range,
      help: KnownParts.help(for: field, among: shape.parts, &log))
  }

  /// A field that is counted with holds a number; where the plan counts with it, it has a default.
  private static func checkNumber(
    _ reference: Reference, at range: SourceRange, _ id: MethodTree.ID, _ facts: MethodFacts, isPlanned: Bool,
    _ log: inout FindingLog
  ) {
    let fields = facts.fields(of: reference, at: id)
    guard let field = fields.first else { return }
    let type = facts.tree.value(.type, of: field) ?? "text"
    let place = facts.tree.attribute(.id, of: field).map { FindingLog.Seen("the field", at: $0.valueRange) }
    if type != "number", type != "minutes" {
      log.error(
        .wrongKindOfName, "`\(reference)` is of type \(type), and a number is needed here", at: range,
        help: "write type=\"number\" or type=\"minutes\" at the field", see: place)
    } else if isPlanned, !fields.contains(where: { facts.tree.has(.default, of: $0) }) {
      log.error(
        .excludingAttributes, "the field `\(reference)` has no default, so no plan can be made", at: range,
        help: "write default=\"…\" at the field", see: place)
    }
  }

  /// Counts, budgets, thresholds and minutes need a number, and all but thresholds a default so that the plan can count
  /// with it; for a threshold it is enough that everybody has to give one.
  private static func checkNumber(
    _ reference: Reference, _ definition: NameTable.Definition, at range: SourceRange, _ facts: MethodFacts,
    isPlanned: Bool, _ log: inout FindingLog
  ) {
    let type = facts.tree.value(.type, of: definition.node) ?? "text"
    // A thing of an earlier outcome has a figure, if the record tells one.
    if type == "earlier", reference.field != nil { return }
    if type != "number", type != "minutes" {
      log.error(
        .wrongKindOfName, "`\(reference.name)` is a setting of type \(type), and a number is needed here", at: range,
        help: "write type=\"number\" or type=\"minutes\" at the setting",
        see: .init("the setting", at: definition.range))
    } else if !facts.tree.has(.default, of: definition.node) {
      guard isPlanned || facts.tree.value(.required, of: definition.node) != "yes" else { return }
      let what = isPlanned ? "so no plan can be made" : "and may stay without an answer, which no figure reaches"
      log.error(
        .excludingAttributes, "the setting `\(reference.name)` has no default, \(what)", at: range,
        help: "write default=\"…\"\(isPlanned ? "" : " or required=\"yes\"") at the setting",
        see: .init("the setting", at: definition.range))
    }
  }

  static let explanations = [
    Explanation(
      .unknownReference, title: "braces around a name that stands for nothing",
      what: "{name} in a text or a value is neither a setting nor a thing in hand at this place.",
      why: "People would read the braces instead of what they should say.",
      example: .unknownReference,
      remedy: "Correct the spelling. A thing in hand (`as`) counts only inside its element. For a brace as a character"
        + " write {{.")
  ]
}
