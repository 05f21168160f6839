package import Outcomes

/// The files of the record in a session's folder: which were written, and how somebody's changes to them are kept.
extension SessionFolder {
  /// The SHA-256 of each file of the record as it was written last; `sha256sum -c SHA256SUMS` checks it.
  package func writtenFiles() throws(SessionStoreError) -> [String: String] {
    var hashes: [String: String] = [:]
    for line in String(decoding: try bytes(of: Name.sums) ?? [], as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2 else { continue }
      hashes[String(parts[1].drop { $0 == " " })] = String(parts[0])
    }
    return hashes
  }

  /// Whether the bytes of a file are others than were noted when it was written; false where nothing was noted.
  package func isChanged(_ bytes: [UInt8], since name: String) -> Bool {
    guard let noted = try? writtenFiles()[name] else { return false }
    return JournalHash(of: bytes).description != noted
  }

  /// The bytes of a file in the folder; nil when there is none.
  package func bytes(of name: String) throws(SessionStoreError) -> [UInt8]? {
    do throws(FileFailure) {
      guard try files.status(path(of: name))?.kind == .file else { return nil }
      return try files.read(path(of: name))
    } catch {
      throw SessionStoreError(error, doing: "reading \(name)")
    }
  }

  /// Writes files of the record; each is old or new at any moment, never half.
  ///
  /// A file that somebody changed since it was written is kept beside the new one, as `report.md.edited-1`; returned are
  /// the names under which such files are kept now. Hold the session's lock.
  @discardableResult
  package func write(record: [RecordFiles.File]) throws(SessionStoreError) -> [String] {
    let before = try writtenFiles()
    let after = before.merging(record.map { ($0.path, JournalHash(of: $0.bytes).description) }) { $1 }
    var kept: [String] = []
    var changed: [RecordFiles.File] = []
    for file in record {
      let present = try bytes(of: file.path)
      if present == file.bytes { continue }
      changed.append(file)
      guard let present, let noted = before[file.path], JournalHash(of: present).description != noted else { continue }
      let name = try freeName(beside: file.path)
      try write(present, to: name)
      kept.append(name)
    }
    // A crash while they are written must not make one look changed by hand, so none of them is vouched for meanwhile.
    let paths = Set(changed.map(\.path))
    if before.keys.contains(where: paths.contains) { try note(before.filter { !paths.contains($0.key) }) }
    for file in changed { try write(file.bytes, to: file.path) }
    if !changed.isEmpty || after != before { try note(after) }
    return kept
  }

  private func note(_ hashes: [String: String]) throws(SessionStoreError) {
    try write(Self.text(ofSums: hashes), to: Name.sums)
  }

  /// As `sha256sum` reads it.
  static func text(ofSums hashes: [String: String]) -> [UInt8] {
    Array(hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined().utf8)
  }

  private func freeName(beside name: String) throws(SessionStoreError) -> String {
    var number = 1
    while try bytes(of: "\(name).edited-\(number)") != nil { number += 1 }
    return "\(name).edited-\(number)"
  }
}
