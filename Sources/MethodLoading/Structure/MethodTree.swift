package import Diagnostics
import MethodModel

/// The elements of a method file that have their place in the language, as the decoder and the rules see them.
///
/// What was misspelt stands here under the name that was most likely meant, so that one mistake is told once and
/// everything inside it is still looked at; the finding itself keeps the method from being loaded.
package struct MethodTree: Sendable {
  /// A node is a few numbers, so that thousands of methods can be checked in a second; texts stand apart.
  package struct Node: Sendable {
    package let name: ElementName
    /// Says in another language what its elder sibling says.
    package fileprivate(set) var isTranslation = false
    /// Which attributes are written, sound or not.
    fileprivate var written = AttributeSet()
    fileprivate var attributes: Range<Int32>
    /// From `<` to the end of the start tag.
    package let tag: SourceRange
    package let parent: Int32
    package fileprivate(set) var firstChild: Int32 = -1
    package fileprivate(set) var next: Int32 = -1
    fileprivate var lastChild: Int32 = -1
    /// Position in `texts`; -1 without characters.
    fileprivate var text: Int32 = -1

    init(_ name: ElementName, tag: SourceRange, parent: Int32) {
      self.name = name
      self.tag = tag
      self.parent = parent
      attributes = 0..<0
    }
  }

  package struct Attribute: Sendable {
    package let name: AttributeName
    /// Its value has the form its type asks for, and this version can run it.
    package let isSound: Bool
    /// A name in braces may stand in it.
    let hasBrace: Bool
    package let valueRange: SourceRange
    package let value: String
  }

  /// The folded characters of an element and where they stand.
  private struct Text: Sendable {
    let string: String
    let range: SourceRange
  }

  /// A name in braces that stands in a text, with its place in UTF-8 bytes of the text.
  struct TextReference: Sendable {
    let node: ID
    let reference: Reference
    let part: Range<Int>
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
  private var texts: [Text] = []
  /// In document order.
  var textReferences: [TextReference] = []
  /// Names that stand inside what was left out, so that nobody is told they are unknown.
  package var excused: Set<String> = []
  /// Something that makes a name has none that can be read, so that an unknown name may be that one.
  package var namesAreDoubtful = false

  init(source: SourceText, capacity: Int) {
    self.source = source
    nodes.reserveCapacity(capacity)
    attributes.reserveCapacity(capacity * 2)
    texts.reserveCapacity(capacity)
  }

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
    position(name, of: id).map { attributes[$0] }
  }

  /// The value of a sound attribute.
  package func value(_ name: AttributeName, of id: ID) -> String? {
    guard let position = position(name, of: id), attributes[position].isSound else { return nil }
    return attributes[position].value
  }

  /// Whether an attribute is written, sound or not.
  package func has(_ name: AttributeName, of id: ID) -> Bool { nodes[Int(id.index)].written.contains(name) }

  private func position(_ name: AttributeName, of id: ID) -> Int? {
    guard nodes[Int(id.index)].written.contains(name) else { return nil }
    for index in nodes[Int(id.index)].attributes where attributes[Int(index)].name == name { return Int(index) }
    return nil
  }

  /// The folded characters of an element; empty without any.
  package func text(of id: ID) -> String {
    let text = nodes[Int(id.index)].text
    return text < 0 ? "" : texts[Int(text)].string
  }

  package func hasText(_ id: ID) -> Bool { nodes[Int(id.index)].text >= 0 }

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

// MARK: - Places

extension MethodTree {
  /// The name in the start tag.
  package func nameRange(of id: ID) -> SourceRange {
    let lower = Int(nodes[Int(id.index)].tag.lower) + 1
    var upper = lower
    while upper < source.bytes.count, !Self.endsName(source.bytes[upper]) { upper += 1 }
    return SourceRange(lower..<upper)
  }

  /// The name in front of a value.
  package func nameRange(of attribute: Attribute) -> SourceRange {
    // Back over the quote, then over white space and the equals sign.
    var upper = Int(attribute.valueRange.lower) - 1
    while upper > 0, isBlank(source.bytes[upper - 1]) || source.bytes[upper - 1] == UInt8(ascii: "=") { upper -= 1 }
    var lower = upper
    while lower > 0, !isBlank(source.bytes[lower - 1]) { lower -= 1 }
    return SourceRange(lower..<upper)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// The place of a part of a text; all of it where references or white space shift the bytes.
  package func range(of part: Range<Int>, inTextOf id: ID) -> SourceRange {
    let index = nodes[Int(id.index)].text
    guard index >= 0 else { return nameRange(of: id) }
    let range = texts[Int(index)].range
    let wanted = texts[Int(index)].string.utf8.dropFirst(part.lowerBound).prefix(part.count)
    let bytes = source.bytes[range.offsets]
    guard let first = wanted.first else { return range }
    // References and folded white space only ever shorten a text, so it stands here or later.
    var start = min(bytes.startIndex + part.lowerBound, bytes.endIndex)
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: wanted) { return SourceRange(found..<found + part.count) }
      start = found + 1
    }
    return range
  }

  /// The place of all characters of a text; the element's name without any.
  package func range(ofTextOf id: ID) -> SourceRange {
    let index = nodes[Int(id.index)].text
    return index < 0 ? nameRange(of: id) : texts[Int(index)].range
  }

  /// The place of a part of a value; all of it where references shift the bytes.
  package func range(of part: Range<Int>?, in attribute: Attribute) -> SourceRange {
    let range = attribute.valueRange
    guard let part, range.offsets.count == attribute.value.utf8.count else { return range }
    let lower = Int(range.lower)
    return SourceRange(lower + part.lowerBound..<lower + part.upperBound)
  }
}

