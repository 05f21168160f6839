/// The delimiters of XML, as bytes, and the search for them.
enum Markup {
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")
  static let exclamation = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let slash = UInt8(ascii: "/")
  static let commentOpening = Array("<!--".utf8)
  static let commentClosing = Array("-->".utf8)
  static let cdataOpening = Array("<![CDATA[".utf8)
  static let cdataClosing = Array("]]>".utf8)
  static let instructionOpening = Array("<?".utf8)
  static let instructionClosing = Array("?>".utf8)
  static let doctypeOpening = Array("<!DOCTYPE".utf8)

  /// The offset at which a delimiter begins, from an offset on.
  static func find(_ delimiter: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    let last = bytes.count - delimiter.count
    var index = start
    while index <= last {
      // Byte by byte from the back: the last byte differs for most places, and no slice is made for any.
      var count = delimiter.count
      while count > 0, bytes[index + count - 1] == delimiter[count - 1] { count -= 1 }
      if count == 0 { return index }
      index += 1
    }
    return nil
  }

  /// The offset after a delimiter, from an offset on.
  static func end(of delimiter: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    find(delimiter, in: bytes, from: start).map { $0 + delimiter.count }
  }
}
