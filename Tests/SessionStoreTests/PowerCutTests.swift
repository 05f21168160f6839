import Testing

@testable import SessionStore

private let method = PinnedMethod(files: [.init(name: "notes.xml", bytes: Array("<method/>".utf8))])

struct `A power cut` {
  /// One session on a disk that dies at some operation: where it stands, and what was acknowledged before.
  private struct Life {
    var folder: SessionFolder?
    var isPinned = false
    var acknowledged: [JournalCommand] = []
    var report: [UInt8]?

    init(on disk: MemoryDisk) {
      do throws(SessionStoreError) {
        let folder = try SessionFolder.create(in: "/Sessions", day: "2026-11-21", method: "notes", files: disk)
        self.folder = folder
        try folder.pin(method)
        isPinned = true
        var writer = try JournalWriter.begin(folder.journalPath, in: disk)
        for number in 1...25 {
          let command = Sample.command(number, events: 2)
          _ = try writer.append([command])
          acknowledged.append(command)
          guard number % 10 == 0 else { continue }
          let report = Array("report \(number)".utf8)
          try folder.write(report, to: "report.md")
          self.report = report
        }
      } catch {
        return
      }
    }
  }

  @Test func `at any operation, with any luck, loses nothing acknowledged`() throws {
    let whole = MemoryDisk()
    #expect(Life(on: whole).acknowledged.count == 25)
    for operation in 0...whole.operations.count {
      for survival in MemoryDisk.Survival.allCases {
        let disk = MemoryDisk()
        disk.plan(.powerCut, at: operation)
        let life = Life(on: disk)
        try check(life, disk.afterPowerCut(survival), "operation \(operation), \(survival)")
      }
    }
  }

  private func check(_ life: Life, _ disk: MemoryDisk, _ what: String) throws {
    guard let made = life.folder else { return }
    let folder = SessionFolder(path: made.path, files: disk)
    #expect(try disk.status(folder.path)?.kind == .folder, "\(what)")
    if life.isPinned { #expect(try folder.pinnedMethod() == method, "\(what)") }
    if let report = life.report {
      #expect(try disk.read(folder.path(of: "report.md")).count >= report.count, "\(what)")
    }
    guard try disk.status(folder.journalPath) != nil else {
      #expect(life.acknowledged.isEmpty, "\(what)")
      return
    }
    let found = JournalContents(scanning: try disk.read(folder.journalPath))
    let wanted = Sample.bodies(life.acknowledged)
    #expect(Array(Sample.bodies(found.frames).prefix(wanted.count)) == wanted, "\(what)")
    var writer = try JournalWriter.resume(found.summary, at: folder.journalPath, in: disk)
    _ = try writer.append([Sample.command(99)])
  }
}
