import Foundation
import SessionEngine
import SessionStore
import Testing

/// A process that is killed in the middle of its work, again and again, on a real disk.
///
/// `DOTANK_KILLS` asks for another number of kills.
struct `A killed session` {
  private static let kills = ProcessInfo.processInfo.environment["DOTANK_KILLS"].flatMap { Int($0) } ?? 120

  @Test func `goes on with everything it acknowledged`() async throws {
    let scratch = ScratchFolder()
    let folder = try SessionFolder.create(in: scratch.path, day: "2026-11-21", method: "notes")
    _ = try await NoteTaking.begin(folder)
    var random = SeededRandom(seed: 9)
    for run in 1...Self.kills {
      let (path, delay) = (folder.path, UInt32.random(in: 0..<20_000, using: &random))
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, run = run as Int, delay = delay as UInt32] in
        try await work(in: path, run: run, untilKilledAfter: delay)
      }
      let notes = try await SessionReplay.of(folder).state.notes.map(\.text)
      let acknowledged = try acknowledgements(of: folder)
      #expect(notes.filter(Set(acknowledged).contains) == acknowledged)
      #expect(notes.count <= acknowledged.count + run, "at most one a run was stored and not yet acknowledged")
    }
    #expect(try await SessionReplay.of(folder).refusal == nil)
    #expect(try !acknowledgements(of: folder).isEmpty)
  }

  private func acknowledgements(of folder: SessionFolder) throws -> [String] {
    guard try folder.files.status(folder.path(of: "acknowledged")) != nil else { return [] }
    let text = String(decoding: try folder.files.read(folder.path(of: "acknowledged")), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }
}

/// Takes notes as fast as the disk allows, and writes down each acknowledgement; never returns.
private func work(in path: String, run: Int, untilKilledAfter microseconds: UInt32) async throws {
  let folder = try SessionFolder.existing(path)
  let host = try await NoteTaking.resume(folder)
  let log = folder.path(of: "acknowledged")
  let isNew = try folder.files.status(log) == nil
  let acknowledged = try folder.files.open(log, for: isNew ? .creating : .appending)
  Task.detached {
    usleep(microseconds)
    kill(getpid(), SIGKILL)
  }
  for number in 1... {
    let text = "note \(run).\(number)"
    _ = try await host.submit(NoteTaking.command(text, .note(text)))
    try acknowledged.writeAll(Array("\(text)\n".utf8))
  }
}
