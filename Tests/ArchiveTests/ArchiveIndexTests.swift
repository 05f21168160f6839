import Archive
import Foundation
import Outcomes
import SessionStore
import Testing

@Suite struct ArchiveIndexTests {
  @Test func `sessions stand newest first, with what they came to`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas-north", identity: 1) { $0.session.site = "North School" }
    try archive.add("2026-05-02-ideas", identity: 2)
    let cards = try await archive.index().sessions(ArchiveQuery())
    #expect(cards.map(\.folder) == ["2026-05-02-ideas", "2026-03-14-ideas-north"])
    let card = try #require(cards.last)
    #expect(card.date == "2026-03-14")
    #expect(card.method == "ideas")
    #expect(card.title == "Ideas in two rounds")
    #expect(card.site == "North School")
    #expect(card.verdict == "completed")
    #expect(card.actions == 2)
    #expect(card.openActions == 2)
    #expect(card.fidelity == Fidelity(done: 4, putUp: 4))
    #expect(card.changes == 5, "as the report counts them")
  }

  @Test func `only what changed is read again, and what is gone is forgotten`() async throws {
    let archive = SampleArchive()
    for number in 1...3 { try archive.add("2026-01-0\(number)-ideas", identity: number) }
    let index = try ArchiveIndex.open(archive.shelf)
    #expect(try await index.refresh { _ in nil } == ArchiveRefresh(read: 3, removed: 0))
    #expect(try await index.refresh { _ in nil } == ArchiveRefresh(read: 0, removed: 0))
    try archive.add("2026-01-02-ideas", identity: 2) { $0.session.site = "Somewhere else" }
    try archive.remove("2026-01-01-ideas")
    #expect(try await index.refresh { _ in nil } == ArchiveRefresh(read: 1, removed: 1))
    #expect(try index.sessions(ArchiveQuery(site: "somewhere")).map(\.folder) == ["2026-01-02-ideas"])
    #expect(try index.sessions(ArchiveQuery()).count == 2)
  }

  @Test(arguments: ["no database at all", ""])
  func `an index that is damaged or empty is made anew`(content: String) async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    try Data(content.utf8).write(to: URL(filePath: archive.indexFile))
    #expect(try await archive.index().sessions(ArchiveQuery()).count == 1)
  }

  @Test func `what cannot be read is listed with the reason, and the rest still works`() async throws {
    let archive = SampleArchive()
    let whole = RecordFiles.json(try SampleArchive.recorded())
    try archive.add("2026-01-01-ideas", identity: 1)
    try archive.add("2026-01-02-half", identity: 2, bytes: Array(whole.prefix(whole.count / 2)))
    try archive.add("2026-01-03-newer", identity: 3) { $0.version = Record.formatVersion + 1 }
    try archive.add("2026-01-04-running", identity: 4, bytes: nil)
    try archive.add("2026-01-05-other", identity: 5, bytes: Array(#"{"format":"something"}"#.utf8))
    let cards = try await archive.index().sessions(ArchiveQuery())
    #expect(cards.map(\.trouble) == [.unreadable, .noRecord, .newer, .unreadable, nil])
    #expect(cards.last?.actions == 2)
  }

  @Test func `a record of more bytes than are read is listed as that, unread`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    try archive.add("2026-01-02-vast", identity: 2)
    let record = try FileHandle(forWritingTo: URL(filePath: "\(archive.path)/2026-01-02-vast/outcome.json"))
    try record.truncate(atOffset: UInt64(RecordFiles.largestRecord + 1))
    try record.close()
    #expect(try await archive.index().sessions(ArchiveQuery()).map(\.trouble) == [.tooLarge, nil])
    #expect(ExcerptTrouble.tooLarge.words == "has a record of more than 512 MB, which is not read")
  }

  @Test func `a record that is behind its journal is made anew from it`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1, bytes: nil)
    let bytes = RecordFiles.json(try SampleArchive.recorded())
    let index = try ArchiveIndex.open(archive.shelf)
    try await index.refresh { _ in bytes }
    #expect(try index.sessions(ArchiveQuery()).map(\.title) == ["Ideas in two rounds"])
  }

  @Test func `what has changed since is in the very next answer`() async throws {
    let archive = SampleArchive()
    for number in 1...3 {
      try archive.add("2026-01-0\(number)-ideas", identity: number) { $0.session.site = nil }
    }
    func ask() async throws -> (sites: [String?], refresh: ArchiveRefresh) {
      let found = try await ArchiveIndex.answer(of: archive.shelf, rebuilding: { _ in nil }) {
        index throws(ArchiveError) in try index.sessions(ArchiveQuery()).map(\.site)
      }
      return (found.answer, found.refresh)
    }
    #expect(try await ask().sites == [nil, nil, nil])
    #expect(try await ask().refresh == ArchiveRefresh(), "what the index knows is the answer")
    try archive.add("2026-01-02-ideas", identity: 2) { $0.session.site = "Somewhere else" }
    #expect(try await ask().sites == [nil, "Somewhere else", nil])
    try archive.remove("2026-01-03-ideas")
    #expect(try await ask().sites == ["Somewhere else", nil])
    try archive.add("2026-01-04-ideas", identity: 4) { $0.session.site = "North" }
    #expect(try await ask().sites == ["North", "Somewhere else", nil])
  }

  @Test func `a record without its journal is listed, and one that was changed since is told`() async throws {
    let archive = SampleArchive()
    for number in 1...3 {
      try archive.add("2026-01-0\(number)-ideas", identity: number) { $0.session.id = "s\(number)" }
    }
    let (two, three) = ("\(archive.path)/2026-01-02-ideas", "\(archive.path)/2026-01-03-ideas")
    for path in [two, three] { try FileManager.default.removeItem(atPath: path + "/journal.jsonl") }
    try Data("\(String(repeating: "0", count: 64))  outcome.json\n".utf8).write(
      to: URL(filePath: three + "/SHA256SUMS"))
    let cards = try await archive.index().sessions(ArchiveQuery())
    #expect(cards.map(\.journal) == [.absent, .absent, .damaged])
    #expect(cards.map(\.trouble) == [.changed, nil, nil])
    try FileManager.default.removeItem(atPath: two)
    #expect(try await archive.index().sessions(ArchiveQuery()).count == 2, "and it goes as others do")
  }

  @Test func `a record without its journal counts once beside the session that it is of`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1) { $0.session.id = "s1" }
    for name in ["2026-01-01-ideas copy", "2026-01-02-other"] {
      try archive.add(name, identity: 2) { $0.session.id = name.hasSuffix("copy") ? "s1" : "s2" }
      try FileManager.default.removeItem(atPath: "\(archive.path)/\(name)/journal.jsonl")
    }
    let index = try await archive.index()
    #expect(try index.doubles() == [["2026-01-01-ideas", "2026-01-01-ideas copy"]])
    let comparison = try index.comparison(ArchiveQuery())
    #expect(comparison.sessions.map(\.folder) == ["2026-01-01-ideas", "2026-01-02-other"])
    #expect(comparison.copies == ["2026-01-01-ideas copy"])
  }

  @Test func `a copy of a session is told`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    try archive.add("2026-01-01-ideas copy", identity: 1)
    try archive.add("2026-01-02-ideas", identity: 2)
    #expect(try await archive.index().doubles() == [["2026-01-01-ideas", "2026-01-01-ideas copy"]])
  }

  @Test func `several commands may bring the index up to date at once`() async throws {
    let archive = SampleArchive()
    for number in 10...49 { try archive.add("2026-01-\(number)-ideas", identity: number) }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 1...6 { group.addTask { try await archive.index().sessions(ArchiveQuery()).count } }
      for try await count in group { #expect(count == 40) }
    }
    #expect(try await archive.index().doubles().isEmpty)
  }

  @Test func `where nothing can be written the index is kept in memory`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    // A folder of that name keeps every file from being made there, also for those who may write everywhere.
    let blocker = URL(filePath: archive.indexFile)
    try FileManager.default.createDirectory(at: blocker.appending(path: "x"), withIntermediateDirectories: true)
    #expect(try await archive.index().sessions(ArchiveQuery()).count == 1)
  }

  @Test func `a session that has just been written can be taken in alone`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    let index = try ArchiveIndex.open(archive.shelf)
    try index.take(try #require(try archive.shelf.sessions().first))
    #expect(try await index.refresh { _ in nil } == ArchiveRefresh())
    #expect(try index.sessions(ArchiveQuery()).count == 1)
  }
}
