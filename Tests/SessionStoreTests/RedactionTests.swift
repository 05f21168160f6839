import Foundation
import MethodModel
import Testing

@testable import SessionEngine
@testable import SessionStore

/// A person's name and words leave the journal; what was counted and decided, and the chain, stay.
struct `A redacted session` {
  private static let people = [
    Person(id: "p1", name: "Aino"), Person(id: "p2", name: "Bo"), Person(id: "p3", name: "Aino B"),
  ]

  /// What happens in the session, one event a command.
  private static let course: [any EventContent] = [
    entry("e1", by: "p1", "The lake is quiet in the morning"), entry("e2", by: "p2", "Ask Aino about the key"),
    entry("e3", by: "p3", "Ainola is far, and Aino B knows the way"), entry("e4", by: "p1", "Yes"),
    EntryReworded(id: "e1", outcome: "ideas", fields: ["text": "The lake is quiet at dawn"], by: nil),
    MarkSet(
      run: run, outcome: "ideas", unit: .person("p1"), thing: .entry("e2"), criterion: nil, value: "4",
      reason: "it saves us the walk", late: false, completes: true),
    NoteTaken(text: "Somebody said: The lake is quiet at dawn", take: nil),
    StopReached(
      stop: StopPoint(kind: .choice, path: "a", place: "a", question: "What of “Yes” by Aino?", options: [], by: "host")
    ),
  ]

  private static let run = RunID(take: 1, activity: 0)

  private static func entry(_ id: EntryID, by author: PersonID, _ text: String) -> EntryAdded {
    EntryAdded(
      run: run, outcome: "ideas", id: id, kind: .item, author: author, unit: .person(author),
      fields: ["text": text, "size": "large"], late: false)
  }

  /// Takes whatever comes, as an engine that has nothing to refuse.
  private static let deciding: SessionHost.Deciding = { command, state throws(Rejection) in
    let content: any EventContent
    switch command.body {
    case .start(let start):
      content = SessionStarted(
        method: "m", methodVersion: "1", methodHash: "h", language: "en", mode: .room, settings: start.settings,
        people: start.people, roles: [:], agreedEnd: 60, rehearsal: false)
    case .note(let number): content = course[Int(number) ?? 0]
    case .redact(let redaction):
      content = BodiesErased(
        person: redaction.person, by: redaction.by, removed: redaction.removed, standIns: redaction.standIns)
    default: return []
    }
    return [
      Event(
        sequence: state.sequence + 1, command: command.id, commandDigest: command.digest, actor: command.actor,
        wall: command.wall, elapsed: 0, reason: command.reason, body: content.asBody)
    ]
  }

  private static func resume(_ folder: SessionFolder) async throws -> SessionHost {
    try await SessionHost.resume(
      folder, deciding: deciding, as: NoteTaking.holder, random: SystemRandomNumberGenerator())
  }

  private func session() async throws -> (folder: SessionFolder, disk: MemoryDisk) {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    let start = StartSession(
      methodHash: "h", language: "en", settings: ["question": ["What would Aino do?"]], people: Self.people)
    let host = try await SessionHost.begin(
      folder, with: NoteTaking.command("start", .start(start)), deciding: Self.deciding, as: NoteTaking.holder,
      random: SystemRandomNumberGenerator())
    for number in Self.course.indices { _ = try await host.submit(NoteTaking.note(number, "\(number)")) }
    await host.close()
    return (folder, disk)
  }

  private func plan(
    _ person: PersonID, _ folder: SessionFolder, also: Bool = true
  ) throws -> RedactionPlan {
    try RedactionPlan.of(person, in: folder, RedactionScope(unwritten: ["size"])) { _ in also }
  }

  /// Puts it on record and leaves the journal's words to be erased; returns the state that the host then has.
  private func submit(_ plan: RedactionPlan, _ folder: SessionFolder) async throws -> SessionState {
    let host = try await Self.resume(folder)
    var command = NoteTaking.command(
      "redact-\(plan.person)",
      .redact(RedactPerson(plan.person, by: "Chen", standIns: plan.standIns, removed: plan.removed)))
    command.reason = "as asked"
    _ = try await host.submit(command)
    let state = await host.view { $0 }
    await host.close()
    return state
  }

  private func finish(_ folder: SessionFolder) async throws {
    let lock = try SessionLock.take(folder, as: NoteTaking.holder)
    let notes = try await SessionReplay.of(folder).state.notes.map(\.text).joined()
    try folder.finishErasing(lock, record: [("report.md", Array(notes.utf8))], kept: [])
  }

  private func redact(_ person: PersonID, _ folder: SessionFolder, also: Bool = true) async throws -> SessionState {
    let state = try await submit(try plan(person, folder, also: also), folder)
    try await finish(folder)
    return state
  }

  private func everything(in folder: SessionFolder) throws -> String {
    try FolderInventory(of: folder).files.map { file in
      try String(decoding: folder.files.read(folder.path(of: file.path)), as: UTF8.self)
    }.joined(separator: "\n")
  }

