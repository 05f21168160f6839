extension Schemas {
  /// The language as RELAX NG in its compact form, which Emacs reads.
  package static var rnc: String {
    """
    # The method language of dotank, written by "dotank schema rnc" from the table that its loader uses.
    default namespace = "\(Language.namespace)"
    namespace method = "\(Language.namespace)"
    namespace xml = "http://www.w3.org/XML/1998/namespace"
    namespace local = ""
    datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"

    start = element.method

    # What belongs to other programs is ignored, with everything in it.
    foreign.element = element * - method:* { foreign.anything }
    foreign.attribute = attribute * - (local:* | method:* | xml:*) { text }
    foreign.anything = mixed { (element * { foreign.anything } | attribute * { text })* }

    \(RelaxNGGrammar.definitions.map(definition).joined(separator: "\n"))
    """
  }

  private static func definition(_ definition: RelaxNGGrammar.Definition) -> String {
    "## \(definition.documentation)\n\(definition.name) =\n\(indented(compact(definition.pattern), by: "  "))\n"
  }

  private static func compact(_ pattern: RelaxNGPattern) -> String {
    switch pattern {
    case .text: "text"
    case .reference(let name): name
    case .words(let words, let isList): wordList(words, isList: isList)
    case .data(let patterns): "xsd:string { \(patterns.map { "pattern = \(literal($0))" }.joined(separator: " ")) }"
    case .element(let name, let parts):
      "element \(identifier(name)) {\n\(indented(parts.map(compact).joined(separator: ",\n"), by: "  "))\n}"
    case .attribute(let name, let value, let documentation):
      "## \(documentation)\nattribute \(identifier(name)) { \(compact(value)) }"
    case .sequence(let parts): "(\(parts.map(compact).joined(separator: ", ")))"
    case .choice(let parts): "(\(parts.map(compact).joined(separator: " | ")))"
    case .interleave(let parts): "(\(parts.map(compact).joined(separator: " & ")))"
    case .repeated(let part, let times): "\(compact(part))\(sign(times))"
    case .foreignElement: "foreign.element"
    case .foreignAttribute: "foreign.attribute"
    }
  }

  private static func wordList(_ words: [String], isList: Bool) -> String {
    let choice = "(\(words.map { "string \(literal($0))" }.joined(separator: " | ")))"
    return isList ? "list { (\(words.map { "\(literal($0))" }.joined(separator: " | ")))* }" : choice
  }

  private static func sign(_ times: RelaxNGPattern.Times) -> String {
    switch times {
    case .optional: "?"
    case .any: "*"
    case .some: "+"
    }
  }

  private static func literal(_ text: String) -> String { text.contains("\"") ? "'\(text)'" : "\"\(text)\"" }

  /// A name that the compact form uses itself is marked as a name.
  private static func identifier(_ name: String) -> String { keywords.contains(name) ? "\\\(name)" : name }

  private static let keywords: Set<String> = [
    "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit", "list",
    "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
  ]

  private static func indented(_ text: String, by blanks: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { blanks + $0 }.joined(separator: "\n")
  }
}
