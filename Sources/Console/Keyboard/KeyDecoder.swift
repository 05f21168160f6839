/// Makes keys of the bytes that a terminal sends, however they are cut: bytes in, keys out, without a terminal.
///
/// Sequences are those of ECMA-48 and xterm. What it does not know it swallows whole, so that no part of a sequence is
/// ever taken for text; one that never ends is given up after `longest` bytes. Bytes that are no UTF-8 become U+FFFD.
///
/// ```swift
/// var decoder = KeyDecoder()
/// decoder.append([0x1B, 0x5B])  // half of an arrow: nothing yet
/// decoder.append([0x41])
/// decoder.next()  // .up
/// ```
package struct KeyDecoder: Sendable {
  /// The most bytes of one paste; what is longer comes in several.
  package static let longestPaste = 1 << 20
  private static let longest = 4096
  private var bytes: [UInt8] = []
  private var start = 0
  package private(set) var isPasting = false
  private var searched = 0

  package init() {}

  package mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0, start == bytes.count || start > 8192 {
      bytes.removeFirst(start)
      searched = max(0, searched - start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Whether a key has begun that is not whole: the shell waits a moment for the rest, then calls `giveUp`.
  package var isWaiting: Bool { isPasting || start < bytes.count }

  /// The next whole key; nil while there is none.
  package mutating func next() -> Key? {
    while start < bytes.count || isPasting {
      let before = start
      let wasPasting = isPasting
      if let key = isPasting ? paste() : one() { return key }
      if start == before, isPasting == wasPasting { return nil }
    }
    return nil
  }

  /// No more came for a while: Escape alone is the key Escape, half a sequence or character is nothing, half a paste is
  /// what came of it.
  package mutating func giveUp() -> Key? {
    if isPasting {
      isPasting = false
      return taken(bytes.count - start, as: Key.paste(text(bytes[start...])))
    }
    guard start < bytes.count else { return nil }
    let isEscape = bytes[start] == 0x1B && bytes.count - start == 1
    return taken(bytes.count - start, as: isEscape ? Key.escape : nil)
  }

  // MARK: One key

  private mutating func one() -> Key? {
    let byte = bytes[start]
    switch byte {
    case 0x1B: return escape()
    case 0x0D, 0x0A: return taken(1, as: .enter)
    case 0x09: return taken(1, as: .tab)
    case 0x08, 0x7F: return taken(1, as: .backspace)
    case 0x00: return taken(1, as: nil)
    case 0x01...0x1A: return taken(1, as: .control(Character(UnicodeScalar(byte + 0x60))))
    case 0x1C...0x1F: return taken(1, as: nil)
    default: return characters()
    }
  }

  /// As many characters as are there; a character that is only begun waits.
  private mutating func characters() -> Key? {
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
    if end == bytes.count { end -= UTF8Tail.unfinished(bytes[start..<end]) }
    guard end > start else { return nil }
    let typed = text(bytes[start..<end])
    return taken(end - start, as: typed.isEmpty ? nil : .text(typed))
  }

  /// Without the control characters that two bytes make (C1).
  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let decoded = String(decoding: bytes, as: UTF8.self)
    guard decoded.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return decoded }
    var kept = String.UnicodeScalarView()
    for scalar in decoded.unicodeScalars where !(0x80...0x9F).contains(scalar.value) { kept.append(scalar) }
    return String(kept)
  }

  private mutating func taken(_ count: Int, as key: Key?) -> Key? {
    start += count
    searched = start
    return key
  }

  // MARK: Sequences

  private mutating func escape() -> Key? {
    guard bytes.count - start > 1 else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return control()
    case UInt8(ascii: "O"):
      guard bytes.count - start > 2 else { return nil }
      return taken(3, as: KeySequence.application(bytes[start + 2]))
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return message()
    case 0x1B: return taken(1, as: .escape)
    case 0x7F, 0x08: return taken(2, as: .control("w"))
    case 0x00..<0x20: return taken(1, as: .escape)
    default: return alternate()
    }
  }

  /// Escape and a character: Alt. A character that is broken off takes nothing of what follows with it.
  private mutating func alternate() -> Key? {
    let rest = bytes[(start + 1)...]
    let wanted = UTF8Tail.length(rest[rest.startIndex])
    let length = 1 + rest.dropFirst().prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }.count
    guard length == wanted || rest.count > length else { return nil }
    let typed = length == wanted ? text(rest.prefix(length)) : ""
    return taken(1 + length, as: typed.first.map { .alt($0) })
  }

  /// `ESC [`, parameters, one final byte.
  private mutating func control() -> Key? {
    // The function keys of the Linux console: a second bracket.
    if bytes.count - start > 2, bytes[start + 2] == UInt8(ascii: "[") {
      guard bytes.count - start > 3 else { return nil }
      return taken(4, as: KeySequence.console(bytes[start + 3]))
    }
    guard let final = bytes[(start + 2)...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return bytes.count - start > Self.longest ? taken(bytes.count - start, as: nil) : nil
    }
    // A sequence that is broken off by something else than its end.
    guard (0x40...0x7E).contains(bytes[final]) else { return taken(final - start, as: nil) }
    let parameters = bytes[(start + 2)..<final]
    if bytes[final] == UInt8(ascii: "M"), parameters.isEmpty {
      // A mouse report of the oldest kind: three bytes more.
      guard bytes.count - final > 3 else { return nil }
      return taken(final + 4 - start, as: nil)
    }
    let key = KeySequence.control(parameters, bytes[final])
    start = final + 1
    searched = start
    if key == .paste("") {
      isPasting = true
      return nil
    }
    return key
  }

  /// An answer of the terminal that nobody asked for: up to BEL or `ESC \`.
  private mutating func message() -> Key? {
    var place = start + 2
    while place < bytes.count {
      if bytes[place] == 0x07 { return taken(place + 1 - start, as: nil) }
      if bytes[place] == 0x1B, place + 1 < bytes.count {
        let isEnd = bytes[place + 1] == UInt8(ascii: "\\")
        return taken(place + (isEnd ? 2 : 0) - start, as: nil)
      }
      place += 1
    }
    return bytes.count - start > Self.longest ? taken(bytes.count - start, as: nil) : nil
  }

  // MARK: Paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func paste() -> Key? {
    let end = Self.pasteEnd
    var place = max(start, searched - end.count)
    while place + end.count <= bytes.count {
      if bytes[place] == 0x1B, bytes[place..<(place + end.count)].elementsEqual(end) {
        isPasting = false
        let key = Key.paste(text(bytes[start..<place]))
        return taken(place + end.count - start, as: key)
      }
      place += 1
    }
    searched = bytes.count
    guard bytes.count - start > Self.longestPaste else { return nil }
    let length = Self.longestPaste - UTF8Tail.unfinished(bytes[start..<(start + Self.longestPaste)])
    return taken(length, as: .paste(text(bytes[start..<(start + length)])))
  }
}

/// How many bytes a character of UTF-8 takes.
private enum UTF8Tail {
  /// By its first byte; 1 for one that begins none.
  static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// The bytes at the end that begin a character and do not finish it.
  static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
    for back in 1...3 where bytes.count >= back {
      let byte = bytes[bytes.endIndex - back]
      if byte & 0xC0 == 0x80 { continue }
      return length(byte) > back ? back : 0
    }
    return 0
  }
}
