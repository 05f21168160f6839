import Testing

@testable import SessionStore

struct `Writing a journal` {
  @Test(arguments: Disk.allCases)
  func `appends and goes on after being opened again`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "journal.jsonl")
      do {
        var writer = try JournalWriter.begin(path, in: files)
        #expect(try writer.append([Sample.command(1, events: 3), Sample.command(2)]) == [1..<4, 4..<5])
      }
      let summary = JournalContents(scanning: try files.read(path)).summary
      var writer = try JournalWriter.resume(summary, at: path, in: files)
      #expect(writer.setAside == nil)
      #expect(try writer.append([Sample.command(3)]) == [5..<6])
      let found = JournalContents(scanning: try files.read(path))
      #expect(found.frames.map(\.spine.sequence) == [1, 2, 3, 4, 5])
      #expect(found.summary.head == writer.head)
      #expect(found.summary.length == (try files.read(path).count))
    }
  }

  @Test(arguments: Disk.allCases)
  func `sets a torn end aside in a file of its own, each time anew`(disk: Disk) throws {
    try disk.use { files, root in
      let path = FilePath.joined(root, "journal.jsonl")
      var writer = try JournalWriter.begin(path, in: files)
      _ = try writer.append([Sample.command(1)])
      for number in 1...2 {
        try files.open(path, for: .appending).writeAll(Array("torn \(number)".utf8))
        let summary = JournalContents(scanning: try files.read(path)).summary
        let resumed = try JournalWriter.resume(summary, at: path, in: files)
        #expect(resumed.setAside == .init(file: "journal.torn-\(number)", bytes: 6, wholeFrames: 0))
        #expect(try files.read(FilePath.joined(root, "journal.torn-\(number)")) == Array("torn \(number)".utf8))
      }
      #expect(JournalContents(scanning: try files.read(path)).frames.count == 1)
    }
  }

  @Test func `never writes over a journal that is there`() throws {
    let disk = try Sample.disk(with: [1])
    let error = #expect(throws: SessionStoreError.self) { _ = try JournalWriter.begin(Sample.path, in: disk) }
    #expect(error?.cause?.reason == .exists)
  }

  @Test func `notices that the journal grew since it was read`() throws {
    let disk = try Sample.disk(with: try Sample.journal([Sample.command(1)]))
    let summary = try JournalContents(on: disk).summary
    try disk.open(Sample.path, for: .appending).writeAll([1])
    let error = #expect(throws: SessionStoreError.self) {
      _ = try JournalWriter.resume(summary, at: Sample.path, in: disk)
    }
    #expect(error?.cause?.reason == .changed)
  }

  @Test func `many commands share one write and one synchronization`() throws {
    let disk = MemoryDisk()
    var writer = try JournalWriter.begin(Sample.path, in: disk)
    let before = disk.operations.count
    _ = try writer.append((1...50).map { Sample.command($0) })
    #expect(disk.operations.dropFirst(before) == [.write, .synchronize])
  }

  @Test func `a rehearsal waits for the disk once, at its end`() throws {
    let disk = MemoryDisk()
    var writer = try JournalWriter.begin(Sample.path, in: disk, durability: .atTheEnd)
    let before = disk.operations.count
    for number in 1...3 { _ = try writer.append([Sample.command(number)]) }
    #expect(disk.operations.dropFirst(before) == [.write, .write, .write])
    try writer.synchronize()
    #expect(try JournalContents(on: disk.afterPowerCut(.nothing)).frames.count == 3)
    disk.plan(.fail(.inputOutput), at: 0)
    #expect(throws: SessionStoreError.self) { try writer.synchronize() }
    #expect(throws: SessionStoreError.self) { _ = try writer.append([Sample.command(4)]) }
  }

  @Test(arguments: [
    MemoryDisk.Fault.fail(.diskFull), .fail(.inputOutput), .short(1), .short(300), .short(1_000), .powerCut,
  ])
  func `loses nothing acknowledged when the nth operation goes wrong`(fault: MemoryDisk.Fault) throws {
    for operation in 0..<14 {
      for survival in MemoryDisk.Survival.allCases {
        let disk = MemoryDisk()
        disk.plan(fault, at: operation)
        let acknowledged = fillUntilFailure(disk)
        disk.heal()
        var states = [disk.afterPowerCut(survival)]
        if fault != .powerCut { states.append(disk) }
        for state in states { try check(state, holds: acknowledged, "\(fault) at \(operation), \(survival)") }
      }
    }
  }

  /// Appends five batches and returns the commands that were acknowledged.
  private func fillUntilFailure(_ disk: MemoryDisk) -> [JournalCommand] {
    var acknowledged: [JournalCommand] = []
    guard var writer = try? JournalWriter.begin(Sample.path, in: disk) else { return [] }
    for number in 1...5 {
      let batch = [Sample.command(number * 2, events: 2), Sample.command(number * 2 + 1)]
      guard (try? writer.append(batch)) != nil else { continue }
      #expect(writer.failure == nil, "nothing is acknowledged after the first error")
      acknowledged += batch
    }
    return acknowledged
  }

  private func check(_ disk: MemoryDisk, holds acknowledged: [JournalCommand], _ what: String) throws {
    guard try disk.status(Sample.path) != nil else {
      #expect(acknowledged.isEmpty, "\(what)")
      return
    }
    let found = try JournalContents(on: disk)
    let wanted = Sample.bodies(acknowledged)
    #expect(Array(Sample.bodies(found.frames).prefix(wanted.count)) == wanted, "\(what)")
    #expect(found.summary.damage == nil, "\(what)")
    var writer = try JournalWriter.resume(found.summary, at: Sample.path, in: disk)
    _ = try writer.append([Sample.command(99)])
    #expect(try JournalContents(on: disk).summary.mayBeContinued, "\(what)")
  }

  @Test func `what was refused does not come back`() throws {
    for operation in 0...1 {
      let disk = MemoryDisk()
      var writer = try JournalWriter.begin(Sample.path, in: disk)
      _ = try writer.append([Sample.command(1)])
      disk.plan(.fail(.inputOutput), at: operation)
      let first = #expect(throws: SessionStoreError.self) { _ = try writer.append([Sample.command(2)]) }
      #expect(first?.code == .notSaved)
      let operations = disk.operations
      let second = #expect(throws: SessionStoreError.self) { _ = try writer.append([Sample.command(3)]) }
      #expect(second?.message == first?.message)
      #expect(disk.operations == operations, "a failed synchronization is never asked for again")
      let found = try JournalContents(on: disk)
      #expect(found.frames.count == 1)
      #expect(found.summary.tornTail == nil)
    }
  }

  @Test(arguments: ["", "[]", "{\"a\":\n1}", "{", "{}x"])
  func `refuses a body that would not be one line of JSON`(body: String) throws {
    var writer = try JournalWriter.begin(Sample.path, in: MemoryDisk())
    var command = Sample.command(1)
    command.events[0].body = Array(body.utf8)
    let error = #expect(throws: SessionStoreError.self) { _ = try writer.append([command]) }
    #expect(error?.code == .badEvent)
    #expect(writer.count == 0 && writer.failure == nil)
  }

  @Test func `a command without events leaves no trace`() throws {
    let disk = MemoryDisk()
    var writer = try JournalWriter.begin(Sample.path, in: disk)
    #expect(try writer.append([Sample.command(1, events: 0)]) == [1..<1])
    #expect(try disk.read(Sample.path) == [])
  }
}
