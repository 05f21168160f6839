import Diagnostics
import Testing
import XMLReading

@Suite struct `A tree` {
  private func root(_ text: String) throws -> XMLElement {
    let document = XMLDocument.parse(SourceText(name: "a.xml", text: text))
    #expect(document.diagnostics == [])
    return try #require(document.root)
  }

  private func written(_ range: SourceRange, in element: XMLElement) -> String {
    String(decoding: element.tree.source.bytes[range.offsets], as: UTF8.self)
  }

  @Test func `gives names, children and parents`() throws {
    let root = try root("<a><b/><c><d/></c><b/></a>")
    #expect(root.children.map(\.name) == ["b", "c", "b"])
    #expect(root.children.first?.nameID == root.children.map(\.nameID).last)
    #expect(root.children.dropFirst().first?.children.first?.parent?.name == "c")
    #expect(root.parent == nil)
    #expect(root.tree.allElements.map(\.name) == ["a", "b", "c", "d", "b"])
  }

  @Test func `resolves text and leaves its children out`() throws {
    let root = try root("<a> x &amp; <b>no</b>&#x41;<!-- no --><![CDATA[<&]]><?no no?>\r\ny</a>")
    #expect(root.text == " x & A<&\ny")
    #expect(root.textRange.map { written($0, in: root) } == "x &amp;")
    #expect(try !self.root("<a> <b>x</b>\n</a>").hasText)
  }

  @Test func `resolves attributes and shows where they stand`() throws {
    let root = try root(
      "<m:a xmlns:m='urn:dotank:method:1' x = \"a>&lt;\n'b'\" xmlns:o='urn:o' o:y='1' xml:lang='fi'/>")
    #expect(root.name == "a")
    #expect(root.namespace == .method)
    #expect(root.attributes.map(\.name) == ["x", "o:y", "xml:lang"])
    #expect(root.attributes.map(\.isForeign) == [false, true, false])
    let x = try #require(root.attribute(named: "x"))
    #expect(x.value == "a>< 'b'")
    #expect(written(x.nameRange, in: root) == "x")
    #expect(written(x.valueRange, in: root) == "a>&lt;\n'b'")
    #expect(written(root.nameRange, in: root) == "m:a")
  }

  @Test func `has exact ranges of tags and elements`() throws {
    let root = try root("\u{FEFF}<?xml version='1.0'?>\n<a>\n  <b z='>'>ä</b >\n  <c/></a>")
    let (b, c) = (try #require(root.children.first), try #require(root.children.dropFirst().first))
    #expect(written(b.range, in: root) == "<b z='>'>")
    #expect(written(b.elementRange, in: root) == "<b z='>'>ä</b >")
    #expect(written(c.elementRange, in: root) == "<c/>")
    #expect(b.line == 3)
  }

  @Test func `ends before the element that nobody needs`() throws {
    let source = SourceText(name: "a.xml", text: "<m><t>T</t><agenda><broken</m>")
    let document = XMLDocument.parse(source, stoppingBefore: "agenda")
    let root = try #require(document.root)
    #expect(root.children.map(\.text) == ["T"])
    #expect(written(root.elementRange, in: root) == "<m><t>T</t>")
    #expect(root.tree.isPartial)
  }
}
