import Diagnostics

/// What the review says; how it finds the place stands in its other files.
extension MarkupReview {
  func mistake(
    _ code: DiagnosticCode, _ message: String, _ range: Range<Int>, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Mistake {
    Mistake(
      diagnostic: Diagnostic(
        code, message, help: help, file: source.name, range: SourceRange(range), notes: notes))
  }

  private func note(_ message: String, _ range: Range<Int>) -> Diagnostic.Note {
    Diagnostic.Note(message, file: source.name, range: SourceRange(range))
  }

  /// The name that must stand here.
  mutating func name(after opening: String) throws(Mistake) -> String {
    let name = nameText(from: position)
    if name.isEmpty {
      throw mistake(.badName, "no name stands after \(opening)", here(1), help: "write `&lt;` for the character `<`")
    }
    position += name.utf8.count
    return name
  }

  func mismatch(_ name: String, _ range: Range<Int>, expected: OpenTag) -> Mistake {
    let isOpenFurtherOut = open.contains { $0.name == name }
    return mistake(
      .tagMismatch, "`</\(shown(name))>` stands where `</\(shown(expected.name))>` is expected", range,
      help: isOpenFurtherOut
        ? "close `\(shown(expected.name))` before it by `</\(shown(expected.name))>`"
        : "write `</\(shown(expected.name))>`",
      notes: [note("`\(shown(expected.name))` is opened here", expected.range)])
  }

  func strayEnd(_ name: String, _ range: Range<Int>) -> Mistake {
    mistake(.outsideRoot, "`</\(shown(name))>` closes nothing, as no element is open", range, help: "remove it")
  }

  func neverClosed(_ tag: OpenTag) -> Mistake {
    mistake(
      .unclosed, "element `\(shown(tag.name))` is never closed", tag.range,
      help: "write `</\(shown(tag.name))>` where it ends",
      notes: [note("the file ends here", bytes.count..<bytes.count)])
  }

  func tagWithoutEnd(_ name: String, _ lower: Int) -> Mistake {
    mistake(
      .unclosed, "the start tag of `\(shown(name))` has no `>`", lower..<(lower + 1 + name.utf8.count),
      help: "write `>` or `/>` where the tag ends")
  }

  func bareLessThan(_ lower: Int) -> Mistake {
    let next = lower + 1 < bytes.count ? scalar(at: lower + 1).scalar : " "
    let isDigit = next.properties.numericType != nil
    return mistake(
      .bareLessThan, "`<` begins no tag here", lower..<(lower + 1),
      help: isDigit ? "write `&lt;` for the character; names begin with a letter" : "write `&lt;` for the character")
  }

  func lessThanInValue(_ name: String, _ opening: Int) -> Mistake {
    mistake(
      .bareLessThan, "`<` stands inside the value of `\(shown(name))`", here(1),
      help: "close the value by a quote before it, or write `&lt;` for the character",
      notes: [note("the value begins here", opening..<(opening + 1))])
  }

  func bareAmpersand(_ lower: Int, _ name: String) -> Mistake {
    let isKnown = CharacterData.predefined(name) != nil || NamedCharacters.scalar(of: name) != nil
    return mistake(
      .bareAmpersand, "`&` begins no reference here", lower..<(lower + 1),
      help: isKnown ? "write a semicolon after `&\(shown(name))`" : "write `&amp;` for the character")
  }

  func unknownEntity(_ name: String, _ range: Range<Int>) -> Mistake {
    let help: String
    if let scalar = NamedCharacters.scalar(of: name) {
      let reference = "`&#\(scalar.value);`"
      help = NamedCharacters.isVisible(scalar) ? "write `\(scalar)` itself, or \(reference)" : "write \(reference)"
    } else if let meant = nearest(to: name, in: CharacterData.predefinedNames) {
      help = "did you mean `&\(meant);`?"
    } else {
      help = "write the character itself; XML knows only `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`"
    }
    return mistake(.unknownEntity, "XML does not know `&\(shown(name));`", range, help: help)
  }

  func unquoted(_ name: String) -> Mistake {
    let lower = position
    if lower < bytes.count, "“”„‘’«»".unicodeScalars.contains(scalar(at: lower).scalar) {
      return mistake(
        .unquotedValue, "the value of `\(shown(name))` stands in curly quotes", here(scalar(at: lower).length),
        help: "write straight quotes, as in `\(shown(name))=\"...\"`")
    }
    let value = bytes[lower...].prefix { !$0.isXMLSpace && $0 != Markup.greaterThan && $0 != Markup.lessThan }
    let text = String(decoding: value.last == Markup.slash ? value.dropLast() : value, as: UTF8.self)
    return mistake(
      .unquotedValue, "the value of `\(shown(name))` has no quotes", lower..<(lower + text.utf8.count),
      help: "write `\(shown(name))=\"\(text.prefix(40))\"`")
  }

  func duplicate(_ name: String, _ range: Range<Int>, first: Range<Int>) -> Mistake {
    mistake(
      .duplicateAttribute, "the attribute `\(shown(name))` stands twice in one tag", range,
      help: "remove one of the two",
      notes: [note("it stands here first", first)])
  }

  func badAttributeName(in element: String) -> Mistake {
    let (scalar, length) = scalar(at: position)
    return mistake(
      .badName, "`\(scalar)` begins no attribute of `\(shown(element))`", here(length),
      help: "remove it; attributes look like `name=\"value\"`, and look for a quote too many before it")
  }

  func lateDeclaration(_ range: Range<Int>) -> Mistake {
    mistake(
      .badDeclaration, "the XML declaration does not stand at the very beginning of the file", range,
      help: "remove what stands before it, empty lines and spaces too")
  }

  func forbiddenCharacter(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> Mistake {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return mistake(.controlCharacter, "the character \(number) is not allowed in XML", range, help: "remove it")
  }
}

/// A word of the file as a message shows it: whole, unless it is longer than any word.
func shown(_ word: String) -> String {
  word.utf8.count <= 60 ? word : word.prefix(40) + "…"
}

extension Diagnostic {
  /// What libxml2 says, for the mistakes that the review has no words for.
  static func malformed(_ problem: ParserProblem, in source: SourceText) -> Diagnostic {
    let said = problem.message.prefix { !$0.isNewline }.prefix(120)
    let place = min(max(problem.offset, 0), source.bytes.count)
    return Diagnostic(
      .malformed,
      said.isEmpty ? "this is not XML" : "this is not XML: " + said.prefix(1).lowercased() + said.dropFirst(),
      help: "look at the tags, quotes and `&` just before this place", file: source.name,
      range: SourceRange(place..<place))
  }
}