  @Test func `no longer holds the name or the words, and its chain still verifies`() async throws {
    let (folder, _) = try await session()
    let before = JournalContents(scanning: try folder.files.read(folder.journalPath))
    try folder.write(Array("{\"half\": \"Aino\"".utf8), to: "journal.torn-1")
    try folder.write(Array("Aino".utf8), to: ".report.md.new")
    _ = try await redact("p1", folder)
    let text = try everything(in: folder)
    let known = text.replacing("Aino B", with: "").replacing("Ainola", with: "")
    for word in ["Aino", "lake", "dawn", "walk", "Yes"] { #expect(!known.contains(word), "\(word) is still there") }
    #expect(text.contains("Ainola is far, and Aino B knows the way"), "that is somebody else")
    #expect(text.contains("Ask [removed p1] about the key"))
    #expect(text.contains("What would [removed p1] do?"))
    let after = JournalContents(scanning: try folder.files.read(folder.journalPath))
    #expect(after.summary.refusal == nil)
    #expect(after.frames.dropLast().map(\.hash) == before.frames.map(\.hash), "not one hash has changed")
    #expect(after.summary.erased == 8)
  }

  @Test func `is replayed as the host has it from then on, with every count as before`() async throws {
    let (folder, _) = try await session()
    let before = try await SessionReplay.of(folder).state
    let live = try await redact("p1", folder)
    let replay = try await SessionReplay.of(folder)
    #expect(replay.refusal == nil && !replay.isErasurePending)
    #expect(replay.state == live)
    #expect(live.outcomes["ideas"]?.entries.map(\.id) == before.outcomes["ideas"]?.entries.map(\.id))
    #expect(live.outcomes["ideas"]?.entries.map(\.author) == before.outcomes["ideas"]?.entries.map(\.author))
    #expect(live.outcomes["ideas"]?["e1"]?.fields == ["text": "[removed]", "size": "large"])
    #expect(live.roster["p1"]?.name == "[removed p1]" && live.roster["p3"]?.name == "Aino B")
    #expect(live.redactions.map(\.reason) == ["as asked"])
    #expect(live.redactions.first?.removed.texts == 4)
    #expect(try await Self.resume(folder).view { $0 } == live)
  }

  @Test func `leaves no fingerprint of a command that could be tried out`() async throws {
    let (folder, _) = try await session()
    let replay = try await SessionReplay.of(folder)
    let key = try #require(replay.fingerprintKey)
    let note = NoteTaking.note(0, "0")
    #expect(replay.state.accepted["note-0"]?.digest == (try EventCoding.digest(of: note, key: key)))
    let again = try await Self.resume(folder)
    #expect(try await again.submit(note)?.first == 2, "a repeat is known after a restart")
    await again.close()
    _ = try await redact("p2", folder)
    #expect(!(try everything(in: folder)).contains(key))
    #expect(try await SessionReplay.of(folder).fingerprintKey == nil)
  }

  @Test func `lists what others wrote and leaves what nobody agreed to`() async throws {
    let (folder, _) = try await session()
    let plan = try plan("p1", folder, also: false)
    #expect(
      plan.mentions.map(\.text) == [
        "What would Aino do?", "Ask Aino about the key", "Somebody said: The lake is quiet at dawn",
      ])
    #expect(plan.forms == ["Ainola"])
    _ = try await redact("p1", folder, also: false)
    let text = try everything(in: folder)
    #expect(text.contains("Ask Aino about the key"))
    #expect(text.contains("What of “[removed]” by [removed p1]?"), "what the program wrote is nobody's text")
  }

  @Test func `lost words of others that did not name the person`() async throws {
    let (folder, _) = try await session()
    let plan = try RedactionPlan.of("p1", in: folder, RedactionScope(unwritten: ["size"])) {
      $0.reason == .namesPerson
    }
    #expect(plan.mentions.map(\.reason) == [.namesPerson, .namesPerson, .saysTheSame])
    _ = try await submit(plan, folder)
    try await finish(folder)
    let text = try everything(in: folder)
    #expect(text.contains("Somebody said: The lake is quiet at dawn") && text.contains("Ask [removed p1] about"))
    let live = try await SessionReplay.of(folder).state
    #expect(live.outcomes["ideas"]?["e1"]?.fields["text"] == "[removed]")
  }

  @Test func `showed whose words had stood without a name by taking them out`() async throws {
    let (folder, _) = try await session()
    var scope = RedactionScope(unwritten: ["size"], nameless: [Self.run])
    #expect(try RedactionPlan.of("p1", in: folder, scope) { _ in false }.nameless == 4)
    scope.leavesNameless = true
    let plan = try RedactionPlan.of("p1", in: folder, scope) { _ in false }
    #expect(plan.nameless == 4 && plan.removed.texts == 0 && plan.removed.names > 0)
    _ = try await submit(plan, folder)
    try await finish(folder)
    let live = try await SessionReplay.of(folder).state
    #expect(live.outcomes["ideas"]?["e4"]?.fields["text"] == "Yes" && live.roster["p1"]?.name == "[removed p1]")
  }

