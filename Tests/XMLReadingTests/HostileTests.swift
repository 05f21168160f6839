import Diagnostics
import Testing
import XMLReading

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A text made to cost time, memory or secrets, and the finding that refuses it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let code: DiagnosticCode?

  init(_ name: String, _ text: String, _ code: DiagnosticCode?) {
    self.init(name, bytes: Array(text.utf8), code)
  }

  init(_ name: String, bytes: [UInt8], _ code: DiagnosticCode?) {
    testDescription = name
    self.bytes = bytes
    self.code = code
  }
}

/// What this thread has worked so far, so that a busy machine changes nothing.
private func processorSeconds() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

@Suite struct `A hostile text` {
  @Test(arguments: HostileCase.doctypes + HostileCase.sizes + HostileCase.encodings + HostileCase.tricks)
  func `costs little and is refused with a reason`(attack: HostileCase) {
    let start = processorSeconds()
    let document = XMLDocument.parse(SourceText(name: "a.xml", bytes: attack.bytes))
    // Loose, for unoptimized code; a release build takes a few milliseconds.
    #expect(processorSeconds() - start < 1)
    #expect(document.diagnostics.map(\.code) == (attack.code.map { [$0] } ?? []))
    #expect((document.tree == nil) == (attack.code != nil))
    let width = ExcerptRenderer(source: SourceText(name: "a.xml", bytes: attack.bytes)).render(document.diagnostics)
      .utf8.count
    #expect(width < 2_000)
  }
}

