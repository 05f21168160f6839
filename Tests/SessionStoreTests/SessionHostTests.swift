import Testing

@testable import SessionEngine
@testable import SessionStore

struct `A hosted session` {
  @Test func `stores what it acknowledges and is rebuilt from it`() async throws {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    var state = SessionState()
    do {
      let host = try await NoteTaking.begin(folder)
      let first = try await host.submit(NoteTaking.note(1))
      #expect(first?.first == 2 && first?.last == 2)
      _ = try await host.submit(NoteTaking.note(2, "a \"quoted\" word, ääkköset, 汉字\nand a second line"))
      state = await host.view { $0 }
    }
    let replay = try await SessionReplay.of(folder)
    #expect(replay.state == state)
    #expect(replay.refusal == nil)
    let host = try await NoteTaking.resume(folder)
    #expect(await host.view { $0 } == state)
    #expect(try await host.submit(NoteTaking.note(3))?.first == 4)
  }

  @Test func `keeps the reason that came with a command`() async throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let host = try await NoteTaking.begin(folder)
    var command = NoteTaking.note(1)
    command.reason = "the room asked for it"
    _ = try await host.submit(command)
    let frames = JournalContents(scanning: try folder.files.read(folder.journalPath)).frames
    let event = try EventCoding.event(in: try #require(frames.last))
    #expect(event.reason == "the room asked for it")
    #expect(event.body == .noteTaken(NoteTaken(text: "note 1", take: nil)))
    #expect(
      frames.last?.body.map { String(decoding: $0, as: UTF8.self) }
        == #"{"because":"the room asked for it","text":"note 1"}"#)
  }

  @Test func `takes a command once, however often it comes`() async throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let host = try await NoteTaking.begin(folder)
    let receipts = try await withThrowingTaskGroup(of: Receipt?.self) { group in
      for number in 0..<200 { group.addTask { try await host.submit(NoteTaking.note(number % 40)) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(receipts).count == 40)
    #expect(await host.view { $0.notes.count } == 40)
    await #expect(throws: SessionHost.Refusal.self) { try await host.submit(NoteTaking.note(1, "other words")) }
    #expect(JournalContents(scanning: try folder.files.read(folder.journalPath)).frames.count == 41)
  }

  @Test func `takes commands in a row with one write, up to the first refusal`() async throws {
    let disk = MemoryDisk()
    let host = try await NoteTaking.begin(try NoteTaking.folder(on: disk))
    let before = disk.operations
    let notes = [NoteTaking.note(1), NoteTaking.note(2), NoteTaking.note(3, ""), NoteTaking.note(4)]
    let (taken, refusal) = await host.submit(inARow: notes)
    #expect(taken == 2)
    guard case .rejected(let rejection)? = refusal else {
      Issue.record("not a rejection: \(String(describing: refusal))")
      return
    }
    #expect(rejection.code == .empty)
    #expect(await host.view { $0.notes.map(\.text) } == ["note 1", "note 2"])
    #expect(disk.operations.count == before.count + 2, "one write and one synchronization")
  }

  @Test func `takes none of a row when the disk fails`() async throws {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    let host = try await NoteTaking.begin(folder)
    let state = await host.view { $0 }
    disk.plan(.fail(.diskFull), at: 0)
    let (taken, refusal) = await host.submit(inARow: [NoteTaking.note(1), NoteTaking.note(2)])
    #expect(taken == 0)
    if case .notStored? = refusal {} else { Issue.record("not told: \(String(describing: refusal))") }
    #expect(await host.view { $0 } == state)
  }

  @Test func `a refused command and one without effect leave nothing on disk`() async throws {
    let disk = MemoryDisk()
    let host = try await NoteTaking.begin(try NoteTaking.folder(on: disk))
    let before = disk.operations
    #expect(try await host.submit(NoteTaking.command("tick", .timeReached)) == nil)
    let refusal = await #expect(throws: SessionHost.Refusal.self) { try await host.submit(NoteTaking.note(1, "")) }
    guard case .rejected(let rejection) = refusal else {
      Issue.record("not a rejection: \(String(describing: refusal))")
      return
    }
    #expect(rejection.code == .empty)
    #expect(disk.operations == before)
  }

  @Test(arguments: [FileFailure.Reason.diskFull, .inputOutput, .quota])
  func `after an error of the disk nothing is acknowledged and the state is what is stored`(
    reason: FileFailure.Reason
  ) async throws {
    for operation in 0...1 {
      let disk = MemoryDisk()
      let folder = try NoteTaking.folder(on: disk)
      let host = try await NoteTaking.begin(folder)
      _ = try await host.submit(NoteTaking.note(1))
      let state = await host.view { $0 }
      disk.plan(.fail(reason), at: operation)
      for number in 2...4 {
        await #expect(throws: SessionHost.Refusal.self) { try await host.submit(NoteTaking.note(number)) }
      }
      #expect(await host.failure?.code == .notSaved)
      #expect(await host.failure?.remedy?.contains("paper") == true)
      #expect(await host.view { $0 } == state)
      #expect(try await SessionReplay.of(folder).state == state)
    }
  }

  @Test func `tells who watches about each change`() async throws {
    let host = try await NoteTaking.begin(try NoteTaking.folder(on: MemoryDisk()))
    var changes = await host.changes().makeAsyncIterator()
    _ = try await host.submit(NoteTaking.note(1))
    #expect(await changes.next() == 2)
  }

  @Test func `a second window is told who holds the session, and may look`() async throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let host = try await NoteTaking.begin(folder)
    let error = await #expect(throws: SessionStoreError.self) { _ = try await NoteTaking.resume(folder) }
    #expect(error?.code == .locked)
    #expect(error?.message.contains("process 4711") == true)
    #expect(try await SessionReplay.of(folder).state.sequence == 1)
    #expect(await host.failure == nil)
  }

  @Test func `an event of a later version is not guessed at`() async throws {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    do {
      let host = try await NoteTaking.begin(folder)
      _ = try await host.submit(NoteTaking.note(1))
    }
    let known = JournalContents(scanning: try disk.read(folder.journalPath))
    var writer = try JournalWriter.resume(known.summary, at: folder.journalPath, in: disk)
    let new = JournalCommand.Event(type: "noteTaken", version: 2, body: Array("{}".utf8), salt: JournalSalt(1, 2))
    _ = try writer.append([
      JournalCommand(
        id: "c", digest: "d", actor: "host", elapsed: 1, wall: WallTime(milliseconds: 0), events: [new])
    ])
    let error = await #expect(throws: SessionStoreError.self) { _ = try await NoteTaking.resume(folder) }
    #expect(error?.code == .newerFormat)
    #expect(try await SessionReplay.of(folder).state.notes.count == 1)
  }
}
