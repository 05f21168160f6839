import Diagnostics
import MethodLoading
import MethodModel
import Testing
import XMLReading

@Suite struct ShippedMethodTests {
  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"])
  func `loads without a finding`(id: String) throws {
    let loading = MethodLoader.load(try Shipped.method(id))
    #expect(loading.diagnostics.map(described) == [])
    #expect(loading.method?.id == id)
  }
}

/// What is shipped beside the sources.
enum Shipped {
  private static var root: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  }

  static func method(_ id: String) throws -> SourceText { try XMLFile.read("\(root)/Methods/\(id).xml") }
}

/// A finding in one line.
func described(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.code) \(diagnostic.message)" + (diagnostic.help.map { " (\($0))" } ?? "")
}
