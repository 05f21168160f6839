import Diagnostics
import MethodModel

/// Typed values of attributes that the structure check has found sound.
extension MethodTree {
  func span(_ name: AttributeName, of id: ID) -> Span? {
    value(name, of: id).flatMap { try? DurationForm.span($0) }
  }

  func whole(_ name: AttributeName, of id: ID) -> Int? { value(name, of: id).flatMap { try? NumberForm.whole($0) } }

  func count(_ name: AttributeName, of id: ID) -> Count? { value(name, of: id).flatMap { try? NumberForm.count($0) } }

  func range(_ name: AttributeName, of id: ID) -> CountRange? {
    value(name, of: id).flatMap { try? NumberForm.range($0) }
  }

  func expectation(of id: ID) -> Expectation? { value(.expect, of: id).flatMap { try? NumberForm.expectation($0) } }

  func quantity(_ name: AttributeName, of id: ID) -> Quantity? {
    value(name, of: id).flatMap { try? NumberForm.quantity($0) }
  }

  func source(_ name: AttributeName, of id: ID) -> SourceRef? {
    value(name, of: id).flatMap { try? NameForm.source($0) }
  }

  func sources(_ name: AttributeName, of id: ID) -> [SourceRef] {
    value(name, of: id).flatMap { try? NameForm.sources($0) } ?? []
  }

  func names(_ name: AttributeName, of id: ID) -> [String] {
    value(name, of: id).flatMap { try? NameForm.names($0) } ?? []
  }

  func isYes(_ name: AttributeName, of id: ID, default standard: Bool = false) -> Bool {
    value(name, of: id).map { $0 == "yes" } ?? standard
  }

  /// The word of a closed set, `nil` when it is not written.
  func word<Word: RawRepresentable<String>>(_ name: AttributeName, of id: ID) -> Word? {
    value(name, of: id).flatMap { Word(rawValue: $0) }
  }

  func mode(of id: ID) -> Mode? { word(.mode, of: id) }

  /// The text of the first child of that name, with its translations.
  func text(_ name: ElementName, of id: ID, _ language: String) -> LocalizedText {
    guard let child = child(name, of: id) else { return LocalizedText(variants: []) }
    return localized(child, language)
  }

  /// The texts of the children of that name, each with its translations.
  func texts(_ name: ElementName, of id: ID, _ language: String) -> [LocalizedText] {
    children(of: id).compactMap { child in
      self.name(of: child) == name && !self[child].isTranslation ? localized(child, language) : nil
    }
  }

  /// A text and the translations that follow it.
  func localized(_ id: ID, _ language: String) -> LocalizedText {
    var text = LocalizedText(variants: [variant(id, language)])
    var next = self[id].next
    while next >= 0, self[ID(next)].isTranslation {
      text.add(variant(ID(next), language))
      next = self[ID(next)].next
    }
    return text
  }

  private func variant(_ id: ID, _ language: String) -> LocalizedText.Variant {
    LocalizedText.Variant(language: value(.language, of: id) ?? language, raw: text(of: id))
  }

  /// The comparisons among the children.
  func filters(of id: ID) -> [FieldTest] {
    guard child(.where, of: id) != nil else { return [] }
    return children(of: id).compactMap { child in
      guard name(of: child) == .where, let field = value(.field, of: child), let text = value(.is, of: child),
        let expected = try? ExpectedForm.expected(text)
      else { return nil }
      return FieldTest(field: field, expected: expected)
    }
  }
}
