import Foundation
import MethodModel
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
    try session.folder.write([1], to: "files/0a1b2c3d4e5f-private.jpg")
    try session.folder.write([1], to: "files/1a1b2c3d4e5f-told.jpg")
    try session.folder.write([1], to: "journal.torn-1")
    let bundle = try SessionBundle(
      of: session.folder, record: [("report.md", Array("new".utf8))], shown: ["files/1a1b2c3d4e5f-told.jpg"],
      withJournal: withJournal)
    let kept = (withJournal ? ["files/0a1b2c3d4e5f-private.jpg"] : []) + ["files/1a1b2c3d4e5f-told.jpg"]
    #expect(
      bundle.contents == ["report.md"] + kept + ["method/SHA256SUMS", "method/notes.xml", "photos/wall.jpg"]
        + (withJournal ? ["journal.jsonl"] : []) + ["SHA256SUMS"])
    let whole = String(decoding: bundle.bytes, as: UTF8.self)
    #expect(whole.contains("Fewer forms") == withJournal)
    #expect(whole.contains("\(JournalHash(of: Array("new".utf8)))  report.md\n"), "a bundle came without its sums")
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

struct `A file that is handed in` {
  private static func wall(_ bytes: [UInt8], in folder: SessionFolder, at path: String) throws -> String {
    try folder.write(bytes, to: path)
    return folder.path(of: path)
  }

  @Test func `is copied under its name and what its bytes are`() async throws {
    let folder = try await KeptSession.make().folder
    let path = try Self.wall([1, 2, 3], in: folder, at: "outside/My wall (2).jpg")
    let kept = try folder.keep(fileAt: path)
    #expect(kept.isNew && kept.file.name == "My-wall--2-.jpg")
    #expect(kept.file.digest == JournalHash(of: [1, 2, 3] as [UInt8]).description)
    #expect(try folder.bytes(of: kept.file.path) == [1, 2, 3])
    #expect(try !folder.keep(fileAt: path).isNew)
    #expect(FileReference(kept.file.text) == kept.file)
  }

  @Test func `lies beside another one of the same name`() async throws {
    let folder = try await KeptSession.make().folder
    let first = try folder.keep(fileAt: try Self.wall([1], in: folder, at: "one/wall.jpg")).file
    let second = try folder.keep(fileAt: try Self.wall([2], in: folder, at: "two/wall.jpg")).file
    #expect(first.name == second.name && first.path != second.path)
    #expect(try folder.bytes(of: first.path) == [1] && folder.bytes(of: second.path) == [2])
  }

  @Test func `is refused where there is none, and nothing is left behind`() async throws {
    let folder = try await KeptSession.make().folder
    let empty = try Self.wall([], in: folder, at: "outside/empty.jpg")
    let huge = try Self.wall(Array(repeating: 0, count: SessionFolder.largestFile + 1), in: folder, at: "outside/huge")
    for path in [folder.path(of: "nowhere.jpg"), folder.path(of: "outside"), empty, huge] {
      #expect(throws: SessionStoreError.self, "\(path)") { try folder.keep(fileAt: path) }
    }
    #expect(try folder.bytes(of: FileReference.folder) == nil)
  }

  @Test func `is read again only as what it was`() async throws {
    let folder = try await KeptSession.make().folder
    let file = try folder.keep(fileAt: try Self.wall([1, 2, 3], in: folder, at: "outside/wall.jpg")).file
    #expect(folder.kept(file.path, digest: file.digest, atMost: 3) == .whole([1, 2, 3]))
    #expect(folder.kept(file.path, digest: file.digest, atMost: 2) == .start([1, 2, 3]))
    try folder.write([9, 9, 9], to: file.path)
    #expect(folder.kept(file.path, digest: file.digest, atMost: 3) == .absent)
    #expect(folder.kept("files", digest: file.digest, atMost: 3) == .absent)
    #expect(folder.kept("files/none.jpg", digest: file.digest, atMost: 3) == .absent)
  }

  @Test func `is no name that leads out of the folder`() {
    let digest = String(repeating: "a", count: 64)
    #expect(FileReference(name: "../../etc/passwd", digest: digest)?.path == "files/aaaaaaaaaaaa-passwd")
    #expect(FileReference(name: "...", digest: digest)?.name == "file")
    #expect(FileReference(name: "wall.jpg", digest: "abc") == nil)
    for text in ["wall.jpg", "a b sha256:\(digest)", "../x sha256:\(digest)", " sha256:\(digest)"] {
      #expect(FileReference(text) == nil, "\(text)")
    }
  }
}
