extension SessionFolder {
  /// The hash of the journal's first entry: the same in every copy of a session, and in no other; nil when there is none.
  ///
  /// Only the beginning of the file is read: a line begins `{"crc":"8 digits","hash":"64 digits"`.
  package var identity: JournalHash? {
    guard let file = try? files.open(journalPath, for: .reading), let start = try? file.read(upTo: 96) else {
      return nil
    }
    let parts = start.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    guard parts.count > 7, parts[5].elementsEqual("hash".utf8) else { return nil }
    return JournalHash(String(decoding: parts[7], as: UTF8.self))
  }
}

/// What a look at every session of a shelf came to: one that cannot be read hides none of the others.
package struct ShelfSurvey<Value: Sendable>: Sendable {
  package struct Session: Sendable {
    package var folder: SessionFolder
    package var identity: JournalHash
    package var value: Value
  }

  /// Each session once, in the order of the shelf.
  package var sessions: [Session] = []
  /// Folders that hold the same session as another, which went further or is the first of equals, and was read instead.
  package var doubles: [(folder: SessionFolder, readInstead: SessionFolder)] = []
  package var troubles: [(folder: SessionFolder, error: SessionStoreError)] = []
}

extension SessionShelf {
  /// Reads something of every session on the shelf.
  package func survey<Value: Sendable>(
    _ read: (SessionFolder) async throws(SessionStoreError) -> Value
  ) async throws(SessionStoreError) -> ShelfSurvey<Value> {
    var survey = ShelfSurvey<Value>()
    for (folder, identity) in try each(&survey) {
      do throws(SessionStoreError) {
        survey.sessions.append(.init(folder: folder, identity: identity, value: try await read(folder)))
      } catch {
        survey.troubles.append((folder, error))
      }
    }
    return survey
  }

  /// The session with that first entry, whatever its folder is called.
  package func session(with identity: JournalHash) throws(SessionStoreError) -> SessionFolder? {
    var survey = ShelfSurvey<Bool>()
    return try each(&survey).first { $0.identity == identity }?.folder
  }

  /// Every session once: of several folders with the same session the one whose journal is longest.
  private func each<Value>(
    _ survey: inout ShelfSurvey<Value>
  ) throws(SessionStoreError) -> [(folder: SessionFolder, identity: JournalHash)] {
    var chosen: [JournalHash: (folder: SessionFolder, length: Int)] = [:]
    var order: [JournalHash] = []
    for folder in try sessions() {
      guard let identity = folder.identity else {
        survey.troubles.append((folder, Self.noBeginning(folder)))
        continue
      }
      let length = (try? folder.files.status(folder.journalPath))?.length ?? 0
      if let other = chosen[identity] {
        let isLonger = length > other.length
        survey.doubles.append(isLonger ? (other.folder, folder) : (folder, other.folder))
        if isLonger { chosen[identity] = (folder, length) }
      } else {
        chosen[identity] = (folder, length)
        order.append(identity)
      }
    }
    return order.compactMap { identity in chosen[identity].map { ($0.folder, identity) } }
  }

  private static func noBeginning(_ folder: SessionFolder) -> SessionStoreError {
    SessionStoreError(
      .damaged, "the journal of '\(folder.name)' does not begin as one does",
      remedy: "bring back a copy of journal.jsonl from a backup", exit: .data)
  }
}
