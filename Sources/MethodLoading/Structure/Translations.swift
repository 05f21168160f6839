import Diagnostics

/// A translation follows its text: same element, same attributes, another language.
extension StructureCheck {
  /// Whether a child translates the one before it; if so it is marked.
  mutating func noteTranslation(_ id: MethodTree.ID, after previous: MethodTree.ID?) -> Bool {
    guard let previous, tree.name(of: previous) == tree.name(of: id), isText(id),
      let own = tree.value(.language, of: id), hasSameAttributes(previous, id)
    else { return false }
    guard !isWritten(own, upTo: previous) else { return false }
    tree.markTranslation(id)
    return true
  }

  /// Whether a text says its language where it must and its translations stand once each.
  mutating func checkLanguage(of id: MethodTree.ID, isTranslation: Bool, isOnlyText: Bool) {
    guard !isTranslation, isText(id) else { return }
    let name = tree.name(of: id).text
    let attribute = tree.attribute(.language, of: id)
    if isOnlyText {
      let written = attribute?.value ?? language
      report(
        .doubleLanguage, "<\(name)> is written twice in the language `\(written)`",
        at: attribute?.valueRange ?? tree.nameRange(of: id),
        help: attribute == nil ? "say its language, as in <\(name) xml:lang=\"fi\">, or keep one" : "keep one of them")
    } else if let attribute, attribute.value != language {
      report(
        .translationAlone, "this <\(name)> is a translation, and no <\(name)> in `\(language)` stands before it",
        at: attribute.valueRange,
        help: "put the text in the method's own language first; both need the same other attributes")
    }
  }

  private func isText(_ id: MethodTree.ID) -> Bool { Language.texts.contains(tree.name(of: id)) }

  /// Whether a text or one of its translations so far is in that language.
  private func isWritten(_ wanted: String, upTo last: MethodTree.ID) -> Bool {
    var index = last.index
    for _ in 0..<Self.mostLanguages {
      let id = MethodTree.ID(index)
      if (tree.value(.language, of: id) ?? language) == wanted { return true }
      guard tree.nodes[Int(index)].isTranslation else { return false }
      index -= 1
    }
    return true
  }

  /// No text has more translations; a file that has would only keep the loader busy.
  private static let mostLanguages = 100

  private func hasSameAttributes(_ first: MethodTree.ID, _ second: MethodTree.ID) -> Bool {
    let own = tree.attributes(of: first).filter { $0.name != .language }
    let other = tree.attributes(of: second).filter { $0.name != .language }
    return own.count == other.count
      && own.allSatisfy { item in
        other.contains { $0.name == item.name && $0.value == item.value }
      }
  }
}
