import Diagnostics
import DiagnosticsTestSupport
import Outcomes
import Testing

@testable import Reports

/// Mistakes in templates, each with the place where it is found.
@Suite struct TemplateCheckTests {
  struct Mistake: CustomTestStringConvertible {
    let code: DiagnosticCode
    let text: String
    let help: String
    var file = "report.html"
    var testDescription: String { text }

    init(_ code: DiagnosticCode, _ text: String, _ help: String, file: String = "report.html") {
      (self.code, self.text, self.help, self.file) = (code, text, help, file)
    }
  }

  static let mistakes = [
    Mistake(.unfinishedTag, "<p>‸{{title</p>", "end it with }}"),
    Mistake(.malformedTag, "<p>‸{{}}</p>", "write a name"),
    Mistake(.malformedTag, "<p>‸{{a b}}</p>", "letters and digits"),
    Mistake(.malformedTag, "<p>‸{{{title}}}</p>", "what people wrote must stay text"),
    Mistake(.malformedTag, "<p>‸{{&title}}</p>", "must stay text"),
    Mistake(.malformedTag, "‸{{=<% %>=}}", "{{> file}}"),
    Mistake(.malformedTag, "‸{{% CONTENT_TYPE: TEXT}}", "{{> file}}"),
    Mistake(.unclosedSection, "‸{{#decisions}}{{result}}", "end it with {{/decisions}}"),
    Mistake(.unclosedSection, "<p>‸{{/decisions}}</p>", "begin it"),
    Mistake(.unclosedSection, "{{#decisions}}{{#dissent}}‸{{/decisions}}", "{{/dissent}}"),
    Mistake(.unknownTemplateName, "<p>‸{{titel}}</p>", "did you mean `title`?"),
    Mistake(.unknownTemplateName, "{{#decisions}}‸{{resullt}}{{/decisions}}", "did you mean `result`?"),
    Mistake(.unknownTemplateName, "‸{{words.decision5}}", "did you mean `words.decisions`?"),
    Mistake(.unknownTemplateName, "‸{{title.length}}", "Templates/README.md"),
    Mistake(.unknownTemplateName, "‸{{uppercased(title)}}", "Templates/README.md"),
    Mistake(.unknownTemplateName, "{{#actions}}{{owner}}{{/actions}}‸{{owner}}", ""),
    Mistake(.unprintableName, "<p>‸{{decisions}}</p>", "open it"),
    Mistake(.unprintableName, "<p>‸{{isRehearsal}}</p>", "open it"),
    Mistake(.unprintableName, "<p>‸{{.}}</p>", "name what is to be printed"),
    Mistake(.unprintableName, "{{#flow}}‸{{#last()}}x{{/last()}}{{/flow}}", "inside of a list"),
    Mistake(.unknownPartial, "<style>‸{{> stile.css}}</style>", "did you mean `style.css`?"),
    Mistake(.partialCycle, "<p>‸{{> report.html}}</p>", "take one"),
    Mistake(.liveValue, "<script>let a = '‸{{title}}'</script>", "between tags"),
    Mistake(.liveValue, "<style>p { content: '‸{{title}}' }</style>", "between tags"),
    Mistake(.liveValue, "<a href=\"‸{{site}}\">x</a>", "behind #"),
    Mistake(.liveValue, "{{#handedIn}}<img src=\"‸{{name}}\" />{{/handedIn}}", "between tags"),
    Mistake(.liveValue, "{{#handedIn}}<img src=\"http:‸{{picture}}\" />{{/handedIn}}", "between tags"),
    Mistake(.liveValue, "{{#handedIn}}<iframe src=\"‸{{picture}}\" />{{/handedIn}}", "between tags"),
    Mistake(.liveValue, "{{#handedIn}}<a href=\"‸{{picture}}\">x</a>{{/handedIn}}", "behind #"),
    Mistake(.unknownTemplateName, "<img src=\"‸{{picture}}\" />", ""),
    Mistake(.liveValue, "<a HREF='http://‸{{site}}'>x</a>", "behind #"),
    Mistake(.liveValue, "<p onclick=\"‸{{title}}\">x</p>", "quoted attributes"),
    Mistake(.liveValue, "<p style=\"color: ‸{{title}}\">x</p>", "quoted attributes"),
    Mistake(.liveValue, "<p title=‸{{title}}>x</p>", "quoted attributes"),
    Mistake(.liveValue, "<p ‸{{title}}=\"a\">x</p>", "quoted attributes"),
    Mistake(.liveValue, "<iframe srcdoc=\"‸{{title}}\"></iframe>", "quoted attributes"),
    Mistake(.liveValue, "<p title=\"‸{{> style.css}}\">x</p>", "quoted attributes"),
    Mistake(.liveValue, "p { color: ‸{{title}} }", "between tags", file: "style.css"),
    Mistake(.liveValue, "<p title=\"x>‸\n", "same file"),
  ]

  @Test(arguments: mistakes) func `a mistake is found where it is`(mistake: Mistake) throws {
    let marked = MarkedText(mistake.text, name: "mine/\(mistake.file)")
    let found = findings([(mistake.file, marked.source)])
    #expect(found.map(\.code) == [mistake.code], "\(found)")
    #expect(marked.marking(found) == marked.markedText)
    #expect(found.first?.help?.contains(mistake.help) == true, "\(found.first?.help ?? "")")
    let line = OneLineRenderer(sources: [marked.source.name: marked.source]).render(found)
    #expect(line.hasPrefix("mine/\(mistake.file):1:"), "\(line)")
  }

