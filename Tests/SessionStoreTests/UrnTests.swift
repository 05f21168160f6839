import Diagnostics
import MethodLoading
import MethodModel
import Testing

@testable import SessionEngine
@testable import SessionStore

/// Ballots without names, on the disk of a session: nothing there says whose a ballot is.
struct `Ballots without names` {
  private static let people = ["aino", "bo", "chen", "dina", "eero", "fatima"]

  private func engine() throws -> SessionEngine {
    let text = """
      <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
      <title>Trial</title><purpose>To try one thing.</purpose><fit people="1..20"/>
      <scales><scale id="five" range="1..5"/></scales>
      <lists><list id="topics"><value id="pace"/><value id="rest"/></list></lists>
      <agenda><step id="rate" time="5m"><title>Rate</title>
      <rate of="topics" scale="five" into="marks" reason="optional" names="unkept"/></step>
      <step id="last" time="5m"><title>Last</title></step></agenda></method>
      """
    return SessionEngine(
      try #require(MethodLoader.load(SourceText(name: "trial.xml", text: text)).method))
  }

  private func begin(_ engine: SessionEngine, on disk: MemoryDisk) async throws -> (SessionFolder, SessionHost) {
    let folder = try SessionFolder.create(in: "/Sessions", day: "2026-11-21", method: "trial", files: disk)
    let start = StartSession(
      methodHash: "m", language: "en", people: Self.people.map { Person(id: PersonID($0), name: $0) })
    let host = try await SessionHost.begin(
      folder, with: NoteTaking.command("start", .start(start)), deciding: engine.decide, as: NoteTaking.holder,
      random: SeededRandom(seed: 5))
    return (folder, host)
  }

  private func ballot(_ person: String, _ value: String, _ reason: String, id: String? = nil) -> Command {
    NoteTaking.command(
      id ?? "ballot-\(person)",
      .handIn(
        HandIn(
          run: RunID(take: 1, activity: 0), unit: .person(PersonID(person)),
          marks: [BallotMark(.value("pace", of: "topics"), value: value, reason: reason)])))
  }

  private func text(_ folder: SessionFolder, _ name: String) throws -> String {
    String(decoding: try folder.files.read(folder.path(of: name)), as: UTF8.self)
  }

  private func journal(_ folder: SessionFolder) throws -> [String] {
    JournalContents(scanning: try folder.files.read(folder.journalPath)).frames.map { frame in
      "\(frame.spine.type) \(frame.spine.command) " + String(decoding: frame.body ?? [], as: UTF8.self)
    }
  }

  @Test func `wait in a file that knows no person, beside a journal that knows no ballot`() async throws {
    let (folder, host) = try await begin(try engine(), on: MemoryDisk())
    _ = try await host.submit(ballot("aino", "2", "too fast"))
    _ = try await host.submit(ballot("bo", "5", "just right"))
    let urn = try text(folder, SessionFolder.Name.urn)
    #expect(urn.contains("too fast") && urn.contains("just right"))
    for person in Self.people { #expect(!urn.contains(person)) }
    #expect(!urn.contains("ballot-"))
    for line in try journal(folder) where !line.hasPrefix("sessionStarted") {
      #expect(!line.contains("too fast") && !line.contains("just right"))
    }
  }

  @Test func `are sealed without receipts, and the urn is gone`() async throws {
    let (folder, host) = try await begin(try engine(), on: MemoryDisk())
    for (place, person) in Self.people.enumerated() {
      _ = try await host.submit(ballot(person, "\(place % 5 + 1)", "because \(place)"))
    }
    _ = try await host.submit(NoteTaking.command("next", .next))
    #expect(try folder.files.status(folder.path(of: SessionFolder.Name.urn)) == nil)
    let sealed = try #require(try journal(folder).first { $0.hasPrefix("urnSealed") })
    #expect(sealed.contains("because 0") && sealed.contains("because 5"))
    for person in Self.people { #expect(!sealed.contains(person)) }
    let replay = try await SessionReplay.of(folder)
    #expect(replay.state == (await host.view { $0 }))
    #expect(replay.state.takes[0].runs[0].marks.count == 6)
  }

  @Test func `leave no fingerprint that could be tried out`() async throws {
    var digests: [String] = []
    for value in ["1", "5"] {
      let (_, host) = try await begin(try engine(), on: MemoryDisk())
      _ = try await host.submit(ballot("aino", value, "so"))
      digests.append(await host.view { $0.accepted["ballot-aino"]?.digest ?? "" })
    }
    #expect(digests[0] == digests[1])
  }

  @Test func `are replaced by who hands in again, and by nobody after a restart`() async throws {
    let engine = try engine()
    let disk = MemoryDisk()
    let folder: SessionFolder
    do {
      let (made, host) = try await begin(engine, on: disk)
      folder = made
      _ = try await host.submit(ballot("aino", "1", "hasty"))
      _ = try await host.submit(ballot("aino", "4", "thought over", id: "again"))
      let urn = try text(folder, SessionFolder.Name.urn)
      #expect(!urn.contains("hasty") && urn.contains("thought over"))
    }
    let host = try await SessionHost.resume(
      folder, deciding: engine.decide, as: NoteTaking.holder, random: SeededRandom(seed: 6))
    let refusal = await #expect(throws: SessionHost.Refusal.self) {
      try await host.submit(ballot("aino", "3", "once more", id: "third"))
    }
    guard case .rejected(let rejection) = refusal else {
      Issue.record("not a rejection: \(String(describing: refusal))")
      return
    }
    #expect(rejection.code == .alreadyIn)
  }

  @Test func `outlive a restart and are sealed after it`() async throws {
    let engine = try engine()
    let disk = MemoryDisk()
    let folder: SessionFolder
    do {
      let (made, host) = try await begin(engine, on: disk)
      folder = made
      for person in Self.people.prefix(3) { _ = try await host.submit(ballot(person, "4", "before")) }
    }
    let host = try await SessionHost.resume(
      folder, deciding: engine.decide, as: NoteTaking.holder, random: SeededRandom(seed: 6))
    for person in Self.people.dropFirst(3) { _ = try await host.submit(ballot(person, "2", "after")) }
    _ = try await host.submit(NoteTaking.command("next", .next))
    #expect(await host.view { $0.takes[0].runs[0].marks.count } == 6)
  }

  @Test func `that a crash left behind after sealing go at the next opening`() async throws {
    let engine = try engine()
    let disk = MemoryDisk()
    let folder: SessionFolder
    let left: [UInt8]
    do {
      let (made, host) = try await begin(engine, on: disk)
      folder = made
      for person in Self.people { _ = try await host.submit(ballot(person, "4", "so")) }
      left = try folder.files.read(folder.path(of: SessionFolder.Name.urn))
      _ = try await host.submit(NoteTaking.command("next", .next))
    }
    try folder.write(left, to: SessionFolder.Name.urn)
    _ = try await SessionHost.resume(
      folder, deciding: engine.decide, as: NoteTaking.holder, random: SeededRandom(seed: 6))
    #expect(try folder.files.status(folder.path(of: SessionFolder.Name.urn)) == nil)
  }

  @Test func `that cannot be stored are not acknowledged`() async throws {
    let disk = MemoryDisk()
    let (folder, host) = try await begin(try engine(), on: disk)
    disk.plan(.fail(.diskFull), at: 0)
    await #expect(throws: SessionHost.Refusal.self) { try await host.submit(ballot("aino", "2", "so")) }
    disk.heal()
    #expect(try !journal(folder).contains { $0.hasPrefix("handedIn") })
  }
}
