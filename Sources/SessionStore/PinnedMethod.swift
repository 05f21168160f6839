/// The exact bytes of a method that a session runs, so that editing or deleting the original changes nothing.
package struct PinnedMethod: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    /// Its path beneath the session's `method` folder.
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// The SHA-256 of its bytes.
    package var hash: String { JournalHash(of: bytes).description }
  }

  /// The method's own file, then those of its sub-methods.
  package var files: [File]

  package init(files: [File]) { self.files = files }

  /// The SHA-256 of the method's file; where it has sub-methods, that of the list of all files, `SHA256SUMS`.
  package var hash: String { (files.count == 1 ? JournalHash(of: files[0].bytes) : JournalHash(of: sums)).description }

  /// One line a file, as `sha256sum` writes and checks it.
  var sums: [UInt8] { files.flatMap { Array("\(JournalHash(of: $0.bytes))  \($0.name)\n".utf8) } }
}

extension SessionFolder {
  private var sumsPath: String { FilePath.joined(path(of: Name.method), "SHA256SUMS") }

  /// Copies a method into the session, durably.
  package func pin(_ method: PinnedMethod) throws(SessionStoreError) {
    for file in method.files {
      let place = try placeOfPinned(file.name)
      do { try files.makeFolders(FilePath.parent(of: place)) } catch {
        throw SessionStoreError(error, doing: "copying the method into the session")
      }
      try AtomicFile.write(file.bytes, to: place, in: files)
    }
    try AtomicFile.write(method.sums, to: sumsPath, in: files)
  }

  /// Reads the pinned method back; refused when a byte of it has changed.
  package func pinnedMethod() throws(SessionStoreError) -> PinnedMethod {
    var method = PinnedMethod(files: [])
    let sums = String(decoding: try read(sumsPath), as: UTF8.self)
    for line in sums.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2 else { throw changed("SHA256SUMS") }
      let name = String(parts[1].drop { $0 == " " })
      let bytes = try read(try placeOfPinned(name))
      guard JournalHash(of: bytes).description == parts[0] else { throw changed(name) }
      method.files.append(PinnedMethod.File(name: name, bytes: bytes))
    }
    if method.files.isEmpty { throw changed("SHA256SUMS") }
    return method
  }

  private func read(_ path: String) throws(SessionStoreError) -> [UInt8] {
    do { return try files.read(path) } catch {
      guard error.reason == .notFound else { throw SessionStoreError(error, doing: "reading the session's method") }
      throw SessionStoreError(
        .methodChanged, "the session's own copy of its method is not there (\(Name.method)/\(FilePath.name(of: path)))",
        remedy: "put the file back, from a backup of the session's folder", exit: .data, cause: error)
    }
  }

  private func changed(_ name: String) -> SessionStoreError {
    SessionStoreError(
      .methodChanged, "the session's own copy of its method was changed (\(Name.method)/\(name))",
      remedy: "put the original file back; a session goes on with exactly the method it began with", exit: .data)
  }

  /// Where a pinned file stands; refused when its name leads out of the folder.
  private func placeOfPinned(_ name: String) throws(SessionStoreError) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { !["", ".", ".."].contains($0) } && name.utf8.allSatisfy { $0 >= 0x20 }
    guard isSafe else {
      throw SessionStoreError(.badName, "'\(name)' is no file name inside the session's folder", exit: .data)
    }
    return FilePath.joined(path(of: Name.method), name)
  }
}
