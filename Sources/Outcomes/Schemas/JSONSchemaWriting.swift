/// The schemas of the record, made from the description that writes it.
package enum RecordSchemas {
  /// Their names in a session's folder.
  package static let jsonName = "outcome.schema.json"
  package static let xmlName = "outcome.xsd"
}

extension RecordSchemas {
  /// JSON Schema 2020-12 of `outcome.json`.
  ///
  /// `unit` beside a type says what a number counts; validators pass over it.
  package static var json: String {
    let head = [
      "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"",
      "\"$id\": \"urn:dotank:schema:outcome:\(Record.formatVersion)\"",
      "\"title\": \(quoted("The record of a dotank session"))",
      "\"description\": \(quoted(Record.about))",
      "\"$ref\": \"#/$defs/\(Record.name)\"",
    ]
    let definitions = RecordParts.all.map { "    \(quoted($0.name)): \(definition($0))" }.joined(separator: ",\n")
    return "{\n  " + head.joined(separator: ",\n  ") + ",\n  \"$defs\": {\n" + definitions + "\n  }\n}\n"
  }

  private static func definition(_ part: any RecordPart.Type) -> String {
    let properties = part.facts.map { "        \(quoted($0.name)): \(property($0))" }.joined(separator: ",\n")
    let required = part.facts.map { quoted($0.name) }.joined(separator: ", ")
    return """
      {
            "description": \(quoted(part.about)),
            "type": "object",
            "additionalProperties": false,
            "required": [\(required)],
            "properties": {
      \(properties)
            }
          }
      """
  }

  private static func property(_ member: MemberFacts) -> String {
    var parts = ["\"description\": \(quoted(member.about))", type(member)]
    if let unit = member.unit { parts.append("\"unit\": \(quoted(unit.rawValue))") }
    return "{ " + parts.joined(separator: ", ") + " }"
  }

  private static func type(_ member: MemberFacts) -> String {
    if member.name == "version", case .integer = member.form {
      return "\"type\": \"integer\", \"const\": \(Record.formatVersion)"
    }
    guard member.words.isEmpty else {
      let words = member.words.map { quoted($0) } + (member.form.isOptional ? ["null"] : [])
      return "\"enum\": [\(words.joined(separator: ", "))]"
    }
    return type(member.form)
  }

  private static func type(_ form: ValueForm) -> String {
    switch form {
    case .text: "\"type\": \"string\""
    case .integer: "\"type\": \"integer\""
    case .number: "\"type\": \"number\""
    case .flag: "\"type\": \"boolean\""
    case .moment: "\"type\": \"string\", \"format\": \"date-time\", \"pattern\": \(quoted(momentPattern))"
    case .part(let part): "\"$ref\": \"#/$defs/\(part.name)\""
    case .list(let inner): "\"type\": \"array\", \"items\": { \(type(inner)) }"
    case .map(let inner): "\"type\": \"object\", \"additionalProperties\": { \(type(inner)) }"
    case .optional(let inner): orNull(inner)
    }
  }

  private static func orNull(_ form: ValueForm) -> String {
    switch form {
    case .text: "\"type\": [\"string\", \"null\"]"
    case .integer: "\"type\": [\"integer\", \"null\"]"
    case .number: "\"type\": [\"number\", \"null\"]"
    case .flag: "\"type\": [\"boolean\", \"null\"]"
    default: "\"anyOf\": [{ \(type(form)) }, { \"type\": \"null\" }]"
    }
  }

  static let momentPattern = "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$"

  private static func quoted(_ text: String) -> String { JSONWriting.quoted(text) }
}
