/// Whether a word can be the id of a method.
package enum MethodName {
  /// `nil` when it can; else the nearest word that can, empty when there is none.
  package static func mistake(in word: String) -> String? {
    if NameForm.isName(word) { return nil }
    let proposal = NameForm.proposed(for: word)
    return NameForm.isName(proposal) ? proposal : ""
  }
}
