import Foundation
import Testing

@testable import Reports

/// `Templates/README.md` lists every name that a template may use, and no other.
@Suite struct ReferenceTests {
  @Test func `the reference lists what there is`() throws {
    let path = "Templates/README.md"
    let text = try Checkout.text(path)
    let (begin, end) = ("<!-- names -->\n", "<!-- /names -->\n")
    let head = try #require(text.range(of: begin)).upperBound
    let tail = try #require(text.range(of: end)).lowerBound
    try Checkout.check(text[..<head] + Self.lists() + text[tail...], path)
  }

  private static func lists() -> String {
    var told: Set<String> = []
    var waiting = [ReportPart.shape.table, ComparisonPart.shape.table]
    var text = ""
    while !waiting.isEmpty {
      let table = waiting.removeFirst()
      guard told.insert(table.name).inserted else { continue }
      text += "\n## \(table.name)\n\n| name | what it is |\n| --- | --- |\n"
      for row in table.rows {
        var kind = ""
        switch row.kind {
        case .text: break
        case .flag: kind = " *(yes or no)*"
        case .texts: kind = " *(list of texts)*"
        case .part(let inner):
          kind = " *(\(inner().name))*"
          waiting.append(inner())
        case .parts(let inner):
          kind = " *(list of \(inner().name))*"
          waiting.append(inner())
        }
        text += "| `\(row.name)` | \(row.sentence)\(kind) |\n"
      }
    }
    return text + "\n"
  }
}
