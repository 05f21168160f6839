/// What can be said of a record that came without its journal: whether its files are those that were written down with it.
///
/// That they came over whole, not that a session made them: whoever changes a file can change the list beside it too.
package struct RecordCheck: Sendable {
  package let folder: SessionFolder
  /// How many files are as the list says.
  package private(set) var asNoted = 0
  /// What is not as it was noted, lower case, without a full stop.
  package private(set) var findings: [String] = []

  package init(of folder: SessionFolder) throws(SessionStoreError) {
    self.folder = folder
    for (path, noted) in try folder.writtenFiles().sorted(by: { $0.key < $1.key }) {
      guard let bytes = try folder.bytes(of: path) else {
        findings.append("\(path) is not there")
        continue
      }
      if JournalHash(of: bytes).description == noted {
        asNoted += 1
      } else {
        findings.append("\(path) was changed since it was written")
      }
    }
  }
}
