/// A cursor over the bytes of one attribute value.
struct ValueScanner {
  private let text: String
  private let end: String.Index
  private(set) var index: String.Index

  init(_ text: String) {
    self.text = text
    index = text.utf8.startIndex
    end = text.utf8.endIndex
  }

  var peek: UInt8? { index < end ? text.utf8[index] : nil }
  var isAtEnd: Bool { index >= end }

  /// UTF-8 bytes from the start of the value.
  var offset: Int { text.utf8.distance(from: text.utf8.startIndex, to: index) }

  mutating func advance() { index = text.utf8.index(after: index) }

  /// Takes that byte if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  /// Takes those bytes if they are the next ones.
  mutating func take(_ word: StaticString) -> Bool {
    let start = index
    for byte in "\(word)".utf8 where !take(byte) {
      index = start
      return false
    }
    return true
  }

  /// Takes a whole number of at most nine digits.
  mutating func takeWhole() -> Int? {
    var value = 0
    var digits = 0
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 9 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
      advance()
    }
    return digits > 0 ? value : nil
  }

  mutating func skipBlanks() {
    while let byte = peek, isBlank(byte) { advance() }
  }

  /// Takes everything up to the next closing brace, with it, or to the end.
  mutating func takeBraces() -> Substring {
    let start = index
    while let byte = peek, byte != UInt8(ascii: "}") { advance() }
    if !isAtEnd { advance() }
    return text[start..<index]
  }

  /// Takes everything up to the next blank or the end.
  mutating func takeWord() -> Substring {
    let start = index
    while let byte = peek, !isBlank(byte) { advance() }
    return text[start..<index]
  }
}

/// White space of XML.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

/// The parts of a value that stand in braces, with them, and where each begins in UTF-8 bytes.
func braces(in text: String) -> [(part: String, offset: Int)] {
  var scanner = ValueScanner(text)
  var parts: [(String, Int)] = []
  while let byte = scanner.peek {
    guard byte == UInt8(ascii: "{") else {
      scanner.advance()
      continue
    }
    let offset = scanner.offset
    parts.append((String(scanner.takeBraces()), offset))
  }
  return parts
}

/// The words of a value, with white space between them, and where each begins in UTF-8 bytes.
func words(of text: String) -> [(word: String, offset: Int)] {
  // Most values are one word.
  if !text.isEmpty, !text.utf8.contains(where: isBlank) { return [(text, 0)] }
  var scanner = ValueScanner(text)
  var words: [(String, Int)] = []
  scanner.skipBlanks()
  while !scanner.isAtEnd {
    let offset = scanner.offset
    words.append((String(scanner.takeWord()), offset))
    scanner.skipBlanks()
  }
  return words
}
