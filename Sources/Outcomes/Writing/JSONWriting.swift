/// The record as JSON: indented, members in the order of their description, UTF-8.
///
/// What a terminal or a page would obey stands escaped: control characters, those that turn the direction of writing,
/// and `<`. A parser gives every word back as it was.
final class JSONWriting: RecordOutput {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  static func written(_ record: Record) -> [UInt8] {
    let writing = JSONWriting()
    writing.write(part: record)
    writing.put("\n")
    return writing.bytes
  }

  func writeNull() { put("null") }
  func write(integer: Int) { put(String(integer)) }
  func write(number: Figure) { put(number.description) }
  func write(flag: Bool) { put(flag ? "true" : "false") }

  func write(text: String) {
    put("\"")
    if text.utf8.allSatisfy(Self.isPlain) { put(text) } else { put(Self.escaped(text)) }
    put("\"")
  }

  /// A text as a value of its own.
  static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  func write<Part: RecordPart>(part: Part) {
    let members = Part.members
    guard Part.isFlat else { return enclosed("{", "}", members) { self.member($0, of: part) } }
    put("{")
    for (place, member) in members.enumerated() {
      put(place == 0 ? "" : ", ")
      self.member(member, of: part)
    }
    put("}")
  }

  func write<Value: Recordable>(list: [Value]) {
    guard !list.isEmpty else { return put("[]") }
    guard Value.form.isScalar else { return enclosed("[", "]", list) { $0.write(to: self) } }
    put("[")
    for (place, value) in list.enumerated() {
      put(place == 0 ? "" : ", ")
      value.write(to: self)
    }
    put("]")
  }

  func write<Value: Recordable>(map: [String: Value]) {
    guard !map.isEmpty else { return put("{}") }
    enclosed("{", "}", map.sorted { $0.key < $1.key }) { name, value in
      self.write(text: name)
      self.put(": ")
      value.write(to: self)
    }
  }

  private func member<Part: RecordPart>(_ member: Member<Part>, of part: Part) {
    write(text: member.facts.name)
    put(": ")
    member.write(part, self)
  }

  private func enclosed<Item>(_ start: String, _ end: String, _ items: [Item], _ write: (Item) -> Void) {
    put(start)
    depth += 1
    for (place, item) in items.enumerated() {
      put(place == 0 ? "\n" : ",\n")
      indent()
      write(item)
    }
    depth -= 1
    put("\n")
    indent()
    put(end)
  }

  private func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth)) }

  // MARK: Texts

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "<")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    forEachScalar(of: text) { scalar, isObeyed in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "<": result += "\\u003c"
      default:
        if isObeyed {
          for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(UInt32(unit), 4) }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
