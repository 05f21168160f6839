import SessionEngine
import SessionStore
import Testing

struct `A session that is followed` {
  @Test func `is what the host has, after each command`() async throws {
    let folder = try NoteTaking.folder(on: MemoryDisk())
    let host = try await NoteTaking.begin(folder)
    var follower = try SessionFollower(folder)
    #expect(try follower.catchUp())
    for number in 1...20 {
      _ = try await host.submit(NoteTaking.note(number))
      #expect(try follower.catchUp())
      let state = await host.view { $0 }
      #expect(follower.state == state)
      #expect(try !follower.catchUp())
    }
  }

  @Test func `takes a half-written entry in when the rest has come, and forgets one that was cut off`() async throws {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    let host = try await NoteTaking.begin(folder)
    _ = try await host.submit(NoteTaking.note(1))
    let whole = try disk.read(folder.journalPath)
    _ = try await host.submit(NoteTaking.note(2))
    let longer = try disk.read(folder.journalPath)
    let state = await host.view { $0 }
    let copy = try NoteTaking.folder(on: MemoryDisk())
    try AtomicFile.write(Array(longer[..<(whole.count + 40)]), to: copy.journalPath, in: copy.files)
    var follower = try SessionFollower(copy)
    _ = try follower.catchUp()
    #expect(follower.state.notes.count == 1)
    try AtomicFile.write(whole, to: copy.journalPath, in: copy.files)
    _ = try follower.catchUp()
    #expect(follower.state.notes.count == 1)
    try AtomicFile.write(longer, to: copy.journalPath, in: copy.files)
    follower = try SessionFollower(copy)
    _ = try follower.catchUp()
    #expect(follower.state == state)
  }
}
