import Testing

@Suite struct ImportTests {
  @Test func `each room imports only what the table allows`() {
    for finding in Checkout.sources.flatMap(findings) { Issue.record("\(finding)") }
    #expect(!Checkout.sources.isEmpty)
  }

  @Test func `exactly one file touches C, and it is in XMLReading`() {
    let files = Checkout.sources.filter { $0.scrubbed.imports.contains { $0.module == "CLibXML2" } }.map(\.path)
    #expect(files.count == 1, "one file owns libxml2's handles; found \(files), move what they do into one of them")
    #expect(files.allSatisfy { $0.hasPrefix("Sources/XMLReading/") }, "\(files) must stand in Sources/XMLReading")
  }

  @Test func `tests use Swift Testing`() {
    for file in Checkout.tests {
      for found in file.scrubbed.imports where found.module == "XCTest" {
        Issue.record("\(file.finding(line: found.line, "XCTest is imported", remedy: "write it with Swift Testing"))")
      }
    }
  }

  @Test func `a downward import is found`() {
    let file = SourceFile(
      path: "Sources/MethodModel/X.swift", text: "// import Console\npackage import SessionEngine\n")
    #expect(findings(in: file).map(\.line) == [2])
  }

  @Test func `the C library in a pure room is found`() {
    let file = SourceFile(path: "Sources/SessionEngine/X.swift", text: "#if canImport(Glibc)\nimport Glibc\n#endif\n")
    #expect(findings(in: file).map(\.line) == [2])
  }

  @Test func `full Foundation is found, its stand-in on systems without the essentials is not`() {
    let text = """
      #if canImport(FoundationEssentials)
        import struct FoundationEssentials.Data
      #else
        import struct Foundation.Data
      #endif
      import Foundation
      """
    #expect(findings(in: SourceFile(path: "Sources/Console/X.swift", text: text)).map(\.line) == [6])
  }

  @Test func `the essentials without a stand-in are found`() {
    let file = SourceFile(path: "Sources/Console/X.swift", text: "import FoundationEssentials\n")
    #expect(findings(in: file).map(\.line) == [1])
  }

  private func findings(in file: SourceFile) -> [Finding] {
    guard let room = Rooms.named(file.room) else {
      return [file.finding(line: 1, "\(file.room) is no room", remedy: "name it in Tests/HouseTests/Rooms.swift")]
    }
    return file.scrubbed.imports.compactMap { found in
      complaint(about: found, in: room).map { file.finding(line: found.line, $0, remedy: $1) }
    }
  }

  private func complaint(about found: Import, in room: Rooms.Room) -> (message: String, remedy: String)? {
    let whenEssentials = "canImport(FoundationEssentials)"
    switch found.module {
    case "Foundation" where found.condition == "!" + whenEssentials: return nil
    case "Foundation":
      return ("full Foundation slows every start", "use FoundationEssentials, with Foundation only in its #else")
    case "FoundationEssentials" where found.condition != whenEssentials:
      return ("this is no module of its own on macOS", "wrap it in #if \(whenEssentials) with Foundation in the #else")
    case let module where Rooms.system.contains(module):
      guard Rooms.pure.contains(room.name) && Rooms.impure.contains(module) else { return nil }
      return ("\(room.name) is pure and imports \(module)", "take time, randomness and bytes as arguments")
    case let module where room.mayImport.contains(module): return nil
    default: return ("\(room.name) may not know \(found.module)", "move the code to a room further down")
    }
  }
}
