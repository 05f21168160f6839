import Diagnostics
import DiagnosticsTestSupport
import Testing
import XMLReading

/// A text with one mistake, marked where its finding begins, and what the finding says.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  let text: MarkedText
  let code: DiagnosticCode
  let message: String
  let help: String

  init(_ text: MarkedText, _ code: DiagnosticCode, _ message: String, help: String) {
    self.text = text
    self.code = code
    self.message = message
    self.help = help
  }

  var testDescription: String { text.markedText }
}

@Suite struct `A text that is not XML` {
  @Test(
    arguments: MistakeCase.tags + MistakeCase.names + MistakeCase.attributes + MistakeCase.characters
      + MistakeCase.documents)
  func `is refused with one finding at the right place`(mistake: MistakeCase) throws {
    let document = XMLDocument.parse(mistake.text.source)
    #expect(document.tree == nil)
    #expect(document.diagnostics.count == 1)
    let finding = try #require(document.diagnostics.first)
    #expect(finding.code == mistake.code)
    #expect(finding.message == mistake.message)
    #expect(finding.help == mistake.help)
    #expect(mistake.text.marking(document.diagnostics) == mistake.text.markedText)
  }

  @Test func `names both tags of a mismatch and shows where the first was opened`() throws {
    let marked: MarkedText = "<a>\n  ‸<step id='x'>text‸</stpe>\n</a>"
    let finding = try #require(XMLDocument.parse(marked.source).diagnostics.first)
    #expect(
      ExcerptRenderer(source: marked.source).render(finding) == """
        method.xml:2:20: error DOT0121: `</stpe>` stands where `</step>` is expected
          2 |   <step id='x'>text</stpe>
            |                    ^^^^^^^
          help: write `</step>`
          method.xml:2:3: note: `step` is opened here
          2 |   <step id='x'>text</stpe>
            |   ^^^^^^^^^^^^^

        """)
  }

  @Test func `keeps libxml2's words where ours end`() throws {
    let finding = try #require(
      XMLDocument.parse(SourceText(name: "a.xml", text: "<a xmlns:b=''/>")).diagnostics
        .first)
    #expect(finding.code == .malformed)
    #expect(finding.message.hasPrefix("this is not XML: "))
  }
}

extension MistakeCase {
  static let tags: [MistakeCase] = [
    .init("<a><b>‸</a>", .tagMismatch, "`</a>` stands where `</b>` is expected", help: "close `b` before it by `</b>`"),
    .init("<a>‸</A>", .tagMismatch, "`</A>` stands where `</a>` is expected", help: "write `</a>`"),
    .init("‸<a><b/>\n", .unclosed, "element `a` is never closed", help: "write `</a>` where it ends"),
    .init("<a><b c='1'>‸</b", .unclosed, "the end tag of `b` has no `>`", help: "write `</b>`"),
    .init("<a>‸<b\n</a>", .unclosed, "the start tag of `b` has no `>`", help: "write `>` or `/>` where the tag ends"),
    .init(
      "<a>\n‸<b c='1' ", .unclosed, "the start tag of `b` has no `>`", help: "write `>` or `/>` where the tag ends"),
    .init("<a>x ‸< y</a>", .bareLessThan, "`<` begins no tag here", help: "write `&lt;` for the character"),
    .init(
      "<a>x ‸<3</a>", .bareLessThan, "`<` begins no tag here",
      help: "write `&lt;` for the character; names begin with a letter"),
    .init("<a>x‸<", .bareLessThan, "`<` begins no tag here", help: "write `&lt;` for the character"),
    .init(
      "<a>‸<!b></a>", .malformed, "`<!` begins neither a comment nor a CDATA section",
      help: "write `&lt;!` for the characters, or `<!-- ... -->` for a comment"),
    .init("<a>‸<!-- b</a>", .unclosed, "a comment is never closed", help: "write `-->` where it ends"),
    .init(
      "<a><!-- b ‸-- c --></a>", .badComment, "two hyphens stand inside a comment",
      help: "write one hyphen or a dash instead"),
    .init("<a>‸<![CDATA[ b</a>", .unclosed, "a CDATA section is never closed", help: "write `]]>` where it ends"),
    .init("<a>‸<?b</a>", .unclosed, "an instruction is never closed", help: "write `?>` where it ends"),
    .init("<a></‸ a>", .badName, "no name stands after `</`", help: "write `&lt;` for the character `<`"),
    .init(
      "<a><‸x:b/></a>", .unknownPrefix, "the prefix `x` is not declared",
      help: "remove `x:`, or declare it by `xmlns:x=\"...\"` here or further out"),
  ]

  static let names: [MistakeCase] = ["‸a:", "‸:a", "‸a:b:c"].map { name in
    MistakeCase(
      MarkedText("<x xmlns:a='u'><" + name + "/></x>"), .badName,
      "a colon stands where none may in `\(name.dropFirst())`",
      help: "one colon may stand between a prefix and a name; write a hyphen instead")
  }