  @Test func `a mistake on a later line of a partial is told once, with its own file and line`() throws {
    let report = SourceText(name: "mine/report.html", text: "{{> part.html}}\n{{> part.html}}\n")
    let part = SourceText(name: "mine/part.html", text: "<p>\n  {{titel}}\n</p>\n")
    let found = findings([("report.html", report), ("part.html", part)])
    #expect(OneLineRenderer(sources: [part.name: part]).render(found).hasPrefix("mine/part.html:2:3: error DOT1104"))
    #expect(found.count == 1)
  }

  @Test(arguments: [
    ("{{#decisions}}{{resullt}}{{/decisions}}{{titel}}{{/actions}}", ["resullt", "titel", "actions"]),
    ("{{#decisions}}{{#dissent}}{{/decisions}}<p>{{titel}}</p>", ["decisions", "titel"]),
    ("{{#decisions}}{{result}}{{titel}}<a href='{{site}}'>x</a>", ["decisions", "titel", "site"]),
    (
      "{{titel}}{{/actions}}{{#desicions}}{{result}}{{/decisions}}",
      ["titel", "actions", "desicions", "desicions", "decisions"]
    ),
  ])
  func `a section that is not ended hides no other mistake`(text: String, named: [String]) {
    let found = findings([("report.html", SourceText(name: "mine/report.html", text: text))])
    #expect(found.count == named.count, "\(found)")
    for (finding, name) in zip(found, named) { #expect(finding.message.contains("`\(name)`"), "\(finding)") }
  }

  @Test func `a circle of several partials is found`() {
    let files = [
      ("report.html", "{{> a.html}}"), ("a.html", "{{#decisions}}{{> b.html}}{{/decisions}}"),
      ("b.html", "{{> a.html}}"),
    ].map { ($0, SourceText(name: "mine/\($0)", text: $1)) }
    let found = findings(files)
    #expect(found.map(\.code) == [.partialCycle] && found.first?.file == "mine/b.html", "\(found)")
    #expect(found.first?.message.contains("a.html → b.html → a.html") == true)
  }

  @Test func `a file that nothing uses is a name mistyped`() {
    let found = findings([("reprot.html", SourceText(name: "mine/reprot.html", text: "<p>{{title}}</p>"))])
    #expect(found.map(\.code) == [.unusedTemplate])
    #expect(found.first?.help == "did you mean `report.html`?")
  }

  @Test func `a file that is no text is refused`() {
    let found = findings([("report.html", SourceText(name: "mine/report.html", bytes: [0x3C, 0xFF, 0xFE]))])
    #expect(found.map(\.code) == [.unreadableTemplate])
  }

  static let fine = [
    "<p id=\"a\" title=\"{{title}}\">{{title}}{{#site}} {{.}}{{/site}}</p><a href=\"#take-{{methodId}}\">x</a>",
    "{{#actions}}{{#first()}}<ul>{{/first()}}<li>{{index()}} {{text}}</li>{{#last()}}</ul>{{/last()}}{{/actions}}",
    "{{#handedIn}}<img src=\"{{picture}}\" /><a href='{{link}}'>{{name}}</a>{{/handedIn}}",
    "{{! a remark with {{ in it }}<p>{{words.decisions}}</p><!-- {{title}} -->",
    "{{^actions}}{{words.noActions}}{{/actions}}{{#flow}}<svg width=\"{{width}}\"></svg>{{/flow}}",
    "<script>let a = 1 < 2</script><p>{{title}}</p>",
  ]

  @Test(arguments: fine) func `what is fine is not complained about`(text: String) throws {
    let source = SourceText(name: "mine/report.html", text: text)
    #expect(findings([("report.html", source)]) == [])
    let own = try TemplateSet.shipped.laidOver(by: [("report.html", source)])
    let page = String(decoding: ReportFiles.file(.page, of: try Recorded.ideas.record(), by: own), as: UTF8.self)
    #expect(!page.contains("{{title") && !page.contains("Optional") && !page.contains("Printed"), "\(page)")
  }

  @Test func `an own template stands in the place of the shipped one, and the others stay`() throws {
    let brief = SourceText(name: "mine/brief.html", text: "<h1>{{title}}</h1>\n")
    let record = try Recorded.consent.record()
    let own = try TemplateSet.shipped.laidOver(by: [("brief.html", brief)])
    #expect(
      String(decoding: ReportFiles.file(.brief, of: record, by: own), as: UTF8.self)
        == "<h1>\(HTMLText.escaped(record.method.title))</h1>\n")
    #expect(ReportFiles.file(.page, of: record, by: own) == ReportFiles.file(.page, of: record))
  }

  private func findings(_ files: [(String, SourceText)]) -> [Diagnostic] {
    do throws(TemplateSet.Mistakes) {
      _ = try TemplateSet.shipped.laidOver(by: files.map { (name: $0.0, source: $0.1) })
      return []
    } catch {
      return error.diagnostics
    }
  }
}
