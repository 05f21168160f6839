import Diagnostics
import MethodModel

/// DOT0420: a used method is given what it needs, and nothing that it does not know.
enum FittingGives: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (use, used) in facts.used.resolved.sorted(by: { $0.key.index < $1.key.index }) {
      for give in facts.tree.children(of: use) where facts.tree.name(of: give) == .give {
        if !facts.tree[give].isTranslation { check(give, used.facts, facts, &log) }
      }
      checkComplete(use, used.facts, facts, &log)
    }
  }

  private static func check(
    _ give: MethodTree.ID, _ used: MethodFacts, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.setting, of: give), attribute.isSound else { return }
    guard let setting = used.names.definitions[attribute.value], setting.kind == .setting else {
      let known = used.tree.all.filter { used.tree.name(of: $0) == .setting }
        .compactMap { used.tree.value(.id, of: $0) }
      let suggestion = log.suggestion(for: attribute.value) { known }
      return log.error(
        .unfitGive, "the used method has no setting `\(attribute.value)`", at: attribute.valueRange,
        help: suggestion
          ?? (known.isEmpty ? "it takes no settings" : "it has \(joined(known.map { "`\($0)`" }, "and"))")
      )
    }
    let type = used.tree.value(.type, of: setting.node) ?? "text"
    if let outcome = tree.attribute(.outcome, of: give) {
      if type != "list" {
        log.error(
          .unfitGive, "the setting `\(attribute.value)` is of type \(type), and an outcome can be given to a list only",
          at: outcome.valueRange, help: "write the words instead, with {name} or {name/field} in them")
      } else if tree.hasText(give) {
        log.error(
          .unfitGive, "either words or an outcome is given, not both", at: tree.nameRange(of: outcome),
          help: "leave one of them out")
      }
      return
    }
    let text = tree.text(of: give)
    guard !text.contains("{"), let reason = ContentDemand.mistake(in: text, type, setting.node, used.tree) else {
      return
    }
    log.error(
      .unfitGive, "what is given to `\(attribute.value)` is not \(reason)", at: tree.range(ofTextOf: give),
      help: "write a value that somebody could give")
  }

  private static func checkComplete(
    _ use: MethodTree.ID, _ used: MethodFacts, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    var given: Set<String> = []
    for give in tree.children(of: use) where tree.name(of: give) == .give && !tree[give].isTranslation {
      guard let attribute = tree.attribute(.setting, of: give) else { continue }
      if !given.insert(attribute.value).inserted, type(of: attribute.value, used) != "list" {
        log.error(
          .unfitGive, "`\(attribute.value)` is given twice", at: attribute.valueRange, help: "leave one of them out")
      }
    }
    for setting in used.tree.all where used.tree.name(of: setting) == .setting {
      guard let name = used.tree.value(.id, of: setting), used.tree.value(.required, of: setting) == "yes",
        !used.tree.has(.default, of: setting), !given.contains(name),
        !tree.has(.only, of: use) || used.reads(setting: name)
      else { continue }
      log.error(
        .unfitGive, "the used method needs its setting `\(name)`", at: tree.nameRange(of: use),
        help: "add <give setting=\"\(name)\">…</give>")
    }
  }

  private static func type(of setting: String, _ used: MethodFacts) -> String? {
    used.names.definitions[setting].map { used.tree.value(.type, of: $0.node) ?? "text" }
  }

  static let explanations = [
    Explanation(
      .unfitGive, title: "a setting that is given wrongly",
      what: "A <give> names a setting that the used method does not have, gives a value of another kind, or a setting"
        + " that it needs is not given.",
      why: "The used method would run with a gap where its question should be.",
      example: .unfitGive,
      remedy:
        "Give every setting that the used method needs. A list may be given an outcome, the others take words with"
        + " {name} or {name/field} in them.")
  ]
}