extension HostileCase {
  private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static func many(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

  static let doctypes: [HostileCase] = [
    HostileCase(
      "a billion laughs",
      "<!DOCTYPE a [<!ENTITY a '&b;&b;&b;&b;'>" + many(30) { "<!ENTITY b\($0) '&c;&c;&c;'>" } + "]><a>&a;</a>", .doctype
    ),
    HostileCase(
      "quadratic entities", "<!DOCTYPE a [<!ENTITY b '" + many(50_000, "x") + "'>]><a>" + many(10_000, "&b;") + "</a>",
      .doctype),
    HostileCase("an external entity", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", .doctype),
    HostileCase("an external DTD", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>", .doctype),
    HostileCase("a parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///dev/zero'>%b;]><a/>", .doctype),
    HostileCase("a default attribute", "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>", .doctype),
    HostileCase("a doctype in a comment", "<!-- <!DOCTYPE a> --><a/>", nil),
  ]

  static let sizes: [HostileCase] = [
    HostileCase("one byte too many", "<a>" + many((1 << 20) - 6, "x") + "</a>", .fileTooBig),
    HostileCase("as many bytes as are allowed", "<a>" + many((1 << 20) - 7, "x") + "</a>", nil),
    HostileCase("100,000 attributes", "<a " + many(100_000) { "a\($0)='' " } + "/>", .tagTooLong),
    HostileCase(
      "1,000 attributes in a short tag", "<a " + many(1_000) { "a\($0)=''\n" }.prefix(8_000) + "/>", .tooMany),
    HostileCase("128 attributes", "<a " + many(128) { "a\($0)='' " } + "/>", nil),
    HostileCase("129 attributes", "<a " + many(129) { "a\($0)='' " } + "/>", .tooMany),
    HostileCase("many tags full of attributes", "<r>" + many(800) { _ in "<a " + attributes + "/>" } + "</r>", nil),
    HostileCase("65 namespaces", "<a " + many(65) { "xmlns:a\($0)='u' " } + "/>", .tooMany),
    HostileCase("namespaces of many parents", many(40) { "<a xmlns:a\($0)='u' xmlns:b\($0)='u'>" }, .tooMany),
    HostileCase("64 elements deep", many(64, "<a>") + many(64, "</a>"), nil),
    HostileCase("65 elements deep", many(65, "<a>") + many(65, "</a>"), .tooDeep),
    HostileCase("100,000 elements deep", many(100_000, "<a>"), .tooDeep),
    HostileCase("250,000 elements", "<a>" + many(250_000, "<a/>") + "</a>", .tooMany),
    HostileCase("a huge comment", "<!--" + many(1_000_000, "x") + "--><a/>", nil),
    HostileCase("a huge comment that is never closed", "<a><!--" + many(500_000, "- "), .unclosed),
    HostileCase("a huge comment of quotes", "<!-- <a b='" + many(300_000, "<x ") + "--><a/>", nil),
    HostileCase("a huge instruction", "<?a " + many(1_000_000, "? ").prefix(1_000_000) + "?><a/>", nil),
    HostileCase("a huge section", "<a><![CDATA[" + many(1_000_000, "]").prefix(1_000_000) + "]]></a>", nil),
    HostileCase("a huge name", "<" + many(1_000_000, "a") + "/>", .tagTooLong),
    HostileCase("a huge end tag", "<a></" + many(1_000_000, "a") + ">", .tagTooLong),
    HostileCase("a huge entity name", "<a>&" + many(1_000_000, "a") + ";</a>", .unknownEntity),
    HostileCase("200,000 references", "<a>" + many(200_000, "&lt;") + "</a>", nil),
    HostileCase("200,000 bad references", "<a>" + many(200_000, "&x;") + "</a>", .unknownEntity),
    HostileCase("a megabyte of `<`", many(1_000_000, "<"), .bareLessThan),
    HostileCase("a megabyte of `<a `", many(300_000, "<a "), .unclosed),
  ]

  private static let attributes = many(120) { "a\($0)='' " }

  static let encodings: [HostileCase] = [
    HostileCase("UTF-16 with a mark", bytes: [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8($0), 0] }, .otherEncoding),
    HostileCase("UTF-16 without a mark", bytes: "<a/>".utf16.flatMap { [0, UInt8($0)] }, .otherEncoding),
    HostileCase("UTF-32", bytes: [0, 0, 0xFE, 0xFF] + "<a/>".utf16.flatMap { [0, 0, 0, UInt8($0)] }, .otherEncoding),
    HostileCase("another encoding declared", "<?xml version='1.0' encoding='UTF-7'?><a/>", .otherEncoding),
    HostileCase("UTF-16 declared in UTF-8", "<?xml version='1.0' encoding='UTF-16'?><a/>", .otherEncoding),
    HostileCase("an EBCDIC declaration", "<?xml version=\"1.0\" encoding=\"cp037\"?><a/>", .otherEncoding),
    HostileCase("UTF-8 declared in small letters", "<?xml version='1.0' encoding='utf-8'?><a>ä</a>", nil),
    HostileCase("ASCII declared and kept", "<?xml version='1.0' encoding='US-ASCII'?><a>a</a>", nil),
    HostileCase("ASCII declared and not kept", "<?xml version='1.0' encoding='US-ASCII'?><a>ä</a>", .notUTF8),
    HostileCase("a Latin 1 letter", bytes: Array("<a>".utf8) + [0xE4] + Array("</a>".utf8), .notUTF8),
    HostileCase("an overlong letter", bytes: Array("<a>".utf8) + [0xE0, 0x81, 0x81] + Array("</a>".utf8), .notUTF8),
    HostileCase("a surrogate", bytes: Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8), .notUTF8),
    HostileCase("a cut letter", bytes: Array("<a/><!-- -->".utf8) + [0xC3], .notUTF8),
    HostileCase("only zero bytes", bytes: Array(repeating: 0, count: 1_000), .controlCharacter),
    HostileCase("a zero byte", bytes: Array("<a>b".utf8) + [0] + Array("</a>".utf8), .controlCharacter),
    HostileCase("a zero byte after the end", bytes: Array("<a/>".utf8) + [0] + Array("<b".utf8), .controlCharacter),
    HostileCase("nothing", "", .fileEmpty),
    HostileCase("a byte order mark only", "\u{FEFF}", .fileEmpty),
    HostileCase("white space only", " \n\t\r\n", .fileEmpty),
  ]

  static let tricks: [HostileCase] = [
    HostileCase("a `>` inside a value", "<a z='>'><b y=\">'\"/></a>", nil),
    HostileCase("a long tag behind a `>` inside a value", "<a z='>" + many(10_000, "x") + "'/>", .tagTooLong),
    HostileCase(
      "a long tag behind a mistake", "<a b=\"><c d='\">" + "<e " + many(100_000) { "a\($0)='' " } + "/>", .tagTooLong),
    HostileCase(
      "a long tag behind a wrong comment", "<a><!-- --> -- > <!" + "<e " + many(100_000) { "a\($0)='' " } + "/>",
      .malformed),
    HostileCase(
      "an inclusion", "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd'/></a>", nil),
    HostileCase(
      "a schema to fetch",
      "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='u http://127.0.0.1:1/'/>", nil),
    HostileCase("a style sheet to fetch", "<?xml-stylesheet href='http://127.0.0.1:1/'?><a/>", nil),
    HostileCase("a version to come", "<?xml version='1.9'?><a/>", nil),
    HostileCase("another version", "<?xml version='2.0'?><a/>", .badDeclaration),
  ]
}
