import Archive
import Testing

@testable import Outcomes

@Suite struct ArchiveQueryTests {
  /// Three sessions that differ in everything that can be asked for.
  private static func archive() throws -> SampleArchive {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) {
      $0.session.site = "Kuusikkö 100 %"
      $0.session.tags = ["pilot"]
      $0.method.pillars = ["research"]
    }
    try archive.add("2026-11-02-gate", identity: 2) {
      $0.method.id = "gate"
      $0.session.end?.name = "not-adopted"
      $0.settings = [
        SettingRecord(
          id: "problem", kind: "text", ask: "What is it about?", values: ["Whose kettle"], labels: ["Whose kettle"])
      ]
      $0.actions = []
    }
    try archive.add("2026-11-30-variant", identity: 3) {
      $0.method.id = "ideas-for-all"
      $0.method.variantOf = "ideas 1.0.0"
      $0.actions[0].owner = "Zelda"
      $0.actions[1].owner = nil
    }
    try archive.add("2026-12-01-rehearsed", identity: 4) { $0.session.rehearsal = true }
    return archive
  }

  @Test(arguments: [
    (ArchiveQuery(), "variant gate ideas"), (ArchiveQuery(withRehearsals: true), "rehearsed variant gate ideas"),
    (ArchiveQuery(method: "ideas"), "variant ideas"), (ArchiveQuery(method: "gate"), "gate"),
    (ArchiveQuery(from: "2026-11-03"), "variant"), (ArchiveQuery(to: "2026-11"), "variant gate ideas"),
    (ArchiveQuery(from: "2026-11", to: "2026-11-02"), "gate"), (ArchiveQuery(site: "kuusikkö 100 %"), "ideas"),
    (ArchiveQuery(site: "KUUSIKKÖ"), "ideas"), (ArchiveQuery(site: "kuusikko"), "ideas"), (ArchiveQuery(site: "_"), ""),
    (ArchiveQuery(tag: "Pilot"), "ideas"), (ArchiveQuery(pillar: "research"), "ideas"),
    (ArchiveQuery(verdict: "not-adopted"), "gate"), (ArchiveQuery(owner: "zelda"), "variant"),
    (ArchiveQuery(search: "coffee"), "variant gate ideas"), (ArchiveQuery(search: "COFF"), "variant gate ideas"),
    (ArchiveQuery(search: "coffee tea"), ""), (ArchiveQuery(search: "zelda"), "variant"),
    (ArchiveQuery(search: "kuusikko"), "ideas"), (ArchiveQuery(search: "whose kettle"), "gate"),
    (ArchiveQuery(search: "\"* NOT tea ("), ""),
    (ArchiveQuery(search: "!?"), ""),
  ])
  func `each part of a query must hold`(query: ArchiveQuery, found: String) async throws {
    let archive = try Self.archive()
    let cards = try await archive.index().sessions(query)
    #expect(cards.map { $0.folder.dropFirst(11) }.joined(separator: " ") == found)
    #expect(try await archive.index().count(query) == cards.count)
  }

  @Test func `a variant of a variant was not of the family of its base`() async throws {
    let archive = try Self.archive()
    try archive.add("2026-12-02-again", identity: 5) {
      $0.method.id = "ideas-again"
      $0.method.variantOf = "ideas-for-all 1.0.0, ideas 1.0.0"
    }
    let index = try await archive.index()
    for (method, found) in [
      ("ideas", "again variant ideas"), ("ideas-for-all", "again variant"), ("ideas-again", "again"), ("all", ""),
    ] {
      let cards = try index.sessions(ArchiveQuery(method: method))
      #expect(cards.map { $0.folder.dropFirst(11) }.joined(separator: " ") == found)
    }
    #expect(try index.methods() == ["gate", "ideas", "ideas-again", "ideas-for-all"])
  }

  @Test func `a text is found with the words around it`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1)
    let hits = try await archive.index().hits(ArchiveQuery(search: "coffee"), limit: 5)
    #expect(hits.map(\.excerpt) == ["More «coffee»"])
    #expect(hits.map(\.kind) == [.item])
    #expect(hits.map(\.place) == ["Shared ideas"])
  }

  @Test func `what a session was about is found in its settings`() async throws {
    let hits = try await Self.archive().index().hits(ArchiveQuery(search: "kettle"), limit: 5)
    #expect(hits.map(\.kind) == [.setting] && hits.map(\.place) == ["What is it about?"])
  }

  @Test func `a place was called by its id where the outcome has no title`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1) { record in
      for index in record.outcomes.indices { record.outcomes[index].title = nil }
    }
    let index = try await archive.index()
    let titles = try SampleArchive.recorded().timing.takes.map(\.place.title)
    for place in try index.hits(ArchiveQuery(search: "coffee"), limit: 5).map(\.place) {
      #expect(titles.contains(place))
    }
    let outcomes = try index.comparison(ArchiveQuery()).outcomes
    #expect(!outcomes.isEmpty && outcomes.allSatisfy { titles.contains($0.title) })
  }

  @Test func `some of what is meant comes with how much there is`() async throws {
    let index = try await Self.archive().index()
    let page = try index.page(ArchiveQuery(withRehearsals: true), limit: 2)
    #expect(page.cards.map(\.date) == ["2026-12-01", "2026-11-30"] && page.total == 4)
    #expect(try index.methods() == ["gate", "ideas", "ideas-for-all"])
  }

  @Test func `no word of a search is an operator`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-03-14-ideas", identity: 1)
    let index = try await archive.index()
    for hostile in ["coffee OR", "NEAR(a b)", "a AND", "-coffee", "text:coffee", "'; DROP TABLE sessions; --", "\u{0}"]
    {
      _ = try index.sessions(ArchiveQuery(search: hostile, site: hostile, verdict: hostile))
    }
    #expect(try index.sessions(ArchiveQuery(search: "-coffee")).count == 1)
  }
}
