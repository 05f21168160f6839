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
  var signature: Signature

  init(_ folder: SessionFolder) throws(SessionStoreError) {
    self.folder = folder
    do throws(FileFailure) {
      let journal = try folder.files.status(folder.journalPath)
      let record = try folder.files.status(folder.path(of: SessionFolder.Name.outcome))
      signature = Signature(
        journalLength: journal?.length ?? 0, journalModified: journal?.modified ?? 0,
        recordLength: record?.length ?? 0, recordModified: record?.modified ?? 0)
    } catch {
      throw SessionStoreError(error, doing: "looking at \(folder.name)")
    }
  }

  /// The day in the folder's name, as `2026-11-21`; empty when the name has none.
  var day: String {
    let start = folder.name.prefix(10)
    let digits = start.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.allSatisfy(\.isWholeNumber) ? $0.count : 0
    }
    return digits == [4, 2, 2] ? String(start) : ""
  }

  /// The hash of the journal's first entry, by which a copy of a session is known; nil when there is none.
  ///
  /// Its line begins `{"crc":"8 digits","hash":"64 digits"`.
  var identity: String? {
    guard let file = try? folder.files.open(folder.journalPath, for: .reading), let start = try? file.read(upTo: 96)
    else { return nil }
    let parts = start.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    guard parts.count > 7, parts[5].elementsEqual("hash".utf8), parts[7].count == 64 else { return nil }
    return String(decoding: parts[7], as: UTF8.self)
  }

  /// The bytes of the record on disk.
  func record() throws(ExcerptTrouble) -> [UInt8] {
    guard signature.recordLength > 0 else { throw .noRecord }
    guard let bytes = try? folder.files.read(folder.path(of: SessionFolder.Name.outcome)) else { throw .unreadable }
    return bytes
  }
}
