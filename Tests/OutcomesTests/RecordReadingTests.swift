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
}
