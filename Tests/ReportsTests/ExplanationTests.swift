import Diagnostics
import Testing

@testable import Reports

/// The pages of `dotank explain` about templates say what is so.
@Suite struct ExplanationTests {
  private static let codes: [DiagnosticCode] = [
    .unfinishedTag, .malformedTag, .unclosedSection, .unknownTemplateName, .unprintableName, .unknownPartial,
    .partialCycle, .liveValue, .unreadableTemplate, .unusedTemplate,
  ]

  @Test func `every code has one page that says something`() {
    #expect(ReportExplanations.all.map(\.code).sorted { $0.rawValue < $1.rawValue } == Self.codes)
    for page in ReportExplanations.all {
      #expect(![page.title, page.what, page.why, page.example.wrong, page.remedy].contains(""), "\(page.code)")
      #expect(page.title.last != ".")
    }
  }

  @Test(arguments: ReportExplanations.all.filter { $0.example.wrongFile != nil }.map(\.code))
  func `an example brings the finding about, and put right it brings none`(code: DiagnosticCode) throws {
    let page = try #require(ReportExplanations.all.first { $0.code == code })
    #expect(try findings(in: page.example.wrongFile) == [code])
    #expect(try findings(in: page.example.mendedFile) == [])
  }

  private func findings(in text: String?) throws -> [DiagnosticCode] {
    let source = SourceText(name: "report.html", text: try #require(text))
    do throws(TemplateSet.Mistakes) {
      _ = try TemplateSet.shipped.laidOver(by: [("report.html", source)])
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }
}
