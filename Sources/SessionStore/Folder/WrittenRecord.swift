package import Outcomes
package import SessionEngine

/// Up to which moment the files of a session tell, by their own word: what shows that the journal beside them lost its end.
package struct WrittenRecord: Sendable {
  /// The moment of the newest event that they were made of.
  package let upTo: Moment
  private let hasEnded: Bool

  /// Nil when there is no record, or none that can be read.
  package init?(in folder: SessionFolder) {
    guard let bytes = try? folder.bytes(of: SessionFolder.Name.outcome),
      let record = try? RecordFiles.record(fromJSON: bytes), let upTo = record.session.upTo
    else { return nil }
    self.upTo = upTo
    hasEnded = record.session.status == .ended
  }

  /// Whether the files tell of more than the journal that made this state.
  package func isAhead(of state: SessionState) -> Bool {
    guard state.sequence > 0 else { return true }
    let newest = Moment(state.clock.wall)
    if upTo.description != newest.description { return upTo.description > newest.description }
    if case .ended = state.status { return false }
    return hasEnded
  }

  /// Why nothing may be made of the journal as if it were whole.
  package func refusal(beside state: SessionState) -> SessionStoreError? {
    guard isAhead(of: state) else { return nil }
    return SessionStoreError(
      .shorter, words(beside: state), remedy: Self.remedy, exit: .data)
  }

  func words(beside state: SessionState) -> String {
    let end = state.sequence > 0 ? "it ends at \(Self.said(Moment(state.clock.wall)))" : "no whole entry is in it"
    return
      "the journal is shorter than what the files beside it were made from: \(end), and they tell of all up to \(Self.said(upTo))"
  }

  /// `2026-11-21 09:00:00 UTC`
  private static func said(_ moment: Moment) -> String {
    moment.description.prefix { $0 != "." }.replacing("T", with: " ") + " UTC"
  }

  static let remedy =
    "keep the files as they are, and look for a copy of journal.jsonl, in a backup or on another machine"
}

extension SessionReplay {
  /// Why the journal must not pass for the whole session: it is damaged, newer, empty, or shorter than the files beside it.
  package func doubt(in folder: SessionFolder) -> SessionStoreError? {
    if let refusal { return refusal }
    if let lost = WrittenRecord(in: folder)?.refusal(beside: state) { return lost }
    return state.sequence > 0 ? nil : .neverBegan(folder)
  }
}

extension SessionStoreError {
  /// Nothing was ever said in a session, as far as anybody can tell.
  static func neverBegan(_ folder: SessionFolder) -> SessionStoreError {
    SessionStoreError(
      .notASession, "the session in '\(folder.path)' never began", remedy: "start it anew with `dotank run`",
      exit: .noInput)
  }
}

extension SessionFolder {
  /// Moves the files of a record that tells of more than the journal into a folder of their own, before others are made;
  /// returns that folder's name, nil where nothing had to be moved.
  ///
  /// Hold the session's lock.
  package func setAsideRecord(aheadOf state: SessionState) throws(SessionStoreError) -> String? {
    guard let written = WrittenRecord(in: self), written.isAhead(of: state) else { return nil }
    let moment = written.upTo.description.prefix { $0 != "." }.filter { $0 != ":" }
    let name = try freeFolder("\(Self.asidePrefix)\(moment)Z")
    // What shows that there is something to be moved goes last, so that a crash leaves no half of it to be replaced.
    let own = try writtenFiles().keys.filter { $0 != Name.outcome }.sorted()
    do throws(FileFailure) {
      for file in own + [Name.sums, Name.outcome] where try files.status(path(of: file)) != nil {
        let target = path(of: "\(name)/\(file)")
        try files.makeFolders(FilePath.parent(of: target))
        try files.rename(path(of: file), to: target)
        try files.synchronizeFolder(FilePath.parent(of: target))
      }
      try files.synchronizeFolder(path)
    } catch {
      throw SessionStoreError(error, doing: "setting the earlier record aside")
    }
    return name
  }

  private static let asidePrefix = "before-"

  /// Whether a file of the folder is one of those.
  static func isRecordSetAside(_ path: String) -> Bool { path.hasPrefix(asidePrefix) && path.contains("/") }

  /// The folders in which such files lie.
  func recordsSetAside() throws(SessionStoreError) -> [String] {
    do throws(FileFailure) {
      return try files.list(path).filter { $0.hasPrefix(Self.asidePrefix) }
    } catch {
      throw SessionStoreError(error, doing: "looking at the session")
    }
  }

  private func freeFolder(_ name: String) throws(SessionStoreError) -> String {
    do throws(FileFailure) {
      var candidate = name
      var number = 1
      while try files.status(path(of: candidate)) != nil {
        number += 1
        candidate = "\(name)-\(number)"
      }
      return candidate
    } catch {
      throw SessionStoreError(error, doing: "setting the earlier record aside")
    }
  }
}
