extension Schemas {
  /// The language as RELAX NG in its XML form, which programs read; it says the same as the compact form.
  package static var rng: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- The method language of dotank, written by "dotank schema rng" from the table that its loader uses. -->
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="\(Language.namespace)"
      xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><ref name="element.method"/></start>
      <define name="foreign.element">
        <element><anyName><except><nsName/></except></anyName><ref name="foreign.anything"/></element>
      </define>
      <define name="foreign.attribute">
        <attribute>
          <anyName><except><nsName ns=""/><nsName/><nsName ns="http://www.w3.org/XML/1998/namespace"/></except></anyName>
        </attribute>
      </define>
      <define name="foreign.anything">
        <mixed>
          <zeroOrMore>
            <choice>
              <element><anyName/><ref name="foreign.anything"/></element><attribute><anyName/></attribute>
            </choice>
          </zeroOrMore>
        </mixed>
      </define>
    \(RelaxNGGrammar.definitions.map(definition).joined(separator: "\n"))
    </grammar>

    """
  }

  private static func definition(_ definition: RelaxNGGrammar.Definition) -> String {
    """
      <define name="\(definition.name)">
        <a:documentation>\(escaped(definition.documentation))</a:documentation>
        \(markup(definition.pattern))
      </define>
    """
  }

  private static func markup(_ pattern: RelaxNGPattern) -> String {
    switch pattern {
    case .text: "<text/>"
    case .reference(let name): "<ref name=\"\(name)\"/>"
    case .words(let list, let isList): words(list, isList: isList)
    case .data(let patterns):
      "<data type=\"string\">\(patterns.map { "<param name=\"pattern\">\(escaped($0))</param>" }.joined())</data>"
    case .element(let name, let parts): "<element name=\"\(name)\">\(parts.map(markup).joined())</element>"
    case .attribute(let name, let value, let documentation):
      "<attribute name=\"\(name)\"><a:documentation>\(escaped(documentation))</a:documentation>\(markup(value))</attribute>"
    case .sequence(let parts): "<group>\(parts.map(markup).joined())</group>"
    case .choice(let parts): "<choice>\(parts.map(markup).joined())</choice>"
    case .interleave(let parts): "<interleave>\(parts.map(markup).joined())</interleave>"
    case .repeated(let part, let times): "<\(tag(times))>\(markup(part))</\(tag(times))>"
    case .foreignElement: "<ref name=\"foreign.element\"/>"
    case .foreignAttribute: "<ref name=\"foreign.attribute\"/>"
    }
  }

  private static func words(_ words: [String], isList: Bool) -> String {
    let values = words.map { "<value type=\"\(isList ? "token" : "string")\">\($0)</value>" }.joined()
    let choice = "<choice>\(values)</choice>"
    return isList ? "<list><zeroOrMore>\(choice)</zeroOrMore></list>" : choice
  }

  private static func tag(_ times: RelaxNGPattern.Times) -> String {
    switch times {
    case .optional: "optional"
    case .any: "zeroOrMore"
    case .some: "oneOrMore"
    }
  }
}
