import Diagnostics
import MethodModel

/// DOT0228: what is asked before the session is put to use in it.
enum UsedNames: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard !facts.tree.namesAreDoubtful else { return }
    let asked = facts.names.definitions.filter { isAsked($0.value, facts.tree) }
    guard !asked.isEmpty else { return }
    let used = usedNames(facts)
    for (name, definition) in asked.sorted(by: { $0.value.range.lower < $1.value.range.lower })
    where !used.contains(name) {
      if definition.kind == .role {
        log.warning(
          .unusedName, "nothing asks anything of `\(name)`", at: definition.range,
          help: "say in a <text> what the role is there for, ask it by <do role=\"\(name)\">, or leave it out")
      } else {
        log.warning(
          .unusedName, "`\(name)` has to be answered, and nothing reads it", at: definition.range,
          help: "put {\(name)} into a text, or leave the setting out")
      }
    }
  }

  /// A setting that has to be answered, or a role of which nothing is said: no text, no rule about marks or about
  /// holding others.
  private static func isAsked(_ definition: NameTable.Definition, _ tree: MethodTree) -> Bool {
    let node = definition.node
    switch definition.kind {
    case .role:
      return tree.child(.text, of: node) == nil && !tree.has(.marks, of: node) && !tree.has(.exclusive, of: node)
    case .setting: return tree.isYes(.required, of: node) && tree.value(.type, of: node) != "earlier"
    default: return false
    }
  }

  /// Every name that stands in an attribute or, in braces, in a text or a value.
  private static func usedNames(_ facts: MethodFacts) -> Set<String> {
    var names = Set(facts.tree.textReferences.map(\.reference.name))
    for use in facts.uses.all { names.insert(use.source.name) }
    for id in facts.tree.all {
      for attribute in facts.tree.attributes(of: id) where attribute.name != .id {
        names.formUnion(words(of: attribute.value).map(\.word))
        for (part, _) in braces(in: attribute.value) {
          if let reference = (try? NameForm.braced(part)) ?? nil { names.insert(reference.name) }
        }
      }
    }
    return names
  }

  static let explanations = [
    Explanation(
      .unusedName, title: "something asked for that nothing uses",
      what: "A setting has to be answered and no text, time or threshold reads it, or a role is filled of which nothing"
        + " is asked and nothing is said.",
      why: "People answer and step forward for nothing, and most likely something is missing in the agenda.",
      example: .unusedName,
      remedy:
        "Read the setting in a text, as in {topic}; ask the role by <do>, by or with, or say in its <text> what it"
        + " is there for. It is a warning: the method runs as it is.")
  ]
}
