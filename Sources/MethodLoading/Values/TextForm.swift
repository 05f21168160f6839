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

  /// The names in braces, each with its place in UTF-8 bytes, braces included; failures are what is no name.
  static func references(in text: String) -> [(result: Result<Reference, ValueMistake>, part: Range<Int>)] {
    var found: [(Result<Reference, ValueMistake>, Range<Int>)] = []
    let bytes = text.utf8
    var offset = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "{") else {
        bytes.formIndex(after: &index)
        offset += 1
        continue
      }
      let inside = bytes.index(after: index)
      if inside < bytes.endIndex, bytes[inside] == UInt8(ascii: "{") {
        index = bytes.index(after: inside)
        offset += 2
        continue
      }
      let path = text[inside...].prefixUpTo(UInt8(ascii: "}"))
      let length = path.utf8.count
      found.append(reference(path, isClosed: path.endIndex < bytes.endIndex, at: offset, length: length))
      index = path.endIndex
      offset += 1 + length
    }
    return found
  }

  private static func reference(
    _ path: Substring, isClosed: Bool, at offset: Int, length: Int
  ) -> (Result<Reference, ValueMistake>, Range<Int>) {
    guard isClosed else {
      let mistake = ValueMistake(
        "a brace is opened and never closed", help: "write {name}; a brace that is meant as a character is written {{")
      return (.failure(mistake), offset..<offset + 1)
    }
    do {
      return (.success(try NameForm.reference(path)), offset..<offset + length + 2)
    } catch {
      return (.failure(error), offset..<offset + length + 2)
    }
  }
}

extension Substring {
  /// What stands in front of the first byte of that kind; all of it without one.
  fileprivate func prefixUpTo(_ byte: UInt8) -> Substring { self[..<(utf8.firstIndex(of: byte) ?? endIndex)] }
}
