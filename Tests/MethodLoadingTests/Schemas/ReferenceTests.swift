import Diagnostics
import Foundation
import MethodLoading
import MethodModel
import Testing

/// What `Methods/README.md` tells authors is so.
@Suite struct ReferenceTests {
  private static let path = Shipped.root + "/Methods/README.md"
  private static let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  private static let markers = ("<!-- elements: begin -->\n", "<!-- elements: end -->")

  @Test func `the tables of elements are those that the language has`() throws {
    let begin = try #require(Self.text.firstRange(of: Self.markers.0)?.upperBound)
    let end = try #require(Self.text.firstRange(of: Self.markers.1)?.lowerBound)
    let wanted = "\n" + Schemas.markdown + "\n"
    if ProcessInfo.processInfo.environment["DOTANK_RECORD_GOLDENS"] != nil {
      let whole = Self.text[..<begin] + wanted + Self.text[end...]
      try String(whole).write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(Self.text[begin..<end] == wanted, "run the tests once with DOTANK_RECORD_GOLDENS=1 to write them anew")
    }
  }

  @Test func `every element and attribute has a sentence of its own`() {
    for row in Language.rows where row.name == .method || !Language.parents(of: row.name).isEmpty {
      #expect(!Sentences.of(row.name).isEmpty, "<\(row.name.text)>: write one in Language/Sentences")
      for attribute in row.attributes {
        let sentence = Sentences.of(attribute.name, on: row.name)
        let place: Comment = "\(attribute.name.text) of <\(row.name.text)>: write one in Language/Sentences"
        #expect(sentence.hasSuffix("."), place)
      }
    }
  }

  private static let examples = text.matches(of: /```xml\n(.*?)```/.dotMatchesNewlines()).map { String($0.1) }
    .filter { !$0.contains("<scenario ") }

  @Test(arguments: examples) func `every example is a method, or part of one, without a finding`(example: String) {
    let text = example.contains("<method ") ? example : Self.method(around: example)
    let library = MethodLibrary(folders: [Shipped.root + "/Methods"])
    let loading = MethodLoader.load(SourceText(name: "example.xml", text: text), methods: library)
    #expect(loading.diagnostics.map(described) == [], "\(example)")
    #expect(loading.method != nil)
  }

  @Test func `there are examples`() { #expect(Self.examples.count >= 7) }

  @Test func `every measure, rule and activity is told in the chapters`() throws {
    let chapters = try #require(Self.text.components(separatedBy: Self.markers.0).first)
    let rules = Language.row(.decide).attributes.filter { $0.name == .rule }.flatMap { row -> [String] in
      if case .word(let words) = row.type { words } else { [] }
    }
    let activities = ["collect", "cluster", "select", "vote", "rate", "place", "fill", "connect", "decide", "commit"]
    for word in Measure.allCases.map(\.rawValue) + rules + activities {
      #expect(chapters.contains("| `\(word)`") || chapters.contains("`\(word)`, "), "\(word)")
    }
  }

  /// Sections of the head, then elements of the agenda, in a whole method.
  private static func method(around example: String) -> String {
    let sections = ["settings", "people", "roles", "groupings", "scales", "lists", "materials", "delivers"]
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.lastIndex { line in sections.contains { line.contains("</\($0)>") } }
    let head = lines[..<(last.map { $0 + 1 } ?? 0)].joined(separator: "\n")
    let agenda = lines[(last.map { $0 + 1 } ?? 0)...].joined(separator: "\n")
    return Sample.method(agenda, head: head)
  }
}
