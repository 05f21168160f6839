internal import Crypto

/// A SHA-256 value: thirty-two bytes, written as sixty-four lowercase hexadecimal digits.
package struct JournalHash: Sendable, Hashable, CustomStringConvertible {
  // Four words instead of an array: a hundred thousand frames carry four of these each.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  init(words: (UInt64, UInt64, UInt64, UInt64)) { (first, second, third, fourth) = words }

  /// What the first frame names as the frame before it.
  package static let zero = JournalHash(words: (0, 0, 0, 0))

  /// The SHA-256 of some bytes.
  package init(of bytes: some Sequence<UInt8>) { self.init(of: Array(bytes)[...]) }

  /// The SHA-256 of `salt` followed by `bytes`.
  package init(salt: JournalSalt, _ bytes: ArraySlice<UInt8>) {
    var hash = SHA256()
    hash.update(data: salt.bytes)
    hash.update(data: bytes)
    self.init(hash.finalize())
  }

  init(of bytes: ArraySlice<UInt8>) { self.init(SHA256.hash(data: bytes)) }

  private init(_ digest: SHA256.Digest) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for byte in digest {
      words.0 = words.0 << 8 | words.1 >> 56
      words.1 = words.1 << 8 | words.2 >> 56
      words.2 = words.2 << 8 | words.3 >> 56
      words.3 = words.3 << 8 | UInt64(byte)
    }
    self.init(words: words)
  }

  /// Reads what `description` wrote; nil for anything else.
  package init?(_ text: String) {
    var cursor = ByteCursor(Array(text.utf8))
    guard let hash = cursor.hash(), cursor.isAtEnd else { return nil }
    self = hash
  }

  package var description: String {
    var digits: [UInt8] = []
    append(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  func append(to bytes: inout [UInt8]) {
    for word in [first, second, third, fourth] { Hexadecimal.append(word, to: &bytes) }
  }
}

/// Sixteen random bytes hashed with a body, so that nobody can guess erased words by trying.
package struct JournalSalt: Sendable, Hashable {
  let first: UInt64
  let second: UInt64

  package init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// Draws a salt.
  package init(from source: inout some RandomNumberGenerator) {
    self.init(source.next(), source.next())
  }

  /// Most significant byte first.
  var bytes: [UInt8] {
    [first, second].flatMap { word in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}

/// Lowercase hexadecimal digits as bytes.
enum Hexadecimal {
  /// Sixteen digits.
  static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      bytes.append(digit(UInt8(truncatingIfNeeded: word >> shift) & 15))
    }
  }

  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }

  /// Nil for anything but `0`–`9` and `a`–`f`: a capital digit is a flipped bit.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
