/// A function, initializer, subscript or computed property, and how many lines of code its body holds.
struct FunctionBody: Equatable {
  /// One-based line of the keyword that declares it.
  let line: Int
  /// Lines between the braces that hold code. Comments, blank lines and the contents of texts do not count, nor does a line
  /// that begins with `case`: a switch that gives each case its value is a table, however long.
  let codeLines: Int
}

extension ScrubbedSource {
  /// Every body in the source, found by its keyword and by counting braces; a nested function also counts in the outer one.
  var functionBodies: [FunctionBody] {
    let tokens = self.tokens
    return tokens.indices.compactMap { position in
      guard declaresBody(tokens, at: position), let open = openingBrace(tokens, after: position),
        let close = closingBrace(tokens, for: open)
      else { return nil }
      let inside = tokens[open].line + 1..<max(tokens[close].line, tokens[open].line + 1)
      let filled = inside.count {
        !code[$0].allSatisfy(\.isWhitespace) && !code[$0].drop(while: \.isWhitespace).hasPrefix("case ")
      }
      return FunctionBody(line: tokens[position].line + 1, codeLines: filled)
    }
  }

  private struct Token {
    let text: Substring
    /// Zero-based.
    let line: Int
    let startsLine: Bool
  }

  /// Words and single signs, without blanks.
  private var tokens: [Token] {
    code.enumerated().flatMap { number, text in
      var found: [Token] = []
      var rest = text[...].drop(while: \.isWhitespace)
      while let first = rest.first {
        let word = first.isWordPart ? rest.prefix(while: \.isWordPart) : rest.prefix(1)
        found.append(Token(text: word, line: number, startsLine: found.isEmpty))
        rest = rest[word.endIndex...].drop(while: \.isWhitespace)
      }
      return found
    }
  }

  private func declaresBody(_ tokens: [Token], at position: Int) -> Bool {
    let before = position > 0 ? tokens[position - 1].text : ""
    switch tokens[position].text {
    case "func", "deinit", "subscript", "var": return before != "."
    case "init": return before != "." && position + 1 < tokens.count && "(?<".contains(tokens[position + 1].text)
    default: return false
    }
  }

  /// The brace that opens the body of the declaration; nil where it has none, as a requirement or a stored property.
  private func openingBrace(_ tokens: [Token], after position: Int) -> Int? {
    let isVariable = tokens[position].text == "var"
    var depth = 0
    for index in tokens.indices.dropFirst(position + 1) {
      let token = tokens[index]
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case "=" where isVariable && depth == 0: return nil
      case _ where depth < 0: return nil
      case _ where depth == 0 && token.startsLine && !Self.continuesDeclaration.contains(token.text): return nil
      default: break
      }
    }
    return nil
  }

  /// What may begin a line between a declaration's first line and its body.
  private static let continuesDeclaration: Set<Substring> = [")", "{", "-", "where", "throws", "async", "rethrows"]

  private func closingBrace(_ tokens: [Token], for open: Int) -> Int? {
    var depth = 0
    for index in tokens.indices.dropFirst(open) {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
