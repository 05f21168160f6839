import Diagnostics
import MethodModel

/// DOT0304: what stands after a slash, or in `where field`, exists in what it is taken from.
enum KnownParts: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for use in facts.uses.all {
      guard let part = use.source.part else { continue }
      let shape = facts.shape(of: SourceRef(name: use.source.name), at: use.node)
      guard !shape.isOpen, !shape.parts.contains(part) else { continue }
      log.error(
        .unknownPart, "`\(use.source.name)` has no part `\(part)`", at: use.range,
        help: help(for: part, among: shape.parts, &log))
    }
    for id in facts.tree.all where facts.tree.name(of: id) == .where { checkFilter(id, facts, &log) }
  }

  private static func checkFilter(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let parent = facts.tree.parent(of: id), let attribute = facts.tree.attribute(.field, of: id),
      attribute.isSound, !ReservedNames.tagsAsked.contains(attribute.value),
      let source = filtered(by: parent, facts.tree)
    else { return }
    let shape = facts.shape(of: source, at: parent)
    guard !shape.isOpen, !shape.parts.contains(attribute.value), shape.family != .unknown else { return }
    if case .field = shape.family { return }
    if shape.isMarks, isKnownOfMarks(attribute.value, facts) { return }
    log.error(
      .unknownPart, "`\(source)` has no field `\(attribute.value)`", at: attribute.valueRange,
      help: help(for: attribute.value, among: shape.parts + ["value"], &log))
  }

  /// What can be asked of a mark besides its value: its reason, its criterion, and what is known of who gave it.
  private static func isKnownOfMarks(_ field: String, _ facts: MethodFacts) -> Bool {
    field == "reason" || field == "criterion" || facts.names.definitions[field]?.kind == .field
  }

  /// What the `where` of an element chooses from.
  private static func filtered(by parent: MethodTree.ID, _ tree: MethodTree) -> SourceRef? {
    tree.source(.from, of: parent) ?? tree.source(.of, of: parent) ?? tree.source(.itemOf, of: parent)
  }

  static func help(for part: String, among parts: [String], _ log: inout FindingLog) -> String {
    if let suggestion = log.suggestion(for: part, among: { parts }) { return suggestion }
    return parts.isEmpty ? "name it without a part" : "it has \(joined(parts.map { "`\($0)`" }, "and"))"
  }

  static let explanations = [
    Explanation(
      .unknownPart, title: "a part or field that does not exist",
      what: "What stands after the slash, or in `where field`, is not part of that outcome.",
      why: "It would be empty for ever, and every condition on it would have no data.",
      example: .unknownPart,
      remedy: "Things and documents have the fields they are collected or filled with, decisions have /objections"
        + " /concerns /dissent /winners, marks have /answers /reasons.")
  ]
}
