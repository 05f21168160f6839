package import MethodModel

/// Takes words out of a journal for good; spines, hashes and the chain stay as they are.
enum JournalErasing {
  /// Writes the journal anew without the bodies of these entries: the old one or the new one is there, never a mixture.
  ///
  /// Hold the session's lock, with no writer open. Refused when the journal is not whole.
  static func erase(_ sequences: Set<Int>, in folder: SessionFolder) throws(SessionStoreError) {
    let bytes: [UInt8]
    do { bytes = try folder.files.read(folder.journalPath) } catch {
      throw SessionStoreError(error, doing: "reading the journal")
    }
    let before = JournalContents(scanning: bytes)
    if let refusal = before.summary.refusal { throw refusal }
    var after: [UInt8] = []
    after.reserveCapacity(bytes.count)
    for frame in before.frames {
      let isErased = sequences.contains(frame.spine.sequence)
      after += isErased ? frame.erased.line : Array(bytes[frame.offset..<frame.offset + frame.length])
    }
    guard JournalContents(scanning: after).summary.head == before.summary.head else {
      throw SessionStoreError(.badEvent, "erasing would break the journal's chain", exit: .internalError)
    }
    try AtomicFile.write(after, to: folder.journalPath, in: folder.files)
  }
}

extension SessionStoreError {
  /// A session cannot be gone on with before what was begun is finished.
  static let erasurePending = SessionStoreError(
    .erasurePending, "words of this session were to be erased, and that was cut short",
    remedy: "`dotank export` finishes it", exit: .data)
}

extension SessionFolder {
  /// Does all that is left to do of an erasing, as often as it takes: files made anew without the words, torn ends and
  /// half-written files removed, and last the journal's own words, so that a crash before leaves it to be done once more.
  ///
  /// `record` gives the files of the record as the journal makes them now, `kept` what entries still name. Hold the session's lock, with no writer open.
  package func finishErasing(
    _ lock: borrowing SessionLock, record: [(path: String, bytes: [UInt8])], kept: [FileReference]
  ) throws(SessionStoreError) {
    for file in record where try bytes(of: file.path) != file.bytes { try write(file.bytes, to: file.path) }
    // Not kept beside: what somebody changed by hand may hold the words.
    try write(record: record)
    let inventory = try FolderInventory(of: self, made: record.map(\.path))
    do throws(FileFailure) {
      try removeFiles(except: Set(kept.map(\.path)))
      for file in inventory.files(.tornTail, .unfinished) {
        try files.remove(path(of: file.path))
        try files.synchronizeFolder(FilePath.parent(of: path(of: file.path)))
      }
    } catch {
      throw SessionStoreError(error, doing: "removing what a crash had left")
    }
    let standIns = try StandIns.read(journalPath, in: files)
    try JournalErasing.erase(standIns.sequences, in: self)
    // So that the record is not older than the journal: whoever compares the two would make it anew each time.
    if let outcome = record.first(where: { $0.path == Name.outcome }) { try write(outcome.bytes, to: outcome.path) }
  }
}
