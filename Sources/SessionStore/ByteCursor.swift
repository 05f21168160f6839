internal import SessionEngine

/// Reads the parts of a journal line one after another, without turning bytes into text before it must.
///
/// Every reader returns nil, or false, when the bytes are not exactly what the writer would have put there.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }
  var next: UInt8? { position < end ? bytes[position] : nil }

  mutating func skip(_ text: [UInt8]) -> Bool {
    guard end - position >= text.count else { return false }
    for index in 0..<text.count where bytes[position &+ index] != text[index] { return false }
    position += text.count
    return true
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// As many hexadecimal digits as asked for, at most sixteen.
  mutating func hexadecimal(_ count: Int) -> UInt64? {
    guard end - position >= count else { return nil }
    var word: UInt64 = 0
    for index in position..<position + count {
      guard let value = Hexadecimal.value(bytes[index]) else { return nil }
      word = word << 4 | UInt64(value)
    }
    position += count
    return word
  }

  mutating func hash() -> JournalHash? {
    guard let first = hexadecimal(16), let second = hexadecimal(16), let third = hexadecimal(16),
      let fourth = hexadecimal(16)
    else { return nil }
    return JournalHash(words: (first, second, third, fourth))
  }

  mutating func salt() -> JournalSalt? {
    guard let first = hexadecimal(16), let second = hexadecimal(16) else { return nil }
    return JournalSalt(first, second)
  }

  /// A whole number of at most eighteen digits.
  mutating func count() -> Int? {
    let start = position
    var value = 0
    while position < end, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      guard position - start < 18 else { return nil }
      value = value * 10 + Int(digit)
      position += 1
    }
    return position > start ? value : nil
  }

  mutating func wallTime() -> WallTime? {
    let start = position
    guard let year = count(), skip(UInt8(ascii: "-")), let month = count(), skip(UInt8(ascii: "-")), let day = count(),
      skip(UInt8(ascii: "T")), let hour = count(), skip(UInt8(ascii: ":")), let minute = count(),
      skip(UInt8(ascii: ":")), let second = count(), skip(UInt8(ascii: ".")), let millisecond = count(),
      skip(UInt8(ascii: "Z")), position - start == 24
    else { return nil }
    guard year <= 9_999, 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 60, millisecond < 1_000
    else { return nil }
    let days = CalendarDate(year: year, month: month, day: day).daysSince1970
    let seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    return WallTime(milliseconds: seconds * 1_000 + Int64(millisecond))
  }

  /// The inside of a JSON string, up to its closing quote and not over it.
  mutating func text() -> String? {
    let start = position
    while position < end, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") { position += 1 }
    guard next == UInt8(ascii: "\\") else {
      return next == nil ? nil : String(validating: bytes[start..<position], as: UTF8.self)
    }
    position = start
    return textWithEscapes()
  }

  private mutating func textWithEscapes() -> String? {
    var plain: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      guard let escaped = escape() else { return nil }
      plain.append(escaped)
    }
    return next == nil ? nil : String(validating: plain, as: UTF8.self)
  }

  /// The three escapes that the writer uses: a quote, a backslash, a control character.
  private mutating func escape() -> UInt8? {
    if skip(UInt8(ascii: "\"")) { return UInt8(ascii: "\"") }
    if skip(UInt8(ascii: "\\")) { return UInt8(ascii: "\\") }
    guard skip(UInt8(ascii: "u")), let code = hexadecimal(4), code < 0x20 else { return nil }
    return UInt8(code)
  }
}
