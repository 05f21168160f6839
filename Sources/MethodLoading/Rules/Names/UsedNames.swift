import Diagnostics
import MethodModel

/// DOT0228: what is asked before the session is put to use in it.
enum UsedNames: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    guard !facts.tree.namesAreDoubtful else { return }
    for (name, definition) in facts.names.definitions.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      switch definition.kind {
      case .role where isBare(definition.node, facts.tree) && !isNamed(name, besides: definition.node, facts):
        log.warning(
          .unusedName, "nothing asks anything of `\(name)`", at: definition.range,
          help: "say in a <text> what the role is there for, ask it by <do role=\"\(name)\">, or leave it out")
      case .setting where isAsked(definition.node, facts.tree) && !facts.reads(setting: name):
        log.warning(
          .unusedName, "`\(name)` has to be answered, and nothing reads it", at: definition.range,
          help: "put {\(name)} into a text, or leave the setting out")
      default: continue
      }
    }
  }

  /// A role of which nothing is said either: no text, no rule about marks or about holding others.
  private static func isBare(_ role: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.child(.text, of: role) == nil && !tree.has(.marks, of: role) && !tree.has(.exclusive, of: role)
  }

  private static func isAsked(_ setting: MethodTree.ID, _ tree: MethodTree) -> Bool {
    tree.isYes(.required, of: setting) && tree.value(.type, of: setting) != "earlier"
  }

  private static func isNamed(_ name: String, besides own: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    facts.tree.all.contains { id in
      id != own && facts.tree.attributes(of: id).contains { words(of: $0.value).contains { $0.word == name } }
    }
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
