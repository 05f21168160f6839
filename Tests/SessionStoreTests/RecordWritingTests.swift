import Foundation
import Testing

@testable import SessionEngine
@testable import SessionStore

struct `Files of the record` {
  @Test func `are listed with their hashes, and one changed by hand is kept beside the new one`() async throws {
    let session = try await KeptSession.make()
    #expect(try session.folder.writtenFiles().keys.sorted() == ["report.md", "tables/people.csv"])
    try session.folder.write(Array("mine".utf8), to: "report.md")
    #expect(try session.folder.write(record: [("report.md", Array("new".utf8))]) == ["report.md.edited-1"])
    #expect(try session.text(of: "report.md.edited-1") == "mine")
    #expect(try session.text(of: "report.md") == "new")
    #expect(try session.folder.write(record: [("report.md", Array("newer".utf8))]) == [])
    try session.folder.write(Array("mine again".utf8), to: "report.md")
    #expect(try session.folder.write(record: [("report.md", Array("newest".utf8))]) == ["report.md.edited-2"])
    let hash = JournalHash(of: Array("newest".utf8)).description
    #expect(try session.text(of: SessionFolder.Name.sums).hasPrefix("\(hash)  report.md\n"))
  }

  @Test func `of a session from before they were listed are replaced without a copy`() async throws {
    let session = try await KeptSession.make()
    try session.disk.remove(session.folder.path(of: SessionFolder.Name.sums))
    #expect(try session.folder.write(record: [("report.md", Array("new".utf8))]) == [])
  }

  @Test func `are never taken for changed by hand because a write was cut short`() async throws {
    for operation in 0..<40 {
      let session = try await KeptSession.make()
      session.disk.plan(.fail(.diskFull), at: operation)
      _ = try? session.folder.write(record: [("report.md", Array("second".utf8)), ("tables/people.csv", [65])])
      session.disk.heal()
      #expect(try session.folder.write(record: [("report.md", Array("third".utf8))]) == [], "operation \(operation)")
    }
  }

  @Test func `stand in the inventory beside what people put there`() async throws {
    let session = try await KeptSession.make()
    try session.folder.write([1], to: "photos/wall.jpg")
    try session.folder.write([1], to: "journal.torn-1")
    try session.folder.write([1], to: ".report.md.new")
    let kinds = try FolderInventory(of: session.folder).files.map { "\($0.path) \($0.kind)" }
    #expect(
      kinds == [
        ".report.md.new unfinished", "SHA256SUMS record", "journal.jsonl journal", "journal.torn-1 tornTail",
        "lock lock",
        "method/SHA256SUMS method", "method/notes.xml method", "photos/wall.jpg attachment", "report.md record",
        "tables/people.csv record",
      ])
  }
}

struct `A bundle` {
  @Test(arguments: [true, false]) func `holds the record, the method and attachments, the journal on demand`(
    withJournal: Bool
  ) async throws {
    let session = try await KeptSession.make()
    try session.folder.write([1, 2], to: "photos/wall.jpg")
    try session.folder.write([1], to: "journal.torn-1")
    let bundle = try SessionBundle(
      of: session.folder, record: [("report.md", Array("new".utf8))], withJournal: withJournal)
    #expect(
      bundle.contents == ["report.md", "method/SHA256SUMS", "method/notes.xml", "photos/wall.jpg"]
        + (withJournal ? ["journal.jsonl"] : []))
    let whole = String(decoding: bundle.bytes, as: UTF8.self)
    #expect(whole.contains("Fewer forms") == withJournal)
  }

  @Test func `is a zip as the form has it, byte for byte`() throws {
    var archive = ZipArchive(day: "2026-11-21")
    archive.add(Array("a".utf8), as: "ä")
    let hex = archive.finished.map { String(format: "%02x", $0) }.joined()
    let entry = "1400000800000000755d43beb7e80100000001000000" + "02000000"
    #expect(
      hex == "504b0304" + entry + "c3a4" + "61" + "504b0102" + "1403" + entry
        + "000000000000" + "0000a481" + "00000000" + "c3a4" + "504b0506" + "00000000" + "01000100" + "30000000"
        + "21000000"
        + "0000")
  }

  @Test func `takes a day before its calendar begins as the first of it`() {
    var archive = ZipArchive(day: "1969-12-31")
    archive.add([], as: "a")
    #expect(Array(archive.finished[10..<14]) == [0, 0, 0x21, 0])
  }
}
