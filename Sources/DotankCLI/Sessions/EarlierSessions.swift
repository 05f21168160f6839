import MethodModel
import Outcomes
import SessionEngine
import SessionStore

/// Reads what earlier sessions came to, for the settings that name them.
enum EarlierSessions {
  /// By setting. `settings` names a folder, or a session among those in `sessions`; of each only the record is read.
  static func read(
    _ settings: [String: [String]], for method: Method, in sessions: String
  ) throws(Failure) -> [String: EarlierOutcome]? {
    var earlier: [String: EarlierOutcome] = [:]
    for setting in method.settings where setting.kind == .earlier {
      guard let path = settings[setting.id]?.first, let outcome = setting.outcome else { continue }
      earlier[setting.id] = try read(outcome, of: path, for: setting.id, in: sessions)
    }
    return earlier.isEmpty ? nil : earlier
  }

  private static func read(
    _ outcome: String, of path: String, for setting: String, in sessions: String
  ) throws(Failure) -> EarlierOutcome {
    let folder: SessionFolder
    if let found = SessionFolder.existing(named: path, in: sessions) {
      folder = found
    } else {
      do throws(SessionStoreError) { folder = try SessionFolder.existing(path) } catch { throw Failure(error) }
    }
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try folder.files.read(folder.path(of: SessionFolder.Name.outcome)) } catch {
      throw Failure(
        "the session \(folder.name) has no record to compare with",
        remedy: "open it once with  dotank resume \(path)  and leave it again, which writes its record",
        code: Exit.noInput)
    }
    let record: Record
    do throws(RecordReadingError) { record = try RecordFiles.record(fromJSON: bytes) } catch {
      throw Failure(
        "the record of \(folder.name) cannot be read: \(error)", remedy: "write it anew by  dotank resume \(path)",
        code: Exit.data)
    }
    guard let found = record.earlier(outcome, session: folder.name) else {
      let known = record.outcomes.map(\.id).joined(separator: ", ")
      throw Failure(
        "“\(setting)” reads the outcome “\(outcome)”, and \(folder.name) has none of that name",
        remedy: known.isEmpty ? "it has no outcomes" : "it has \(known)", code: Exit.usage)
    }
    return found
  }
}
