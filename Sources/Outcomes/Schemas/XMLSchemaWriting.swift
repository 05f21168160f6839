extension RecordSchemas {
  /// XML Schema 1.0 of `outcome.xml`.
  package static var xsd: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\(XMLWriting.namespace)"
        targetNamespace="\(XMLWriting.namespace)" elementFormDefault="qualified" version="\(Record.formatVersion)">
      <xs:element name="\(Record.name)" type="\(Record.name)"/>

    \(RecordParts.all.map(complexType).joined(separator: "\n"))
    </xs:schema>

    """
  }

  private static func complexType(_ part: any RecordPart.Type) -> String {
    let elements = part.facts.filter { !$0.isAttribute }.map(element).joined()
    let attributes = part.facts.filter(\.isAttribute).map(attribute).joined()
    return "  <xs:complexType name=\"\(part.name)\">\n\(note(part.about, "    "))"
      + (elements.isEmpty ? "" : "    <xs:sequence>\n\(elements)    </xs:sequence>\n") + attributes
      + "  </xs:complexType>\n"
  }

  private static func note(_ about: String, _ indent: String, unit: Unit? = nil) -> String {
    let unit = unit.map { " Unit: \($0.rawValue)." } ?? ""
    let text = XMLWriting.escaped(about + unit, inAttribute: false)
    return "\(indent)<xs:annotation><xs:documentation>\(text)</xs:documentation></xs:annotation>\n"
  }

  // MARK: Attributes

  private static func attribute(_ member: MemberFacts) -> String {
    let use = member.form.isOptional ? "optional" : "required"
    let head = "    <xs:attribute name=\"\(member.name)\" use=\"\(use)\""
    let about = note(member.about, "      ", unit: member.unit)
    if member.name == "version", case .integer = member.form {
      return head + " type=\"xs:int\" fixed=\"\(Record.formatVersion)\">\n" + about + "    </xs:attribute>\n"
    }
    guard !member.words.isEmpty else {
      return head + " type=\"\(simpleType(member.form))\">\n" + about + "    </xs:attribute>\n"
    }
    let words = member.words.map { "          <xs:enumeration value=\"\($0)\"/>\n" }.joined()
    return head + ">\n" + about + "      <xs:simpleType>\n        <xs:restriction base=\"xs:string\">\n" + words
      + "        </xs:restriction>\n      </xs:simpleType>\n    </xs:attribute>\n"
  }

  private static func simpleType(_ form: ValueForm) -> String {
    switch form.present {
    case .integer: "xs:long"
    case .number: "xs:decimal"
    case .flag: "xs:boolean"
    case .moment: "xs:dateTime"
    case .text, .part, .list, .map, .optional: "xs:string"
    }
  }

  // MARK: Elements

  /// What may be `null` or empty may be left out.
  private static func element(_ member: MemberFacts) -> String {
    let mayMiss =
      switch member.form {
      case .optional, .list, .map: true
      case .text, .integer, .number, .flag, .moment, .part: false
      }
    let head = "      <xs:element name=\"\(member.name)\"\(mayMiss ? " minOccurs=\"0\"" : "")"
    return content(head, member.form.present, "      ", note: note(member.about, "        ", unit: member.unit))
  }

  private static func content(_ head: String, _ form: ValueForm, _ indent: String, note: String) -> String {
    switch form {
    case .part(let part): return "\(head) type=\"\(part.name)\">\n\(note)\(indent)</xs:element>\n"
    case .list(let inner):
      let item = "\(indent)    <xs:element name=\"\(inner.itemName)\" minOccurs=\"0\" maxOccurs=\"unbounded\""
      return "\(head)>\n\(note)\(indent)  <xs:complexType><xs:sequence>\n"
        + content(item, inner.present, indent + "    ", note: "")
        + "\(indent)  </xs:sequence></xs:complexType>\n\(indent)</xs:element>\n"
    case .map(let inner):
      return """
        \(head)>
        \(note)\(indent)  <xs:complexType><xs:sequence>
        \(indent)    <xs:element name="value" minOccurs="0" maxOccurs="unbounded">
        \(indent)      <xs:complexType><xs:simpleContent><xs:extension base="\(simpleType(inner))">
        \(indent)        <xs:attribute name="of" type="xs:string" use="required"/>
        \(indent)      </xs:extension></xs:simpleContent></xs:complexType>
        \(indent)    </xs:element>
        \(indent)  </xs:sequence></xs:complexType>
        \(indent)</xs:element>

        """
    case .text, .integer, .number, .flag, .moment, .optional:
      return "\(head) type=\"\(simpleType(form))\">\n\(note)\(indent)</xs:element>\n"
    }
  }
}
