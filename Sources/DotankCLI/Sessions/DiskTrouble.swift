import SessionStore

extension Failure {
  /// The journal has everything; only what is made of it could not be written.
  static func filesNotMade(_ error: SessionStoreError, of folder: SessionFolder) -> Failure {
    Failure(
      "all of it is in the journal, but the session's files could not be made of it: \(reason(error))",
      remedy: "\(room(error)), then  dotank export \(World.quoted(folder.name))  makes them", code: error.exit.rawValue)
  }

  /// Something was to be recorded after a session, and was not: nobody is speaking whose words would be lost.
  static func notRecorded(_ what: String, _ error: SessionStoreError) -> Failure {
    guard error.code == .notSaved else { return Failure(error) }
    return Failure(
      "\(what): \(reason(error))", remedy: "\(room(error)), then do it again", code: error.exit.rawValue)
  }

  static func reason(_ error: SessionStoreError) -> String { error.cause?.reason.words ?? error.message }

  static func room(_ error: SessionStoreError) -> String {
    switch error.cause?.reason {
    case .diskFull?, .quota?: "free some space on this disk"
    case .tooLarge?: "raise the limit for file sizes (`ulimit -f`)"
    default: error.cause?.reason.remedy ?? "look at the disk"
    }
  }
}
