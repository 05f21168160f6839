import Testing

@Suite struct SizeTests {
  private static let longestFile = 400
  private static let longestBody = 40

  @Test func `no file is longer than 400 lines`() {
    for file in Checkout.sources + Checkout.tests {
      let lines = file.scrubbed.code.count - 1
      guard lines > Self.longestFile else { continue }
      Issue.record("\(file.finding(line: lines, "\(lines) lines", remedy: "split it by what its parts are about"))")
    }
  }

  @Test func `no function is longer than 40 lines`() {
    for file in Checkout.sources + Checkout.tests {
      for body in file.scrubbed.functionBodies where body.codeLines > Self.longestBody {
        let message = "a body of \(body.codeLines) lines of code"
        Issue.record("\(file.finding(line: body.line, message, remedy: "give its steps names of their own"))")
      }
    }
  }

  @Test(arguments: [
    ("func one() {\n  a()\n\n  // why\n  b()\n}", 2),
    ("func table() {\n  switch a {\n  case .b: 1\n  case .c: 2\n  }\n}", 2),
    ("func same() { a() }", 0),
    ("init?<T>(\n  a: T\n) where T: Equatable {\n  a()\n}", 1),
    ("var shown: String {\n  \"\"\"\n  a {\n  \"\"\"\n}", 2),
    ("func `with { in it`() async throws(Oops) -> [Int: (Int) -> Void] {\n  a { b }\n  c(\"}\")\n}", 2),
    ("func outer() {\n  \"\\(a { \"}\" })\"\n  b()\n}", 2),
  ])
  func `a body is measured in lines of code`(text: String, lines: Int) {
    #expect(ScrubbedSource(text).functionBodies == [FunctionBody(line: 1, codeLines: lines)])
  }

  @Test func `what has no body is not measured`() {
    let text = """
      protocol Clock {
        func now() -> Int
        var zone: Int
      }
      struct Hall {
        var seats = [1].map { $0 + 1 }
        let row = Row.init(1) { 2 }
      }
      """
    #expect(ScrubbedSource(text).functionBodies == [])
  }
}
