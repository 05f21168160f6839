package import Diagnostics

/// A view of one attribute of an element.
package struct XMLAttribute: Sendable {
  private let tree: XMLTree
  private let record: AttributeRecord

  init(tree: XMLTree, record: AttributeRecord) {
    self.tree = tree
    self.record = record
  }

  /// The name as written, with its prefix if it has one.
  package var name: String { tree.names[nameID] }

  /// Where the name stands in `tree.names`.
  package var nameID: Int { Int(record.nameID) }

  package var namespace: XMLNamespace { record.namespace }

  /// Whether the attribute belongs to somebody else's namespace, so that a method's rules do not concern it.
  package var isForeign: Bool { record.namespace == .foreign }

  /// The name in the tag, with its prefix if it has one.
  package var nameRange: SourceRange {
    SourceRange(AttributeScan.name(in: tree.bytes, before: record.valueLower))
  }

  /// The value between its quotes, as it stands in the file.
  package var valueRange: SourceRange { SourceRange(lower: record.valueLower, upper: record.valueUpper) }

  /// The attribute from its name to the closing quote.
  package var range: SourceRange { SourceRange(lower: nameRange.lower, upper: record.valueUpper + 1) }

  /// The value with references resolved and line breaks turned into spaces, as XML says.
  package var value: String {
    let raw = tree.bytes[Int(record.valueLower)..<Int(record.valueUpper)]
    return CharacterData.attributeValue(raw)
  }
}

/// The attributes of an element, in the order in which they were written.
package struct XMLAttributes: RandomAccessCollection, Sendable {
  private let tree: XMLTree
  package let startIndex: Int
  package let endIndex: Int

  init(of element: XMLElement) {
    tree = element.tree
    startIndex = Int(element.record.attributesLower)
    endIndex = Int(element.record.attributesUpper)
  }

  package subscript(index: Int) -> XMLAttribute { XMLAttribute(tree: tree, record: tree.attributes[index]) }
}
