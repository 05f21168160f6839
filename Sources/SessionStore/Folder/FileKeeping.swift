package import MethodModel

/// Photos and documents that people hand in: copied into the session's folder, and named by what their bytes are.
extension SessionFolder {
  /// In bytes; a photo of a telephone has a tenth of it.
  package static let largestFile = 50_000_000

  /// Copies a file into the folder; true with it: it was not there before.
  ///
  /// Refused when there is no file, when it is a folder or a device, empty, or larger than `largestFile`.
  package func keep(fileAt path: String) throws(SessionStoreError) -> (file: FileReference, isNew: Bool) {
    let bytes = try bytes(toKeep: path)
    guard let file = FileReference(name: FilePath.name(of: path), digest: JournalHash(of: bytes).description) else {
      throw SessionStoreError(.badName, "this file cannot be kept under its name", exit: .data)
    }
    // What is there under a name that tells its bytes is the same file, unless somebody changed it.
    if try self.bytes(of: file.path) == bytes { return (file, false) }
    try write(bytes, to: file.path)
    return (file, true)
  }

  private func bytes(toKeep path: String) throws(SessionStoreError) -> [UInt8] {
    let status = try reading { () throws(FileFailure) in try files.status(path) }
    guard let status else { throw Self.unusable("there is no file “\(path)”") }
    guard status.kind == .file else { throw Self.unusable("“\(path)” is no file") }
    // Its length is asked for first: what is huge is not read to find that out.
    guard status.length <= Self.largestFile else { throw Self.tooLarge(path, status.length) }
    let bytes = try reading { () throws(FileFailure) in try files.read(path) }
    guard !bytes.isEmpty else { throw Self.unusable("“\(path)” is empty") }
    return bytes
  }

  private func reading<Value>(_ body: () throws(FileFailure) -> Value) throws(SessionStoreError) -> Value {
    do throws(FileFailure) { return try body() } catch {
      throw SessionStoreError(error, doing: "taking in the file")
    }
  }

  private static func unusable(_ what: String) -> SessionStoreError {
    SessionStoreError(.badName, what, remedy: "name a file that is there", exit: .noInput)
  }

  private static func tooLarge(_ path: String, _ bytes: Int) -> SessionStoreError {
    SessionStoreError(
      .tooLarge, "“\(path)” has \(bytes / 1_000_000) MB, and \(largestFile / 1_000_000) MB is the most",
      remedy: "make it smaller, or write down where it lies", exit: .data)
  }

  /// What lies where a file was kept.
  package enum Kept: Sendable, Equatable {
    case whole([UInt8])
    /// It is larger than was asked for; its first bytes.
    case start([UInt8])
    /// There is nothing, or something else than was handed in.
    case absent
  }

  /// The bytes of a kept file, looked at by what they are; one that is larger than `most` is not read whole.
  package func kept(_ path: String, digest: String, atMost most: Int) -> Kept {
    let place = self.path(of: path)
    guard let status = try? files.status(place), status.kind == .file else { return .absent }
    guard status.length <= most else {
      return ((try? files.open(place, for: .reading).read(upTo: 64)) ?? nil).map { .start($0) } ?? .absent
    }
    guard let bytes = try? files.read(place), JournalHash(of: bytes).description == digest else { return .absent }
    return .whole(bytes)
  }

  /// Takes a file out again whose command was refused.
  package func drop(_ file: FileReference) {
    // What stays behind is named by nothing, and the next erasing takes it away.
    try? files.remove(path(of: file.path))
  }

  /// Removes what lies among the kept files and is not one of these any more.
  func removeFiles(except kept: Set<String>) throws(FileFailure) {
    let folder = path(of: FileReference.folder)
    guard try files.status(folder) != nil else { return }
    for name in try files.list(folder) where !kept.contains("\(FileReference.folder)/\(name)") {
      try files.remove(FilePath.joined(folder, name))
    }
    try files.synchronizeFolder(folder)
  }
}
