import Diagnostics

/// Finds the first mistake in a text that libxml2 refused, to say in plain words what is wrong and exactly where.
///
/// It decides nothing: what is accepted is libxml2's word alone, and where the review finds nothing, libxml2's own
/// message is shown. So messages and places are the same with every version of the library.
struct MarkupReview {
  let source: SourceText
  let bytes: [UInt8]
  var position: Int
  var open: [OpenTag] = []
  private var hasRoot = false
  /// How far libxml2 had read when it refused: a mistake further on is another one.
  private let horizon: Int

  /// A start tag whose element is not closed yet.
  struct OpenTag {
    var name: String
    var range: Range<Int>
    /// The prefixes that it declares; the empty one is the default.
    var prefixes: [String: String]
  }

  /// The finding that ended a review.
  struct Mistake: Error {
    let diagnostic: Diagnostic
  }

  private init(_ source: SourceText, horizon: Int) {
    self.source = source
    self.horizon = min(horizon, source.bytes.count)
    bytes = source.bytes
    position = source.contentStart
  }

  /// The first mistake at or before the offset up to which libxml2 read, or nothing when the review sees none.
  static func firstMistake(in source: SourceText, upTo horizon: Int) -> Diagnostic? {
    var review = MarkupReview(source, horizon: horizon)
    do throws(Mistake) {
      try review.checkCharacters(upTo: review.horizon)
      try review.document()
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// The beginning of the first tag of more bytes than a limit; comments and the like may be as long as they want.
  static func tag(longerThan limit: Int, in source: SourceText) -> Range<Int>? {
    var review = MarkupReview(source, horizon: source.bytes.count)
    while let lower = review.bytes[review.position...].firstIndex(of: Markup.lessThan) {
      review.position = lower
      if let closing = review.closingOfOtherMarkup() {
        review.position = Markup.end(of: closing, in: review.bytes, from: lower + 2) ?? review.bytes.count
      } else if review.stands(Array("<!".utf8)) {
        // A document type or a mistake: libxml2 stops there and reads no tag behind it.
        return nil
      } else {
        review.skipTag()
        if review.position - lower > limit { return lower..<(lower + limit) }
      }
    }
    return nil
  }

  /// Steps behind the `>` that stands outside quotes.
  private mutating func skipTag() {
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Markup.greaterThan {
        return
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
  }

  /// What ends the comment, section or instruction that begins here; none for tags.
  private func closingOfOtherMarkup() -> [UInt8]? {
    if stands(Markup.commentOpening) { return Markup.commentClosing }
    if stands(Markup.cdataOpening) { return Markup.cdataClosing }
    return stands(Markup.instructionOpening) ? Markup.instructionClosing : nil
  }

  private mutating func document() throws(Mistake) {
    while position < bytes.count {
      if position > horizon { return }
      if bytes[position] != Markup.lessThan {
        try open.isEmpty ? outsideText() : text()
      } else {
        try markup()
      }
    }
    if let last = open.last { throw neverClosed(last) }
    if !hasRoot { throw mistake(.noRoot, "there is no element", 0..<0, help: "a method begins with `<method ...>`") }
  }

  private mutating func markup() throws(Mistake) {
    if stands(Markup.commentOpening) { return try comment() }
    if stands(Markup.cdataOpening) { return try characterSection() }
    if stands(Markup.instructionOpening) { return try instruction() }
    if stands(Array("</".utf8)) { return try endTag() }
    let word = here(Markup.doctypeOpening.count)
    if String(decoding: bytes[word], as: UTF8.self).uppercased() == "<!DOCTYPE" {
      throw Mistake(diagnostic: .doctype(source.name, at: SourceRange(word)))
    }
    if stands(Array("<!".utf8)) {
      throw mistake(
        .malformed, "`<!` begins neither a comment nor a CDATA section", here(2),
        help: "write `&lt;!` for the characters, or `<!-- ... -->` for a comment")
    }
    try element()
  }

  private mutating func element() throws(Mistake) {
    let lower = position
    if open.isEmpty, hasRoot {
      let name = nameText(from: lower + 1)
      throw mistake(
        .outsideRoot, "element `\(shown(name))` stands after the end of the document",
        lower..<(lower + 1 + name.utf8.count),
        help: "a file has one outermost element: move this one inside it")
    }
    hasRoot = true
    let tag = try startTag()
    if !tag.closesItself { open.append(tag.opened) }
  }

  private mutating func endTag() throws(Mistake) {
    let lower = position
    position += 2
    let name = try self.name(after: "`</`")
    skipSpace()
    guard position < bytes.count, bytes[position] == Markup.greaterThan else {
      throw mistake(
        .unclosed, "the end tag of `\(shown(name))` has no `>`", lower..<position, help: "write `</\(shown(name))>`")
    }
    position += 1
    guard let last = open.popLast() else { throw strayEnd(name, lower..<position) }
    if last.name != name { throw mismatch(name, lower..<position, expected: last) }
  }

  private mutating func comment() throws(Mistake) {
    let lower = position
    guard let hyphens = Markup.find(Array("--".utf8), in: bytes, from: lower + 4) else {
      throw mistake(
        .unclosed, "a comment is never closed", lower..<(lower + 4), help: "write `-->` where it ends")
    }
    position = hyphens
    guard stands(Markup.commentClosing) else {
      throw mistake(
        .badComment, "two hyphens stand inside a comment", here(2), help: "write one hyphen or a dash instead")
    }
    position += 3
  }

  private mutating func characterSection() throws(Mistake) {
    let lower = position
    let opening = lower..<(lower + Markup.cdataOpening.count)
    if open.isEmpty { throw mistake(.outsideRoot, "text stands outside the outermost element", opening) }
    guard let end = Markup.end(of: Markup.cdataClosing, in: bytes, from: opening.upperBound) else {
      throw mistake(.unclosed, "a CDATA section is never closed", opening, help: "write `]]>` where it ends")
    }
    position = end
  }

  private mutating func instruction() throws(Mistake) {
    let lower = position
    position += 2
    let target = try name(after: "`<?`")
    let opening = lower..<position
    guard let end = Markup.end(of: Markup.instructionClosing, in: bytes, from: position) else {
      throw mistake(.unclosed, "an instruction is never closed", opening, help: "write `?>` where it ends")
    }
    if target.lowercased() == "xml" { try declaration(target, opening, to: end) }
    if !bytes[position].isXMLSpace, position + 2 < end {
      throw mistake(
        .malformed, "a space is missing after `<?\(shown(target))`", opening, help: "write a space, or `?>`")
    }
    position = end
  }

  /// The XML declaration; libxml2 says little about what is wrong inside, so that it stopped there must do.
  private func declaration(_ target: String, _ opening: Range<Int>, to end: Int) throws(Mistake) {
    if opening.lowerBound != source.contentStart { throw lateDeclaration(opening) }
    if target == "xml", horizon >= end { return }
    throw mistake(
      .badDeclaration, "the XML declaration is not written as XML wants it", opening,
      help: "write `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`, or remove it")
  }
}
