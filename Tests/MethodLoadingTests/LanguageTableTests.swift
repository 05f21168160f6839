import MethodLoading
import Testing

@Suite struct LanguageTableTests {
  @Test func `names are written as in the reference`() {
    #expect(ElementName.forEach.text == "for-each")
    #expect(ElementName(text: "use-when") == .useWhen)
    #expect(AttributeName.language.text == "xml:lang")
    #expect(AttributeName(text: "on-overrun") == .onOverrun)
  }

  @Test func `the list of names follows the cases`() {
    #expect(ElementName.allCases.map(\.text) == ElementName.allCases.map { kebabCase("\($0)") })
    #expect(
      AttributeName.allCases.map(\.text)
        == AttributeName.allCases.map { $0 == .language ? "xml:lang" : kebabCase("\($0)") })
  }

  /// `forEach` as `for-each`.
  private func kebabCase(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      text += character.isUppercase ? "-\(character.lowercased())" : "\(character)"
    }
  }

  @Test func `every element has a row, and stands in some other but for the outermost`() {
    for name in ElementName.allCases {
      #expect(Language.row(name).name == name)
      #expect(name == .method || !Language.parents(of: name).isEmpty, "\(name.text)")
    }
  }

  @Test func `a default is a value that its attribute takes`() {
    for row in Language.rows {
      for attribute in row.attributes {
        guard case .word(let words) = attribute.type, let value = attribute.defaultValue else { continue }
        #expect(words.contains(value), "\(row.name.text) \(attribute.name.text)")
      }
    }
  }

  @Test func `no attribute stands twice in a row`() {
    for row in Language.rows {
      let names = row.attributes.map(\.name)
      #expect(Set(names).count == names.count, "\(row.name.text)")
    }
  }
}
