import MethodModel
import Outcomes
import SessionEngine
import SessionStore

/// Reads what earlier sessions came to, for the settings that name them.
enum EarlierSessions {
  /// By setting. `settings` names a folder, or a session among those in `sessions`, also one of which only the record is
  /// here; what is damaged, or not as it was written, is refused.
  static func read(
    _ settings: [String: [String]], for method: Method, in sessions: String
  ) async throws(Failure) -> [String: EarlierOutcome]? {
    var earlier: [String: EarlierOutcome] = [:]
    for setting in method.settings where setting.kind == .earlier {
      guard let path = settings[setting.id]?.first, let outcome = setting.outcome else { continue }
      earlier[setting.id] = try await read(outcome, of: path, for: setting.id, in: sessions)
    }
    return earlier.isEmpty ? nil : earlier
  }

  private static func read(
    _ outcome: String, of path: String, for setting: String, in sessions: String
  ) async throws(Failure) -> EarlierOutcome {
    let folder = try folder(path, in: sessions)
    let record = try await record(of: folder)
    guard let found = record.earlier(outcome, session: folder.name) else {
      let known = record.outcomes.map(\.id).joined(separator: ", ")
      throw Failure(
        "“\(setting)” reads the outcome “\(outcome)”, and \(folder.name) has none of that name",
        remedy: known.isEmpty ? "it has no outcomes" : "it has \(known)", code: Exit.usage)
    }
    return found
  }

  private static func folder(_ path: String, in sessions: String) throws(Failure) -> SessionFolder {
    if let found = SessionFolder.existing(named: path, in: sessions) { return found }
    if let alone = SessionShelf(sessions).recordAlone(path) { return alone }
    do throws(SessionStoreError) { return try SessionFolder.existing(path) } catch { throw Failure(error) }
  }

  /// From the journal, which vouches for it, where that is here.
  private static func record(of folder: SessionFolder) async throws(Failure) -> Record {
    if folder.holdsRecordAlone { return try folder.heldRecord() }
    do throws(SessionStoreError) { return try await ReadSession.whole(folder).record } catch { throw Failure(error) }
  }
}
