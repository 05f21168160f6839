/// A text in which nothing is obeyed by a terminal, a viewer or a spreadsheet: control characters become their
/// pictures (`␛`), invisible ones and those that turn the direction of writing their numbers (`<U+202E>`).
///
/// Line breaks of all kinds become one line feed, tabs a blank. Joiners inside one character, as in family emoji or
/// Persian, stay.
func inert(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var result = ""
  for character in text {
    switch character {
    case "\n", "\r", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result += "\n"
    case "\t": result += " "
    default: result += inert(character)
    }
  }
  return result
}

private func inert(_ character: Character) -> String {
  var result = ""
  forEachScalar(of: String(character)) { scalar, isObeyed in
    if isObeyed { result += name(scalar) } else { result.unicodeScalars.append(scalar) }
  }
  return result
}

/// Goes through a text, and says of each scalar whether a terminal or viewer would obey it; joiners inside one character
/// are only looked at.
func forEachScalar(of text: String, _ body: (Unicode.Scalar, _ isObeyed: Bool) -> Void) {
  for character in text {
    let scalars = character.unicodeScalars
    let isJoined = scalars.count > 1
    for scalar in scalars {
      let isJoiner = scalar == "\u{200D}" || scalar == "\u{200C}" || (0xE0020...0xE007F).contains(scalar.value)
      body(scalar, isObeyed(scalar) && !(isJoined && isJoiner))
    }
  }
}

private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value >= 0x20, scalar.value < 0x7F { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
  default: return false
  }
}

private func name(_ scalar: Unicode.Scalar) -> String {
  if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
  if scalar.value == 0x7F { return "\u{2421}" }
  return "<U+" + hexadecimal(scalar.value, 4) + ">"
}

/// With at least so many digits.
func hexadecimal(_ value: UInt32, _ width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
