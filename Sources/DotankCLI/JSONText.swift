/// A small JSON value for the commands' `--json`, written without Foundation so that they start in no time.
indirect enum JSONText {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// Two spaces a level, keys in the order given; nothing in it is obeyed by a terminal.
  var rendered: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &text, indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indent) { member, text, inner in
        Self.write(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between marks: (String, String), to text: inout String, _ indent: String,
    _ write: (Part, inout String, String) -> Void
  ) {
    text += marks.0
    let inner = indent + "  "
    for (place, part) in parts.enumerated() {
      text += place == 0 ? "\n" : ",\n"
      text += inner
      write(part, &text, inner)
    }
    if !parts.isEmpty { text += "\n" + indent }
    text += marks.1
  }

  /// JSON in which whatever a terminal would obey is written as its number: to a program it says the same as before.
  static func harmless(_ json: String) -> String {
    json.unicodeScalars.reduce(into: "") { text, scalar in
      if isObeyed(scalar) { text += numbered(scalar) } else { text.unicodeScalars.append(scalar) }
    }
  }

  /// Control characters and those that turn the direction of writing; line ends are between values, never within.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func numbered(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    // Most texts are plain, and taken as they are.
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value
    } else {
      for scalar in value.unicodeScalars { write(scalar, to: &text) }
    }
    text += "\""
  }

  private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\t": text += "\\t"
    case "\r": text += "\\r"
    case _ where isObeyed(scalar): text += numbered(scalar)
    default: text.unicodeScalars.append(scalar)
    }
  }
}
