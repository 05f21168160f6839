/// A text that can be printed anywhere: what would move a cursor, change colours or turn the direction of writing is
/// shown instead of obeyed.
///
/// Control characters become their pictures (`␛`), other invisible ones their numbers (`<U+202E>`). Line breaks are
/// control characters too.
package func harmless(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  return text.reduce(into: "") { $0 += harmless($1) }
}

/// The harmless form of one character; most are their own.
package func harmless(_ character: Character) -> String {
  let scalars = character.unicodeScalars
  if !scalars.contains(where: isHarmful) { return String(character) }
  // A joiner between the parts of one character, as in family emoji or Persian, is what makes it that character.
  let isJoined = scalars.count > 1
  return scalars.reduce(into: "") { text, scalar in
    let isJoiner = scalar == "\u{200D}" || scalar == "\u{200C}" || (0xE0020...0xE007F).contains(scalar.value)
    if isHarmful(scalar), !(isJoined && isJoiner) { text += shown(scalar) } else { text.unicodeScalars.append(scalar) }
  }
}

/// The harmless form of a byte that is no character, such as `<E4>`.
package func harmless(byte: UInt8) -> String {
  "<" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) + ">"
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value >= 0x20, scalar.value < 0x7F { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
  default: return false
  }
}

private func shown(_ scalar: Unicode.Scalar) -> String {
  if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
  if scalar.value == 0x7F { return "\u{2421}" }
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
