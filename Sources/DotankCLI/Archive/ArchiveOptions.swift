import Archive
import ArgumentParser
import MethodModel
import Outcomes
import SessionEngine
import SessionStore

/// Which sessions of the archive are meant.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only sessions with this method or a variant of it.", valueName: "id"))
  var method: String?

  @Option(help: ArgumentHelp("From this day, month or year on: 2026-11-21, 2026-11 or 2026.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Up to and with this day, month or year.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Only where the site's name contains this.", valueName: "text"))
  var site: String?

  @Option(help: ArgumentHelp("Only sessions that were given this tag.", valueName: "word"))
  var tag: String?

  @Option(
    help: "Only methods of this pillar: \(Pillar.allCases.map(\.rawValue).joined(separator: ", ")).")
  var pillar: Pillar?

  @Option(
    help: ArgumentHelp(
      "Only sessions with this decision, verdict or end, for example adopted, rework, not-adopted.", valueName: "word"))
  var decision: String?

  @Flag(help: "Rehearsals with people who are made up, too.")
  var rehearsals = false

  func query(search: String? = nil, owner: String? = nil) throws(Failure) -> ArchiveQuery {
    ArchiveQuery(
      search: search, method: method, from: try DateOption.read(from, "--from"), to: try DateOption.read(to, "--to"),
      site: site,
      tag: tag, pillar: pillar?.rawValue, verdict: decision, owner: owner, withRehearsals: rehearsals)
  }
}

/// A day, month or year, as `2026-11-21`, `2026-11` or `2026`; a month or year means up to its last day.
enum DateOption {
  static func read(_ text: String?, _ option: String) throws(Failure) -> String? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      zip(parts, [4, 2, 2]).allSatisfy { $0.count == $1 && $0.utf8.allSatisfy { (48...57).contains($0) } }
      && (1...3).contains(parts.count)
    guard isDate else {
      throw Failure(
        "\(option) takes a day, month or year, not “\(text)”", remedy: "for example  \(option) 2026-11-21",
        code: Exit.usage)
    }
    return text
  }
}

/// The archive of a folder of sessions, brought up to date.
enum Archives {
  static func open(_ path: String) async throws(Failure) -> ArchiveIndex {
    guard ((try? SystemFiles().status(path)) ?? nil)?.kind == .folder else {
      throw Failure(
        "there are no sessions in '\(path)'", remedy: "say with `--sessions DIR` where yours are", code: Exit.noInput)
    }
    do {
      let index = try ArchiveIndex.open(SessionShelf(path))
      try await index.refresh { await record(of: $0) }
      return index
    } catch {
      throw Failure(error)
    }
  }

  /// Takes a session that was just written into the index beside it. What does not work now is made good when the archive
  /// is next asked.
  static func take(_ folder: SessionFolder) {
    let shelf = SessionShelf(FilePath.parent(of: folder.path))
    try? ArchiveIndex.open(shelf).take(folder)
  }

  /// The record of a session that has not written one since its journal went on.
  private static func record(of folder: SessionFolder) async -> [UInt8]? {
    guard let session = try? await ReadSession.whole(folder) else { return nil }
    return RecordFiles.json(Record.make(from: session.replay.state, engine: session.engine))
  }
}

extension Failure {
  init(_ error: ArchiveError) {
    self.init(error.message, remedy: error.remedy, code: error.exit.rawValue)
  }
}
