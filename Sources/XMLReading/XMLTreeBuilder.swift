import Diagnostics

/// Collects what the parser reports into the flat records of a tree; knows nothing of C.
struct XMLTreeBuilder {
  let source: SourceText
  let limits: XMLLimits
  /// The child of the root at which reading ends; none to read everything.
  let stopName: String?
  /// The namespace whose elements are the document's own.
  let address: String

  private(set) var names: [String] = []
  private(set) var elements: [ElementRecord] = []
  private(set) var attributes: [AttributeRecord] = []
  /// Why reading ended before the end of the document; the first reason counts.
  private(set) var ending: Ending?

  private var addresses = AddressTable()
  private var prefixedNames: [String: Int32] = [:]
  private var open: [OpenElement] = []
  private var namespacesInForce = 0

  /// Why the parser stopped.
  enum Ending {
    case reached
    case failed(ParserProblem)
    case exceeded(LimitExceeded, at: SourceRange)
  }

  private struct OpenElement {
    var index: Int32
    var namespaces: Int
  }

  init(source: SourceText, limits: XMLLimits, stopName: String?, address: String) {
    self.source = source
    self.limits = limits
    self.stopName = stopName
    self.address = address
    elements.reserveCapacity(source.bytes.count / 40)
    attributes.reserveCapacity(source.bytes.count / 32)
    open.reserveCapacity(limits.depth)
  }

  /// Whether what the parser still reports is of no interest.
  var isEnded: Bool { ending != nil }

  /// The number of a name that libxml2 keeps at `address`; `spelling` is called for a new one only.
  mutating func nameID(at address: UInt, spelling: () -> String) -> Int32 {
    if let known = addresses.number(of: address) { return known }
    let number = addName(spelling())
    addresses.set(number, for: address)
    return number
  }

  /// The number of a name with its prefix.
  mutating func nameID(prefixed name: String) -> Int32 {
    if let known = prefixedNames[name] { return known }
    let number = addName(name)
    prefixedNames[name] = number
    return number
  }

  private mutating func addName(_ name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  /// Ends the collecting; later reasons are ignored.
  mutating func end(_ reason: Ending) {
    if ending == nil { ending = reason }
  }

  /// Adds an element whose start tag ends near `offset`; says whether reading goes on.
  ///
  /// `firstValue` is where the value of the first attribute begins, if that is known: a shorter way back to `<`.
  mutating func beginElement(
    _ nameID: Int32, _ namespace: XMLNamespace, attributeCount: Int, namespaceCount: Int, near offset: Int,
    firstValue: Int?
  ) -> Bool {
    let upper = tagUpper(near: offset)
    let lower = tagLower(before: firstValue ?? (upper - 1))
    if let stopName, open.count == 1, names[Int(nameID)] == stopName {
      closeOpenElements(at: lower)
      end(.reached)
      return false
    }
    if let exceeded = exceededLimit(attributeCount: attributeCount, namespaceCount: namespaceCount) {
      end(.exceeded(exceeded, at: SourceRange(lower..<upper)))
      return false
    }
    append(nameID, namespace, tag: lower..<upper)
    open.append(OpenElement(index: Int32(elements.count - 1), namespaces: namespaceCount))
    namespacesInForce += namespaceCount
    return true
  }

  private mutating func append(_ nameID: Int32, _ namespace: XMLNamespace, tag: Range<Int>) {
    let lower = Int32(tag.lowerBound)
    let upper = Int32(tag.upperBound)
    let next = Int32(attributes.count)
    elements.append(
      ElementRecord(
        nameID: nameID, parent: open.last?.index ?? -1, subtreeEnd: Int32(elements.count + 1), tagLower: lower,
        tagUpper: upper, contentUpper: upper, upper: upper, attributesLower: next, attributesUpper: next,
        namespace: namespace))
  }

  private func exceededLimit(attributeCount: Int, namespaceCount: Int) -> LimitExceeded? {
    if open.count >= limits.depth { return .depth }
    if elements.count >= limits.elements { return .elements }
    if attributeCount > limits.attributes { return .attributes }
    if namespacesInForce + namespaceCount > limits.namespaces { return .namespaces }
    return nil
  }

  /// The offset after `>`: the parser calls while it stands on `>` or `/>`.
  private func tagUpper(near offset: Int) -> Int {
    let bytes = source.bytes
    if offset < bytes.count, bytes[offset] == Markup.greaterThan { return offset + 1 }
    if offset < bytes.count, bytes[offset] == Markup.slash { return min(offset + 2, bytes.count) }
    return min(offset, bytes.count)
  }

  /// The offset of `<`, which cannot stand inside a start tag otherwise.
  private func tagLower(before offset: Int) -> Int {
    var lower = offset
    while lower > 0, source.bytes[lower] != Markup.lessThan { lower -= 1 }
    return lower
  }

  /// Adds the next attribute of the element that was begun last; `value` is where it stands, if that is known.
  mutating func addAttribute(_ nameID: Int32, _ namespace: XMLNamespace, value: Range<Int>?) {
    let element = elements.count - 1
    guard let value = value ?? valueInTag(of: element) else { return }
    attributes.append(
      AttributeRecord(
        nameID: nameID, valueLower: Int32(value.lowerBound), valueUpper: Int32(value.upperBound), namespace: namespace))
    elements[element].attributesUpper = Int32(attributes.count)
  }

  /// Where the next attribute's value stands, found by reading the tag again.
  private func valueInTag(of element: Int) -> Range<Int>? {
    let record = elements[element]
    var number = Int(record.attributesUpper - record.attributesLower)
    var position = Int(record.tagLower) + 1
    while let found = AttributeScan.next(in: source.bytes, from: position, to: Int(record.tagUpper)) {
      position = found.valueUpper + 1
      if AttributeScan.isNamespaceDeclaration(source.bytes, found) { continue }
      if number == 0 { return found.valueLower..<found.valueUpper }
      number -= 1
    }
    return nil
  }

  /// Closes the innermost open element, whose end tag ends at `offset`.
  mutating func endElement(at offset: Int) {
    guard let closed = open.popLast() else { return }
    let index = Int(closed.index)
    namespacesInForce -= closed.namespaces
    elements[index].subtreeEnd = Int32(elements.count)
    if offset > Int(elements[index].tagUpper) {
      elements[index].upper = Int32(offset)
      elements[index].contentUpper = Int32(tagLower(before: offset - 1))
    }
  }

  private mutating func closeOpenElements(at offset: Int) {
    while let closed = open.popLast() {
      elements[Int(closed.index)].subtreeEnd = Int32(elements.count)
      elements[Int(closed.index)].upper = Int32(offset)
      elements[Int(closed.index)].contentUpper = Int32(offset)
    }
  }
}

/// Which limit a document exceeds.
enum LimitExceeded {
  case depth
  case elements
  case attributes
  case namespaces
}

/// What the parser says about the first mistake, as plain values.
struct ParserProblem {
  /// Where the parser stood, in bytes of the file.
  var offset: Int
  /// libxml2's own words; empty when it has none.
  var message: String
}

extension XMLTreeBuilder {
  /// The finished tree.
  consuming func finish(isPartial: Bool) -> XMLTree {
    XMLTree(source: source, names: names, elements: elements, attributes: attributes, isPartial: isPartial)
  }
}
