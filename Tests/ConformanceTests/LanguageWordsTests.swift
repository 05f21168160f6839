import Foundation
import MethodLoading
import Testing

/// What the language's table lists, held against the methods of the suite.
@Suite struct LanguageWordsTests {
  /// Which of the listed words an attribute of an element takes in the cases, as `element attribute="word"`.
  private static func used() throws -> Set<String> {
    var used: Set<String> = []
    let files = FileManager.default.enumerator(atPath: Folders.cases)?.compactMap { $0 as? String } ?? []
    for file in files where file.hasSuffix(".xml") && !file.hasSuffix(".scenario.xml") {
      let text = try String(contentsOfFile: "\(Folders.cases)/\(file)", encoding: .utf8)
      for tag in text.matches(of: #/<([a-z-]+)((?:\s+[a-z:-]+\s*=\s*(?:"[^"]*"|'[^']*'))+)/#) {
        for attribute in tag.2.matches(of: #/([a-z:-]+)\s*=\s*["']([^"']*)["']/#) {
          for word in attribute.2.split(separator: " ") {
            for element in [tag.1, "any"] { used.insert("\(element) \(attribute.1)=\"\(word)\"") }
          }
        }
      }
    }
    return used
  }

  /// Read by people only; and the figures of `stats`, which are those of `test`.
  private static let excused: Set<String> = ["pillar", "stats"]
  /// What many elements take and mean the same by: one of them is enough.
  private static let shared: Set<String> = ["mode", "names", "capture", "enter", "cut"]

  private static func listed() -> Set<String> {
    let words = Language.rows.flatMap { row in
      row.attributes.filter { !excused.contains($0.name.text) }.flatMap { attribute -> [String] in
        let element = shared.contains(attribute.name.text) ? "any" : row.name.text
        return switch attribute.type {
        case .word(let words), .words(let words):
          words.filter { $0 != attribute.defaultValue }.map { "\(element) \(attribute.name.text)=\"\($0)\"" }
        default: []
        }
      }
    }
    return Set(words)
  }

  @Test func `every word that the language lists is used in a case`() throws {
    let used = try Self.used()
    #expect(Self.listed().count > 50)
    #expect(Self.listed().subtracting(used).sorted() == [])
  }
}
