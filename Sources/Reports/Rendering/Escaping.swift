internal import Diagnostics
internal import Mustache

/// Text between tags and in quoted attributes of HTML and SVG: no markup, nothing that turns the direction of writing.
struct HTMLText: MustacheContentType {
  static let name = "DOTANK-HTML"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// Line breaks stay.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for character in text {
      if character.isNewline {
        result += "\n"
      } else if character == "\t" {
        result += " "
      } else {
        // Scalar by scalar: a sign that carries an accent is still that sign to a browser.
        for scalar in harmless(character).unicodeScalars { append(scalar, to: &result) }
      }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x20..<0x7F, 0x0A: true
    default: false
    }
  }
}

/// Text in Markdown, on one line, that reads the same once it is rendered; line breaks become a slash between blanks.
///
/// An address such as `name@example.org` stays one that some programs make clickable; they show where it leads.
struct MarkdownText: MustacheContentType {
  static let name = "DOTANK-MARKDOWN"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  static func escaped(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map {
      harmless($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return lines.filter { !$0.isEmpty }.map { escapedLine($0) }.joined(separator: " / ")
  }

  private static let markup: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$", "@",
  ]

  private static func escapedLine(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    if let first = rest.first, "-+=>".contains(first) {
      result += "\\\(first)"
      rest = rest.dropFirst()
    } else if let end = orderedListMark(line) {
      result += line[..<end] + "\\"
      rest = line[end...]
    }
    while let character = rest.first {
      let after = rest.dropFirst()
      switch character {
      case "<": result += "&lt;"
      case "&": result += beginsEntity(after) ? "&amp;" : "&"
      case ":": result += after.hasPrefix("//") ? "\\:" : ":"
      case "." where endsInWWW(result): result += "\\."
      default: result += markup.contains(character) ? "\\\(character)" : String(character)
      }
      rest = after
    }
    return result
  }

  /// The end of leading digits that would number a list.
  private static func orderedListMark(_ line: String) -> String.Index? {
    guard let end = line.firstIndex(where: { !($0.isASCII && $0.isNumber) }), end != line.startIndex else { return nil }
    guard line[end] == "." || line[end] == ")" else { return nil }
    let after = line.index(after: end)
    return after == line.endIndex || line[after] == " " ? end : nil
  }

  private static func beginsEntity(_ rest: Substring) -> Bool {
    let name = rest.prefix { $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  private static func endsInWWW(_ text: String) -> Bool { text.suffix(3).lowercased() == "www" }
}
