import MethodModel
import Outcomes
import SessionEngine
import Testing

@Suite struct GoldenTests {
  @Test func `the files of a session with private and shared ideas, a vote and actions`() throws {
    let files = try Story.ideas().files
    for (path, text) in files { try Golden.check(text, "ideas/\(path.replacing("/", with: "-"))") }
  }

  @Test func `the record of a consent decision with objections over two rounds`() throws {
    let files = try Story.consent().files
    for path in ["outcome.json", "tables/decisions.csv", "tables/wordings.csv", "tables/conditions.csv"] {
      try Golden.check(files[path] ?? "", "consent/\(path.replacing("/", with: "-"))")
    }
  }

  @Test func `the record of a gate that sent back once and was then overruled`() throws {
    let files = try Story.gate().files
    for path in ["outcome.json", "tables/checkpoints.csv", "tables/statistics.csv", "tables/timing.csv"] {
      try Golden.check(files[path] ?? "", "gate/\(path.replacing("/", with: "-"))")
    }
  }

  @Test func `the same state gives the same bytes`() throws {
    let sitting = try Story.gate()
    let first = RecordFiles.all(sitting.record).map(\.bytes)
    #expect(first == RecordFiles.all(sitting.record).map(\.bytes))
    #expect(first[0].last == UInt8(ascii: "\n"))
  }

  @Test func `what was written as JSON is read back whole`() throws {
    for sitting in [try Story.ideas(), try Story.consent(), try Story.gate()] {
      let record = sitting.record
      #expect(try RecordFiles.record(fromJSON: RecordFiles.json(record)) == record)
    }
  }
}
