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
    for run in TextRuns(of: self) {
      let bytes = tree.bytes[run.lower..<run.upper]
      guard let first = bytes.firstIndex(where: { !$0.isXMLSpace }),
        let last = bytes.lastIndex(where: { !$0.isXMLSpace })
      else { continue }
      return SourceRange(first..<(last + 1))
    }
    return nil
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
  private let end: Int
  private var children: XMLChildren.Iterator
  private var position: Int

  init(of element: XMLElement) {
    bytes = element.tree.bytes
    position = Int(element.record.tagUpper)
    end = Int(element.record.contentUpper)
    children = element.children.makeIterator()
  }

  mutating func next() -> TextRun? {
    while position < end {
      let lower = position
      guard bytes[lower] == 0x3C else {
        position = bytes[lower..<end].firstIndex(of: 0x3C) ?? end
        return TextRun(lower: lower, upper: position, isLiteral: false)
      }
      if let literal = skipMarkup(at: lower) { return literal }
    }
    return nil
  }

  /// Steps over what begins with `<`; returns the inside when it is a CDATA section.
  private mutating func skipMarkup(at lower: Int) -> TextRun? {
    let second = bytes[lower + 1]
    let rest = bytes[lower..<end]
    if second == Markup.exclamation, rest.starts(with: Markup.cdataOpening) {
      let inside = lower + Markup.cdataOpening.count
      let upper = Markup.find(Markup.cdataClosing, in: bytes, from: inside) ?? end
      position = upper + Markup.cdataClosing.count
      return TextRun(lower: inside, upper: upper, isLiteral: true)
    }
    if second == Markup.exclamation {
      position = Markup.end(of: Markup.commentClosing, in: bytes, from: lower + Markup.commentOpening.count) ?? end
    } else if second == Markup.question {
      position = Markup.end(of: Markup.instructionClosing, in: bytes, from: lower + 2) ?? end
    } else {
      position = (children.next()?.elementRange.offsets.upperBound) ?? end
    }
    return nil
  }
}
