import Testing

@Suite struct NamingTests {
  private static let vague: Set<String> = [
    "Common", "Core", "Helper", "Helpers", "Manager", "Managers", "Misc", "Util", "Utils", "Utilities",
  ]

  @Test func `folders and files say what happens in them`() {
    for file in Checkout.sources + Checkout.tests {
      for word in vagueWords(in: file.path) {
        Issue.record(
          "\(file.finding(line: 1, "\(word) says nothing", remedy: "name the file or folder after what it does"))")
      }
    }
  }

  @Test func `modules meet at package access`() {
    for file in Checkout.sources {
      for (index, line) in file.scrubbed.code.enumerated() where reachesBeyondPackage(line) {
        Issue.record("\(file.finding(line: index + 1, "access beyond the package", remedy: "say package"))")
      }
    }
  }

  @Test func `nothing is put off`() {
    for file in Checkout.sources + Checkout.tests {
      for (index, line) in file.scrubbed.comments.enumerated()
      where words(line).contains(where: ["TODO", "FIXME"].contains) {
        Issue.record("\(file.finding(line: index + 1, "a note of work undone", remedy: "do it, or leave it out"))")
      }
    }
  }

  @Test func `vague words are found as words, not as parts of words`() {
    #expect(vagueWords(in: "Sources/Console/StringUtils.swift") == ["Utils"])
    #expect(vagueWords(in: "Sources/Core/Flow+Helpers.swift") == ["Core", "Helpers"])
    #expect(vagueWords(in: "Sources/Console/Score.swift") == [])
  }

  @Test func `access beyond the package is found, a case of that name is not`() {
    #expect(reachesBeyondPackage("  @Sendable public func a()"))
    #expect(reachesBeyondPackage("open class B {}"))
    #expect(!reachesBeyondPackage("  case public, open"))
    #expect(!reachesBeyondPackage("  package let open: Bool"))
  }

  private func reachesBeyondPackage(_ line: String) -> Bool {
    let modifiers = line.split(whereSeparator: \.isWhitespace).drop { $0.hasPrefix("@") }
    return ["public", "open"].contains(modifiers.first) && modifiers.count > 1
  }

  private func vagueWords(in path: String) -> [String] {
    path.split(separator: ".")[0].split { !$0.isLetter }.flatMap(camelCaseWords).filter(Self.vague.contains)
  }

  private func camelCaseWords(_ name: Substring) -> [String] {
    name.reduce(into: []) { words, letter in
      if letter.isUppercase || words.isEmpty { words.append("") }
      words[words.endIndex - 1].append(letter)
    }
  }

  private func words(_ line: String) -> [String] { line.split { !$0.isLetter }.map(String.init) }
}
