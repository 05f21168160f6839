import Diagnostics

extension MarkupReview {
  /// A start tag that was read to its end.
  struct StartTag {
    var opened: OpenTag
    var closesItself: Bool
  }

  private struct WrittenAttribute {
    var name: String
    var nameRange: Range<Int>
    var value: String
  }

  /// Reads the start tag at hand.
  mutating func startTag() throws(Mistake) -> StartTag {
    let lower = position
    position += 1
    guard position < bytes.count, isNameStart(at: position) else { throw bareLessThan(lower) }
    let name = nameText(from: position)
    position += name.utf8.count
    var attributes: [WrittenAttribute] = []
    while true {
      let isSpaced = skipSpace()
      if stands([Markup.greaterThan]) || stands(Array("/>".utf8)) { break }
      if position >= bytes.count || bytes[position] == Markup.lessThan { throw tagWithoutEnd(name, lower) }
      let attribute = try self.attribute(of: name, isSpaced: isSpaced)
      if let first = attributes.first(where: { $0.name == attribute.name }) {
        throw duplicate(attribute.name, attribute.nameRange, first: first.nameRange)
      }
      attributes.append(attribute)
    }
    let closesItself = bytes[position] == Markup.slash
    position += closesItself ? 2 : 1
    let opened = OpenTag(name: name, range: lower..<position, prefixes: declared(by: attributes))
    try checkPrefixes(of: opened, attributes)
    return StartTag(opened: opened, closesItself: closesItself)
  }

  private mutating func attribute(of element: String, isSpaced: Bool) throws(Mistake) -> WrittenAttribute {
    guard isNameStart(at: position) else { throw badAttributeName(in: element) }
    let name = nameText(from: position)
    let nameRange = here(name.utf8.count)
    if !isSpaced {
      throw mistake(
        .malformed, "a space is missing before the attribute `\(shown(name))`", nameRange,
        help: "write a space before it, or look for a quote too many further left")
    }
    position = nameRange.upperBound
    skipSpace()
    guard stands(Array("=".utf8)) else {
      throw mistake(
        .unquotedValue, "the attribute `\(shown(name))` has no value", nameRange, help: "write `\(shown(name))=\"...\"`"
      )
    }
    position += 1
    skipSpace()
    return WrittenAttribute(name: name, nameRange: nameRange, value: try value(of: name))
  }

  private mutating func value(of name: String) throws(Mistake) -> String {
    guard let quote = bytes[position...].first, quote == 0x22 || quote == 0x27 else { throw unquoted(name) }
    let opening = position
    position += 1
    while position < bytes.count, bytes[position] != quote {
      switch bytes[position] {
      case Markup.lessThan: throw lessThanInValue(name, opening)
      case 0x26: try reference()
      default: position += 1
      }
    }
    guard position < bytes.count else {
      throw mistake(
        .unclosed, "the value of `\(shown(name))` is never closed", opening..<(opening + 1),
        help: "write the closing quote")
    }
    position += 1
    return String(decoding: bytes[(opening + 1)..<(position - 1)], as: UTF8.self)
  }

  private func declared(by attributes: [WrittenAttribute]) -> [String: String] {
    var prefixes: [String: String] = [:]
    for attribute in attributes where attribute.name.hasPrefix("xmlns:") {
      prefixes[String(attribute.name.dropFirst(6))] = attribute.value
    }
    return prefixes
  }

  private func checkPrefixes(of tag: OpenTag, _ attributes: [WrittenAttribute]) throws(Mistake) {
    try checkPrefix(of: tag.name, at: tag.range.lowerBound + 1, in: tag)
    var seen: [String: Range<Int>] = [:]
    for attribute in attributes {
      try checkPrefix(of: attribute.name, at: attribute.nameRange.lowerBound, in: tag)
      guard let colon = attribute.name.firstIndex(of: ":"), !attribute.name.hasPrefix("xmlns:") else { continue }
      let address = address(of: String(attribute.name[..<colon]), in: tag) ?? ""
      let expanded = "{\(address)}\(attribute.name[colon...])"
      if let first = seen[expanded] { throw duplicate(attribute.name, attribute.nameRange, first: first) }
      seen[expanded] = attribute.nameRange
    }
  }

  private func checkPrefix(of name: String, at lower: Int, in tag: OpenTag) throws(Mistake) {
    guard let colon = name.firstIndex(of: ":") else { return }
    if name.hasPrefix(":") || name.hasSuffix(":") || name[colon...].dropFirst().contains(":") {
      throw mistake(
        .badName, "a colon stands where none may in `\(shown(name))`", lower..<(lower + name.utf8.count),
        help: "one colon may stand between a prefix and a name; write a hyphen instead")
    }
    let prefix = String(name[..<colon])
    if prefix == "xmlns" || address(of: prefix, in: tag) != nil { return }
    throw mistake(
      .unknownPrefix, "the prefix `\(shown(prefix))` is not declared", lower..<(lower + prefix.utf8.count),
      help: "remove `\(shown(prefix)):`, or declare it by `xmlns:\(shown(prefix))=\"...\"` here or further out")
  }

  private func address(of prefix: String, in tag: OpenTag) -> String? {
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    if let address = tag.prefixes[prefix] { return address }
    return open.last { $0.prefixes[prefix] != nil }?.prefixes[prefix]
  }
}
