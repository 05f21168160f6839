internal import Diagnostics

/// Finds places in HTML where an escaped value could still do something: in scripts and styles, in the addresses of
/// links, in attributes without quotes.
///
/// It reads a template from the beginning to the end as a browser would, with all sections open.
struct LivePlaces {
  private enum Spot: Equatable {
    case text
    /// Between `<` and `>`, outside of values.
    case tag
    /// In a value between these quotes.
    case value(UInt8)
    /// In a value without quotes.
    case bareValue
    case comment
    /// Inside of `script` or `style`, until its end.
    case raw(String)
  }

  private let source: SourceText
  private let tags: [TemplateTag]
  private var findings: [Diagnostic] = []
  private var spot = Spot.text
  private var element = ""
  private var attribute = ""
  /// What of the value stands before the place.
  private var begun = ""

  static func findings(in source: SourceText, named name: String) -> [Diagnostic] {
    var places = LivePlaces(source)
    if name.hasSuffix(".css") {
      for tag in places.tags where tag.kind == .value { places.complain(tag, "a style sheet") }
    } else {
      places.read()
    }
    return places.findings
  }

  private init(_ source: SourceText) {
    self.source = source
    tags = TemplateScan(source).tags
  }

  private mutating func read() {
    var place = 0
    var next = 0
    while place < source.bytes.count {
      if next < tags.count, tags[next].range.lowerBound <= place {
        weigh(tags[next])
        place = tags[next].range.upperBound
        next += 1
      } else {
        place = step(from: place)
      }
    }
    if spot != .text {
      let end = max(0, source.bytes.count - 1)
      findings.append(
        Diagnostic(
          .liveValue, "this template ends inside of a tag, a comment, a style or a script",
          help: "end in the same file what is begun in it", file: source.name,
          range: SourceRange(end..<source.bytes.count)))
    }
  }

  // MARK: Reading

  private mutating func step(from place: Int) -> Int {
    let byte = source.bytes[place]
    switch spot {
    case .text:
      guard byte == UInt8(ascii: "<") else { return place + 1 }
      if has("<!--", at: place) { return enter(.comment, place + 4) }
      element = name(from: place + 1)
      attribute = ""
      return enter(.tag, place + 1 + element.utf8.count)
    case .comment:
      return has("-->", at: place) ? enter(.text, place + 3) : place + 1
    case .raw(let name):
      return has("</\(name)", at: place) ? enter(.tag, place + 2 + name.utf8.count, closing: true) : place + 1
    case .tag: return stepInTag(byte, place)
    case .value(let quote):
      if byte == quote { return enter(.tag, place + 1, closing: element.isEmpty) }
      begun.append(Character(Unicode.Scalar(byte)))
      return place + 1
    case .bareValue:
      return byte == UInt8(ascii: ">") || Self.isBlank(byte) ? enter(.tag, place, closing: element.isEmpty) : place + 1
    }
  }

  private mutating func stepInTag(_ byte: UInt8, _ place: Int) -> Int {
    switch byte {
    case UInt8(ascii: ">"):
      let isRaw = element == "script" || element == "style"
      return enter(isRaw ? .raw(element) : .text, place + 1)
    case UInt8(ascii: "="):
      begun = ""
      var start = place + 1
      while start < source.bytes.count, Self.isBlank(source.bytes[start]) { start += 1 }
      guard start < source.bytes.count else { return start }
      let quote = source.bytes[start]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      return enter(isQuoted ? .value(quote) : .bareValue, isQuoted ? start + 1 : start, closing: element.isEmpty)
    case _ where Self.isBlank(byte) || byte == UInt8(ascii: "/"): return place + 1
    default:
      attribute = name(from: place)
      return place + max(1, attribute.utf8.count)
    }
  }

  /// `closing`: the tag is an end tag, which opens nothing.
  private mutating func enter(_ spot: Spot, _ place: Int, closing: Bool = false) -> Int {
    self.spot = spot
    if closing { element = "" }
    return place
  }

  private func has(_ text: String, at place: Int) -> Bool {
    let bytes = Array(text.utf8)
    guard place + bytes.count <= source.bytes.count else { return false }
    return zip(source.bytes[place...], bytes).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 >= 0x61 && $1 <= 0x7A }
  }

  /// A name in small letters; empty for an end tag.
  private func name(from place: Int) -> String {
    let bytes = source.bytes[min(place, source.bytes.count)...].prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  // MARK: Weighing

  /// Attributes whose value a browser follows or runs.
  private static let followed: Set<String> = [
    "href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "ping",
    "content", "srcdoc", "style",
  ]

  private mutating func weigh(_ tag: TemplateTag) {
    switch (tag.kind, spot) {
    case (.section, _), (.inverted, _), (.end, _), (_, .text), (.value, .comment): return
    case (.partial, .raw("style")) where tag.name.hasSuffix(".css"): return
    case (_, .raw(let name)): complain(tag, "the inside of `\(name)`")
    case (.value, .value): weighAttribute(tag)
    case (.value, .bareValue): complain(tag, "an attribute without quotes")
    case (.partial, _): complain(tag, "the inside of a tag")
    case (.value, .tag): complain(tag, "the inside of a tag")
    }
  }

  private mutating func weighAttribute(_ tag: TemplateTag) {
    let isOwnPage = attribute == "href" && begun.hasPrefix("#")
    if attribute.hasPrefix("on") || Self.followed.contains(attribute), !isOwnPage, !isMadeForAddresses(tag) {
      complain(tag, "the attribute `\(attribute)`")
    }
  }

  /// The two names whose values are made to be addresses; no text that people wrote is under them.
  private func isMadeForAddresses(_ tag: TemplateTag) -> Bool {
    guard begun.isEmpty else { return false }
    return element == "img" && attribute == "src" && tag.name == "picture"
      || element == "a" && attribute == "href" && tag.name == "link"
  }

  private mutating func complain(_ tag: TemplateTag, _ place: String) {
    findings.append(
      Diagnostic(
        .liveValue, "`\(tag.name)` stands in \(place), where a text could become live",
        help: "put values between tags, in quoted attributes, or behind # in an address", file: source.name,
        range: SourceRange(tag.range)))
  }
}
