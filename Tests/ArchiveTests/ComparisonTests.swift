import Archive
import Outcomes
import Testing

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
    #expect(shared.cells == [2, 2])
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
}
