import MethodModel

/// The forms of names, sources and names in braces.
enum NameForm {
  /// Lower-case words of letters and digits, joined by single hyphens, beginning with a letter.
  static func isName(_ text: some StringProtocol) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if previous == UInt8(ascii: "-") { return false }
      default: return false
      }
      previous = byte
    }
    guard let first = text.utf8.first, previous != UInt8(ascii: "-") else { return false }
    return first >= UInt8(ascii: "a")
  }

  /// Letters, digits, hyphens: what a value of a scale or a choice is called, so also `1`.
  static func isValueName(_ text: some StringProtocol) -> Bool {
    isName(text) || (!text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
  }

  static func name(_ text: String) throws(ValueMistake) -> String {
    guard isName(text) else { throw mistake(in: text) }
    return text
  }

  static func source(_ text: String) throws(ValueMistake) -> SourceRef {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return SourceRef(name: try name(text)) }
    let part = text[text.utf8.index(after: slash)...]
    guard isName(text[..<slash]), isName(part) else {
      throw ValueMistake(
        "`\(text)` is not a name or a path",
        help: "write the name of an outcome, or name/part, as in consent/objections")
    }
    return SourceRef(name: String(text[..<slash]), part: String(part))
  }

  /// Where one source can stand, a list of them is another mistake than a name that is written wrongly.
  static func onlySource(_ text: String) throws(ValueMistake) -> SourceRef {
    let words = words(of: text)
    guard words.count > 1, words.allSatisfy({ (try? source($0.word)) != nil }) else { return try source(text) }
    throw ValueMistake(
      "`\(text)` names several sources, and one can stand here",
      help: "keep one, or collect from each into the same outcome; `in` and `except` take several")
  }

  static func sources(_ text: String) throws(ValueMistake) -> [SourceRef] {
    let words = words(of: text)
    guard !words.isEmpty else { throw mistake(in: text) }
    var sources: [SourceRef] = []
    for (word, offset) in words {
      do { sources.append(try source(word)) } catch { throw error.moved(by: offset, length: word.utf8.count) }
    }
    return sources
  }

  static func names(_ text: String) throws(ValueMistake) -> [String] {
    let words = words(of: text)
    guard !words.isEmpty else { throw mistake(in: text) }
    var names: [String] = []
    for (word, offset) in words {
      do { names.append(try name(word)) } catch { throw error.moved(by: offset, length: word.utf8.count) }
    }
    return names
  }

  /// `{name}` or `{name/field}`, nothing around it; `nil` when the value does not begin with a brace.
  static func braced(_ text: String) throws(ValueMistake) -> Reference? {
    guard text.utf8.first == UInt8(ascii: "{") else { return nil }
    let inside = text.dropFirst()
    guard inside.utf8.last == UInt8(ascii: "}") else {
      throw ValueMistake("the brace in `\(text)` is not closed", help: "write {name} or {name/field}")
    }
    return try reference(inside.dropLast())
  }

  /// What stands between braces.
  static func reference(_ path: Substring) throws(ValueMistake) -> Reference {
    if isName(path) { return Reference(name: String(path)) }
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { throw braceMistake(path) }
    let name = path[..<slash]
    let field = path[path.utf8.index(after: slash)...]
    guard isName(name), isName(field) else { throw braceMistake(path) }
    return Reference(name: String(name), field: String(field))
  }

  private static func braceMistake(_ path: Substring) -> ValueMistake {
    ValueMistake(
      "`{\(path)}` does not name anything",
      help: "write {name} or {name/field}; a brace that is meant as a character is written {{")
  }

  private static func mistake(in text: String) -> ValueMistake {
    if text.isEmpty {
      return ValueMistake("the name is empty", help: "write lower-case words with hyphens, as in pair-ideas")
    }
    let proposal = proposed(for: text)
    let help =
      isName(proposal)
      ? "write `\(proposal)`: lower-case words joined by hyphens"
      : "write lower-case words with hyphens, as in pair-ideas"
    return ValueMistake("`\(text)` is not a name", help: help)
  }

  /// The nearest well-formed name: `Pair Ideas` and `pairIdeas` become `pair-ideas`.
  static func proposed(for text: String) -> String {
    var name = ""
    var wasLower = false
    for character in text {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain {
        if character.isUppercase, wasLower { name += "-" }
        name += character.lowercased()
        wasLower = character.isLowercase
      } else if !name.isEmpty, name.last != "-" {
        name += "-"
        wasLower = false
      }
    }
    while name.last == "-" { name.removeLast() }
    return name
  }
}

extension ValueMistake {
  /// The same mistake in a longer value.
  func moved(by offset: Int, length: Int) -> ValueMistake {
    let part = part.map { $0.lowerBound + offset..<$0.upperBound + offset } ?? offset..<offset + length
    return ValueMistake(message, help: help, part: part, isOutOfOrder: isOutOfOrder)
  }
}
