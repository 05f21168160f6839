/// How many terminal cells a character takes: 0, 1 or 2, as common terminals count.
///
/// Wide are East Asian wide and fullwidth forms (Unicode Standard Annex 11) and emoji; marks that join the character
/// before them take nothing. Control characters count 0: replace them by `harmless` before printing.
package func displayWidth(of character: Character) -> Int {
  if let value = character.asciiValue { return value < 0x20 || value == 0x7F ? 0 : 1 }
  let scalars = character.unicodeScalars
  if scalars.contains(where: { $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation }) { return 2 }
  return scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// How many terminal cells a text takes.
package func displayWidth(of text: String) -> Int {
  // Most texts are plain: one cell a byte, without asking the Unicode tables about each.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
  if wideRanges.contains(where: { $0.contains(scalar.value) }) { return 2 }
  if joiningJamo.contains(where: { $0.contains(scalar.value) }) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1
  }
}

/// Hangul vowels and finals, which join the consonant before them into one wide syllable.
private let joiningJamo: [ClosedRange<UInt32>] = [0x1160...0x11FF, 0xD7B0...0xD7FB]

/// East Asian wide and fullwidth characters, without emoji, in whole blocks where a block is wide.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]
