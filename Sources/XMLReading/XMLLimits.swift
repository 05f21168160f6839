/// How much a document may ask of the reader; what exceeds it is refused before it can cost time or memory.
package struct XMLLimits: Sendable, Hashable {
  /// Bytes of the whole file.
  package var fileSize = 1 << 20
  /// Bytes of one start tag: libxml2 compares every attribute with every other, which takes seconds in a long one.
  package var tagSize = 8 << 10
  /// Attributes of one element, namespace declarations left out.
  package var attributes = 128
  /// Namespace declarations in force at one place.
  package var namespaces = 64
  /// Elements inside each other.
  package var depth = 64
  /// Elements of the whole document.
  package var elements = 20_000

  package init() {}

  package static let `default` = XMLLimits()
}
