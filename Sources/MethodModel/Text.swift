/// One sentence or paragraph in the languages its author wrote, with `{setting}`, `{as}` or `{as/field}` in it.
package struct LocalizedText: Sendable, Hashable {
  /// A text in one language; white space is already folded.
  package struct Variant: Sendable, Hashable {
    package let language: String
    package let raw: String

    package init(language: String, raw: String) {
      self.language = language
      self.raw = raw
    }
  }

  /// In document order; the first is in the method's own language.
  package private(set) var variants: [Variant]

  package init(variants: [Variant]) { self.variants = variants }

  package init(_ raw: String, language: String = "en") { variants = [Variant(language: language, raw: raw)] }

  package mutating func add(_ variant: Variant) { variants.append(variant) }

  package var isEmpty: Bool { variants.isEmpty }

  /// The text in a language, else in the method's own; empty when nothing was written.
  ///
  /// `fi-FI` falls back to `fi`.
  package func raw(in language: String) -> String {
    guard let first = variants.first else { return "" }
    if variants.count == 1 || first.language == language { return first.raw }
    if let exact = variants.first(where: { $0.language == language }) { return exact.raw }
    let base = language.prefix { $0 != "-" }
    return variants.first { $0.language == base }?.raw ?? first.raw
  }

  /// The text with its references replaced; `value` answers for each, and an unanswered one stays visible as `{name}`.
  ///
  /// `{{` stands for one opening brace.
  package func rendered(in language: String, _ value: (Reference) -> String?) -> String {
    TextPart.parts(of: raw(in: language)).map { part in
      switch part {
      case .literal(let text): text
      case .reference(let reference): value(reference) ?? "{\(reference)}"
      }
    }.joined()
  }
}

/// A name in braces: a setting, an `as`, or a field of one (`{topic}`, `{objection/status}`).
package struct Reference: Sendable, Hashable, CustomStringConvertible {
  package let name: String
  package let field: String?

  package init(name: String, field: String? = nil) {
    self.name = name
    self.field = field
  }

  /// Splits `name/field`; what stands between braces, without them.
  package init(path: some StringProtocol) {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      self.init(name: String(path))
      return
    }
    self.init(name: String(path[..<slash]), field: String(path[path.utf8.index(after: slash)...]))
  }

  package var description: String { field.map { "\(name)/\($0)" } ?? name }
}

/// A piece of a text: characters, or a reference to replace.
package enum TextPart: Sendable, Hashable {
  case literal(String)
  case reference(Reference)

  /// Takes a text apart; an opening brace without its end is kept as characters (the loader has reported it).
  package static func parts(of raw: String) -> [TextPart] {
    guard raw.utf8.contains(UInt8(ascii: "{")) else { return raw.isEmpty ? [] : [.literal(raw)] }
    var parts: [TextPart] = []
    var literal = ""
    var rest = raw[...]
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      let after = rest.index(after: open)
      if rest[after...].first == "{" {
        literal += "{"
        rest = rest[rest.index(after: after)...]
      } else if let close = rest[after...].firstIndex(of: "}") {
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.reference(Reference(path: rest[after..<close])))
        rest = rest[rest.index(after: close)...]
      } else {
        literal += "{"
        rest = rest[after...]
      }
    }
    literal += rest
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }
}
