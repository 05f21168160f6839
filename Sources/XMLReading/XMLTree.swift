package import Diagnostics

/// A document that was read: its elements and attributes in document order, as small records over the source's bytes.
///
/// A class so that a view of an element costs one reference; nothing in it changes after it is made.
package final class XMLTree: Sendable {
  package let source: SourceText
  /// Every different name of the document; `nameID` of elements and attributes index it.
  package let names: [String]
  /// Whether reading ended early, before the element that the caller named.
  package let isPartial: Bool
  /// The source's bytes, held once more so that a view reaches them without copying the source's other parts.
  let bytes: [UInt8]
  let elements: [ElementRecord]
  let attributes: [AttributeRecord]

  init(
    source: SourceText, names: [String], elements: [ElementRecord], attributes: [AttributeRecord], isPartial: Bool
  ) {
    self.source = source
    bytes = source.bytes
    self.names = names
    self.elements = elements
    self.attributes = attributes
    self.isPartial = isPartial
  }

  /// How many elements the document has.
  package var elementCount: Int { elements.count }

  /// Every element in document order, the root first.
  package var allElements: some Sequence<XMLElement> & Sendable {
    elements.indices.lazy.map { XMLElement(tree: self, index: $0) }
  }
}

/// One element: offsets count bytes of the file.
struct ElementRecord: Sendable {
  var nameID: Int32
  /// The index of the parent; -1 for the root.
  var parent: Int32
  /// The index after the last element inside this one, so that the next sibling is found in one step.
  var subtreeEnd: Int32
  /// From `<` of the start tag.
  var tagLower: Int32
  /// After `>` of the start tag.
  var tagUpper: Int32
  /// At `<` of the end tag; after the start tag when that closes itself.
  var contentUpper: Int32
  /// After `>` of the end tag.
  var upper: Int32
  /// The index of the first attribute.
  var attributesLower: Int32
  var attributesUpper: Int32
  var namespace: XMLNamespace
}

/// One attribute; namespace declarations are not kept.
struct AttributeRecord: Sendable {
  var nameID: Int32
  /// Between the quotes.
  var valueLower: Int32
  var valueUpper: Int32
  var namespace: XMLNamespace
}
