internal import MethodModel
package import Outcomes

/// One session as one file that can be handed on.
package struct SessionBundle: Sendable {
  /// The zip's bytes.
  package let bytes: [UInt8]
  /// What is in it, by its path in the session's folder.
  package let contents: [String]

  /// Puts together the files of the record as they are made now, the method as used and what people put into the folder.
  ///
  /// The journal comes only when it is asked for: it holds what the record withholds, private entries and hidden names.
  /// So it is with photos and documents of private entries, and with those that were taken back: without the journal only
  /// those come that are `shown`, by their paths.
  package init(
    of folder: SessionFolder, record: [RecordFiles.File], shown: Set<String>, withJournal: Bool
  ) throws(SessionStoreError) {
    let inventory = try FolderInventory(of: folder, made: record.map(\.path))
    var archive = ZipArchive(day: String(folder.name.prefix(10)))
    var contents: [String] = []
    var sums: [String: String] = [:]
    func add(_ path: String, _ bytes: [UInt8]) throws(SessionStoreError) {
      let name = "\(folder.name)/\(path)"
      guard archive.hasRoom(for: name, length: bytes.count) else {
        throw SessionStoreError(
          .tooLarge, "the session is too large for one zip of this form: 4 GiB or 65535 files",
          remedy: "move large attachments elsewhere first", exit: .data)
      }
      archive.add(bytes, as: name)
      contents.append(path)
      sums[path] = JournalHash(of: bytes).description
    }
    for file in record { try add(file.path, file.bytes) }
    for file in inventory.files(.method, .attachment) {
      let isKept = file.path.hasPrefix(FileReference.folder + "/")
      if isKept, !withJournal, !shown.contains(file.path) { continue }
      try add(file.path, try folder.bytes(of: file.path) ?? [])
    }
    if withJournal { try add(SessionFolder.Name.journal, try folder.bytes(of: SessionFolder.Name.journal) ?? []) }
    try add(SessionFolder.Name.sums, SessionFolder.text(ofSums: sums))
    bytes = archive.finished
    self.contents = contents
  }
}
