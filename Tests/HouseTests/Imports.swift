/// An import declaration.
struct Import: Equatable {
  /// The module without what is picked from it: `FoundationEssentials` of `FoundationEssentials.Data`.
  let module: String
  /// One-based.
  let line: Int
  /// What the nearest `#if` around it asks for, with a `!` before it in the `#else`; empty where there is none.
  let condition: String
}

extension ScrubbedSource {
  var imports: [Import] {
    var conditions: [String] = []
    return code.enumerated().compactMap { number, line in
      let words = line.split(whereSeparator: \.isWhitespace)
      switch words.first {
      case "#if": conditions.append(words.dropFirst().joined(separator: " "))
      case "#elseif": conditions[conditions.endIndex - 1] = words.dropFirst().joined(separator: " ")
      case "#else": conditions[conditions.endIndex - 1] = "!" + conditions[conditions.endIndex - 1]
      case "#endif": conditions.removeLast()
      default:
        return Self.importedModule(words).map { Import(module: $0, line: number + 1, condition: conditions.last ?? "") }
      }
      return nil
    }
  }

  private static let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

  private static func importedModule(_ words: [Substring]) -> String? {
    let declaration = words.drop { $0.hasPrefix("@") || accessLevels.contains($0) }
    guard declaration.first == "import" else { return nil }
    return declaration.dropFirst().drop { kinds.contains($0) }.first?.split(separator: ".").first.map(String.init)
  }
}
