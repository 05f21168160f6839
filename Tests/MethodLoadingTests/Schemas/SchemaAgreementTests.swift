import Diagnostics
import Foundation
import MethodLoading
import Testing
import XMLReading

/// The schemas and the loader say the same about what stands where and what values look like: asked about thousands of
/// mutants of the shipped methods, with `xmllint` on the other side.
@Suite struct SchemaAgreementTests {
  private static let isToolThere = FileManager.default.isExecutableFile(atPath: XMLLint.path)

  @Test(
    .enabled(if: isToolThere, "xmllint is missing: install libxml2-utils to compare schemas and loader"),
    arguments: [SchemaForm.xsd, .rng])
  func `schema and loader agree on mutants of the shipped methods`(form: SchemaForm) throws {
    let lint = XMLLint(form)
    var mutator = MethodMutator(try Shipped.everything(), seed: form == .xsd ? 1 : 2)
    var (compared, accepted, disagreements) = (0, 0, [String]())
    while compared < form.mutants, disagreements.isEmpty {
      let mutants = (0..<min(1000, form.mutants - compared)).map { _ in mutator.next() }
      let verdicts = try lint.accepts(mutants)
      for (mutant, isAccepted) in zip(mutants, verdicts) {
        let findings = Self.findings(in: SourceText(name: "mutant.xml", text: mutant))
        // A change may leave no XML at all, which both have to refuse.
        let relevant = findings.filter { $0.code.isOfReading || Schemas.codes.contains($0.code) && form.knows($0) }
        compared += 1
        accepted += isAccepted ? 1 : 0
        if isAccepted != relevant.isEmpty {
          disagreements.append(
            "\(isAccepted ? "schema accepts" : "schema refuses") \(relevant.map(described))\n\(mutant)")
        }
      }
    }
    #expect(disagreements.first == nil, "\(disagreements.count) disagreements")
    #expect(accepted > compared / 10 && accepted < compared * 9 / 10, "\(accepted) of \(compared) are right")
  }

  /// What the loader says of a variant is said of its file and of the whole that is put together: what stands in the file
  /// must not be lost on the way.
  private static func findings(in mutant: SourceText) -> [Diagnostic] {
    guard XMLDocument.parse(mutant).root?.attribute(named: "variant-of") != nil else {
      return MethodLoader.structure(of: mutant)
    }
    let library = MethodLibrary(folders: [Shipped.root + "/Methods"])
    return MethodLoader.check(mutant, methods: library).filter { $0.file == mutant.name && !$0.code.isOfTheWhole }
  }

  @Test(
    .enabled(if: isToolThere, "xmllint is missing: install libxml2-utils to hold the shipped methods against schemas"),
    arguments: [SchemaForm.xsd, .rng])
  func `the shipped methods and starters fit the schemas`(form: SchemaForm) throws {
    let texts = try Shipped.everything().map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(try XMLLint(form).accepts(texts) == texts.map { _ in true })
  }
}

extension DiagnosticCode {
  /// DOT01: the file is no XML.
  fileprivate var isOfReading: Bool { description.hasPrefix("DOT01") }

  /// DOT04 and later: the rules.
  fileprivate var isOfTheWhole: Bool { !description.hasPrefix("DOT01") && !description.hasPrefix("DOT02") }
}

/// A schema that `xmllint` reads.
enum SchemaForm: String {
  case xsd, rng

  var text: String {
    switch self {
    case .xsd: Schemas.xsd
    case .rng: Schemas.rng
    }
  }

  /// `xml:lang` belongs to another namespace, about which an XML Schema in one file can say nothing.
  func knows(_ finding: Diagnostic) -> Bool { self == .rng || !finding.message.contains("xml:lang") }

  /// How many mutants are compared, `DOTANK_MUTANTS` of them where that is set. RELAX NG says the same from the same
  /// table, and is slow to check.
  var mutants: Int {
    let wanted = ProcessInfo.processInfo.environment["DOTANK_MUTANTS"].flatMap { Int($0) } ?? 2_000
    return self == .xsd ? wanted : wanted / 10
  }
}

/// The checker of libxml2, run on many files at once.
struct XMLLint {
  static let path = "/usr/bin/xmllint"

  private let schema: String
  private let option: String

  init(_ form: SchemaForm) {
    schema = form.text
    option = form == .xsd ? "--schema" : "--relaxng"
  }

  /// Whether each of these texts fits.
  func accepts(_ texts: [String]) throws -> [Bool] {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "dotank-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try schema.write(to: folder.appending(path: "schema"), atomically: false, encoding: .utf8)
    for (index, text) in texts.enumerated() {
      try text.write(to: folder.appending(path: "\(index).xml"), atomically: false, encoding: .utf8)
    }
    let errors = try run(texts.indices.map { "\($0).xml" }, in: folder)
    var verdicts: [String: Bool] = [:]
    for line in errors.split(separator: "\n") {
      if line.hasSuffix(" validates") { verdicts[String(line.dropLast(10))] = true }
      if line.hasSuffix(" fails to validate") { verdicts[String(line.dropLast(18))] = false }
    }
    try #require(!verdicts.isEmpty, "\(errors.prefix(600))")
    // What is no XML at all is not told as validating or not.
    return texts.indices.map { verdicts["\($0).xml"] ?? false }
  }

  private func run(_ files: [String], in folder: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: Self.path)
    process.currentDirectoryURL = folder
    process.arguments = ["--noout", "--nonet", option, "schema"] + files
    process.standardError = output
    try process.run()
    let errors = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: errors, as: UTF8.self)
  }
}
