/// A Swift source as the rules read it: line by line, with what the compiler executes apart from what people read.
///
/// In ``code`` comments and the contents of string literals are blanks, so that a brace in a text counts for nothing; what
/// stands in an interpolation is code. In ``comments`` everything but comments is blank. Both keep the source's lines.
struct ScrubbedSource {
  let code: [String]
  let comments: [String]

  init(_ text: String) {
    var scanner = SourceScanner(bytes: Array(text.utf8))
    scanner.scanCode(insideInterpolation: false)
    code = Self.lines(scanner.code)
    comments = Self.lines(scanner.comments)
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

/// Walks the bytes of a source once and copies each to the code or to the comments, a blank to the other.
///
/// Regular-expression literals are not known to it; the house has none.
private struct SourceScanner {
  let bytes: [UInt8]
  var index = 0
  var code: [UInt8] = []
  var comments: [UInt8] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private enum Side { case code, comment, neither }

  /// Scans to the end, or inside an interpolation to the parenthesis that closes it.
  mutating func scanCode(insideInterpolation: Bool) {
    var depth = 0
    while index < bytes.count {
      if starts(with: "//") {
        scanLineComment()
      } else if starts(with: "/*") {
        scanBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        scanString(hashes: hashes)
      } else if bytes[index] == UInt8(ascii: "`") {
        scanRawIdentifier()
      } else {
        if bytes[index] == UInt8(ascii: "(") { depth += 1 }
        if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
        take(1, as: .code)
        if insideInterpolation && depth == 0 { return }
      }
    }
  }

  private mutating func scanLineComment() {
    while index < bytes.count && bytes[index] != UInt8(ascii: "\n") { take(1, as: .comment) }
  }

  private mutating func scanBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        take(2, as: .comment)
      } else if starts(with: "*/") {
        depth -= 1
        take(2, as: .comment)
      } else {
        take(1, as: .comment)
      }
    } while depth > 0 && index < bytes.count
  }

  /// A name in backticks becomes one word: what it says is for people.
  private mutating func scanRawIdentifier() {
    repeat { take(1, as: .neither) } while index < bytes.count && bytes[index] != UInt8(ascii: "`")
    take(1, as: .neither)
  }

  private mutating func scanString(hashes: Int) {
    let isMultiline = starts(with: "\"\"\"", at: index + hashes)
    let closing = (isMultiline ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    take(closing.utf8.count, as: .code)
    while index < bytes.count {
      if starts(with: closing) {
        take(closing.utf8.count, as: .code)
        return
      }
      if !isMultiline && bytes[index] == UInt8(ascii: "\n") { return }
      if starts(with: escape + "(") {
        take(escape.utf8.count, as: .neither)
        scanCode(insideInterpolation: true)
      } else {
        take(starts(with: escape) ? escape.utf8.count + 1 : 1, as: .neither)
      }
    }
  }

  /// The number of `#` before a string literal that starts here; nil where none starts.
  private func hashesBeforeQuote() -> Int? {
    var end = index
    while end < bytes.count && bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - index : nil
  }

  private func starts(with text: String, at start: Int? = nil) -> Bool {
    bytes[min(start ?? index, bytes.count)...].starts(with: text.utf8)
  }

  private mutating func take(_ count: Int, as side: Side) {
    for byte in bytes[index..<min(index + count, bytes.count)] {
      let isNewline = byte == UInt8(ascii: "\n")
      code.append(side == .code || isNewline ? byte : UInt8(ascii: " "))
      comments.append(side == .comment || isNewline ? byte : UInt8(ascii: " "))
    }
    index = min(index + count, bytes.count)
  }
}
