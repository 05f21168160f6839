import Testing

@testable import SessionEngine
@testable import SessionStore

struct `A look at every session` {
  private func shelf() async throws -> (SessionShelf, MemoryDisk) {
    let disk = MemoryDisk()
    for day in ["2026-11-21", "2026-11-22"] {
      let folder = try SessionFolder.create(in: "/Sessions", day: day, method: "notes", files: disk)
      let host = try await NoteTaking.begin(folder)
      _ = try await host.submit(NoteTaking.note(1))
      await host.close()
    }
    return (SessionShelf("/Sessions", files: disk), disk)
  }

  @Test func `reads each once, and one in trouble hides none of the others`() async throws {
    let (shelf, disk) = try await shelf()
    try disk.makeFolders("/Sessions/2026-01-01-odd")
    try AtomicFile.write(Array("no entry\n".utf8), to: "/Sessions/2026-01-01-odd/journal.jsonl", in: disk)
    let survey = try await shelf.survey { folder throws(SessionStoreError) in
      if folder.name.hasPrefix("2026-11-21") { throw SessionStoreError(.damaged, "broken", exit: .data) }
      return folder.name
    }
    #expect(survey.sessions.map(\.value) == ["2026-11-22-notes"])
    #expect(survey.troubles.map(\.folder.name).sorted() == ["2026-01-01-odd", "2026-11-21-notes"])
  }

  @Test func `takes of two folders with the same session the one that went further`() async throws {
    let (shelf, disk) = try await shelf()
    try disk.makeFolders("/Sessions/2026-11-21-copy")
    let journal = try disk.read("/Sessions/2026-11-21-notes/journal.jsonl")
    try AtomicFile.write(journal, to: "/Sessions/2026-11-21-copy/journal.jsonl", in: disk)
    let host = try await NoteTaking.resume(try SessionFolder.existing("/Sessions/2026-11-21-copy", files: disk))
    _ = try await host.submit(NoteTaking.note(2))
    await host.close()
    let survey = try await shelf.survey { folder throws(SessionStoreError) in folder.name }
    #expect(survey.sessions.map(\.value).sorted() == ["2026-11-21-copy", "2026-11-22-notes"])
    #expect(survey.doubles.map(\.folder.name) == ["2026-11-21-notes"])
    let identity = try #require(survey.sessions.last?.identity)
    #expect(try shelf.session(with: identity)?.identity == identity)
  }

  @Test func `an identity is the hash of the first entry, whatever was written since`() async throws {
    let session = try await KeptSession.make()
    let contents = JournalContents(scanning: try session.journal)
    #expect(session.folder.identity == contents.frames.first?.hash)
    #expect(contents.summary.root == contents.frames.first?.hash)
  }

  @Test func `a session given back takes nothing more, and another window may open it`() async throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let host = try await NoteTaking.begin(folder)
    await host.close()
    await #expect(throws: SessionHost.Refusal.self) { try await host.submit(NoteTaking.note(1)) }
    _ = try await NoteTaking.resume(folder)
  }
}
