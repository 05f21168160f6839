/// Every file of a session's folder, and what it is there for.
package struct FolderInventory: Sendable, Equatable {
  /// What a file is there for.
  package enum Kind: Sendable, Equatable {
    case journal, lock, urn
    /// Entries that a crash cut off, set aside.
    case tornTail
    /// The pinned method.
    case method
    /// A file that dotank made of the journal, and the list of their hashes.
    case record
    /// Left half-written by a crash; nobody reads it.
    case unfinished
    /// Put there by somebody.
    case attachment
  }

  package struct File: Sendable, Equatable {
    /// Its path in the session's folder.
    package var path: String
    package var kind: Kind
    /// In bytes.
    package var length: Int
  }

  /// By path, in byte order.
  package let files: [File]

  /// Looks through a folder; `made` names the files that dotank makes there, besides those that it noted as written.
  package init(of folder: SessionFolder, made: [String] = []) throws(SessionStoreError) {
    let own = Set(made).union(try folder.writtenFiles().keys)
    var found: [File] = []
    do throws(FileFailure) { try Self.walk(folder, "", own, depth: 0, &found) } catch {
      throw SessionStoreError(error, doing: "looking through the session's folder")
    }
    files = found
  }

  package func files(_ kinds: Kind...) -> [File] { files.filter { kinds.contains($0.kind) } }

  private static func walk(
    _ folder: SessionFolder, _ beneath: String, _ own: Set<String>, depth: Int, _ found: inout [File]
  ) throws(FileFailure) {
    // A link may lead back to a folder above it.
    guard depth < 16 else { return }
    for name in try folder.files.list(beneath.isEmpty ? folder.path : folder.path(of: beneath)) {
      let path = beneath.isEmpty ? name : "\(beneath)/\(name)"
      guard let status = try folder.files.status(folder.path(of: path)) else { continue }
      switch status.kind {
      case .folder: try walk(folder, path, own, depth: depth + 1, &found)
      case .file: found.append(File(path: path, kind: kind(of: path, own), length: status.length))
      case .other: break
      }
    }
  }

  private static func kind(of path: String, _ own: Set<String>) -> Kind {
    let name = FilePath.name(of: path)
    if name.hasPrefix("."), name.hasSuffix(".new") { return .unfinished }
    switch path {
    case SessionFolder.Name.journal: return .journal
    case SessionFolder.Name.lock: return .lock
    case SessionFolder.Name.urn: return .urn
    case SessionFolder.Name.sums: return .record
    case _ where path.hasPrefix("journal.torn-"): return .tornTail
    case _ where path.hasPrefix(SessionFolder.Name.method + "/"): return .method
    case _ where own.contains(path): return .record
    default: return .attachment
    }
  }
}
