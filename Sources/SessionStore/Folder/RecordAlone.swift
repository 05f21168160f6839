/// A record without the journal that it was made from: a bundle to hand on leaves it out, so that what is private stays.
extension SessionFolder {
  /// Whether there is a record here, and no journal.
  package var holdsRecordAlone: Bool {
    guard (try? holdsJournal()) == false else { return false }
    return (try? files.status(path(of: Name.outcome)))??.kind == .file
  }
}

extension SessionShelf {
  /// The folder that somebody means in which a record stands without its journal; nil when it is not exactly one.
  package func recordAlone(_ typed: String) -> SessionFolder? {
    if typed.contains("/") || typed == "." {
      let folder = folder(at: typed)
      return folder.holdsRecordAlone ? folder : nil
    }
    let names = (try? names()) ?? []
    let meant = names.contains(typed) ? [typed] : names.filter { $0.hasPrefix(typed) }
    let found = meant.map { folder(named: $0) }.filter(\.holdsRecordAlone)
    return found.count == 1 ? found[0] : nil
  }

  /// Every such folder, in the order of names.
  package func recordsAlone() throws(SessionStoreError) -> [SessionFolder] {
    try names().map { folder(named: $0) }.filter(\.holdsRecordAlone)
  }
}

extension SessionStoreError {
  static func noJournal(_ path: String) -> SessionStoreError {
    let name = SessionFolder.Name.journal
    return SessionStoreError(
      .shorter, "'\(path)' has a record, and not the journal that it was made from: there is no \(name) in it",
      remedy: "`dotank review` shows the record; for all else ask for a copy of \(name): a bundle made with "
        + "`--with-journal`, a backup, another machine", exit: .data)
  }

  static func packed(_ path: String) -> SessionStoreError {
    SessionStoreError(
      .notASession, "'\(path)' is a zip, which is not looked into",
      remedy: "unpack it into a folder of sessions first:  unzip \(FilePath.name(of: path)) -d Sessions", exit: .noInput
    )
  }
}
