import Outcomes
import SessionStore
import Testing

@testable import SessionEngine

/// A small session on a disk in memory, as it stands when everybody has gone home.
struct KeptSession {
  let disk: MemoryDisk
  let folder: SessionFolder

  static let notes = ["Fewer forms", "Longer breaks", "Bo brings the key"]

  /// A started session with its method pinned, these notes taken, and the files of the record written.
  static func make(_ notes: [String] = notes) async throws -> KeptSession {
    let disk = MemoryDisk()
    let folder = try NoteTaking.folder(on: disk)
    let method = PinnedMethod(files: [PinnedMethod.File(name: "notes.xml", bytes: Array("<method/>".utf8))])
    try folder.pin(method)
    let start = NoteTaking.command(
      "start", .start(StartSession(methodHash: method.hash, language: "en", people: [Person(id: "p1", name: "Aino")])))
    let host = try await SessionHost.begin(
      folder, with: start, deciding: NoteTaking.deciding, as: NoteTaking.holder, random: SystemRandomNumberGenerator())
    for (number, note) in notes.enumerated() { _ = try await host.submit(NoteTaking.note(number, note)) }
    try folder.write(record: made(of: await host.view { $0 }))
    return KeptSession(disk: disk, folder: folder)
  }

  /// The files that such a session's journal makes.
  static func made(of state: SessionState) -> [RecordFiles.File] {
    [
      ("report.md", Array(state.notes.map(\.text).joined(separator: "\n").utf8)),
      ("tables/people.csv", Array("name\r\n".utf8)),
    ]
  }

  var journal: [UInt8] { get throws { try disk.read(folder.journalPath) } }

  func verify(
    head: HeadMark? = nil, schema: (RecordFiles.File, Bool) -> SessionVerification.SchemaCheck = { _, _ in .none }
  ) async throws -> SessionVerification {
    try await SessionVerification.of(folder, head: head, schema: schema, made: { state, _ in Self.made(of: state) })
  }

  /// Puts other bytes in the place of the journal.
  func replaceJournal(_ bytes: [UInt8]) throws { try AtomicFile.write(bytes, to: folder.journalPath, in: disk) }

  func text(of name: String) throws -> String {
    String(decoding: try #require(try folder.bytes(of: name), "\(name) is not there"), as: UTF8.self)
  }
}
