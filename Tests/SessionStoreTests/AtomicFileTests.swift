import SessionStore
import Testing

struct `A file written in one step` {
  private let path = "/report.md"
  private let old = Array("old".utf8)
  private let new = Array("new and longer".utf8)

  @Test(arguments: Disk.allCases)
  func `replaces what was there and leaves nothing beside it`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "report.md")
      try AtomicFile.write(old, to: path, in: files)
      try AtomicFile.write(new, to: path, in: files)
      #expect(try files.read(path) == new)
      #expect(try files.list(root) == ["report.md"])
    }
  }

  @Test func `is durable before it takes the name, and the name before it returns`() throws {
    let disk = MemoryDisk()
    try AtomicFile.write(new, to: path, in: disk)
    #expect(disk.operations == [.status, .open, .write, .synchronize, .rename, .synchronize])
    #expect(try disk.afterPowerCut(.nothing).read(path) == new)
  }

  @Test(arguments: [MemoryDisk.Fault.fail(.diskFull), .fail(.inputOutput), .short(1), .short(0), .powerCut])
  func `is old or new whatever fails`(fault: MemoryDisk.Fault) throws {
    for operation in 0..<12 {
      for survival in MemoryDisk.Survival.allCases {
        let disk = MemoryDisk()
        try AtomicFile.write(old, to: path, in: disk)
        disk.plan(fault, at: operation)
        let isWritten = (try? AtomicFile.write(new, to: path, in: disk)) != nil
        disk.heal()
        if fault != .powerCut {
          let now = try disk.read(path)
          #expect(now == new || (!isWritten && now == old))
        }
        let later = try disk.afterPowerCut(survival).read(path)
        #expect(later == new || (!isWritten && later == old), "\(fault) at \(operation), \(survival)")
      }
    }
  }

  @Test func `a file that a crash left beside it is no hindrance`() throws {
    let disk = MemoryDisk()
    try disk.open("/.report.md.new", for: .creating).writeAll([1, 2, 3])
    try AtomicFile.write(new, to: path, in: disk)
    #expect(try disk.read(path) == new)
  }

  @Test func `says which file it was and what to do`() throws {
    let disk = MemoryDisk()
    disk.plan(.fail(.diskFull), at: 2)
    let error = #expect(throws: SessionStoreError.self) { try AtomicFile.write(new, to: path, in: disk) }
    #expect(error?.message == "writing report.md did not work: the disk is full (/report.md)")
    #expect(error?.remedy?.contains("free some space") == true)
    #expect(try disk.list("/") == [])
  }
}
