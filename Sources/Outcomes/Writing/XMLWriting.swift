/// The record as XML: the same parts and names as the JSON.
///
/// A word, number, date or flag is an attribute, people's words are elements, a list is an element with one for each
/// item. What is `null` or empty in the JSON is left out. Characters that XML 1.0 cannot hold stand as their pictures
/// (`␛`), others that a terminal would obey as numbers.
final class XMLWriting: RecordOutput {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// What the next value is written as.
  private var name = Record.name
  private var isAttribute = false
  /// Where the open start tag ends, if nothing stands in the element yet.
  private var isTagOpen = false

  static let namespace = "urn:dotank:outcome:\(Record.formatVersion)"

  static func written(_ record: Record) -> [UInt8] {
    let writing = XMLWriting()
    writing.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writing.write(part: record)
    writing.put("\n")
    return writing.bytes
  }

  func writeNull() {}
  func write(integer: Int) { plain(String(integer)) }
  func write(number: Figure) { plain(number.description) }
  func write(flag: Bool) { plain(flag ? "true" : "false") }
  func write(text: String) { plain(text) }

  func write<Part: RecordPart>(part: Part) {
    let element = name
    begin(element)
    if Part.self == Record.self { put(" xmlns=\"\(Self.namespace)\"") }
    for member in Part.members where member.facts.isAttribute {
      (name, isAttribute) = (member.facts.name, true)
      member.write(part, self)
    }
    isAttribute = false
    for member in Part.members where !member.facts.isAttribute {
      name = member.facts.name
      member.write(part, self)
    }
    end(element)
  }

  func write<Value: Recordable>(list: [Value]) {
    guard !list.isEmpty else { return }
    let element = name
    begin(element)
    for value in list {
      name = Value.form.itemName
      value.write(to: self)
    }
    end(element)
  }

  func write<Value: Recordable>(map: [String: Value]) {
    guard !map.isEmpty else { return }
    let element = name
    begin(element)
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      name = "value"
      begin(name)
      put(" of=\"\(Self.escaped(key, inAttribute: true))\"")
      isTagOpen = false
      put(">")
      content(value)
      put("</value>")
      depth -= 1
    }
    end(element)
  }

  /// A value between tags that stand already.
  private func content<Value: Recordable>(_ value: Value) {
    name = ""
    value.write(to: self)
  }

  private func plain(_ text: String) {
    if isAttribute { return put(" \(name)=\"\(Self.escaped(text, inAttribute: true))\"") }
    if name.isEmpty { return put(Self.escaped(text, inAttribute: false)) }
    closeTag()
    put("\n")
    indent()
    put("<\(name)>\(Self.escaped(text, inAttribute: false))</\(name)>")
  }

  // MARK: Tags

  private func begin(_ element: String) {
    closeTag()
    if depth > 0 {
      put("\n")
      indent()
    }
    put("<\(element)")
    depth += 1
    isTagOpen = true
  }

  private func end(_ element: String) {
    depth -= 1
    if isTagOpen {
      put("/>")
      isTagOpen = false
    } else {
      put("\n")
      indent()
      put("</\(element)>")
    }
  }

  private func closeTag() {
    if isTagOpen { put(">") }
    isTagOpen = false
  }

  private func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth)) }

  // MARK: Texts

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">")
  }

  static func escaped(_ text: String, inAttribute: Bool) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    forEachScalar(of: text) { scalar, isObeyed in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += inAttribute ? "&quot;" : "\""
      case "\n": result += inAttribute ? "&#10;" : "\n"
      case "\t": result += "&#9;"
      case "\r": result += "&#13;"
      default: result += isObeyed ? number(of: scalar) : String(scalar)
      }
    }
    return result
  }

  /// As a number, or a picture where XML has no number for it.
  private static func number(of scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}" }
    if scalar.value == 0xFFFE || scalar.value == 0xFFFF { return "\u{FFFD}" }
    return "&#x\(hexadecimal(scalar.value, 1));"
  }
}

extension MemberFacts {
  /// In XML: one word, number, date or flag.
  var isAttribute: Bool { form.isScalar && !isProse }
}

extension ValueForm {
  /// The element of one value in a list.
  var itemName: String {
    switch present {
    case .part(let part): part.name
    case .list: "list"
    case .text, .integer, .number, .flag, .moment, .map, .optional: "value"
    }
  }
}
