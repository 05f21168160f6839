import SessionStore
import Testing

/// What every file layer does, so that what tests prove on the disk in memory holds on the real one.
struct `A file layer` {
  @Test(arguments: Disk.allCases)
  func `writes, reads, goes back and cuts off`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "a")
      let file = try files.open(path, for: .creating)
      try file.writeAll([1, 2, 3, 4, 5])
      try file.synchronize()
      #expect(try file.length() == 5)
      try file.seek(to: 3)
      #expect(try file.read(upTo: 10) == [4, 5])
      #expect(try file.read(upTo: 10) == [])
      try file.truncate(to: 2)
      try file.writeAll([9])
      #expect(try files.read(path) == [1, 2, 9])
      let again = try files.open(path, for: .appending)
      try again.writeAll([8])
      #expect(try files.read(path) == [1, 2, 9, 8])
      #expect(try files.status(path)?.length == 4)
    }
  }

  @Test(arguments: Disk.allCases)
  func `says what is wrong`(disk: Disk) throws {
    try disk.use { files, root in
      let file = FilePath.joined(root, "file")
      let folder = FilePath.joined(root, "folder")
      _ = try files.open(file, for: .creating)
      try files.makeFolder(folder)
      expect(.exists) { () throws(FileFailure) in _ = try files.open(file, for: .creating) }
      expect(.exists) { () throws(FileFailure) in try files.makeFolder(folder) }
      expect(.notFound) { () throws(FileFailure) in _ = try files.open(file + "x", for: .reading) }
      expect(.notFound) { () throws(FileFailure) in _ = try files.open(folder + "x/y", for: .creating) }
      expect(.notFound) { () throws(FileFailure) in try files.remove(file + "x") }
      expect(.notFound) { () throws(FileFailure) in try files.rename(file + "x", to: file) }
      expect(.notFound) { () throws(FileFailure) in try files.makeFolder(folder + "x/y") }
      #expect(try files.status(file + "x") == nil)
      #expect(try files.status(folder)?.kind == .folder)
    }
  }

  private func expect(_ reason: FileFailure.Reason, _ work: () throws(FileFailure) -> Void) {
    do throws(FileFailure) {
      try work()
      Issue.record("expected: \(reason.words)")
    } catch {
      #expect(error.reason == reason)
    }
  }

  @Test(arguments: Disk.allCases)
  func `renames over what is there, removes and lists in order`(disk: Disk) throws {
    try disk.use { files, root in
      for name in ["b", "a", "c"] {
        try files.open(FilePath.joined(root, name), for: .creating).writeAll(Array(name.utf8))
      }
      try files.rename(FilePath.joined(root, "a"), to: FilePath.joined(root, "b"))
      try files.synchronizeFolder(root)
      #expect(try files.list(root) == ["b", "c"])
      #expect(try files.read(FilePath.joined(root, "b")) == Array("a".utf8))
      try files.remove(FilePath.joined(root, "c"))
      #expect(try files.list(root) == ["b"])
    }
  }

  @Test(arguments: Disk.allCases)
  func `gives a lock to one at a time, and back when it goes`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "lock")
      do {
        let first = try files.open(path, for: .locking)
        #expect(try first.tryLock())
        #expect(try !files.open(path, for: .locking).tryLock())
        _ = try first.length()
      }
      #expect(try files.open(path, for: .locking).tryLock())
    }
  }

  @Test(arguments: Disk.allCases)
  func `makes all folders of a path`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "a/b/c")
      try files.makeFolders(path)
      try files.makeFolders(path)
      #expect(try files.status(path)?.kind == .folder)
    }
  }

  @Test func `keeps what people said from other users of the machine`() throws {
    let scratch = ScratchFolder()
    let files = SystemFiles()
    _ = try files.open("\(scratch.path)/file", for: .creating)
    try files.makeFolder("\(scratch.path)/folder")
    #expect(try scratch.permissions(of: "file") == 0o600)
    #expect(try scratch.permissions(of: "folder") == 0o700)
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/", "a", "b"), ("/", "/", ""), ("a//b", "a", "b"),
  ])
  func `takes paths apart`(path: String, parent: String, name: String) {
    #expect(FilePath.parent(of: path) == parent)
    #expect(FilePath.name(of: path) == name)
  }
}
