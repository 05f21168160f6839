import Archive
import Foundation
import Outcomes
import Testing

@testable import Outcomes

@Suite struct ComparisonTests {
  @Test func `sessions stand side by side, the oldest first, with a gap where one has nothing`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1)
    try archive.add("2026-04-01-ideas", identity: 2) { record in
      record.timing.takes.removeLast()
      record.timing.takes[0].status = "skipped"
      record.timing.takes[0].skipReason = "no time"
      record.outcomes[1].entries.removeLast()
    }
    let comparison = try await archive.index().comparison(ArchiveQuery(method: "ideas"))
    #expect(comparison.sessions.map(\.date) == ["2026-03-14", "2026-04-01"])
    #expect(comparison.steps.map(\.id) == ["alone", "share", "vote", "act"])
    #expect(comparison.steps[0].cells[1]?.isSkipped == true)
    #expect(comparison.steps[0].cells[1]?.reason == "no time")
    #expect(comparison.steps[3].cells[0] != nil)
    #expect(comparison.steps[3].cells[1] == nil)
    let shared = try #require(comparison.outcomes.first { $0.id == "shared" })
    #expect(shared.cells.map { $0?.entries } == [2, 2])
    #expect(comparison.deviations.filter(\.changesMethod).map(\.kind) == ["extended", "extended"])
  }

  @Test func `a session that stands there twice counts once`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1)
    try archive.add("2026-03-14-ideas-copy", identity: 1)
    try archive.add("2026-04-01-ideas", identity: 2)
    let comparison = try await archive.index().comparison(ArchiveQuery(method: "ideas"))
    #expect(comparison.sessions.map(\.folder) == ["2026-03-14-ideas", "2026-04-01-ideas"])
    #expect(comparison.copies == ["2026-03-14-ideas-copy"])
    #expect(comparison.steps.allSatisfy { $0.cells.count == 2 })
  }

  @Test func `decisions of three teams were told as one that came up three times`() async throws {
    let archive = SampleArchive()
    let sample = try #require(try Self.golden("consent").outcomes.flatMap(\.decisions).last)
    try archive.add("2026-03-14-teams", identity: 1) { record in
      record.outcomes[0].decisions = ["deferred", "rejected", "rejected"].enumerated().map { number, result in
        var decision = sample
        (decision.result, decision.counts) = (result, true)
        decision.part = Attribution(kind: .group, id: "teams/\(number)", name: "Team \(number)")
        return decision
      }
    }
    let verdict = try #require(try await archive.index().comparison(ArchiveQuery()).verdicts.first)
    let results = try #require(verdict.cells[0]).results
    #expect(results.map(\.result) == ["deferred", "rejected", "rejected"] && results.map(\.attempts) == [1, 1, 1])
  }

  @Test func `a later attempt at the same subject counts, and what was sent back is told with its reason`() async throws
  {
    let archive = SampleArchive()
    try archive.add("2026-03-14-gate", identity: 1, bytes: Self.gate())
    let comparison = try await archive.index().comparison(ArchiveQuery())
    let results = try #require(comparison.verdicts.first?.cells[0]).results
    #expect(results.map(\.result) == ["pass"] && results.map(\.attempts) == [2])
    let reworks = comparison.deviations.filter { $0.kind == "rework" }
    #expect(reworks.map(\.reason) == ["two scores are low"] && reworks.allSatisfy(\.changesMethod))
    #expect(comparison.sessions[0].changes == (try RecordFiles.record(fromJSON: Self.gate())).deviations.count)
  }

  @Test func `rounds of a loop stood as attempts`() async throws {
    let archive = SampleArchive()
    var record = try Self.golden("gate")
    for index in record.checkpoints.indices {
      record.checkpoints[index].place.path = "rounds#\(index + 1)/gate"
      record.checkpoints[index].counts = true
    }
    record.session.started = nil
    try archive.add("2026-03-14-gate", identity: 1, bytes: RecordFiles.json(record))
    let results = try #require(try await archive.index().comparison(ArchiveQuery()).verdicts.first?.cells[0]).results
    #expect(results.map(\.result) == ["pass"] && results.map(\.attempts) == [1])
  }

  @Test func `time used of every run stood beside the time planned of those that count`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) { record in
      var again = record.timing.takes[0]
      (again.counts, again.planned, again.used) = (false, 600, 777)
      record.timing.takes.append(again)
    }
    let record = try Self.golden("ideas")
    let step = record.timing.takes[0].place.step
    let takes = record.timing.takes.filter { $0.place.step == step && $0.counts }
    let steps = try await archive.index().comparison(ArchiveQuery()).steps
    let cell = try #require(steps.first { $0.id == step }?.cells[0])
    #expect(cell.used == takes.reduce(0) { $0 + $1.used } && cell.planned == takes.reduce(0) { $0 + $1.planned })
  }

  @Test func `a session's time was that of all its steps, which run side by side`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) { record in
      (record.timing.used, record.timing.total, record.timing.paused) = (37104, 15200, 66)
    }
    #expect(try await archive.index().comparison(ArchiveQuery()).sessions[0].used == 15134)
  }

  @Test func `entries of which only the number may be known were told as none`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) { record in
      record.outcomes[1].entries = []
      record.outcomes[1].withheld = [WithheldCount(count: 7, take: 1, why: .private)]
    }
    let outcomes = try await archive.index().comparison(ArchiveQuery()).outcomes
    let cell = try #require(outcomes.first { $0.id == "shared" }?.cells[0])
    #expect(cell.entries == 0 && cell.keptBack == 7 && cell.why == .private)
  }

  @Test func `a title that names another thing in each session names none`() async throws {
    let archive = SampleArchive()
    for (number, name) in ["tea", "cake"].enumerated() {
      try archive.add("2026-03-1\(number)-ideas", identity: number) {
        $0.timing.takes[0].place.title = "Do we adopt \(name) at our school?"
      }
    }
    let steps = try await archive.index().comparison(ArchiveQuery()).steps
    #expect(steps[0].title == "Do we adopt … at our school?")
  }

  @Test func `a figure that was kept back in a session is kept back here`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) { record in
      for ballot in record.outcomes[2].ballots.indices {
        for row in record.outcomes[2].ballots[ballot].statistics.indices {
          record.outcomes[2].ballots[ballot].statistics[row].withheld = .fewerThanFive
          record.outcomes[2].ballots[ballot].statistics[row].sum = nil
        }
      }
    }
    let comparison = try await archive.index().comparison(ArchiveQuery())
    #expect(!comparison.figures.isEmpty)
    #expect(comparison.figures.allSatisfy { $0.cells[0]?.withheld == .fewerThanFive && $0.cells[0]?.sum == nil })
  }

  // MARK: Given

  private static func golden(_ name: String) throws -> Record {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "OutcomesTests/Goldens/\(name)/outcome.json")
    return try RecordFiles.record(fromJSON: Array(Data(contentsOf: file)))
  }

  /// A gate that sent back once and then let pass.
  private static func gate() throws -> [UInt8] {
    var record = try golden("gate")
    record.checkpoints[0].reason = "two scores are low"
    record.session.started = nil
    return RecordFiles.json(record)
  }
}
