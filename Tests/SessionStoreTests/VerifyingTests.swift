import Testing

@testable import SessionEngine
@testable import SessionStore

struct `A session that is verified` {
  @Test func `is as it was written when nobody touched it`() async throws {
    let session = try await KeptSession.make()
    let check = try await session.verify()
    #expect(check.findings == [])
    #expect(check.filesAsMade == 2)
    #expect(check.summary.count == 4)
    #expect(check.remarks == [])
  }

  private func isFound(_ session: KeptSession) async throws -> Bool {
    try await session.verify().findings.contains { $0.kind == .journal || $0.kind == .torn }
  }

  @Test func `shows every flipped bit of its journal`() async throws {
    let session = try await KeptSession.make(["one"])
    let whole = try session.journal
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(index % 8)
      try session.replaceJournal(bytes)
      #expect(try await isFound(session), "byte \(index)")
    }
  }

  @Test func `shows every line that was deleted, doubled or moved`() async throws {
    let session = try await KeptSession.make()
    let lines = try session.journal.split(separator: JournalEncoding.lineFeed, omittingEmptySubsequences: true)
    func isDamaged(_ lines: [ArraySlice<UInt8>]) async throws -> Bool {
      try session.replaceJournal(lines.flatMap { $0 + [JournalEncoding.lineFeed] })
      return try await isFound(session)
    }
    for index in lines.indices {
      var fewer = lines
      fewer.remove(at: index)
      if index < lines.count - 1 { #expect(try await isDamaged(fewer), "without line \(index + 1)") }
      var doubled = lines
      doubled.insert(lines[index], at: index)
      #expect(try await isDamaged(doubled), "line \(index + 1) twice")
      for other in lines.indices where other > index {
        var swapped = lines
        swapped.swapAt(index, other)
        #expect(try await isDamaged(swapped), "lines \(index + 1) and \(other + 1) changed places")
      }
    }
  }

  @Test func `shows by a head that was printed that its end was cut off, and only by that`() async throws {
    let session = try await KeptSession.make()
    let summary = JournalContents(scanning: try session.journal).summary
    let mark = try #require(HeadMark(summary.head.short))
    #expect(try await session.verify(head: mark).headMatch == .newest)
    let lines = try session.journal.split(separator: JournalEncoding.lineFeed)
    try session.replaceJournal(lines.dropLast().flatMap { $0 + [JournalEncoding.lineFeed] })
    let without = try await session.verify()
    #expect(!without.isDamaged, "a shorter journal is whole in itself")
    #expect(without.findings.map(\.kind) == [.differs], "here the files tell, which can be cut to fit")
    let with = try await session.verify(head: mark)
    #expect(with.headMatch == .absent)
    #expect(with.findings.contains { $0.kind == .head && $0.words.contains("cut off") })
  }

  @Test func `knows a head that was printed before it went on`() async throws {
    let session = try await KeptSession.make()
    let early = JournalContents(scanning: try session.journal).frames[1].hash
    let mark = try #require(HeadMark(early.description))
    let check = try await session.verify(head: mark)
    #expect(check.headMatch == .earlier(entry: 2))
    #expect(check.isFine)
    #expect(check.remarks.contains { $0.contains("that of entry 2; 2 have come since") })
  }

  @Test func `shows files that were changed or lost and a method that is another`() async throws {
    let session = try await KeptSession.make()
    try session.folder.write(Array("mine".utf8), to: "report.md")
    try session.disk.remove(session.folder.path(of: "tables/people.csv"))
    try session.folder.pin(PinnedMethod(files: [PinnedMethod.File(name: "notes.xml", bytes: Array("<other/>".utf8))]))
    let check = try await session.verify()
    #expect(check.findings.map(\.kind) == [.method, .differs, .missing])
    #expect(!check.isDamaged)
  }

  @Test func `a file that breaks its schema is told once, and by where`() async throws {
    let session = try await KeptSession.make()
    func verify(_ answer: SessionVerification.SchemaCheck) async throws -> SessionVerification {
      try await session.verify { file, _ in file.path == "report.md" ? answer : .none }
    }
    let whole = try await verify(.holds)
    #expect(whole.isFine && whole.filesToSchema == ["report.md"])
    let unchecked = try await verify(.unchecked("it is too large"))
    #expect(unchecked.isFine && unchecked.remarks == ["report.md was not held against its schema: it is too large"])
    let own = try await verify(.breaks("in line 3: no"))
    #expect(own.findings.map(\.words) == ["report.md breaks its schema in line 3: no"])
    #expect(own.findings.first?.remedy?.contains("a mistake in dotank") == true)
    try session.folder.write(Array("mine".utf8), to: "report.md")
    let changed = try await verify(.breaks("in line 3: no"))
    #expect(changed.findings.map(\.kind) == [.schema] && !changed.isDamaged)
    #expect(changed.findings.first?.remedy?.contains("`dotank export` writes it anew") == true)
    #expect(try await verify(.holds).findings.map(\.kind) == [.differs])
  }

  @Test func `tells a torn end from damage, and that it was never acknowledged`() async throws {
    let session = try await KeptSession.make()
    try session.replaceJournal(try session.journal.dropLast(9))
    let check = try await session.verify()
    #expect(check.findings.first?.kind == .torn && !check.isDamaged)
    #expect(check.findings.first?.remedy?.contains("never acknowledged") == true)
  }

  @Test(arguments: ["3f2a-91bc-77d0-1e2f", "3F2A 91BC 77D0 1E2F", "3f2a91bc77d01e2f00"])
  func `takes a head as people write it`(typed: String) throws {
    #expect(HeadMark(typed) != nil)
  }

  @Test(arguments: ["", "3f2a-91bc-77d0-1e2", "3f2a-91bc-77d0-1e2g", String(repeating: "a", count: 65)])
  func `refuses what is no head`(typed: String) {
    #expect(HeadMark(typed) == nil)
  }
}
