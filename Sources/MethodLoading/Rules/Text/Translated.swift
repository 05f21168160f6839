import Diagnostics

/// A method can be run in the languages of its title: every text should have them, and none that nobody sees.
enum Translated: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    let own = tree.value(.language, of: .root) ?? "en"
    let title = tree.children(of: .root).filter { tree.name(of: $0) == .title }
    let languages = title.map { tree.value(.language, of: $0) ?? own }
    for id in tree.all where tree.hasText(id) && tree.name(of: id) != .origin {
      if let attribute = tree.attribute(.language, of: id), attribute.isSound, !languages.contains(attribute.value),
        !languages.isEmpty
      {
        reportUnreachable(attribute, &log)
      }
      if !tree[id].isTranslation, languages.count > 1 { checkComplete(id, languages, own, tree, &log) }
    }
  }

  private static func reportUnreachable(_ attribute: MethodTree.Attribute, _ log: inout FindingLog) {
    log.warning(
      .unreachableTranslation, "the method has no title in `\(attribute.value)`, so nobody will see this text",
      at: attribute.valueRange, help: "add <title xml:lang=\"\(attribute.value)\"> or leave this translation out")
  }

  private static func checkComplete(
    _ id: MethodTree.ID, _ languages: [String], _ own: String, _ tree: MethodTree, _ log: inout FindingLog
  ) {
    var written = [tree.value(.language, of: id) ?? own]
    // One that begins in another language has been reported as a translation alone.
    guard written == [own] else { return }
    var next = tree[id].next
    while next >= 0, tree[MethodTree.ID(next)].isTranslation {
      written.append(tree.value(.language, of: MethodTree.ID(next)) ?? own)
      next = tree[MethodTree.ID(next)].next
    }
    let missing = languages.filter { !written.contains($0) }
    guard !missing.isEmpty else { return }
    let name = tree.name(of: id).text
    log.warning(
      .missingTranslation, "this <\(name)> is not translated into \(joined(missing.map { "`\($0)`" }, "and"))",
      at: tree.nameRange(of: id), help: "add <\(name) xml:lang=\"\(missing[0])\"> directly after it")
  }

  static let explanations = [
    Explanation(
      .missingTranslation, title: "a text without one of the method's languages",
      what: "The title is written in a language that this text is not written in.",
      why: "In a session in that language people would see this text in the method's own language.",
      example: .missingTranslation,
      remedy: "Add the translation directly after the text: same element, same attributes, another xml:lang."),
    Explanation(
      .unreachableTranslation, title: "a translation that nobody can see",
      what: "A text is translated into a language in which the method has no title.",
      why: "A method can be run in the languages of its title only.",
      example: .unreachableTranslation,
      remedy: "Add the title in that language, or leave the translation out."),
  ]
}
