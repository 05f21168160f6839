import MethodModel
import SessionEngine
import Testing

@testable import Outcomes

/// Reading an `outcome.json`, whatever has become of it.
@Suite struct RecordReadingTests {
  private static func text() throws -> String {
    String(decoding: RecordFiles.json(try Story.gate().record), as: UTF8.self)
  }

  private static func reason(of text: String) -> RecordReadingError.Reason? {
    do throws(RecordReadingError) {
      _ = try RecordFiles.record(fromJSON: Array(text.utf8))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `one that a newer dotank wrote says so`() throws {
    let newer = try Self.text().replacing("\"version\": 1,", with: "\"version\": 7,", maxReplacements: 1)
    #expect(Self.reason(of: newer) == .newer(7))
    #expect(Self.reason(of: "{\"format\": \"dotank-outcome\", \"version\": 9}") == .newer(9))
    #expect(
      RecordReadingError(reason: .newer(7)).description
        == "it was written by a newer dotank (format 7; this one reads up to 1)")
  }

  @Test func `one that was cut off is not taken for another`() throws {
    let whole = try Self.text()
    for part in [0.1, 0.5, 0.99] {
      #expect(Self.reason(of: String(whole.prefix(Int(Double(whole.count) * part)))) == .halfWritten)
    }
    #expect(Self.reason(of: "") == .halfWritten)
  }

  @Test func `other JSON is no record`() {
    #expect(Self.reason(of: "{}") == .notARecord)
    #expect(Self.reason(of: "[1, 2]") == .notARecord)
    #expect(Self.reason(of: "{\"format\": \"dotank-run-sheet\", \"version\": 1}") == .notARecord)
  }

  @Test func `a member of another type is named by its path`() throws {
    let damaged = try Self.text().replacing("\"rehearsal\": false", with: "\"rehearsal\": 3")
    #expect(Self.reason(of: damaged) == .damaged("session/rehearsal"))
  }

  @Test func `members that it does not know and nulls that are missing do no harm`() throws {
    let record = try Story.gate().record
    var text = String(decoding: RecordFiles.json(record), as: UTF8.self)
    text = text.replacing("  \"format\":", with: "  \"added\": {\"later\": [1]},\n  \"format\":", maxReplacements: 1)
    text = text.replacing("    \"variantOf\": null,\n", with: "", maxReplacements: 1)
    #expect(try RecordFiles.record(fromJSON: Array(text.utf8)) == record)
  }

  @Test func `records of before there were photos have no files`() throws {
    var record = try Story.gate().record
    #expect(record.files == [])
    var text = String(decoding: RecordFiles.json(record), as: UTF8.self)
    #expect(text.contains("  \"files\": [],\n"))
    text = text.replacing("  \"files\": [],\n", with: "", maxReplacements: 1)
    #expect(!text.contains("\"files\""))
    #expect(try RecordFiles.record(fromJSON: Array(text.utf8)) == record)
    record.files = [FileRecord(path: "files/a-b.png", name: "b.png", sha256: "a", place: nil, entry: nil, field: nil)]
    #expect(try RecordFiles.record(fromJSON: RecordFiles.json(record)).files == record.files)
  }

  private func breach(_ change: (String) -> String) throws -> String? {
    try RecordFiles.breach(inJSON: Array(change(try Self.text()).utf8))
  }

  @Test func `what a session wrote holds to the description`() throws {
    #expect(try breach { $0 } == nil)
    for story in [try Story.ideas(), try Story.consent()] {
      #expect(try RecordFiles.breach(inJSON: RecordFiles.json(story.record)) == nil)
    }
  }

  @Test(arguments: [
    ("\"rehearsal\": false", "\"rehearsal\": 3", "session/rehearsal: true or false is wanted"),
    (
      "\"status\": \"ended\"", "\"status\": \"over\"",
      "session/status: one of not-started, running, paused, ended is wanted"
    ),
    ("  \"format\":", "  \"added\": 1,\n  \"format\":", "the top: there is no member “added”"),
    ("    \"variantOf\": null,\n", "", "method: the member “variantOf” is missing"),
    ("\"outcomes\": [", "\"outcomes\": [null, ", "outcomes/0: the object “outcome” is wanted"),
  ])
  func `what somebody wrote into it is found where it is`(old: String, new: String, told: String) throws {
    #expect(try breach { $0.replacing(old, with: new, maxReplacements: 1) } == told)
  }

  @Test func `what is no record breaks nothing and is refused`() throws {
    #expect(throws: RecordReadingError(reason: .halfWritten)) { try breach { String($0.prefix(400)) } }
    #expect(throws: RecordReadingError(reason: .notARecord)) { try breach { _ in "{}" } }
    #expect(throws: RecordReadingError(reason: .newer(7))) {
      try breach { $0.replacing("\"version\": 1,", with: "\"version\": 7,", maxReplacements: 1) }
    }
  }
}
