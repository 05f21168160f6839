package import Diagnostics

/// The elements of a method file that have their place in the language, as the decoder and the rules see them.
///
/// What was misspelt stands here under the name that was most likely meant, so that one mistake is told once and
/// everything inside it is still looked at; the finding itself keeps the method from being loaded.
package struct MethodTree: Sendable {
  package struct Node: Sendable {
    package let name: ElementName
    /// From `<` to the end of the start tag.
    package let tag: SourceRange
    package let nameRange: SourceRange
    /// Folded text of an element that holds characters.
    package fileprivate(set) var text: String
    package fileprivate(set) var textRange: SourceRange
    package let parent: Int32
    package fileprivate(set) var firstChild: Int32 = -1
    package fileprivate(set) var next: Int32 = -1
    fileprivate var lastChild: Int32 = -1
    package fileprivate(set) var attributes: Range<Int32>
    /// Says in another language what its elder sibling says.
    package fileprivate(set) var isTranslation = false

    /// Its children may be values, fields or options, whose ids count only among themselves.
    var hasLocalNames: Bool { Node.parentsOfLocalNames.contains(name) }

    private static let parentsOfLocalNames = Language.activities.union([.setting, .field, .scale, .list, .choice])

    init(_ name: ElementName, tag: SourceRange, nameRange: SourceRange, parent: Int32) {
      self.name = name
      self.tag = tag
      self.nameRange = nameRange
      self.parent = parent
      text = ""
      textRange = nameRange
      attributes = 0..<0
    }
  }

  package struct Attribute: Sendable {
    package let name: AttributeName
    package let value: String
    package let nameRange: SourceRange
    package let valueRange: SourceRange
    /// Its value has the form its type asks for, and this version can run it.
    package let isSound: Bool
  }

  /// A position in `nodes`.
  package struct ID: Hashable, Sendable {
    package let index: Int32

    package init(_ index: Int32) { self.index = index }

    /// The element `method`.
    package static let root = ID(0)
  }

  package let source: SourceText
  package private(set) var nodes: [Node] = []
  private var attributes: [Attribute] = []
  /// Names that stand inside what was left out, so that nobody is told they are unknown.
  package var excused: Set<String> = []
  /// Something that makes a name has none that can be read, so that an unknown name may be that one.
  package var namesAreDoubtful = false

  init(source: SourceText) { self.source = source }

  package subscript(_ id: ID) -> Node { nodes[Int(id.index)] }

  package func name(of id: ID) -> ElementName { nodes[Int(id.index)].name }

  package func parent(of id: ID) -> ID? {
    let parent = nodes[Int(id.index)].parent
    return parent < 0 ? nil : ID(parent)
  }

  package func children(of id: ID) -> Children { Children(nodes: nodes, upcoming: nodes[Int(id.index)].firstChild) }

  /// The first child of that name.
  package func child(_ name: ElementName, of id: ID) -> ID? {
    var next = nodes[Int(id.index)].firstChild
    while next >= 0 {
      if nodes[Int(next)].name == name { return ID(next) }
      next = nodes[Int(next)].next
    }
    return nil
  }

  /// All nodes, parents before children, in document order.
  package var all: some Sequence<ID> { (0..<Int32(nodes.count)).lazy.map { ID($0) } }

  package func attributes(of id: ID) -> ArraySlice<Attribute> {
    let range = nodes[Int(id.index)].attributes
    return attributes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  package func attribute(_ name: AttributeName, of id: ID) -> Attribute? {
    let range = nodes[Int(id.index)].attributes
    for index in range where attributes[Int(index)].name == name { return attributes[Int(index)] }
    return nil
  }

  /// The value of a sound attribute.
  package func value(_ name: AttributeName, of id: ID) -> String? {
    let range = nodes[Int(id.index)].attributes
    for index in range where attributes[Int(index)].name == name {
      return attributes[Int(index)].isSound ? attributes[Int(index)].value : nil
    }
    return nil
  }

  /// Whether an attribute is written, sound or not.
  package func has(_ name: AttributeName, of id: ID) -> Bool { attribute(name, of: id) != nil }

  mutating func append(_ node: Node) -> ID {
    let id = Int32(nodes.count)
    nodes.append(node)
    nodes[nodes.count - 1].attributes = Int32(attributes.count)..<Int32(attributes.count)
    guard node.parent >= 0 else { return ID(id) }
    let parent = Int(node.parent)
    if nodes[parent].lastChild >= 0 {
      nodes[Int(nodes[parent].lastChild)].next = id
    } else {
      nodes[parent].firstChild = id
    }
    nodes[parent].lastChild = id
    return ID(id)
  }

  /// Adds attributes to the node appended last.
  mutating func append(_ attribute: Attribute) {
    attributes.append(attribute)
    let last = nodes.count - 1
    nodes[last].attributes = nodes[last].attributes.lowerBound..<Int32(attributes.count)
  }

  mutating func setText(_ text: String, range: SourceRange, of id: ID) {
    nodes[Int(id.index)].text = text
    nodes[Int(id.index)].textRange = range
  }

  /// The place of a part of a text; all of it where references or white space shift the bytes.
  package func range(of part: Range<Int>, inTextOf id: ID) -> SourceRange {
    let range = nodes[Int(id.index)].textRange
    let wanted = nodes[Int(id.index)].text.utf8.dropFirst(part.lowerBound).prefix(part.count)
    let bytes = source.bytes[range.offsets]
    guard let first = wanted.first else { return range }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: wanted) { return SourceRange(found..<found + part.count) }
      start = found + 1
    }
    return range
  }

  /// The place of a part of a value; all of it where references shift the bytes.
  package func range(of part: Range<Int>?, in attribute: Attribute) -> SourceRange {
    let range = attribute.valueRange
    guard let part, range.offsets.count == attribute.value.utf8.count else { return range }
    let lower = Int(range.lower)
    return SourceRange(lower + part.lowerBound..<lower + part.upperBound)
  }

  mutating func markTranslation(_ id: ID) { nodes[Int(id.index)].isTranslation = true }

  /// The children of a node, in document order.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var upcoming: Int32

    package mutating func next() -> ID? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = nodes[Int(upcoming)].next }
      return ID(upcoming)
    }
  }
}
