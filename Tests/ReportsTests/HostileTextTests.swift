import Outcomes
import Testing

@testable import Reports

/// People's words stay words.
@Suite struct HostileTextTests {
  @Test func `the corpus of hostile texts is there`() { #expect(Hostile.texts.count >= 370) }

  @Test(arguments: Recorded.allCases) func `no hostile text is live in a page`(session: Recorded) throws {
    // Twelve at a time: a page is taken apart as a whole, wherever in it a text would come to life.
    for number in stride(from: 0, to: Hostile.texts.count, by: 12) {
      let text = Hostile.texts.dropFirst(number).prefix(12).joined(separator: " ")
      let record = try session.record { _ in text }
      for format in [ReportFiles.Format.page, .brief] {
        let page = String(decoding: ReportFiles.file(format, of: record), as: UTF8.self)
        for finding in PageReading(page).findings { Issue.record("\(number), \(format.fileName): \(finding)") }
      }
    }
  }

  @Test(arguments: Recorded.allCases) func `no hostile text is live in Markdown`(session: Recorded) throws {
    for number in stride(from: 0, to: Hostile.texts.count, by: 8) {
      let text = Hostile.texts.dropFirst(number).prefix(8).joined(separator: " ")
      let record = try session.record { _ in text }
      let report = String(decoding: ReportFiles.file(.markdown, of: record), as: UTF8.self)
      for line in report.split(separator: "\n") where !Self.isInert(String(line)) { Issue.record("\(text): \(line)") }
    }
  }

  @Test func `words are escaped in Markdown, and only where they have to be`() {
    func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    #expect(escaped("<b>a & b</b> &amp; c -> d") == "&lt;b>a & b&lt;/b> &amp;amp; c -> d")
    #expect(escaped("[a](http://b) *c* _d_") == "\\[a\\](http\\://b) \\*c\\* \\_d\\_")
    #expect(escaped("1. one") == "1\\. one" && escaped("1.5 is fine") == "1.5 is fine")
    #expect(escaped("- one\n+ two\r\n> three") == "\\- one / \\+ two / \\> three")
    #expect(escaped("www.x.org") == "www\\.x.org")
    #expect(escaped("a\u{202E}b\u{1B}c") == "a&lt;U+202E>b␛c")
  }

  @Test func `words are escaped in HTML, and line breaks stay`() {
    #expect(HTMLText.escaped("<b title='x'>\"&\"</b>") == "&lt;b title=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/b&gt;")
    #expect(HTMLText.escaped("one\r\ntwo\tthree") == "one\ntwo three")
    #expect(HTMLText.escaped("a\u{202E}b\u{1B}c\u{0}") == "a&lt;U+202E&gt;b␛c␀")
    #expect(HTMLText.escaped("Hyvää päivää 👩‍👩‍👧") == "Hyvää päivää 👩‍👩‍👧")
    #expect(HTMLText.escaped("\"\u{301} b") == "&quot;\u{301} b")
  }

  /// No tag, link, image, code or address that a renderer would make live.
  private static func isInert(_ line: String) -> Bool {
    var plain = line
    for character in ["\\", "`", "*", "_", "[", "]", "|", "~", "#", "{", "}", "$", "@", ":", "."] {
      plain = plain.replacing("\\\(character)", with: "")
    }
    return !plain.contains("<") && !plain.contains("](") && !plain.contains("]:") && !plain.contains("://")
      && !plain.lowercased().contains("www.evil") && !plain.contains("`")
  }
}

/// A page as a browser takes it apart: its elements and attributes, held against what the templates use.
struct PageReading {
  private(set) var findings: [String] = []

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "dl", "div", "dt",
    "dd",
    "section", "nav", "ol", "ul", "li", "main", "article", "details", "summary", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "span", "strong", "em", "br", "blockquote", "footer", "code", "svg", "g", "rect", "circle",
    "line",
    "text", "desc", "path", "figure", "figcaption", "!doctype",
  ]

  init(_ whole: String) {
    // To a browser a sign that carries an accent, or a form chosen for it, is still that sign.
    let page = String(
      String.UnicodeScalarView(
        whole.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) && !(0xFE00...0xFE0F).contains($0.value) }))
    // Nothing inside of the style comes from anywhere else: it is the shipped one, byte for byte.
    let parts = page.split(separator: "<style>", maxSplits: 1)
    let rest = parts.last?.split(separator: "</style>", maxSplits: 1).last ?? ""
    if parts.count != 2 || rest.contains("<style") { findings.append("more or less than one style") }
    for scalar in page.unicodeScalars
    where scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value) {
      findings.append("the character \(scalar.value)")
    }
    for piece in rest.split(separator: "<").dropFirst() { read(String(piece)) }
  }

  private mutating func read(_ piece: String) {
    guard let end = piece.firstIndex(of: ">") else { return findings.append("a tag without an end: \(piece)") }
    let tag = piece[..<end]
    let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    if !Self.elements.contains(name) { findings.append("the element \(name)") }
    for attribute in tag.matches(of: /([A-Za-z:-]+)="([^"]*)"/) {
      let (name, value) = (attribute.1.lowercased(), attribute.2)
      if name.hasPrefix("on") || ["style", "src", "srcdoc", "action"].contains(name) { findings.append("\(name)=") }
      if name == "href", !value.hasPrefix("#") { findings.append("a way out of the page: \(value)") }
    }
    let unquoted = tag.replacing(/="[^"]*"/, with: "")
    if unquoted.contains("=") || unquoted.contains("\"") { findings.append("a broken tag: \(tag)") }
  }
}
