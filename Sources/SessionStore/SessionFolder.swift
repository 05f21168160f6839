/// One session on disk: everything about it stands in one folder, readable by its owner only.
package struct SessionFolder: Sendable {
  /// The names in a session folder.
  package enum Name {
    package static let journal = "journal.jsonl"
    package static let method = "method"
    package static let lock = "lock"
    /// Ballots without names, until they are sealed.
    package static let urn = "urn"
    package static let outcome = "outcome.json"
    package static let report = "report.md"
    package static let tables = "tables"
    /// What the files of the record were when they were written.
    package static let sums = "SHA256SUMS"
  }

  package let path: String
  package let files: any FileLayer

  /// The folder's own name: what `resume` and `show` take.
  package var name: String { FilePath.name(of: path) }
  package var journalPath: String { path(of: Name.journal) }

  init(path: String, files: any FileLayer) {
    self.path = path
    self.files = files
  }

  package func path(of name: String) -> String { FilePath.joined(path, name) }

  /// Makes the folder of a new session: `2026-11-21-consent-decision-north-school`, or `…-2` when that is taken.
  ///
  /// `day` is the date where the session takes place, as `2026-11-21`.
  package static func create(
    in sessions: String, day: String, method: String, site: String? = nil, files: any FileLayer = SystemFiles()
  ) throws(SessionStoreError) -> SessionFolder {
    let name = SessionFolderName.make(day: day, method: method, site: site)
    do throws(FileFailure) {
      try files.makeFolders(sessions)
      var number = 1
      while true {
        let folder = SessionFolder(
          path: FilePath.joined(sessions, number == 1 ? name : "\(name)-\(number)"), files: files)
        if try folder.make() { return folder }
        number += 1
      }
    } catch {
      throw SessionStoreError(error, doing: "making a folder for the session", exit: .cannotCreate)
    }
  }

  /// False when the name is taken.
  private func make() throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      try files.makeFolder(path)
    } catch  where error.reason == .exists {
      return false
    }
    try files.synchronizeFolder(FilePath.parent(of: path))
    return true
  }

  /// The session in a folder that exists.
  package static func existing(
    _ path: String, files: any FileLayer = SystemFiles()
  ) throws(SessionStoreError) -> SessionFolder {
    let folder = SessionFolder(path: path, files: files)
    if try folder.holdsJournal() { return folder }
    if WrittenRecord(in: folder) != nil { throw .noJournal(path) }
    if path.hasSuffix(".zip"), (try? files.status(path))??.kind == .file { throw .packed(path) }
    throw SessionStoreError(
      .notASession, "'\(path)' is not a session: there is no \(Name.journal) in it",
      remedy: "name a folder that `dotank run` made", exit: .noInput)
  }

  func holdsJournal() throws(SessionStoreError) -> Bool {
    do { return try files.status(journalPath)?.kind == .file } catch {
      throw SessionStoreError(error, doing: "looking at the session")
    }
  }

  /// Writes a file of the record, or replaces it: the old one or the new one is there, never half of one.
  ///
  /// `name` may lead into a folder of the session: `tables/ideas.csv`.
  package func write(_ bytes: [UInt8], to name: String) throws(SessionStoreError) {
    let target = path(of: name)
    do { try files.makeFolders(FilePath.parent(of: target)) } catch {
      throw SessionStoreError(error, doing: "writing \(name)")
    }
    try AtomicFile.write(bytes, to: target, in: files)
  }
}
