import Outcomes
import SessionEngine
import SessionStore

/// An action in one of many sessions.
struct ShelvedAction: Sendable {
  let folder: SessionFolder
  /// What tells its session from all others.
  let identity: JournalHash
  let action: ActionRecord
  let site: String?
  let method: String
  let isRehearsal: Bool
  /// Sixty-four digits; people type the first few.
  let code: String

  init(_ action: ActionRecord, of record: Record, in folder: SessionFolder, _ identity: JournalHash) {
    self.action = action
    self.folder = folder
    self.identity = identity
    site = record.session.site
    method = record.method.title
    isRehearsal = record.session.rehearsal
    // Of what never changes, so that the id stays when the folder is renamed or the words are.
    code = JournalHash(of: Array("\(identity)/\(action.id)".utf8)).description
  }

  var isOpen: Bool { action.status == .open }
}

/// The actions of every session in a folder of sessions.
struct ActionShelf: Sendable {
  private(set) var actions: [ShelvedAction] = []
  /// What could not be read, in words for a person.
  private(set) var troubles: [String] = []
  /// How many digits of a code tell it from all others, and at least six.
  private(set) var digits = 6

  static func read(_ path: String) async throws(Failure) -> ActionShelf {
    do throws(SessionStoreError) {
      let survey = try await SessionShelf(path).survey { folder throws(SessionStoreError) in
        try await ReadSession.record(of: folder)
      }
      var shelf = ActionShelf()
      for session in survey.sessions {
        shelf.actions += session.value.actions.filter(\.counts).map {
          ShelvedAction($0, of: session.value, in: session.folder, session.identity)
        }
      }
      shelf.troubles = survey.troubles.map { "\($0.folder.name) was left out: \($0.error.message)" }
      shelf.troubles += survey.doubles.map {
        "\($0.folder.name) holds the same session as \($0.readInstead.name), which was read instead"
      }
      shelf.count()
      return shelf
    } catch {
      throw Failure(error)
    }
  }

  private mutating func count() {
    let codes = actions.map(\.code).sorted()
    let shared = zip(codes, codes.dropFirst()).map { first, second in
      zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    }
    digits = max(6, (shared.max() ?? 0) + 1)
  }

  func short(_ action: ShelvedAction) -> String { String(action.code.prefix(digits)) }

  /// The action whose id begins with what was typed.
  func action(_ typed: String) throws(Failure) -> ShelvedAction {
    let wanted = typed.lowercased()
    let found = actions.filter { $0.code.hasPrefix(wanted) }
    guard !wanted.isEmpty, found.count < 2 else {
      throw Failure(
        "“\(typed)” is the beginning of \(found.count) ids", remedy: "type more of it; dotank actions lists them",
        code: Exit.noInput)
    }
    guard let action = found.first else {
      throw Failure(
        "there is no action “\(typed)” in these sessions", remedy: "dotank actions --all lists every one with its id",
        code: Exit.noInput)
    }
    return action
  }
}

extension ReadSession {
  /// The record of a session: as it was written when that is not older than the journal, else made anew.
  static func record(of folder: SessionFolder) async throws(SessionStoreError) -> Record {
    let written = folder.path(of: SessionFolder.Name.outcome)
    if let journal = try? folder.files.status(folder.journalPath), let record = try? folder.files.status(written),
      record.modified >= journal.modified, let bytes = try? folder.files.read(written),
      let found = try? RecordFiles.record(fromJSON: bytes)
    {
      return found
    }
    let session = try await asFarAsItGoes(folder)
    // A journal that lost its end tells less than what was made of it before.
    if let ahead = WrittenRecord(in: folder), ahead.isAhead(of: session.replay.state),
      let bytes = try? folder.files.read(written), let found = try? RecordFiles.record(fromJSON: bytes)
    {
      return found
    }
    return Record.make(from: session.replay.state, engine: session.engine)
  }
}
