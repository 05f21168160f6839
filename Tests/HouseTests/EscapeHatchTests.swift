import Testing

/// Where the compiler's guarantees may be set aside, and how: in few files, with the reason beside it.
@Suite struct EscapeHatchTests {
  /// Files at the edge of the system. Whoever adds one says in it what makes each use hold.
  private static let edges: Set<String> = []

  @Test func `the compiler's checks are set aside only at the edges, with a reason`() {
    for finding in Checkout.sources.flatMap({ findings(in: $0, edges: Self.edges) }) { Issue.record("\(finding)") }
  }

  @Test func `every edge named here exists`() {
    #expect(Self.edges.subtracting(Checkout.sources.map(\.path)) == [])
  }

  @Test(arguments: [
    "let p = unsafe q", "final class A: @unchecked Sendable {}", "let a = try! b()", "nonisolated(unsafe) var c = 1",
  ])
  func `each way out is found outside the edges and without a reason`(text: String) {
    let file = SourceFile(path: "Sources/Console/X.swift", text: "let a = 1\n\n\(text)\n")
    #expect(findings(in: file, edges: []).map(\.line) == [3])
    #expect(findings(in: file, edges: [file.path]).map(\.line) == [3])
  }

  @Test func `a reason in the same paragraph is enough`() {
    let text = "// the buffer outlives the call\nlet a = 1\nlet p = unsafe q\n"
    let file = SourceFile(path: "Sources/Console/X.swift", text: text)
    #expect(findings(in: file, edges: [file.path]) == [])
  }

  @Test func `the words in comments and texts are no use of them`() {
    let file = SourceFile(path: "Sources/Console/X.swift", text: "// unsafe\nlet a = \"try! unsafe\"\n")
    #expect(findings(in: file, edges: []) == [])
  }

  private func findings(in file: SourceFile, edges: Set<String>) -> [Finding] {
    file.scrubbed.code.indices.compactMap { index in
      guard let hatch = hatch(in: file.scrubbed.code[index]) else { return nil }
      guard edges.contains(file.path) else {
        let remedy = "move it to an edge of the system, or name this file in Tests/HouseTests/EscapeHatchTests.swift"
        return file.finding(line: index + 1, "\(hatch) away from the edges", remedy: remedy)
      }
      guard !hasReason(at: index, in: file.scrubbed) else { return nil }
      return file.finding(line: index + 1, "\(hatch) without a reason", remedy: "say in a comment what makes it hold")
    }
  }

  private func hatch(in code: String) -> String? {
    if let known = ["@unchecked", "try!", "(unsafe)", "@unsafe"].first(where: code.contains) { return known }
    return code.split { !$0.isLetter && $0 != "_" && !$0.isNumber }.contains("unsafe") ? "unsafe" : nil
  }

  /// Whether the line or one above it, up to an empty line, has a comment.
  private func hasReason(at index: Int, in source: ScrubbedSource) -> Bool {
    for line in stride(from: index, through: 0, by: -1) {
      if source.comments[line].contains(where: { !$0.isWhitespace }) { return true }
      if source.code[line].allSatisfy(\.isWhitespace) { return false }
    }
    return false
  }
}
