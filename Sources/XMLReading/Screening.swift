import Diagnostics

/// What is looked at before libxml2 sees a byte: size, encoding, and start tags so long that they would cost seconds.
struct Screening {
  let source: SourceText
  let limits: XMLLimits

  /// The first reason to refuse a source, or nothing.
  static func finding(in source: SourceText, limits: XMLLimits) -> Diagnostic? {
    let screening = Screening(source: source, limits: limits)
    return screening.sizeFinding() ?? screening.encodingFinding() ?? screening.longTagFinding()
  }

  private var bytes: [UInt8] { source.bytes }

  private func sizeFinding() -> Diagnostic? {
    if bytes.count > limits.fileSize {
      return .fileTooBig(source.name, size: bytes.count, limit: limits.fileSize)
    }
    let start = source.contentStart
    return bytes[start...].allSatisfy(\.isXMLSpace) ? .fileEmpty(source.name) : nil
  }

  private func encodingFinding() -> Diagnostic? {
    if let wide = wideEncoding() {
      return .otherEncoding(source.name, wide, at: SourceRange(0..<min(2, bytes.count)))
    }
    let declared = EncodingDeclaration(in: bytes, from: source.contentStart)
    if let declared, !declared.isReadable {
      return .otherEncoding(source.name, "`\(shown(declared.name))`", at: SourceRange(declared.range))
    }
    if !isUTF8 { return notUTF8Finding() }
    if let declared, declared.isASCII, let high = bytes[source.contentStart...].firstIndex(where: { $0 >= 0x80 }) {
      return .notUTF8(source.name, at: SourceRange(high..<(high + 1)))
    }
    return nil
  }

  /// UTF-16 and UTF-32 by their marks or by the zero bytes around the first `<`.
  private func wideEncoding() -> String? {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if head.starts(with: [0, 0, 0, 0x3C]) || head.starts(with: [0x3C, 0, 0, 0]) { return "UTF-32" }
    if head.starts(with: [0, 0x3C]) || head.starts(with: [0x3C, 0]) { return "UTF-16" }
    return nil
  }

  /// Looked at in pieces: the standard library checks a piece of ASCII eight bytes at a time, and any other one by one.
  private var isUTF8: Bool {
    var lower = 0
    while lower < bytes.count {
      var upper = min(lower + 512, bytes.count)
      // A piece that would end inside a character ends before it; four bytes back there must be a beginning.
      for _ in 0..<3 where upper < bytes.count && bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
      if String(validating: bytes[lower..<upper], as: UTF8.self) == nil { return false }
      lower = upper
    }
    return true
  }

  private func notUTF8Finding() -> Diagnostic {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) { offset += encoded.count }
    return .notUTF8(source.name, at: SourceRange(offset..<min(offset + 1, bytes.count)))
  }

  /// A start tag holds no second `<`, so one that is too long leaves a gap between two of them: looking back from as
  /// far as a tag may reach finds every such gap and touches few bytes of an ordinary file.
  private func longTagFinding() -> Diagnostic? {
    var last = 0
    while last + limits.tagSize < bytes.count {
      let reach = last + limits.tagSize
      if let next = bytes[(last + 1)...reach].lastIndex(of: Markup.lessThan) {
        last = next
      } else if let tag = MarkupReview.tag(longerThan: limits.tagSize, in: source) {
        return .tagTooLong(source.name, limit: limits.tagSize, at: SourceRange(tag))
      } else {
        return nil
      }
    }
    return nil
  }
}

extension SourceText {
  /// The offset of the first byte after a byte order mark.
  var contentStart: Int { bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0 }
}

/// What a file's XML declaration says about its encoding.
struct EncodingDeclaration {
  let name: String
  /// Where the name stands between its quotes.
  let range: Range<Int>

  /// Looks at the declaration at the very beginning only; none when it names no encoding.
  init?(in bytes: [UInt8], from start: Int) {
    guard bytes[start...].starts(with: Array("<?xml".utf8)),
      let end = Markup.find(Markup.instructionClosing, in: bytes, from: start)
    else { return nil }
    var position = start + 2
    while let found = AttributeScan.next(in: bytes, from: position, to: end) {
      if bytes[found.nameLower..<found.nameUpper].elementsEqual("encoding".utf8) {
        range = found.valueLower..<found.valueUpper
        name = String(decoding: bytes[range], as: UTF8.self)
        return
      }
      position = found.valueUpper + 1
    }
    return nil
  }

  var isASCII: Bool { ["us-ascii", "ascii"].contains(name.lowercased()) }

  var isReadable: Bool { isASCII || ["utf-8", "utf8"].contains(name.lowercased()) }
}
