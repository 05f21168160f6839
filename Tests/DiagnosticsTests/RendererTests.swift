import Diagnostics
import Testing

@Suite struct `Findings for tools` {
  private let source = SourceText(name: "a.xml", text: "<a>\n ä<b\n</a>")
  private let finding = Diagnostic(
    DiagnosticCode("DOT0122"), "element `b` has no end \"tag\"", help: "write\t`>`", file: "a.xml",
    range: SourceRange(7..<9), notes: [.init("in\u{1B} here", file: "a.xml", range: SourceRange(0..<3))])

  @Test func `are one line each`() {
    let lines = OneLineRenderer(sources: ["a.xml": source]).render([finding, finding])
    let line = "a.xml:2:3: error DOT0122: element `b` has no end \"tag\" (help: write␉`>`)\n"
    #expect(lines == line + line)
  }

  @Test func `have no place in a text that nobody knows`() {
    #expect(OneLineRenderer(sources: [:]).render(finding).hasPrefix("a.xml: error DOT0122: "))
  }

  @Test func `are JSON with keys in a fixed order`() {
    #expect(
      JSONRenderer(sources: ["a.xml": source]).render([finding]) == #"""
        [
          {"file": "a.xml", "line": 2, "column": 3, "endLine": 2, "endColumn": 5, "code": "DOT0122", "severity": "error", "message": "element `b` has no end \"tag\"", "help": "write\t`>`", "notes": [{"file": "a.xml", "line": 1, "column": 1, "endLine": 1, "endColumn": 4, "message": "in\u001b here"}]}
        ]

        """#)
  }

  @Test func `are JSON null where nothing is known`() {
    let whole = Diagnostic(DiagnosticCode("DOT0105"), "m", severity: .warning, file: "😀\u{202E}\u{E0041}")
    #expect(
      JSONRenderer(sources: [:]).render([whole]) == #"""
        [
          {"file": "😀\u202e\udb40\udc41", "line": null, "column": null, "endLine": null, "endColumn": null, "code": "DOT0105", "severity": "warning", "message": "m", "help": null, "notes": []}
        ]

        """#)
    #expect(JSONRenderer(sources: [:]).render([]) == "[]\n")
  }

  @Test func `are kept once and sorted by place`() {
    func at(_ place: Int?, _ file: String, _ message: String) -> Diagnostic {
      Diagnostic(DiagnosticCode("DOT0000"), message, file: file, range: place.map { SourceRange($0..<$0) })
    }
    var log = DiagnosticLog()
    log.emit(contentsOf: [at(9, "b", "1"), at(9, "b", "1"), at(2, "a", "2"), at(3, "b", "3"), at(nil, "b", "4")])
    log.emit(at(3, "b", "5"))
    #expect(log.inSourceOrder.map(\.message) == ["4", "3", "5", "1", "2"])
    #expect(log.hasErrors && log.count(of: .error) == 5 && log.count(of: .warning) == 0)
  }
}

@Suite struct `Findings for code hosts` {
  private let source = SourceText(name: "my ä.xml", text: "<a>\n ä\u{65}\u{301}<b\n</a>")
  private let page = Explanation(
    DiagnosticCode("DOT0122"), title: "something open", what: "It never ends.", why: "The rest would belong to it.",
    example: Example("<b", mended: "<b/>"), remedy: "End it.")

  private func log(_ findings: [Diagnostic]) -> String {
    SARIFRenderer(sources: [source.name: source], explanations: [page], version: "1.2.3").render(findings)
  }

  @Test func `have their rule, their place in code points and what explains them`() {
    let finding = Diagnostic(
      page.code, "element `b` has no end", help: "write `>`", file: source.name, range: SourceRange(10..<12),
      notes: [.init("in here", file: source.name, range: SourceRange(0..<3))])
    #expect(
      log([finding]) == #"""
        {"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "dotank", "version": "1.2.3", "rules": [
        {"id": "DOT0122", "shortDescription": {"text": "something open"}, "fullDescription": {"text": "It never ends."}, "help": {"text": "The rest would belong to it. End it.\n\nExample: <b\nPut right: <b/>"}}
        ]}}, "columnKind": "unicodeCodePoints", "results": [
        {"ruleId": "DOT0122", "ruleIndex": 0, "level": "error", "message": {"text": "element `b` has no end\nwrite `>`"}, "locations": [
        {"physicalLocation": {"artifactLocation": {"uri": "my%20%C3%A4.xml"}, "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7}}}
        ], "relatedLocations": [
        {"physicalLocation": {"artifactLocation": {"uri": "my%20%C3%A4.xml"}, "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4}}, "message": {"text": "in here"}}
        ]}
        ]}]}

        """#)
  }

  @Test func `have no region in a file that could not be read, and an address of their own`() {
    let text = log([Diagnostic(DiagnosticCode("DOT0101"), "no file", severity: .warning, file: "/a/b:c.xml")])
    #expect(text.contains(#""level": "warning""#))
    #expect(text.contains(#"{"physicalLocation": {"artifactLocation": {"uri": "file:///a/b%3Ac.xml"}}}"#))
    #expect(text.contains(#""rules": [\#n{"id": "DOT0101"}\#n]"#))
  }

  @Test func `are an empty list where nothing is found`() {
    #expect(log([]).contains(#""rules": []}}, "columnKind": "unicodeCodePoints", "results": []}]}"#))
  }
}
