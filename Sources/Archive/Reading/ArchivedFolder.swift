internal import Outcomes
internal import SessionStore

/// A session's folder as the index compares it with what it knows.
struct ArchivedFolder: Sendable {
  /// Whether a folder is as it was, without reading a file: lengths in bytes, times in milliseconds.
  struct Signature: Sendable, Hashable {
    var journalLength: Int
    var journalModified: Int64
    var recordLength: Int
    var recordModified: Int64

    /// The journal went on after the record was written.
    var isBehind: Bool { recordLength == 0 || journalModified > recordModified }
  }

  var folder: SessionFolder
  var name: String
  var signature: Signature

  init(_ entry: SessionShelf.Entry) throws(SessionStoreError) {
    (folder, name) = (entry.folder, entry.name)
    do throws(FileFailure) {
      let record = try folder.files.status(folder.path(of: SessionFolder.Name.outcome))
      signature = Signature(
        journalLength: entry.journal.length, journalModified: entry.journal.modified,
        recordLength: record?.length ?? 0, recordModified: record?.modified ?? 0)
    } catch {
      throw SessionStoreError(error, doing: "looking at \(name)")
    }
  }

  /// The day in the folder's name, as `2026-11-21`; empty when the name has none.
  var day: String {
    let start = name.prefix(10)
    let digits = start.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.allSatisfy(\.isWholeNumber) ? $0.count : 0
    }
    return digits == [4, 2, 2] ? String(start) : ""
  }

  /// The bytes of the record on disk.
  func record() throws(ExcerptTrouble) -> [UInt8] {
    guard signature.recordLength > 0 else { throw .noRecord }
    guard signature.recordLength <= RecordFiles.largestRecord else { throw .tooLarge }
    guard let bytes = try? folder.files.read(folder.path(of: SessionFolder.Name.outcome)) else { throw .unreadable }
    return bytes
  }
}

/// What the index knows of a session's folder from when it was last read.
struct KnownFolder: Sendable {
  var session: Int64
  var signature: ArchivedFolder.Signature
  var hadTrouble: Bool

  /// Whether the record's file need not be looked at: it is made from the journal, so one that was whole and up to date
  /// when it was read is as it was for as long as the journal is.
  func holds(_ journal: FileStatus) -> Bool {
    !hadTrouble && !signature.isBehind && journal.length == signature.journalLength
      && journal.modified == signature.journalModified
  }
}
