import Diagnostics

/// A translation follows its text: same element, same attributes, another language.
extension StructureCheck {
  /// Whether a child translates the one before it; if so it is marked.
  mutating func noteTranslation(_ id: MethodTree.ID, after previous: MethodTree.ID?) -> Bool {
    guard let previous, tree.name(of: previous) == tree.name(of: id), isText(id),
      let own = tree.value(.language, of: id), hasSameAttributes(previous, id)
    else { return false }
    guard !languages(upTo: previous).contains(own) else { return false }
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

  /// The languages of a text and its translations so far.
  private func languages(upTo last: MethodTree.ID) -> [String] {
    var languages = [tree.value(.language, of: last) ?? language]
    var index = last.index
    while tree.nodes[Int(index)].isTranslation {
      index -= 1
      languages.append(tree.value(.language, of: MethodTree.ID(index)) ?? language)
    }
    return languages
  }

  private func hasSameAttributes(_ first: MethodTree.ID, _ second: MethodTree.ID) -> Bool {
    let own = tree.attributes(of: first).filter { $0.name != .language }
    let other = tree.attributes(of: second).filter { $0.name != .language }
    return own.count == other.count
      && own.allSatisfy { item in
        other.contains { $0.name == item.name && $0.value == item.value }
      }
  }
}
