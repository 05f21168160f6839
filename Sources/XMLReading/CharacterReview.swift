import Diagnostics

extension MarkupReview {
  /// Text between tags, up to the next `<`.
  mutating func text() throws(Mistake) {
    while position < bytes.count, bytes[position] != Markup.lessThan {
      if bytes[position] == 0x26 {
        try reference()
      } else if stands(Markup.cdataClosing) {
        throw mistake(.malformed, "`]]>` stands inside text", here(3), help: "write `]]&gt;`")
      } else {
        position += 1
      }
    }
  }

  /// What stands before or after the outermost element: only white space may.
  mutating func outsideText() throws(Mistake) {
    skipSpace()
    guard position < bytes.count, bytes[position] != Markup.lessThan else { return }
    let lower = position
    let upper = bytes[lower...].firstIndex { $0 == Markup.lessThan || $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    throw mistake(
      .outsideRoot, "text stands outside the outermost element", lower..<trimmedEnd(lower..<upper),
      help: "remove it, move it inside, or make it a comment")
  }

  /// A reference such as `&amp;` or `&#228;`.
  mutating func reference() throws(Mistake) {
    let lower = position
    position += 1
    if stands(Array("#".utf8)) { return try characterReference(from: lower) }
    let name = nameText(from: position)
    position += name.utf8.count
    guard !name.isEmpty, stands(Array(";".utf8)) else { throw bareAmpersand(lower, name) }
    position += 1
    if CharacterData.predefined(name) == nil { throw unknownEntity(name, lower..<position) }
  }

  private mutating func characterReference(from lower: Int) throws(Mistake) {
    let end = bytes[lower...].prefix(12).firstIndex(of: 0x3B)
    let digits = String(decoding: bytes[(lower + 2)..<(end ?? lower + 2)], as: UTF8.self)
    guard let end, let value = CharacterData.number(digits), Unicode.Scalar(value).map(isXMLCharacter) == true else {
      let upper = end.map { $0 + 1 } ?? lower + 2
      throw mistake(
        .badCharacterReference, "`&#` begins no number of a character", lower..<upper,
        help: "write `&amp;#` for the characters, or a number as in `&#228;`")
    }
    position = end + 1
  }

  /// Finds characters that XML forbids anywhere, most of them invisible.
  ///
  /// They come before other mistakes, because a text is not what it seems while they are in it.
  func checkCharacters(upTo horizon: Int) throws(Mistake) {
    var index = position
    while index <= horizon, index < bytes.count {
      let (scalar, length) = scalar(at: index)
      if !isXMLCharacter(scalar) { throw forbiddenCharacter(scalar, index..<(index + length)) }
      index += length
    }
  }

  private func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The character at an offset, and how many bytes it has; the source is known to be UTF-8.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &iterator) else { return ("\u{FFFD}", 1) }
    return (UTF8.decode(encoded), encoded.count)
  }

  /// Whether a name may begin here.
  func isNameStart(at index: Int) -> Bool {
    index < bytes.count && XMLNameCharacters.mayBegin(scalar(at: index).scalar)
  }

  /// The longest name that begins at an offset; empty when none does.
  func nameText(from lower: Int) -> String {
    guard isNameStart(at: lower) else { return "" }
    var upper = lower
    while upper < bytes.count {
      let (scalar, length) = scalar(at: upper)
      guard XMLNameCharacters.mayContinue(scalar) else { break }
      upper += length
    }
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// Whether certain bytes stand here.
  func stands(_ wanted: [UInt8]) -> Bool { bytes[position...].starts(with: wanted) }

  /// The range of some bytes from here on, within the text.
  func here(_ count: Int) -> Range<Int> { position..<min(position + count, bytes.count) }

  /// Steps over white space and says whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let lower = position
    while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
    return position > lower
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    (bytes[range].lastIndex { !$0.isXMLSpace } ?? range.lowerBound) + 1
  }
}

/// Which characters names are made of (XML 1.0, fifth edition, production 4 and 4a).
enum XMLNameCharacters {
  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  static func mayContinue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: mayBegin(scalar)
    }
  }
}
