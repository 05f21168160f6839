internal import MethodModel

/// Files in a session's folder that dotank did not make, as far as they concern somebody who is to be erased.
package struct OtherFiles: Sendable {
  /// Texts in which the name stands, with how often.
  package private(set) var named: [(path: String, places: Int)] = []
  /// Texts that say what the person wrote in the same words, with how often.
  package private(set) var sayingTheSame: [(path: String, places: Int)] = []
  /// Files that are no plain text, so that nobody can look into them here.
  package private(set) var opaque: [String] = []
  /// Files of the session's own method in which the name stands; they are the method as it was used and stay.
  package private(set) var methods: [String] = []
  /// Files of the record that somebody changed by hand; they are made anew, without those changes.
  package private(set) var edited: [String] = []

  /// Looks through a folder.
  package init(
    of folder: SessionFolder, _ plan: RedactionPlan, record: [String]
  ) throws(SessionStoreError) {
    let written = try folder.writtenFiles()
    for file in try FolderInventory(of: folder, made: record).files {
      switch file.kind {
      case .attachment:
        // What is named by its bytes may not be changed.
        guard !file.path.hasPrefix(FileReference.folder + "/"), let text = try Self.text(of: file.path, in: folder)
        else {
          opaque.append(file.path)
          continue
        }
        let isOwnRecord = SessionFolder.isRecordSetAside(file.path)
        let places = plan.cleared(text, withWords: isOwnRecord).places
        let same = isOwnRecord ? 0 : plan.cleared(text, withWords: true).places - places
        if same > 0 { sayingTheSame.append((file.path, same)) }
        if places > 0 || plan.cleared(file.path).places > 0 { named.append((file.path, places)) }
      case .method:
        if let text = try Self.text(of: file.path, in: folder), plan.cleared(text).places > 0 {
          methods.append(file.path)
        }
      case .record:
        guard let noted = written[file.path], let bytes = try folder.bytes(of: file.path) else { continue }
        if JournalHash(of: bytes).description != noted { edited.append(file.path) }
      default: break
      }
    }
  }

  /// Takes the name out of those texts, and the same words where that is asked for; returns the files that were changed.
  package func clear(
    _ folder: SessionFolder, _ plan: RedactionPlan, named takesNames: Bool = true, withWords: Bool = false
  ) throws(SessionStoreError) -> [String] {
    let paths = Set((takesNames ? named.map(\.path) : []) + (withWords ? sayingTheSame.map(\.path) : [])).sorted()
    for path in paths {
      guard let text = try Self.text(of: path, in: folder) else { continue }
      let takesWords = withWords || SessionFolder.isRecordSetAside(path)
      try folder.write(Array(plan.cleared(text, withWords: takesWords).text.utf8), to: path)
    }
    return paths
  }

  private static func text(of path: String, in folder: SessionFolder) throws(SessionStoreError) -> String? {
    guard let bytes = try folder.bytes(of: path), bytes.count <= 1 << 24 else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else { return nil }
    return text
  }
}
