/// Finds attributes inside the bytes of a start tag that is known to be well-formed.
enum AttributeScan {
  /// Where one attribute stands; the value is what is between the quotes.
  struct Found {
    var nameLower: Int
    var nameUpper: Int
    var valueLower: Int
    var valueUpper: Int
  }

  /// The first attribute that begins at or after an offset; the rest of a name at that offset is stepped over.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Found? {
    var index = start
    while index < end, !bytes[index].endsName, !isQuote(bytes[index]) { index += 1 }
    while index < end, bytes[index].isXMLSpace { index += 1 }
    let nameLower = index
    while index < end, !bytes[index].endsName { index += 1 }
    let nameUpper = index
    while index < end, !isQuote(bytes[index]) { index += 1 }
    guard index < end, nameUpper > nameLower else { return nil }
    let quote = bytes[index]
    let valueLower = index + 1
    index = valueLower
    while index < end, bytes[index] != quote { index += 1 }
    return Found(nameLower: nameLower, nameUpper: nameUpper, valueLower: valueLower, valueUpper: index)
  }

  /// The name of the attribute whose value begins at an offset: back over the quote, `=` and white space.
  static func name(in bytes: [UInt8], before value: Int32) -> Range<Int> {
    var upper = Int(value) - 1
    while upper > 0, bytes[upper - 1].isXMLSpace || bytes[upper - 1] == 0x3D { upper -= 1 }
    var lower = upper
    while lower > 0, !bytes[lower - 1].isXMLSpace, bytes[lower - 1] != Markup.lessThan { lower -= 1 }
    return lower..<upper
  }

  /// Whether an attribute is `xmlns` or begins with `xmlns:`.
  static func isNamespaceDeclaration(_ bytes: [UInt8], _ found: Found) -> Bool {
    guard bytes[found.nameLower] == 0x78, found.nameUpper - found.nameLower >= declaration.count else { return false }
    guard bytes[found.nameLower..<found.nameUpper].starts(with: declaration) else { return false }
    let after = found.nameLower + declaration.count
    return after == found.nameUpper || bytes[after] == 0x3A
  }

  private static let declaration = Array("xmlns".utf8)

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
}
