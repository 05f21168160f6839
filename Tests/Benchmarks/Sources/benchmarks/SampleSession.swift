import Diagnostics
import Foundation
import MethodLoading
import SessionEngine
import SessionStore

/// A session at a step that collects, ready for as many contributions as wanted.
struct SampleSession {
  let engine: SessionEngine

  init() throws {
    let text = """
      <method xmlns="urn:dotank:method:1" id="notes" version="1.0.0" xml:lang="en">
        <title>Notes</title>
        <purpose>Collect what the room says.</purpose>
        <fit people="2..60"/>
        <agenda>
          <step id="notes-step" time="60m"><title>Notes</title><say>Say it.</say><collect into="notes"/></step>
        </agenda>
      </method>
      """
    let loading = MethodLoader.load(SourceText(name: "notes.xml", text: text))
    guard let method = loading.method else { throw Trouble("the sample method is refused: \(loading.diagnostics)") }
    engine = SessionEngine(method)
  }

  static let people = (1...20).map { Person(id: PersonID("p\($0)"), name: "Person \($0)") }

  var start: Command {
    command("start", .start(StartSession(methodHash: "0", language: "en", people: Self.people)))
  }

  /// About as long as what people write on a card.
  func contribution(_ number: Int, saying words: String? = nil) -> Command {
    let text =
      words
      ?? "Contribution \(number): two colleagues visit each other's lessons once a month and note one thing to take over"
    let person = Self.people[number % Self.people.count].id
    return command(
      "c-\(number)", .add(AddEntry(id: EntryID("e-\(number)"), author: person, fields: ["text": text])))
  }

  func begin(in folder: URL) async throws -> SessionHost {
    let files = try SessionFolder.create(in: folder.path, day: "2026-11-21", method: "notes")
    let engine = engine
    return try await SessionHost.begin(
      files, with: start, deciding: { command, state throws(Rejection) in try engine.decide(command, state) },
      as: LockHolder(process: getpid(), since: WallTime(milliseconds: 0)), random: SystemRandomNumberGenerator())
  }

  static let wall = WallTime(milliseconds: 1_795_251_600_000)

  private func command(_ id: String, _ body: CommandBody) -> Command {
    Command(
      id: CommandID(id), actor: .host, wall: Self.wall, elapsed: 0, digest: id,
      body: body)
  }
}
