/// Texts as iCalendar (RFC 5545) takes them.
package enum CalendarText {
  /// A text value (3.3.11): marks escaped, line ends as `\n`, other control characters gone.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\\(character)"
      case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += " "
      default:
        result.unicodeScalars += character.unicodeScalars.filter {
          $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }
      }
    }
    return result
  }

  /// Lines of at most 75 octets (3.1), never cut inside a character.
  package static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let count = String(scalar).utf8.count
      if octets + count > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += count
    }
    return result
  }

  /// Letters, digits and hyphens; whatever else an id holds becomes a dot.
  package static func plain(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
  }
}
