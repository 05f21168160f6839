/// A piece of Markdown: what stands in the literal is markup, what is put into it is text and stays text.
///
/// ```swift
/// let line: Markdown = "- **\(title)**"   // `title` cannot become markup, a link, HTML or an image
/// ```
struct Markdown: ExpressibleByStringInterpolation, Sendable {
  var source: String

  init(stringLiteral value: String) { source = value }
  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
  init(source: String) { self.source = source }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate(set) var source = ""

    init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += Markdown.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ figure: Figure) { source += figure.description }
    mutating func appendInterpolation(_ markdown: Markdown) { source += markdown.source }
  }

  static func joined(_ parts: [Markdown], by separator: String) -> Markdown {
    Markdown(source: parts.map(\.source).joined(separator: separator))
  }

  /// A text on one line that reads the same once it is rendered; line breaks become a slash between blanks.
  ///
  /// An address such as `name@example.org` stays one that some programs make clickable; they show where it leads.
  static func escaped(_ text: String) -> String {
    let lines = inert(text).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.map { escapedLine($0) }.joined(separator: " / ")
  }

  /// The same, line by line.
  static func escapedLines(_ text: String) -> [String] {
    inert(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedLine($0.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
  }

  private static let markup: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$", "@",
  ]

  private static func escapedLine(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    if let first = rest.first, "-+=>".contains(first) {
      result += "\\\(first)"
      rest = rest.dropFirst()
    } else if let end = orderedListMark(line) {
      result += line[..<end] + "\\"
      rest = line[end...]
    }
    while let character = rest.first {
      let after = rest.dropFirst()
      switch character {
      case "<": result += "&lt;"
      case "&": result += beginsEntity(after) ? "&amp;" : "&"
      case ":": result += after.hasPrefix("//") ? "\\:" : ":"
      case "." where endsInWWW(result): result += "\\."
      default: result += markup.contains(character) ? "\\\(character)" : String(character)
      }
      rest = after
    }
    return result
  }

  /// The end of leading digits that would number a list.
  private static func orderedListMark(_ line: String) -> String.Index? {
    guard let end = line.firstIndex(where: { !($0.isASCII && $0.isNumber) }), end != line.startIndex else { return nil }
    guard line[end] == "." || line[end] == ")" else { return nil }
    let after = line.index(after: end)
    return after == line.endIndex || line[after] == " " ? end : nil
  }

  private static func beginsEntity(_ rest: Substring) -> Bool {
    let name = rest.prefix { $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  private static func endsInWWW(_ text: String) -> Bool { text.suffix(3).lowercased() == "www" }
}

/// A Markdown file being written; blocks are set apart by one empty line.
struct MarkdownPage {
  private(set) var blocks: [String] = []

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func heading(_ level: Int, _ title: Markdown) {
    blocks.append(String(repeating: "#", count: level) + " " + title.source)
  }

  mutating func paragraph(_ text: Markdown) { blocks.append(text.source) }

  /// Lists nothing when there is nothing.
  mutating func list(_ items: [ListItem]) {
    guard !items.isEmpty else { return }
    blocks.append(
      items.map { String(repeating: "  ", count: $0.depth) + "- " + $0.text.source }.joined(separator: "\n"))
  }

  /// Words as they were written, line by line.
  mutating func quote(_ text: String) {
    let lines = Markdown.escapedLines(text)
    let last = lines.count - 1
    blocks.append(
      lines.enumerated().map { index, line in
        line.isEmpty ? ">" : "> " + line + (index < last && !lines[index + 1].isEmpty ? "\\" : "")
      }.joined(separator: "\n"))
  }

  mutating func table(_ header: [Markdown], right: Set<Int> = [], _ rows: [[Markdown]]) {
    guard !rows.isEmpty else { return }
    let rule = header.indices.map { right.contains($0) ? "--:" : "---" }
    let lines = [header.map(\.source), rule] + rows.map { $0.map(\.source) }
    blocks.append(lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
  }

  struct ListItem {
    var depth = 0
    var text: Markdown

    init(_ text: Markdown, depth: Int = 0) {
      self.text = text
      self.depth = depth
    }
  }
}
