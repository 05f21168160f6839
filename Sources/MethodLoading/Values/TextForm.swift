import MethodModel

/// What people read: white space folded, names in braces.
enum TextForm {
  /// One space for each run of white space, none at the ends.
  static func folded(_ text: String) -> String {
    guard needsFolding(text) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pending = false
    for byte in text.utf8 {
      if isBlank(byte) {
        pending = !bytes.isEmpty
      } else {
        if pending { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func needsFolding(_ text: String) -> Bool {
    var previousIsBlank = true
    for byte in text.utf8 {
      let blank = isBlank(byte)
      if blank, previousIsBlank || byte != 0x20 { return true }
      previousIsBlank = blank
    }
    return previousIsBlank && !text.utf8.isEmpty
  }

  /// The names in braces, each with its place in UTF-8 bytes (braces included); `mistakes` holds those that are none.
  static func references(in text: String) -> [(result: Result<Reference, ValueMistake>, part: Range<Int>)] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    var found: [(Result<Reference, ValueMistake>, Range<Int>)] = []
    var scanner = ValueScanner(text)
    while !scanner.isAtEnd {
      _ = scanner.takeUpTo(UInt8(ascii: "{"))
      let start = scanner.offset
      guard scanner.take(UInt8(ascii: "{")) else { break }
      if scanner.take(UInt8(ascii: "{")) { continue }
      found.append(reference(&scanner, from: start))
    }
    return found
  }

  private static func reference(
    _ scanner: inout ValueScanner, from start: Int
  ) -> (Result<Reference, ValueMistake>, Range<Int>) {
    let path = scanner.takeUpTo(UInt8(ascii: "}"))
    guard scanner.take(UInt8(ascii: "}")) else {
      let mistake = ValueMistake(
        "a brace is opened and never closed", help: "write {name}; a brace that is meant as a character is written {{")
      return (.failure(mistake), start..<start + 1)
    }
    do {
      return (.success(try NameForm.reference(path)), start..<scanner.offset)
    } catch {
      return (.failure(error), start..<scanner.offset)
    }
  }
}
