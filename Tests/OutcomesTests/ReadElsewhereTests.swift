import Foundation
import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// The files as other programs read them: jsonschema, xmllint, csv, pandas, frictionless and icalendar.
@Suite struct ReadElsewhereTests {
  private static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Python that has the readers: that of `.ci/run`, one that is named, or the system's own.
  private static let python: String? = [
    ProcessInfo.processInfo.environment["DOTANK_READERS"] ?? "",
    house.appending(path: ".build/readers/bin/python").path,
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ].first { path in
    FileManager.default.isExecutableFile(atPath: path)
      && (try? run(path, ["-c", "import frictionless, icalendar, jsonschema, pandas"]))?.code == 0
  }

  private static let hasXMLLint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    .enabled(
      if: python != nil && hasXMLLint,
      "python3 with jsonschema, pandas, icalendar and frictionless, or xmllint, is missing: nobody else read the files")
  )
  func `schemas hold, keys join, nothing starts a formula, and every calendar entry is one`() throws {
    var hostile = try Sitting(Sample.ideas, people: 4, settings: ["question": ["=1+1"]])
    try hostile.next()
    for (index, text) in HostileTexts.all.enumerated() { try hostile.add("e\(index)", text, by: "p1") }
    try hostile.next()
    try hostile.next()
    for (index, text) in HostileTexts.all.enumerated() {
      try hostile.add("a\(index)", text, by: "p1", fields: ["owner": text, "measure": text])
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dotank outcomes \(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sittings = [
      "ideas": try Story.ideas(), "consent": try Story.consent(), "gate": try Story.gate(),
      "hidden": try Story.gate(names: .hidden, people: 4), "hostile": hostile,
      "empty": try Sitting(Sample.ideas, people: 2, settings: ["question": ["?"]]),
    ]
    for (name, sitting) in sittings {
      for file in RecordFiles.all(sitting.record) {
        let target = folder.appending(path: "\(name)/\(file.path)")
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: target)
      }
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Readers/read_session.py").path
    let said = try Self.run(
      try #require(Self.python), [script] + sittings.keys.sorted().map { folder.appending(path: $0).path })
    #expect(said.code == 0, "\(said.output)")
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
