package import Diagnostics

/// A source text whose expected places are marked inside it by `‸`, which is not part of the text.
///
/// A test writes the mark where it expects a diagnostic to begin, and compares two readable texts:
///
/// ```swift
/// let marked = MarkedText("<method ‸idd='a'/>")
/// let found = check(marked.source)
/// #expect(marked.marking(found) == marked.markedText)
/// ```
package struct MarkedText: Sendable {
  /// The text with its marks, as the test wrote it.
  package let markedText: String
  /// The text without marks, which is what gets read.
  package let source: SourceText
  /// Where the marks stood, as offsets into the source.
  package let places: [Int]

  package static let mark = "‸"

  package init(_ markedText: String, name: String = "method.xml") {
    self.markedText = markedText
    var bytes: [UInt8] = []
    var places: [Int] = []
    for scalar in markedText.unicodeScalars {
      if String(scalar) == MarkedText.mark { places.append(bytes.count) } else { bytes += String(scalar).utf8 }
    }
    self.places = places
    source = SourceText(name: name, bytes: bytes)
  }

  /// The text with a mark where each diagnostic begins; equals `markedText` when all are where they should be.
  package func marking(_ diagnostics: [Diagnostic]) -> String {
    marking(places: diagnostics.compactMap { $0.range.map { Int($0.lower) } })
  }

  /// The text with a mark at each of these offsets.
  package func marking(places: [Int]) -> String {
    var bytes = source.bytes
    for place in places.sorted(by: >) { bytes.insert(contentsOf: MarkedText.mark.utf8, at: min(place, bytes.count)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MarkedText: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral text: String) {
    self.init(text)
  }

  package var description: String { markedText }
}
