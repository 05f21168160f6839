extension Schemas {
  /// The language as an XML Schema 1.0, the form that most editors read.
  ///
  /// Behind every element of ours may stand elements of other namespaces, which are ignored; so each of our elements
  /// carries them behind it, and the whole stays deterministic, as XML Schema demands. `xml:lang` belongs to a namespace
  /// of its own and is let through like other foreign attributes: XML Schema 1.0 knows no wildcard but for one namespace,
  /// and attributes of a second one can be declared in a second file only.
  package static var xsd: String {
    let types = Language.rows.map(complexType).joined(separator: "\n")
    let values = forms.map(simpleType).joined(separator: "\n")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- The method language of dotank, written by "dotank schema xsd" from the table that its loader uses.
           xml:lang is let through everywhere, whatever it says: XML Schema 1.0 cannot leave one attribute of another
           namespace out. "dotank schema rng" and "dotank validate" know where it stands, and what it may say. -->
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\(Language.namespace)"
        targetNamespace="\(Language.namespace)" elementFormDefault="qualified">
        <xs:element name="method" type="method"/>
        <xs:group name="foreign">
          <xs:choice>
            <xs:any namespace="##other" processContents="skip"/>
            <xs:any namespace="##local" processContents="skip"/>
          </xs:choice>
        </xs:group>
      \(types)
      \(values)
      </xs:schema>

      """
  }

  private static let foreign = #"<xs:group ref="foreign" minOccurs="0" maxOccurs="unbounded"/>"#

  // MARK: Elements

  private static func complexType(_ row: ElementRow) -> String {
    var isMixed = false
    var particles = [foreign]
    switch row.content {
    case .nothing: break
    case .characters: isMixed = true
    case .mixed(let slots):
      isMixed = true
      particles += SlotRun.runs(of: slots).map(particle)
    case .elements(let slots): particles += SlotRun.runs(of: slots).map(particle)
    }
    let attributes = row.attributes.filter { $0.name != .language }.map { attribute($0, on: row) }
    return """
        <xs:complexType name="\(row.name.text)"\(isMixed ? " mixed=\"true\"" : "")>
      \(documentation(sentence(row), indent: "    "))
          <xs:sequence>
      \(particles.map { "      " + $0 }.joined(separator: "\n"))
          </xs:sequence>
      \(attributes.map { $0 + "\n" }.joined())\
          <xs:anyAttribute namespace="##other" processContents="skip"/>
        </xs:complexType>
      """
  }

  /// Some slots that have to be read as one.
  private enum SlotRun {
    case one(ElementRow.Slot)
    /// All of them or nothing.
    case together([ElementRow.Slot])

    /// A slot that could be mistaken for one before an optional one depends on that one: `a* (b a*)?` for `a* b? a*`.
    static func runs(of slots: [ElementRow.Slot]) -> [SlotRun] {
      var runs: [SlotRun] = []
      for (index, slot) in slots.enumerated() {
        if index >= 2, slots[index - 2].elements == slot.elements, slots[index - 1].occurs == .optional {
          runs.removeLast()
          runs.append(.together([slots[index - 1], slot]))
        } else {
          runs.append(.one(slot))
        }
      }
      return runs
    }
  }

  private static func particle(_ run: SlotRun) -> String {
    switch run {
    case .one(let slot): particle(slot)
    case .together(let slots):
      "<xs:sequence minOccurs=\"0\">\(slots.enumerated().map { particle($1, isOnce: $0 == 0) }.joined())</xs:sequence>"
    }
  }

  private static func particle(_ slot: ElementRow.Slot, isOnce: Bool = false) -> String {
    let elements = slot.elements.members.map { "<xs:element name=\"\($0.text)\" type=\"\($0.text)\"/>" }.joined()
    let choice = slot.elements.members.count == 1 ? elements : "<xs:choice>\(elements)</xs:choice>"
    let least = isOnce ? 1 : slot.occurs.minimum
    let most = slot.occurs.repeats ? "unbounded" : "1"
    return "<xs:sequence minOccurs=\"\(least)\" maxOccurs=\"\(most)\">\(choice)\(foreign)</xs:sequence>"
  }

  // MARK: Attributes and values

  private static func attribute(_ attribute: AttributeRow, on row: ElementRow) -> String {
    let form = attribute.type.form
    let use = attribute.isRequired ? " use=\"required\"" : ""
    let type = form.name.isEmpty ? "" : " type=\"value.\(form.name)\""
    return """
          <xs:attribute name="\(attribute.name.text)"\(type)\(use)>
      \(documentation(sentence(attribute, on: row), indent: "      "))
      \(form.name.isEmpty ? "      \(wordType(form))\n" : "")\
          </xs:attribute>
      """
  }

  /// A type of words alone, without a name.
  private static func wordType(_ form: ValueForm) -> String {
    let words = "<xs:restriction base=\"xs:string\">\(enumeration(form.words))</xs:restriction>"
    guard form.isList else { return "<xs:simpleType>\(words)</xs:simpleType>" }
    return "<xs:simpleType><xs:list><xs:simpleType>\(words)</xs:simpleType></xs:list></xs:simpleType>"
  }

  private static func enumeration(_ words: [String]) -> String {
    words.map { "<xs:enumeration value=\"\(escaped($0))\"/>" }.joined()
  }

  /// A form with a name: words for editors to propose, else one of the patterns.
  private static func simpleType(_ form: ValueForm) -> String {
    var members = form.patterns.map { restriction($0[...]) }
    if !form.words.isEmpty {
      members.insert("<xs:restriction base=\"xs:string\">\(enumeration(form.words))</xs:restriction>", at: 0)
    }
    let types = members.map { "<xs:simpleType>\($0)</xs:simpleType>" }.joined()
    let body = members.count == 1 ? members.joined() : "<xs:union>\(types)</xs:union>"
    return """
        <xs:simpleType name="value.\(form.name)">
      \(documentation(form.sentence, indent: "    "))
          \(body)
        </xs:simpleType>
      """
  }

  /// Patterns that all have to fit: each narrows the one inside it.
  private static func restriction(_ patterns: ArraySlice<String>) -> String {
    guard let last = patterns.last else { return "<xs:restriction base=\"xs:string\"/>" }
    let facet = "<xs:pattern value=\"\(escaped(last))\"/>"
    if patterns.count == 1 { return "<xs:restriction base=\"xs:string\">\(facet)</xs:restriction>" }
    let inner = "<xs:simpleType>\(restriction(patterns.dropLast()))</xs:simpleType>"
    return "<xs:restriction>\(inner)\(facet)</xs:restriction>"
  }

  private static func documentation(_ text: String, indent: String) -> String {
    "\(indent)<xs:annotation><xs:documentation>\(escaped(text))</xs:documentation></xs:annotation>"
  }
}
