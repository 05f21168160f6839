import Foundation
import Testing

@Suite struct StartingTests {
  @Test func `the first start builds, the second only starts`() throws {
    let checkout = try StubbedCheckout()
    let first = try checkout.start("list", "a b")
    #expect(first.output == "\(checkout.home.path)|\(checkout.folder.path)|list a b\n")
    #expect(first.code == 7)
    #expect(try checkout.start("list", "a b") == .init(code: 7, output: first.output, errors: ""))
    #expect(
      checkout.calls == ["swift build -c release --product dotank --static-swift-stdlib"], "nothing else was needed")
  }

  @Test func `what is piped in reaches the program, also through a build`() throws {
    let checkout = try StubbedCheckout()
    #expect(try checkout.start(input: "hello\n").output.hasSuffix("|\nhello\n"))
  }

  @Test func `only the program writes to standard output`() throws {
    let checkout = try StubbedCheckout()
    let started = try checkout.start("list", with: ["HEADERS": "no"])
    #expect(started.output.split(separator: "\n").count == 1)
    #expect(started.errors.contains("[1/1] Compiling"))
  }

  @Test func `a link to a link to the launcher finds the checkout`() throws {
    let checkout = try StubbedCheckout()
    let (near, far) = (checkout.folder.appending(path: "near"), checkout.folder.appending(path: "far"))
    try FileManager.default.createSymbolicLink(atPath: near.path, withDestinationPath: "check out/dotank")
    try FileManager.default.createSymbolicLink(atPath: far.path, withDestinationPath: near.path)
    #expect(try checkout.start(by: far).output.hasPrefix("\(checkout.home.path)|"))
  }

  @Test func `a new, changed or removed source is built`() throws {
    let checkout = try StubbedCheckout()
    _ = try checkout.start()
    try checkout.write("let a = 2\n", to: "check out/Sources/a.swift")
    _ = try checkout.start()
    #expect(checkout.builds == 2)
    try FileManager.default.removeItem(at: checkout.home.appending(path: "Sources/a.swift"))
    _ = try checkout.start()
    #expect(checkout.builds == 3)
    _ = try checkout.start()
    #expect(checkout.builds == 3)
  }

  @Test func `a source saved during a build is built at the next start`() throws {
    let checkout = try StubbedCheckout()
    _ = try checkout.start(with: ["EDIT": "yes"])
    _ = try checkout.start()
    #expect(checkout.builds == 2)
  }

  @Test func `a failed build shows the compiler's words and starts nothing`() throws {
    let checkout = try StubbedCheckout()
    _ = try checkout.start()
    try checkout.write("let a = 2\n", to: "check out/Sources/a.swift")
    let failed = try checkout.start(with: ["BREAK": "a.swift:1:1: error: broken"])
    #expect(failed.code == 71)
    #expect(failed.output == "")
    #expect(failed.errors.contains("a.swift:1:1: error: broken\ndotank: the build failed"))
    #expect(try checkout.start().code == 7)
  }

  @Test func `a build leaves nothing behind but the program`() throws {
    let checkout = try StubbedCheckout()
    _ = try checkout.start(with: ["BREAK": "no"])
    _ = try checkout.start()
    let left = try FileManager.default.contentsOfDirectory(atPath: checkout.home.appending(path: ".build/launch").path)
    #expect(left == ["dotank"])
  }

  @Test func `the self-test hands its options to the tests and their exit code back`() throws {
    let checkout = try StubbedCheckout()
    #expect(try checkout.start("self-test").code == 0)
    let failed = try checkout.start("self-test", "--filter", "X", with: ["TESTS": "1"])
    #expect(failed.code == 1)
    #expect(failed.errors.contains("the self-test failed"))
    #expect(checkout.calls == ["swift test --disable-xctest", "swift test --disable-xctest --filter X"])
  }
}
