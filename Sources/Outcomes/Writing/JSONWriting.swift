/// The record as JSON: indented, members in the order of their description, UTF-8.
///
/// What a terminal or a page would obey stands escaped: control characters, those that turn the direction of writing,
/// and `<`. A parser gives every word back as it was.
final class JSONWriting: RecordOutput {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Of each type of part that was met, what is the same for all of them.
  private var layouts: [ObjectIdentifier: Layout] = [:]

  private struct Layout {
    /// It stands on one line.
    let isFlat: Bool
    /// The name of each member, quoted, with what stands between it and the value.
    let names: [[UInt8]]
  }

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
    let (members, layout) = (Part.members, layout(of: Part.self))
    if layout.isFlat { put("{") } else { open("{") }
    for place in members.indices {
      if layout.isFlat { put(place == 0 ? "" : ", ") } else { beginItem(place) }
      bytes.append(contentsOf: layout.names[place])
      members[place].write(part, self)
    }
    if layout.isFlat { put("}") } else { close("}") }
  }

  private func layout<Part: RecordPart>(of type: Part.Type) -> Layout {
    if let known = layouts[ObjectIdentifier(type)] { return known }
    let layout = Layout(
      isFlat: Part.isFlat, names: Part.members.map { Array("\(Self.quoted($0.facts.name)): ".utf8) })
    layouts[ObjectIdentifier(type)] = layout
    return layout
  }

  func write<Value: Recordable>(list: [Value]) {
    guard !list.isEmpty else { return put("[]") }
    let isFlat = Value.form.isScalar
    if isFlat { put("[") } else { open("[") }
    for place in list.indices {
      if isFlat { put(place == 0 ? "" : ", ") } else { beginItem(place) }
      list[place].write(to: self)
    }
    if isFlat { put("]") } else { close("]") }
  }

  func write<Value: Recordable>(map: [String: Value]) {
    guard !map.isEmpty else { return put("{}") }
    open("{")
    for (place, name) in map.keys.sorted().enumerated() {
      beginItem(place)
      write(text: name)
      put(": ")
      map[name]?.write(to: self)
    }
    close("}")
  }

  // MARK: Lines

  private func open(_ bracket: String) {
    put(bracket)
    depth += 1
  }

  private func beginItem(_ place: Int) {
    put(place == 0 ? "\n" : ",\n")
    indent()
  }

  private func close(_ bracket: String) {
    depth -= 1
    put("\n")
    indent()
    put(bracket)
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
