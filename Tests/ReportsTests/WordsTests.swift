import Outcomes
import Testing

@testable import Reports

/// What the program says is there in every language.
@Suite struct WordsTests {
  @Test func `every text is there in every language, under one key`() {
    for lines in [Words.labels, Words.phrases, Words.terms] {
      #expect(Set(lines.map(\.key)).count == lines.count, "\(Self.doubles(lines))")
      for line in lines {
        for language in Words.Language.allCases { #expect(!line.text(in: language).isEmpty, "\(line.key)") }
      }
    }
  }

  @Test func `a phrase has the same places in every language, and each is filled`() {
    for line in Words.phrases {
      let english = Self.places(line.english)
      for language in [Words.Language.finnish, .french] where !line.key.hasSuffix("-one") {
        #expect(Self.places(line.text(in: language)) == english, "\(line.key) in \(language)")
      }
    }
    #expect(Words(language: "en").phrase("delivered-some", "1", "{0}", "x") == "1 of {0}; missing: x.")
    #expect(Words(language: "fr").counted("actions", 0) == "0 action")
    #expect(Words(language: "fi").counted("actions", 2) == "2 tehtävää")
  }

  @Test func `every word that a record can hold has its term`() {
    let known = Set(Words.terms.map(\.key))
    let words =
      ["adopted", "rejected", "won", "tied", "deferred", "no-quorum", "selected"]
      + ["consent", "consensus", "majority", "share", "plurality", "score", "one"]
      + ["closed", "superseded", "skipped", "dropped", "open", "holds", "fails", "no-data", "pass", "rework", "stop"]
    for word in words { #expect(known.contains(word), "\(word)") }
  }

  private static func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\d)\}/).map { String($0.1) })
  }

  private static func doubles(_ lines: [Words.Line]) -> [String] {
    Dictionary(grouping: lines, by: \.key).filter { $0.value.count > 1 }.keys.sorted()
  }
}
