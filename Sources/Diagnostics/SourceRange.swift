/// A half-open stretch of a source text, in UTF-8 bytes from its first byte (a byte order mark counts).
///
/// An empty range is a place between two characters.
package struct SourceRange: Sendable, Hashable {
  package var lower: Int32
  package var upper: Int32

  /// Makes a range; an `upper` below `lower` is raised to it.
  package init(lower: Int32, upper: Int32) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// Makes a range from offsets, such as `SourceRange(3..<7)`.
  package init(_ offsets: Range<Int>) {
    self.init(lower: Int32(clamping: offsets.lowerBound), upper: Int32(clamping: offsets.upperBound))
  }

  /// The same stretch as offsets into `SourceText.bytes`.
  package var offsets: Range<Int> { Int(lower)..<Int(upper) }

  package var isEmpty: Bool { lower == upper }
}
