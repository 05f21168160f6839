import Diagnostics
import Testing
import XMLReading

@Suite struct `Explanations of reading` {
  @Test func `are one for each code, in order`() {
    let codes = ReadingExplanations.all.map(\.code.rawValue)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("DOT01") })
  }

  @Test(arguments: ReadingExplanations.all.filter { !$0.example.wrong.contains("dotank ") })
  func `have an example that brings the finding about, and one without it`(explanation: Explanation) throws {
    #expect(try codes(in: explanation.example.wrongFile) == [explanation.code])
    #expect(try codes(in: explanation.example.mendedFile) == [])
  }

  private func codes(in file: String?) throws -> [DiagnosticCode] {
    XMLDocument.parse(SourceText(name: "a.xml", text: try #require(file))).diagnostics.map(\.code)
  }

  @Test(arguments: ReadingExplanations.all)
  func `have a short title and whole sentences`(explanation: Explanation) {
    #expect(explanation.title.count < 60 && !explanation.title.hasSuffix("."))
    for text in [explanation.what, explanation.why, explanation.remedy] {
      #expect(text.hasSuffix("."))
    }
  }
}
