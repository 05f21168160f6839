import Diagnostics
import Testing
import XMLReading

@Suite struct `A large document` {
  /// What one generated element looks like and where it stands.
  private struct Expected {
    var name: String
    var tag: Range<Int>
    var values: [(range: Range<Int>, value: String)]
    var end: Int
  }

  /// Writes nested elements with awkward tags, and remembers where everything went.
  private struct Writer {
    var bytes: [UInt8]
    var expected: [Expected] = []
    var random: UInt64 = 42

    init(start: String) {
      bytes = Array(start.utf8)
    }

    mutating func pick(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }

    mutating func element(depth: Int) {
      let index = expected.count
      let name = ["step", "a-b.c", "日本", "ä", "x1"][pick(5)]
      expected.append(Expected(name: name, tag: 0..<0, values: [], end: 0))
      let lower = bytes.count
      bytes += "<\(name)".utf8
      for number in 0..<pick(4) { attribute(number, of: index) }
      bytes += [" ", "", "\n\t"][pick(3)].utf8
      let closesItself = depth == 0 || pick(4) == 0
      bytes += (closesItself ? "/>" : ">").utf8
      expected[index].tag = lower..<bytes.count
      if !closesItself { content(depth: depth, name: name) }
      expected[index].end = bytes.count
    }

    private mutating func attribute(_ number: Int, of index: Int) {
      let (raw, value) = [
        ("x", "x"), (">/>", ">/>"), ("&lt;&#x1F600;", "<😀"), ("", ""), ("a\tb\r\nc", "a b c"), ("ä'", "ä'"),
      ][pick(6)]
      bytes += " n\(number)\(["=", " = ", "\n="][pick(3)])\"".utf8
      expected[index].values.append((bytes.count..<(bytes.count + raw.utf8.count), value))
      bytes += "\(raw)\"".utf8
    }

    private mutating func content(depth: Int, name: String) {
      for _ in 0..<(1 + pick(3)) {
        bytes += ["text &amp; ä", "<!-- <no a='>'> -->", "<![CDATA[</no>]]>", "<?no >?>", "\n  "][pick(5)].utf8
        element(depth: depth - 1)
      }
      bytes += "</\(name)\(["", " ", "\n"][pick(3)])>".utf8
    }
  }

  @Test(arguments: ["", "\u{FEFF}", "<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- < -->"])
  func `has exact ranges everywhere`(start: String) throws {
    var writer = Writer(start: start)
    writer.bytes += "<r>".utf8
    let offset = writer.bytes.count
    while writer.expected.count < 5_000 { writer.element(depth: 5) }
    writer.bytes += "</r>".utf8
    let tree = try #require(XMLDocument.parse(SourceText(name: "a.xml", bytes: writer.bytes)).tree)
    #expect(tree.elementCount == writer.expected.count + 1)
    #expect(tree.allElements.first { _ in true }?.range.offsets == (offset - 3)..<offset)
    let wrong = zip(tree.allElements.dropFirst(), writer.expected).filter { element, expected in
      element.name != expected.name || element.range.offsets != expected.tag
        || element.elementRange.offsets != expected.tag.lowerBound..<expected.end
        || element.nameRange.offsets.count != expected.name.utf8.count
        || element.attributes.map(\.valueRange.offsets) != expected.values.map(\.range)
        || element.attributes.map(\.value) != expected.values.map(\.value)
        || element.attributes.indices.contains {
          element.attributes[$0].name != "n\($0 - element.attributes.startIndex)"
        }
    }
    #expect(wrong.map(\.0.line) == [])
  }

  @Test func `is read the same by 500 readers at once`() async throws {
    var writer = Writer(start: "")
    writer.bytes += "<r>".utf8
    while writer.expected.count < 200 { writer.element(depth: 4) }
    let good = writer.bytes + Array("</r>".utf8)
    let bad = writer.bytes + Array("</s>".utf8)
    let count = writer.expected.count + 1
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<500 {
        group.addTask {
          let document = XMLDocument.parse(SourceText(name: "\(number)", bytes: number % 3 == 0 ? bad : good))
          if number % 3 == 0 { return document.diagnostics.map(\.code) != [.tagMismatch] }
          return document.tree?.elementCount != count
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wrong == 0)
  }
}
