/// Writes whole files so that a crash leaves the old one or the new one, never a mixture.
package enum AtomicFile {
  /// Writes a file beside its target, makes it durable, and puts it in the target's place.
  ///
  /// Two writers of the same file would disturb each other: hold the session's lock, or own the folder.
  package static func write(
    _ bytes: [UInt8], to path: String, in files: some FileLayer = SystemFiles()
  ) throws(SessionStoreError) {
    let folder = FilePath.parent(of: path)
    let fresh = FilePath.joined(folder, ".\(FilePath.name(of: path)).new")
    do throws(FileFailure) {
      do throws(FileFailure) {
        try create(fresh, bytes, in: files)
        try files.rename(fresh, to: path)
      } catch {
        try? files.remove(fresh)
        throw error
      }
      try files.synchronizeFolder(folder)
    } catch {
      throw refusal(error, path, folder)
    }
  }

  /// In words of the file that was wanted, not of the one beside it.
  private static func refusal(_ failure: FileFailure, _ path: String, _ folder: String) -> SessionStoreError {
    let name = FilePath.name(of: path)
    if failure.reason == .notFound || failure.reason == .notAFolder {
      return SessionStoreError(
        .fileTrouble, "'\(path)' cannot be written: there is no folder '\(folder)'",
        remedy: "make that folder, or name another place", exit: .disk, cause: failure)
    }
    return SessionStoreError(FileFailure(failure.operation, failure.reason, path), doing: "writing \(name)")
  }

  private static func create(_ path: String, _ bytes: [UInt8], in files: some FileLayer) throws(FileFailure) {
    // One that a crash left behind.
    if try files.status(path) != nil { try files.remove(path) }
    let file = try files.open(path, for: .creating)
    try file.writeAll(bytes)
    try file.synchronize()
  }
}
