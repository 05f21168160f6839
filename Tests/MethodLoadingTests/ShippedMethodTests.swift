import Diagnostics
import MethodLoading
import MethodModel
import Planning
import Testing
import XMLReading

@Suite struct ShippedMethodTests {
  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"])
  func `loads without a finding`(id: String) throws {
    let loading = MethodLoader.load(try Shipped.method(id))
    #expect(loading.diagnostics.map(described) == [])
    #expect(loading.method?.id == id)
  }

  @Test func `every method and starter is without a finding, its minutes held against the plan`() throws {
    let library = MethodLibrary(folders: ["\(Shipped.root)/Methods", "\(Shipped.root)/Templates"])
    for source in try Shipped.everything() {
      let loading = MethodLoader.load(source, methods: library, planner: .course)
      #expect(loading.diagnostics.map(described) == [], "\(source.name)")
    }
  }

  @Test func `the starter loads without a finding`() throws {
    let loading = MethodLoader.load(try Shipped.template("simple-workshop"))
    #expect(loading.diagnostics.map(described) == [])
    #expect(loading.method?.id == "simple-workshop")
  }
}

/// What is shipped beside the sources.
enum Shipped {
  static var root: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  }

  /// Every method and starter.
  static func everything() throws -> [SourceText] {
    try
      (MethodLibrary(folders: ["\(root)/Methods"]).entries() + MethodLibrary(folders: ["\(root)/Templates"]).entries())
      .map { try XMLFile.read($0.path) }
  }

  static func template(_ id: String) throws -> SourceText { try XMLFile.read("\(root)/Templates/\(id).xml") }

  static func method(_ id: String) throws -> SourceText { try XMLFile.read("\(root)/Methods/\(id).xml") }
}

/// A finding in one line.
func described(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.code) \(diagnostic.message)" + (diagnostic.help.map { " (\($0))" } ?? "")
}
