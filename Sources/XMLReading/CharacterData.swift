/// Turns bytes between markup into the characters they stand for; the bytes are known to be well-formed.
enum CharacterData {
  /// An attribute's value: each white-space character is a space, references are resolved.
  static func attributeValue(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(where: { $0 == ampersand || $0 < 0x20 }) else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    appendResolved(raw, lineBreak: 0x20, tab: 0x20, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The whole content of an element when it is nothing but characters that stand for themselves, as it mostly is.
  static func plainText(_ raw: ArraySlice<UInt8>) -> String? {
    for byte in raw where byte == ampersand || byte == Markup.lessThan || byte == 0x0D { return nil }
    return String(decoding: raw, as: UTF8.self)
  }

  /// Appends text with references resolved and every line break as one line feed.
  static func appendText(_ raw: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    appendResolved(raw, lineBreak: 0x0A, tab: 0x09, to: &bytes)
  }

  /// Appends the inside of a CDATA section, where `&` is only a character.
  static func appendLiteral(_ raw: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for index in raw.indices where !isFirstOfPair(raw, index) {
      bytes.append(raw[index] == 0x0D ? 0x0A : raw[index])
    }
  }

  private static let ampersand: UInt8 = 0x26

  private static func isFirstOfPair(_ raw: ArraySlice<UInt8>, _ index: Int) -> Bool {
    raw[index] == 0x0D && index + 1 < raw.endIndex && raw[index + 1] == 0x0A
  }

  private static func appendResolved(
    _ raw: ArraySlice<UInt8>, lineBreak: UInt8, tab: UInt8, to bytes: inout [UInt8]
  ) {
    var index = raw.startIndex
    while index < raw.endIndex {
      let next = raw[index...].firstIndex { $0 == ampersand || $0 < 0x20 } ?? raw.endIndex
      bytes += raw[index..<next]
      guard next < raw.endIndex else { return }
      index = next + 1
      switch raw[next] {
      case ampersand:
        let end = raw[next...].firstIndex(of: 0x3B) ?? raw.endIndex - 1
        bytes += replacement(for: raw[index..<end])
        index = end + 1
      case 0x0D where isFirstOfPair(raw, next): break
      case 0x09: bytes.append(tab)
      default: bytes.append(lineBreak)
      }
    }
  }

  /// The characters of a reference, given what stands between `&` and `;`.
  private static func replacement(for name: ArraySlice<UInt8>) -> [UInt8] {
    let name = String(decoding: name, as: UTF8.self)
    if let predefined = predefined(name) { return [predefined] }
    guard let scalar = number(name.dropFirst()).flatMap(Unicode.Scalar.init) else { return [] }
    return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The number in a character reference, given what stands between `&#` and `;`; none when it is not a number.
  static func number(_ digits: some StringProtocol) -> UInt32? {
    // The initializers of UInt32 take a sign, which XML does not.
    guard let last = digits.last, last.isHexDigit, digits.allSatisfy({ $0.isHexDigit || $0 == "x" }) else { return nil }
    return digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }

  /// The names that XML itself defines; everything else needs a DTD, which is refused.
  static let predefinedNames = ["lt", "gt", "amp", "quot", "apos"]

  /// The character that such a name stands for.
  static func predefined(_ name: String) -> UInt8? {
    switch name {
    case "lt": UInt8(ascii: "<")
    case "gt": UInt8(ascii: ">")
    case "amp": ampersand
    case "quot": UInt8(ascii: "\"")
    case "apos": UInt8(ascii: "'")
    default: nil
    }
  }
}
