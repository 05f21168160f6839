package import Diagnostics

extension XMLElement {
  /// The characters directly inside, without those of child elements, comments and processing instructions.
  ///
  /// References are resolved, CDATA sections count as text, line breaks are line feeds; nothing is trimmed.
  package var text: String {
    if let plain = CharacterData.plainText(contentBytes) { return plain }
    var bytes: [UInt8] = []
    for run in TextRuns(of: self) {
      let raw = tree.bytes[run.lower..<run.upper]
      if run.isLiteral {
        CharacterData.appendLiteral(raw, to: &bytes)
      } else {
        CharacterData.appendText(raw, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var contentBytes: ArraySlice<UInt8> {
    tree.bytes[Int(record.tagUpper)..<Int(record.contentUpper)]
  }

  /// Whether any character other than white space stands directly inside.
  package var hasText: Bool { textRange != nil }

  /// The first direct text that is more than white space, without the white space around it.
  package var textRange: SourceRange? {
    var runs = TextRuns(of: self)
    while let run = runs.next() {
      if let visible = tree.visible(in: run.lower..<run.upper) { return SourceRange(visible) }
    }
    return nil
  }
}

extension XMLTree {
  /// A stretch of the source without the white space at its ends; none when it is nothing else.
  fileprivate func visible(in range: Range<Int>) -> Range<Int>? {
    var lower = range.lowerBound
    while lower < range.upperBound, bytes[lower].isXMLSpace { lower += 1 }
    if lower == range.upperBound { return nil }
    var upper = range.upperBound
    while bytes[upper - 1].isXMLSpace { upper -= 1 }
    return lower..<upper
  }
}

/// A stretch of characters directly inside an element.
private struct TextRun {
  var lower: Int
  var upper: Int
  /// The inside of a CDATA section, where nothing is a reference.
  var isLiteral: Bool
}

/// The stretches of text of one element in order, found in the source between its children.
private struct TextRuns: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let elements: [ElementRecord]
  private let end: Int
  private var position: Int
  /// The index of the child that begins at the next start tag.
  private var child: Int

  init(of element: XMLElement) {
    bytes = element.tree.bytes
    elements = element.tree.elements
    let record = elements[element.index]
    position = Int(record.tagUpper)
    end = Int(record.contentUpper)
    child = element.index + 1
  }

  mutating func next() -> TextRun? {
    while position < end {
      let lower = position
      if bytes[lower] != Markup.lessThan {
        while position < end, bytes[position] != Markup.lessThan { position += 1 }
        return TextRun(lower: lower, upper: position, isLiteral: false)
      }
      switch bytes[lower + 1] {
      case Markup.exclamation:
        if let literal = skipCommentOrSection() { return literal }
      case Markup.question:
        position = Markup.end(of: Markup.instructionClosing, in: bytes, from: lower + 2) ?? end
      default:
        position = Int(elements[child].upper)
        child = Int(elements[child].subtreeEnd)
      }
    }
    return nil
  }

  /// Steps over a comment or a CDATA section; returns the inside of the latter.
  private mutating func skipCommentOrSection() -> TextRun? {
    guard bytes[position..<end].starts(with: Markup.cdataOpening) else {
      position = Markup.end(of: Markup.commentClosing, in: bytes, from: position + Markup.commentOpening.count) ?? end
      return nil
    }
    let lower = position + Markup.cdataOpening.count
    let upper = Markup.find(Markup.cdataClosing, in: bytes, from: lower) ?? end
    position = upper + Markup.cdataClosing.count
    return TextRun(lower: lower, upper: upper, isLiteral: true)
  }
}
