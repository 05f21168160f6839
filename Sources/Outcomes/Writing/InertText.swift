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
  let scalars = character.unicodeScalars
  if !scalars.contains(where: isObeyed) { return String(character) }
  let isJoined = scalars.count > 1
  var result = ""
  for scalar in scalars {
    let isJoiner = scalar == "\u{200D}" || scalar == "\u{200C}" || (0xE0020...0xE007F).contains(scalar.value)
    if isObeyed(scalar), !(isJoined && isJoiner) {
      result += name(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
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
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
