package import Diagnostics

/// A view of one element: a reference to its tree and an index. No string is made until one is asked for.
package struct XMLElement: Sendable {
  package let tree: XMLTree
  /// The element's place in document order; the root has 0.
  package let index: Int

  init(tree: XMLTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  var record: ElementRecord { tree.elements[index] }

  /// The local name; a foreign element written with a prefix keeps it (`svg:rect`).
  package var name: String { tree.names[nameID] }

  /// Where the name stands in `tree.names`; equal names have equal numbers.
  package var nameID: Int { Int(record.nameID) }

  package var namespace: XMLNamespace { record.namespace }

  /// The whole start tag, from `<` to `>`.
  package var range: SourceRange { SourceRange(lower: record.tagLower, upper: record.tagUpper) }

  /// The name in the start tag, with a prefix if it has one.
  package var nameRange: SourceRange {
    let lower = record.tagLower + 1
    let length = tree.bytes[Int(lower)..<Int(record.tagUpper)].prefix { !$0.endsName }.count
    return SourceRange(lower: lower, upper: lower + Int32(length))
  }

  /// The element from its start tag to its end tag, both included.
  package var elementRange: SourceRange { SourceRange(lower: record.tagLower, upper: record.upper) }

  /// What stands between its tags; nothing in one that closes itself.
  package var contentRange: SourceRange { SourceRange(lower: record.tagUpper, upper: record.contentUpper) }

  /// The line of the start tag, from 1.
  package var line: Int { tree.source.line(at: Int(record.tagLower)) }

  /// The element around this one; none for the root.
  package var parent: XMLElement? {
    record.parent < 0 ? nil : XMLElement(tree: tree, index: Int(record.parent))
  }

  /// The elements directly inside, in order.
  package var children: XMLChildren { XMLChildren(of: self) }

  /// The attributes in order, without namespace declarations.
  package var attributes: XMLAttributes { XMLAttributes(of: self) }

  /// The attribute with a name, such as `id` or `xml:lang`; foreign attributes carry their prefix in their name.
  package func attribute(named name: String) -> XMLAttribute? {
    attributes.first { $0.name == name }
  }
}

extension XMLElement: Hashable {
  package static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.tree === right.tree && left.index == right.index
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}

/// The elements directly inside an element; indexes are places in document order.
package struct XMLChildren: Collection, Sendable {
  private let tree: XMLTree
  package let startIndex: Int
  package let endIndex: Int

  init(of element: XMLElement) {
    tree = element.tree
    startIndex = element.index + 1
    endIndex = Int(element.record.subtreeEnd)
  }

  package func index(after index: Int) -> Int { Int(tree.elements[index].subtreeEnd) }

  package subscript(index: Int) -> XMLElement { XMLElement(tree: tree, index: index) }
}

extension UInt8 {
  /// Whether a byte ends a name inside a tag: white space, `=`, `/` or `>`.
  var endsName: Bool { isXMLSpace || self == 0x3D || self == 0x2F || self == 0x3E }

  /// Whether a byte is what XML calls white space.
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
