internal import Diagnostics

/// One tag of a template.
struct TemplateTag: Sendable {
  enum Kind: Sendable {
    case value, section, inverted, end, partial
  }

  let kind: Kind
  let name: String
  /// From the first brace to the last.
  let range: Range<Int>
}

/// Reads the tags of a template in order, and finds those that are not finished or not known here.
///
/// Known are values, sections, inverted sections, partials and comments. The library knows more, and would leave out in
/// silence what goes wrong with it.
struct TemplateScan {
  let source: SourceText
  private(set) var tags: [TemplateTag] = []
  private(set) var findings: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      findings.append(
        Diagnostic(
          .unreadableTemplate, "this template is not UTF-8 text", help: "save it as UTF-8", file: source.name))
      return
    }
    var place = 0
    while let open = next(Self.open, from: place) {
      guard let close = next(Self.close, from: open + 2) else {
        find(.unfinishedTag, "this tag is not finished", help: "end it with }}", at: open..<open + 2)
        return
      }
      read(open..<close + 2)
      place = close + 2
      // Three braces end a tag that three have begun.
      if source.bytes[open + 2] == UInt8(ascii: "{"), place < source.bytes.count,
        source.bytes[place] == UInt8(ascii: "}")
      {
        place += 1
      }
    }
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  /// The next place where a brace stands twice.
  private func next(_ brace: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < source.bytes.count {
      if source.bytes[index] == brace, source.bytes[index + 1] == brace { return index }
      index += 1
    }
    return nil
  }

  private mutating func read(_ range: Range<Int>) {
    let inside = source.bytes[(range.lowerBound + 2)..<(range.upperBound - 2)]
    guard let sign = inside.first else {
      return find(.malformedTag, "this tag names nothing", help: "write a name between the braces", at: range)
    }
    switch sign {
    case UInt8(ascii: "!"): return
    case UInt8(ascii: "#"): add(.section, inside.dropFirst(), range)
    case UInt8(ascii: "^"): add(.inverted, inside.dropFirst(), range)
    case UInt8(ascii: "/"): add(.end, inside.dropFirst(), range)
    case UInt8(ascii: ">"): add(.partial, inside.dropFirst(), range)
    case UInt8(ascii: "{"), UInt8(ascii: "&"):
      find(
        .malformedTag, "a value cannot be put in without being escaped",
        help: "write {{name}}: what people wrote must stay text", at: range)
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
      find(
        .malformedTag, "tags that begin with `\(Character(Unicode.Scalar(sign)))` are not known here",
        help: "there are {{name}}, {{#name}}, {{^name}}, {{/name}}, {{> file}} and {{! remark }}", at: range)
    default: add(.value, inside, range)
    }
  }

  private mutating func add(_ kind: TemplateTag.Kind, _ inside: ArraySlice<UInt8>, _ range: Range<Int>) {
    let name = String(decoding: inside, as: UTF8.self).trimmingBlanks
    let allowed: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) || "._-()".contains($0) }
    guard !name.isEmpty, name.allSatisfy(allowed) else {
      return find(
        .malformedTag, name.isEmpty ? "this tag names nothing" : "`\(name)` cannot be a name",
        help: "names are letters and digits", at: range)
    }
    tags.append(TemplateTag(kind: kind, name: name, range: range))
  }

  private mutating func find(_ code: DiagnosticCode, _ message: String, help: String, at range: Range<Int>) {
    findings.append(Diagnostic(code, message, help: help, file: source.name, range: SourceRange(range)))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
