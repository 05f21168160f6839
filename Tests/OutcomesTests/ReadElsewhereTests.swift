import Foundation
import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// The files as other programs read them.
@Suite struct ReadElsewhereTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Reads every file strictly, and fails by its exit code with a line that says where.
  private static let script = """
    import csv, json, os, re, sys
    folder = sys.argv[1]
    def refuse(word): raise SystemExit(f"outcome.json holds {word}, which is no JSON")
    record = json.load(open(os.path.join(folder, "outcome.json"), encoding="utf-8"), parse_constant=refuse)
    assert record["format"] == "dotank-outcome" and record["version"] == 1
    people = {person["id"] for person in record["attendance"]}
    number = re.compile(r"-?[0-9]+([.][0-9]+)?$")
    tables = {}
    for name in sorted(os.listdir(os.path.join(folder, "tables"))):
        with open(os.path.join(folder, "tables", name), encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        header = rows[0]
        assert len(set(header)) == len(header), f"{name}: two columns of one name"
        for row in rows:
            assert len(row) == len(header), f"{name}: {row}"
            for cell in row:
                assert not re.match(r"[\\s]*[=+@-]|[\\t\\r]", cell) or number.match(cell), f"{name}: {cell!r}"
        tables[name] = [dict(zip(header, row)) for row in rows[1:]]
    for row in tables["marks.csv"]:
        assert row["voter_id"] in people or not row["voter"].startswith("p"), row
    takes = {row["take"] for row in tables["timing.csv"]}
    for name, rows in tables.items():
        for row in rows:
            assert row.get("take", "") in takes | {""}, f"{name}: {row}"
    assert {row["item_id"] for row in tables["wordings.csv"]} <= {row["item_id"] for row in tables["items.csv"]}
    assert len(tables["actions.csv"]) == len(record["actions"])
    """

  @Test(.enabled(if: python != nil, "python3 is missing: nobody else has read the files"))
  func `python reads the JSON and every table, and nothing in them starts a formula`() throws {
    var hostile = try Sitting(Sample.ideas, people: 4, settings: ["question": ["=1+1"]])
    try hostile.next()
    for (index, text) in HostileTextTests.texts.enumerated() { try hostile.add("e\(index)", text, by: "p1") }
    for sitting in [try Story.ideas(), try Story.consent(), try Story.gate(), hostile] {
      let folder = FileManager.default.temporaryDirectory.appending(path: "dotank outcomes \(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      for file in RecordFiles.all(sitting.record) {
        let target = folder.appending(path: file.path)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: target)
      }
      let said = try run(Self.script, on: folder)
      #expect(said.code == 0, "\(said.errors)")
    }
  }

  private func run(_ script: String, on folder: URL) throws -> (code: Int32, errors: String) {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", script, folder.path]
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
