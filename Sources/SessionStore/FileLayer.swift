/// Every file operation of a session goes through this layer, so that tests can make each one fail, stop short or lose power.
///
/// The live one is `SystemFiles`. Paths are plain strings, relative ones count from the working folder.
package protocol FileLayer: Sendable {
  /// Opens one file; the file closes when the last reference goes.
  func open(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> any OpenFile
  /// Puts `source` in the place of `target`, replacing it in one step.
  func rename(_ source: String, to target: String) throws(FileFailure)
  func remove(_ path: String) throws(FileFailure)
  /// Makes one folder that only its owner may enter; fails with `exists` when the name is taken.
  func makeFolder(_ path: String) throws(FileFailure)
  /// Makes the names in a folder durable: new files, renames and removals.
  func synchronizeFolder(_ path: String) throws(FileFailure)
  /// The names in a folder, in byte order, without `.` and `..`.
  func list(_ path: String) throws(FileFailure) -> [String]
  /// The same names as they come: of ten thousand they are had much sooner.
  func unsorted(_ path: String) throws(FileFailure) -> [String]
  /// What stands at a path, following links; nil when there is nothing.
  func status(_ path: String) throws(FileFailure) -> FileStatus?
  /// The same for one name in each of these folders, which stand beneath another; in their order.
  func statuses(
    of name: String, in folders: ArraySlice<String>, beneath path: String
  ) -> [Result<FileStatus?, FileFailure>]
}

/// One open file.
package protocol OpenFile: AnyObject, Sendable {
  /// The next bytes, at most `count`; empty at the end of the file.
  func read(upTo count: Int) throws(FileFailure) -> [UInt8]
  /// Moves the place of the next read, counted from the start.
  func seek(to offset: Int) throws(FileFailure)
  /// Writes at the end of the file and returns how many bytes were taken, which may be fewer than given.
  func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) -> Int
  /// Returns once everything written is on the disk; after an error nothing may be assumed, so never ask again.
  func synchronize() throws(FileFailure)
  func truncate(to length: Int) throws(FileFailure)
  func length() throws(FileFailure) -> Int
  /// Takes the file's exclusive lock if nobody holds it; it goes with the last reference to this file.
  func tryLock() throws(FileFailure) -> Bool
}

/// What a file is opened for.
package enum FilePurpose: Sendable, Equatable {
  /// An existing file, read only.
  case reading
  /// An existing file, written at its end.
  case appending
  /// A file that must not exist yet, readable by its owner only.
  case creating
  /// A file that is made when missing: a lock.
  case locking
}

/// What stands at a path.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable, Equatable { case file, folder, other }

  package var kind: Kind
  /// In bytes.
  package var length: Int
  /// Milliseconds since 1970.
  package var modified: Int64

  package init(kind: Kind, length: Int, modified: Int64) {
    self.kind = kind
    self.length = length
    self.modified = modified
  }
}

extension FileLayer {
  package func unsorted(_ path: String) throws(FileFailure) -> [String] { try list(path) }

  package func statuses(
    of name: String, in folders: ArraySlice<String>, beneath path: String
  ) -> [Result<FileStatus?, FileFailure>] {
    folders.map { folder in
      Result { () throws(FileFailure) in try status(FilePath.joined(FilePath.joined(path, folder), name)) }
    }
  }

  /// The whole file.
  package func read(_ path: String) throws(FileFailure) -> [UInt8] {
    let file = try open(path, for: .reading)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.read(upTo: 1 << 20)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// Makes a folder and those above it that are missing, each made durable in the one above.
  package func makeFolders(_ path: String) throws(FileFailure) {
    if try status(path) != nil { return }
    let parent = FilePath.parent(of: path)
    try makeFolders(parent)
    do {
      try makeFolder(path)
    } catch  where error.reason == .exists {
      return
    }
    try synchronizeFolder(parent)
  }
}

extension OpenFile {
  /// Writes all of the bytes, going on after short writes.
  package func writeAll(_ bytes: [UInt8]) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(try write(rest))
    }
  }
}

/// The few things that are done with paths as text.
package enum FilePath {
  /// The folder that a path stands in; `.` for a bare name.
  package static func parent(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == trimmed.startIndex ? "/" : withoutTrailingSlashes(String(trimmed[..<slash]))
  }

  /// The last name of a path.
  package static func name(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }

  package static func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var text = path[...]
    while text.utf8.count > 1, text.utf8.last == UInt8(ascii: "/") { text = text.dropLast() }
    return String(text)
  }
}
