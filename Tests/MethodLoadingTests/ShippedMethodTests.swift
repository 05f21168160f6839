import Diagnostics
import Foundation
import MethodLoading
import Testing

@Suite struct ShippedMethodTests {
  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Methods")
  }

  @Test(arguments: ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"])
  func `loads without a finding`(id: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(id).xml"))
    let loading = MethodLoader.load(SourceText(name: "\(id).xml", bytes: [UInt8](bytes)))
    for d in loading.diagnostics { print(d.code, d.message, d.help ?? "", d.range.map { loading.diagnostics.isEmpty ? "" : "\($0)" } ?? "") }
    #expect(loading.diagnostics.isEmpty)
    #expect(loading.method?.id == id)
  }
}
