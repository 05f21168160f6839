import Testing
import XMLReading

@Suite struct `A document held against a schema` {
  private static let schema = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x"
        elementFormDefault="qualified">
      <xs:element name="list">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="item" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:simpleContent>
                  <xs:extension base="xs:string">
                    <xs:attribute name="n" type="xs:int" use="required"/>
                    <xs:attribute name="kind">
                      <xs:simpleType>
                        <xs:restriction base="xs:string">
                          <xs:enumeration value="a"/><xs:enumeration value="b"/>
                        </xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  private func breach(_ document: String) throws -> SchemaBreach? {
    try XMLSchemaCheck.breach(of: Array(document.utf8), by: Self.schema)
  }

  @Test(arguments: [
    "<list xmlns='urn:x'/>", "<list xmlns='urn:x'>\n<item n='1'>a</item>\n<item n='2'>&lt;b&gt;</item>\n</list>",
    "<?xml version='1.0' encoding='UTF-8'?><list xmlns='urn:x'><item n='1'>é</item></list>",
  ])
  func `holds`(document: String) throws { #expect(try breach(document) == nil) }

  @Test(arguments: [
    ("<list xmlns='urn:x'>\n<item n='1'/>\n<item>a</item>\n</list>", 3, "the attribute 'n' is required but missing", 0),
    ("<list xmlns='urn:x'>\n<item n='x'/>\n<thing/></list>", 2, "'x' is not a valid value", 1),
    (
      "<list xmlns='urn:x'>\n\n<thing/></list>", 3,
      "element 'thing': this element is not expected; expected is ( item )", 0
    ),
    (
      "<list xmlns='urn:x'><item n='1' kind='c'/></list>", 1, "the value 'c' is not an element of the set {'a', 'b'}", 0
    ),
    ("<other/>", 1, "no matching global declaration available", 0),
    ("<list xmlns='urn:x'>\n<item n='1'>\n</list>", 3, "mismatch", 0),
    ("<list xmlns='urn:x'>\n<item n='1'>a &worse;</item></list>", 2, "worse", 0),
    ("", 1, "empty", 0),
  ])
  func `tells the line and what is wrong there`(document: String, line: Int, words: String, others: Int) throws {
    let breach = try #require(try breach(document))
    #expect(breach.line == line, "\(breach)")
    #expect(breach.words.contains(words), "\(breach)")
    #expect(!breach.words.contains("urn:x") && breach.words.last != ".", "\(breach)")
    if others > 0 { #expect(breach.others >= others, "\(breach)") }
  }

  @Test func `tells lines beyond those that a tree could count`() throws {
    let lines = String(repeating: "<item n='1'/>\n", count: 70_000)
    #expect(try breach("<list xmlns='urn:x'>\n\(lines)<item/>\n</list>")?.line == 70_002)
  }

  @Test func `reads no file that the document names, and blows up no entity`() throws {
    let outside = "<!DOCTYPE list SYSTEM 'file:///etc/passwd' [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]>\n"
    let breach = try #require(try breach(outside + "<list xmlns='urn:x'><item n='1'>&b;</item></list>"))
    #expect(breach.line == 2, "\(breach)")
  }

  @Test(arguments: ["", "<x/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:what/></xs:schema>"])
  func `what is no schema is refused`(schema: String) {
    #expect(throws: XMLSchemaCheck.Refusal.unreadableSchema) {
      try XMLSchemaCheck.breach(of: Array("<a/>".utf8), by: schema)
    }
  }
}
