import Diagnostics
import Foundation
import MethodLoading
import MethodModel
import Planning
import SessionEngine
import Testing

@testable import SessionStore

/// Whole sessions of the shipped methods, through the store and back: every event that they make is written and read.
struct `A rehearsed session` {
  static let shipped = ["one-two-four-all", "consent-decision", "adoption-readiness-hexagon"]

  private func engine(_ id: String) throws -> SessionEngine {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Methods/\(id).xml")
    let source = SourceText(name: "\(id).xml", bytes: Array(try Data(contentsOf: url.standardizedFileURL)))
    return SessionEngine(try #require(MethodLoader.load(source).method))
  }

  /// Runs a rehearsal to its end, and gives the folder and the state that the host ended with.
  private func rehearse(_ id: String, seed: UInt64) async throws -> (SessionFolder, SessionState) {
    let engine = try engine(id)
    var rehearsal = Rehearsal(engine, people: 12, seed: seed)
    let first = rehearsal.next(after: SessionState())
    let start = try #require(first)
    let folder = try SessionFolder.create(in: "/Sessions", day: "2030-01-07", method: id, files: MemoryDisk())
    let host = try await SessionHost.begin(
      folder, with: start, deciding: engine.decide, as: NoteTaking.holder, random: SeededRandom(seed: seed),
      durability: .atTheEnd)
    while let command = rehearsal.next(after: await host.view { $0 }) {
      do throws(SessionHost.Refusal) { _ = try await host.submit(command) } catch {
        guard case .rejected = error else { throw error }
      }
    }
    try await host.synchronize()
    return (folder, await host.view { $0 })
  }

  @Test(arguments: shipped) func `is rebuilt from its journal exactly as it was`(id: String) async throws {
    let (folder, state) = try await rehearse(id, seed: 7)
    let replay = try await SessionReplay.of(folder)
    #expect(replay.refusal == nil)
    #expect(replay.state == state)
    #expect(state.sequence > 50)
    #expect(folder.isOver)
  }

  @Test func `is the same bytes for the same seed`() async throws {
    var journals: [[UInt8]] = []
    for seed: UInt64 in [3, 3, 4] {
      let (folder, _) = try await rehearse("one-two-four-all", seed: seed)
      journals.append(try folder.files.read(folder.journalPath))
    }
    #expect(journals[0] == journals[1])
    #expect(journals[0] != journals[2])
  }
}