// MARK: - Building

extension MethodTree {
  mutating func append(_ node: Node) -> ID {
    let id = Int32(nodes.count)
    nodes.append(node)
    let attributeCount = Int32(attributes.count)
    nodes[Int(id)].attributes = attributeCount..<attributeCount
    guard node.parent >= 0 else { return ID(id) }
    let parent = Int(node.parent)
    let elder = nodes[parent].lastChild
    if elder >= 0 { nodes[Int(elder)].next = id } else { nodes[parent].firstChild = id }
    nodes[parent].lastChild = id
    return ID(id)
  }

  /// Adds attributes to the node appended last.
  mutating func append(_ attribute: Attribute) {
    attributes.append(attribute)
    let last = nodes.count - 1
    nodes[last].written.insert(attribute.name)
    nodes[last].attributes = nodes[last].attributes.lowerBound..<Int32(attributes.count)
  }

  mutating func setText(_ text: String, range: SourceRange, of id: ID) {
    nodes[Int(id.index)].text = Int32(texts.count)
    texts.append(Text(string: text, range: range))
  }

  /// The tree without the places that are neither among these nor around or in one of them; with the new node of each
  /// that is kept. A frame around one keeps its tests and its ways out.
  func keeping(_ places: Set<ID>) -> (tree: MethodTree, ids: [ID: ID]) {
    var around: Set<ID> = []
    for place in places {
      var next = parent(of: place)
      while let id = next, around.insert(id).inserted { next = parent(of: id) }
    }
    var tree = MethodTree(source: source, capacity: nodes.count)
    (tree.excused, tree.namesAreDoubtful) = (excused, namesAreDoubtful)
    var ids: [ID: ID] = [:]
    var whole: Set<ID> = places
    for id in all {
      let parent = parent(of: id)
      if let parent, whole.contains(parent) { whole.insert(id) }
      if let parent, ids[parent] == nil { continue }
      if Language.flow.contains(name(of: id)), !whole.contains(id), !around.contains(id) { continue }
      ids[id] = tree.append(copyOf: id, in: self, parent: parent.flatMap { ids[$0] })
    }
    tree.textReferences = textReferences.compactMap { found in
      ids[found.node].map { TextReference(node: $0, reference: found.reference, part: found.part) }
    }
    return (tree, ids)
  }

  private mutating func append(copyOf id: ID, in other: MethodTree, parent: ID?) -> ID {
    let copied = append(Node(other.name(of: id), tag: other[id].tag, parent: parent?.index ?? -1))
    for attribute in other.attributes(of: id) { append(attribute) }
    let text = other.nodes[Int(id.index)].text
    if text >= 0 { setText(other.texts[Int(text)].string, range: other.texts[Int(text)].range, of: copied) }
    if other[id].isTranslation { markTranslation(copied) }
    return copied
  }

  mutating func markTranslation(_ id: ID) { nodes[Int(id.index)].isTranslation = true }

  /// Which attributes the node appended last has.
  var lastWritten: AttributeSet { nodes[nodes.count - 1].written }
}

extension MethodTree.Node {
  /// Its children may be values, fields or options, whose ids count only among themselves.
  var hasLocalNames: Bool { Self.parentsOfLocalNames.contains(name) }

  private static let parentsOfLocalNames = Language.activities.union([.setting, .field, .scale, .list, .choice])
}