  static let attributes: [MistakeCase] = [
    .init("<a b=‸5/>", .unquotedValue, "the value of `b` has no quotes", help: "write `b=\"5\"`"),
    .init("<a ‸b />", .unquotedValue, "the attribute `b` has no value", help: "write `b=\"...\"`"),
    .init(
      "<a b=‸“5”/>", .unquotedValue, "the value of `b` stands in curly quotes",
      help: "write straight quotes, as in `b=\"...\"`"),
    .init(
      "<a b='1' ‸b='2'/>", .duplicateAttribute, "the attribute `b` stands twice in one tag",
      help: "remove one of the two"),
    .init(
      "<a xmlns:x='u' xmlns:y='u' x:b='1' ‸y:b='2'/>", .duplicateAttribute,
      "the attribute `y:b` stands twice in one tag", help: "remove one of the two"),
    .init(
      "<a b='1'‸c='2'/>", .malformed, "a space is missing before the attribute `c`",
      help: "write a space before it, or look for a quote too many further left"),
    .init(
      "<a b='x ‸<c d='y'/>", .bareLessThan, "`<` stands inside the value of `b`",
      help: "close the value by a quote before it, or write `&lt;` for the character"),
    .init("<a b=‸'x", .unclosed, "the value of `b` is never closed", help: "write the closing quote"),
    .init(
      "<a b='1' ‸'/>", .badName, "`'` begins no attribute of `a`",
      help: "remove it; attributes look like `name=\"value\"`, and look for a quote too many before it"),
    .init("<a b='x ‸& y'/>", .bareAmpersand, "`&` begins no reference here", help: "write `&amp;` for the character"),
    .init(
      "<a><b ‸y:c='1'/></a>", .unknownPrefix, "the prefix `y` is not declared",
      help: "remove `y:`, or declare it by `xmlns:y=\"...\"` here or further out"),
  ]

  static let characters: [MistakeCase] = [
    .init("<a>Q‸&A</a>", .bareAmpersand, "`&` begins no reference here", help: "write `&amp;` for the character"),
    .init("<a>Q ‸&amp A</a>", .bareAmpersand, "`&` begins no reference here", help: "write a semicolon after `&amp`"),
    .init("<a>ä‸&nbsp;</a>", .unknownEntity, "XML does not know `&nbsp;`", help: "write `&#160;`"),
    .init("<a>‸&auml;</a>", .unknownEntity, "XML does not know `&auml;`", help: "write `ä` itself, or `&#228;`"),
    .init("<a>‸&qout;</a>", .unknownEntity, "XML does not know `&qout;`", help: "did you mean `&quot;`?"),
    .init(
      "<a>‸&company;</a>", .unknownEntity, "XML does not know `&company;`",
      help: "write the character itself; XML knows only `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`"),
    .init(
      "<a>‸&#0;</a>", .badCharacterReference, "`&#` begins no number of a character",
      help: "write `&amp;#` for the characters, or a number as in `&#228;`"),
    .init(
      "<a>‸&#xFFFF;</a>", .badCharacterReference, "`&#` begins no number of a character",
      help: "write `&amp;#` for the characters, or a number as in `&#228;`"),
    .init(
      "<a>‸&#12a;</a>", .badCharacterReference, "`&#` begins no number of a character",
      help: "write `&amp;#` for the characters, or a number as in `&#228;`"),
    .init("<a>x‸]]>y</a>", .malformed, "`]]>` stands inside text", help: "write `]]&gt;`"),
    .init("<a>x‸\u{1B}y</a>", .controlCharacter, "the character U+001B is not allowed in XML", help: "remove it"),
    .init("<a b='‸\u{FFFE}'/>", .controlCharacter, "the character U+FFFE is not allowed in XML", help: "remove it"),
    .init("<a>x‸\u{0}y</a>", .controlCharacter, "the character U+0000 is not allowed in XML", help: "remove it"),
    .init("<a/>‸\u{0}<b/>", .controlCharacter, "the character U+0000 is not allowed in XML", help: "remove it"),
    .init("<!-- ‸\u{8} --><a/>", .controlCharacter, "the character U+0008 is not allowed in XML", help: "remove it"),
  ]

  static let documents: [MistakeCase] = [
    .init(
      "<a/>\n‸more\n", .outsideRoot, "text stands outside the outermost element",
      help: "remove it, move it inside, or make it a comment"),
    .init(
      "‸more <a/>", .outsideRoot, "text stands outside the outermost element",
      help: "remove it, move it inside, or make it a comment"),
    .init(
      "<a/>‸<b/>", .outsideRoot, "element `b` stands after the end of the document",
      help: "a file has one outermost element: move this one inside it"),
    .init("<a/>‸</a>", .outsideRoot, "`</a>` closes nothing, as no element is open", help: "remove it"),
    .init("‸<!-- only -->", .noRoot, "there is no element", help: "a method begins with `<method ...>`"),
    .init(
      "\n‸<?xml version='1.0'?><a/>", .badDeclaration,
      "the XML declaration does not stand at the very beginning of the file",
      help: "remove what stands before it, empty lines and spaces too"),
    .init(
      "‸<?xml encoding='UTF-8'?><a/>", .badDeclaration, "the XML declaration is not written as XML wants it",
      help: "write `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`, or remove it"),
    .init(
      "‸<?XML version='1.0'?><a/>", .badDeclaration, "the XML declaration is not written as XML wants it",
      help: "write `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`, or remove it"),
    .init("‸<?p&x?><a/>", .malformed, "a space is missing after `<?p`", help: "write a space, or `?>`"),
    .init(
      "‸<!doctype html><html/>", .doctype, "a document type declaration is not read", help: "remove `<!DOCTYPE ...>`"),
    .init(
      "\u{FEFF}<?xml version='1.0'?><a>‸</b>", .tagMismatch, "`</b>` stands where `</a>` is expected",
      help: "write `</a>`"),
    .init(
      "<?xml version='1.0'?>\n‸<!DOCTYPE a><a/>", .doctype, "a document type declaration is not read",
      help: "remove `<!DOCTYPE ...>`"),
  ]
}
