import Testing

/// Where the compiler's guarantees may be set aside, and how: in few files, with the reason beside it.
@Suite struct EscapeHatchTests {
  /// Files at the edge of the system. Whoever adds one says in it what makes each use hold.
  private static let edges: Set<String> = [
    "Sources/Console/Terminal/TerminalDevice.swift",
    "Sources/DotankCLI/World.swift",
    "Sources/MethodLoading/Library/FolderListing.swift",
    "Sources/SessionStore/SystemFiles.swift",
    "Sources/XMLReading/FileFindings.swift",
    "Sources/XMLReading/LibXML2Context.swift",
    "Sources/XMLReading/XMLFile.swift",
  ]

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

  @Test func `a reason at the type that owns the handle is enough`() {
    let text = "/// Frees its handle once.\nstruct A {\n\n  func b() {\n    unsafe c()\n  }\n}\nlet d = unsafe e()\n"
    let file = SourceFile(path: "Sources/Console/X.swift", text: text)
    #expect(findings(in: file, edges: [file.path]).map(\.line) == [8])
  }

  @Test func `the words in comments and texts are no use of them`() {
    let file = SourceFile(path: "Sources/Console/X.swift", text: "// unsafe\nlet a = \"try! unsafe\"\n")
    #expect(findings(in: file, edges: []) == [])
  }

  private func findings(in file: SourceFile, edges: Set<String>) -> [Finding] {
    let uses = file.scrubbed.code.indices.compactMap { index in
      hatch(in: file.scrubbed.code[index]).map { (name: $0, index: index) }
    }
    guard edges.contains(file.path) else {
      let remedy = "move it to an edge of the system, or name this file in Tests/HouseTests/EscapeHatchTests.swift"
      return uses.prefix(1).map { file.finding(line: $0.index + 1, "\($0.name) away from the edges", remedy: remedy) }
    }
    return uses.filter { !hasReason(at: $0.index, in: file.scrubbed) }.map {
      file.finding(line: $0.index + 1, "\($0.name) without a reason", remedy: "say in a comment what makes it hold")
    }
  }

  private func hatch(in code: String) -> String? {
    if let known = ["@unchecked", "try!", "(unsafe)", "@unsafe"].first(where: code.contains) { return known }
    return code.split { !$0.isLetter && $0 != "_" && !$0.isNumber }.contains("unsafe") ? "unsafe" : nil
  }

  /// Whether a comment stands in the line's paragraph, or in that of a declaration around it, where a type that owns a
  /// handle says once what holds for all its uses.
  private func hasReason(at index: Int, in source: ScrubbedSource) -> Bool {
    if hasComment(inParagraphAt: index, of: source) { return true }
    let indentation = source.code[index].prefix(while: \.isWhitespace).count
    let enclosing = source.code[..<index].lastIndex { line in
      line.contains { !$0.isWhitespace } && line.prefix(while: \.isWhitespace).count < indentation
    }
    return enclosing.map { hasReason(at: $0, in: source) } ?? false
  }

  private func hasComment(inParagraphAt index: Int, of source: ScrubbedSource) -> Bool {
    for line in stride(from: index, through: 0, by: -1) {
      if source.comments[line].contains(where: { !$0.isWhitespace }) { return true }
      if source.code[line].allSatisfy(\.isWhitespace) { return false }
    }
    return false
  }
}