  @Test func `kept the name in others' words for good once it was left there`() async throws {
    let (folder, _) = try await session()
    _ = try await redact("p1", folder, also: false)
    let plan = try RedactionPlan.of("p1", in: folder, RedactionScope(unwritten: ["size"], names: ["Aino"])) { _ in true
    }
    #expect(plan.mentions.contains { $0.text == "Ask Aino about the key" })
    _ = try await submit(plan, folder)
    try await finish(folder)
    #expect(try everything(in: folder).contains("Ask [removed p1] about the key"))
  }

  @Test func `is finished at the next opening, wherever a crash came in between`() async throws {
    for operation in 0..<60 {
      let (folder, disk) = try await session()
      _ = try await submit(try plan("p1", folder), folder)
      disk.plan(.powerCut, at: operation)
      _ = try? await finish(folder)
      for survival in [MemoryDisk.Survival.nothing, .everything] {
        let later = SessionFolder(path: folder.path, files: disk.afterPowerCut(survival))
        let replay = try await SessionReplay.of(later)
        #expect(replay.refusal == nil)
        if replay.isErasurePending {
          let error = await #expect(throws: SessionStoreError.self) { _ = try await Self.resume(later) }
          #expect(error?.code == .erasurePending)
        }
        try await finish(later)
        #expect(!(try everything(in: later)).contains("lake"), "operation \(operation), \(survival)")
        #expect(try await SessionReplay.of(later).state == replay.state)
      }
    }
  }

  @Test func `can be redacted again, also what stands in for erased words`() async throws {
    let (folder, _) = try await session()
    _ = try await redact("p1", folder)
    let live = try await redact("p2", folder)
    let text = try everything(in: folder)
    for word in ["Bo\"", "Ask ", "lake"] { #expect(!text.contains(word), "\(word) is still there") }
    #expect(live.redactions.map(\.person) == ["p1", "p2"])
    #expect(live.roster["p1"]?.name == "[removed p1]")
    #expect(try await SessionReplay.of(folder).state == live)
    #expect(JournalContents(scanning: try folder.files.read(folder.journalPath)).summary.refusal == nil)
  }

  @Test func `is shown as it stands now at every earlier moment too`() async throws {
    let (folder, _) = try await session()
    _ = try await redact("p1", folder)
    var names: Set<String> = []
    _ = try SessionReplay.walk(folder) { _, state in
      names.formUnion(state.roster.people.map(\.name))
      return true
    }
    #expect(names == ["[removed p1]", "Bo", "Aino B"])
  }

  @Test func `files beside it are cleared, and those that nobody can look into are named`() async throws {
    let (folder, _) = try await session()
    try folder.write(Array("Aino, Aino B and Ainola".utf8), to: "notes.txt")
    try folder.write([0xFF, 0xD8, 0x00], to: "wall.jpg")
    let plan = try plan("p1", folder)
    let files = try OtherFiles(of: folder, plan, record: ["report.md"])
    #expect(files.named.map(\.path) == ["notes.txt"] && files.opaque == ["wall.jpg"])
    #expect(try files.clear(folder, plan) == ["notes.txt"])
    #expect(
      String(decoding: try #require(try folder.bytes(of: "notes.txt")), as: UTF8.self)
        == "[removed p1], Aino B and Ainola")
  }

  @Test func `nobody is erased who was not there, and nothing in a damaged journal`() async throws {
    let (folder, disk) = try await session()
    #expect(throws: SessionStoreError.self) { try plan("p9", folder) }
    var bytes = try disk.read(folder.journalPath)
    bytes[bytes.count / 2] ^= 1
    try AtomicFile.write(bytes, to: folder.journalPath, in: disk)
    let error = #expect(throws: SessionStoreError.self) { try plan("p1", folder) }
    #expect(error?.code == .damaged)
  }
}

struct `A name in a text` {
  @Test(
    arguments: [
      ("Aino", [], "aino, Ainola, Aino's, “Aino”", ["aino", "Aino", "Aino"]),
      ("Bo", [], "Bo boards the Bo-boat", ["Bo", "Bo"]), ("Aino", ["Aino B"], "Aino B and Aino", ["Aino"]),
      ("Aino Laine", [], "Aino said, Laine wrote", ["Aino", "Laine"]),
      ("Aino Laine", ["Bo Laine"], "Aino said, Laine wrote", ["Aino"]), ("Åsa", [], "ÅSA, Åsas", ["ÅSA"]),
      ("Li", [], "Li, Linda, li", ["Li", "li"]), ("王", [], "王 said", ["王"]),
    ] as [(String, [String], String, [String])])
  func `is found as a word, and not where it is somebody else's`(
    name: String, others: [String], text: String, found: [String]
  ) {
    let finder = NameFinder([name], others: others)
    #expect(finder.places(in: text).map { String(text[$0]) } == found)
  }

  @Test func `may be a form of it, which is left and listed`() {
    #expect(NameFinder(["Aino"], others: ["Ainola"]).forms(in: "Ainon, Ainolle, Ainola, Aino") == ["Ainon", "Ainolle"])
  }
}
