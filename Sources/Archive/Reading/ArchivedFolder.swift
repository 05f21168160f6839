internal import Outcomes
internal import SessionStore

/// A session's folder as the index compares it with what it knows.
struct ArchivedFolder: Sendable {
  /// Whether a file is as it was, without reading it: its length in bytes, its time in milliseconds.
  struct Stamp: Sendable, Hashable {
    var length: Int
    var modified: Int64
  }

  /// Whether a folder is as it was, without reading a file.
  struct Signature: Sendable, Hashable {
    var journal: Stamp?
    var record: Stamp?

    /// The journal went on after the record was written.
    var isBehind: Bool {
      guard let journal else { return false }
      guard let record, record.length > 0 else { return true }
      return journal.modified > record.modified
    }
  }

  var folder: SessionFolder
  var name: String { folder.name }
  var signature: Signature

  /// Nil when it is none: nothing was ever said in it.
  init?(_ folder: SessionFolder, journal: FileStatus?) throws(FileFailure) {
    self.folder = folder
    let record = try folder.files.status(folder.path(of: SessionFolder.Name.outcome))
    signature = Signature(journal: Stamp(journal), record: Stamp(record))
    guard signature.record != nil || (signature.journal?.length ?? 0) > 0 else { return nil }
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
    guard let record = signature.record, record.length > 0 else { throw .noRecord }
    guard record.length <= RecordFiles.largestRecord else { throw .tooLarge }
    guard let bytes = try? folder.files.read(folder.path(of: SessionFolder.Name.outcome)) else { throw .unreadable }
    // Where the journal cannot vouch for it, the list of hashes is what there is.
    if signature.journal == nil, folder.isChanged(bytes, since: SessionFolder.Name.outcome) { throw .changed }
    return bytes
  }
}

extension ArchivedFolder.Stamp {
  /// Nil when there is no file.
  init?(_ status: FileStatus?) {
    guard let status, status.kind == .file else { return nil }
    (length, modified) = (status.length, status.modified)
  }

  /// Nil where either is missing.
  init?(length: Int?, modified: Int64?) {
    guard let length, let modified else { return nil }
    (self.length, self.modified) = (length, modified)
  }
}

/// What the index knows of a session's folder from when it was last read.
struct KnownFolder: Sendable {
  var session: Int64
  var signature: ArchivedFolder.Signature
  var hadTrouble: Bool

  /// Whether the record's file need not be looked at: it is made from the journal, so one that was whole and up to date
  /// when it was read is as it was for as long as the journal is.
  func holds(_ journal: FileStatus?) -> Bool {
    guard !hadTrouble, !signature.isBehind, let before = signature.journal else { return false }
    return ArchivedFolder.Stamp(journal) == before
  }
}
