import Archive
import Foundation
import Outcomes
import SessionStore
import Testing

/// An index that was damaged, and folders that cannot be read: what can be answered is.
@Suite struct ArchiveDamageTests {
  private static func ask(_ archive: SampleArchive) async throws -> [String] {
    try await ArchiveIndex.answer(of: archive.shelf, rebuilding: { _ in nil }) { index throws(ArchiveError) in
      _ = try index.hits(ArchiveQuery(search: "coffee"), limit: 5)
      _ = try index.comparison(ArchiveQuery())
      return try index.sessions(ArchiveQuery(search: "coffee")).map(\.folder)
    }.answer
  }

  @Test(arguments: 1...12) func `an index damaged in the middle ended in an error or in nothing`(seed: UInt64)
    async throws
  {
    let archive = SampleArchive()
    let names = (10...29).map { "2026-01-\($0)-ideas" }
    for (number, name) in names.enumerated() { try archive.add(name, identity: number) }
    _ = try await archive.index()
    var bytes = try Data(contentsOf: URL(filePath: archive.indexFile))
    var chance = SplitMix(state: seed)
    let start = seed == 1 ? 100 : Int(chance.next() % UInt64(bytes.count - 5_000)) + 100
    for place in start..<min(bytes.count, start + 4_096 * Int(1 + seed % 4)) {
      bytes[place] = UInt8(truncatingIfNeeded: chance.next())
    }
    try bytes.write(to: URL(filePath: archive.indexFile))
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: archive.indexFile + ending) }
    #expect(try await Self.ask(archive).sorted() == names)
    #expect(try await Self.ask(archive).sorted() == names)
  }

  @Test func `an index that lost its tables is made anew`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    _ = try await archive.index()
    let size = 4_096
    var bytes = try Data(contentsOf: URL(filePath: archive.indexFile))
    // A first page that lists nothing: the version stands before it.
    bytes.replaceSubrange(100..<size, with: [0x0D, 0, 0, 0, 0, 0x10, 0, 0] + Data(count: size - 108))
    try bytes.write(to: URL(filePath: archive.indexFile))
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: archive.indexFile + ending) }
    #expect(try await Self.ask(archive) == ["2026-01-01-ideas"])
  }

  @Test func `the index was readable by others than the owner`() async throws {
    let archive = SampleArchive()
    try archive.add("2026-01-01-ideas", identity: 1)
    let index = try await archive.index()
    withExtendedLifetime(index) {
      for ending in ["", "-wal", "-shm"] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: archive.indexFile + ending)
        guard let mode = attributes?[.posixPermissions] as? Int else { continue }
        #expect(mode & 0o077 == 0, "\(ending) \(String(mode, radix: 8))")
      }
    }
  }

  @Test(arguments: [true, false])
  func `one folder that may not be read stopped the whole archive`(isKnown: Bool) async throws {
    let archive = SampleArchive()
    for number in 1...3 { try archive.add("2026-01-0\(number)-ideas", identity: number) }
    if isKnown { _ = try await archive.index() }
    let shelf = SessionShelf(archive.path, files: Forbidding(name: "2026-01-02-ideas"))
    let found = try await ArchiveIndex.answer(of: shelf, rebuilding: { _ in nil }) { index throws(ArchiveError) in
      try index.sessions(ArchiveQuery()).map(\.folder)
    }
    #expect(found.answer == ["2026-01-03-ideas", "2026-01-01-ideas"])
    #expect(found.refresh.leftOut.map(\.name) == ["2026-01-02-ideas"])
    #expect(found.refresh.leftOut.map(\.reason) == ["this user is not allowed to"])
    #expect(try await archive.index().sessions(ArchiveQuery()).count == 3, "it comes back with the permission")
  }

  @Test func `the record of a journal that has not changed is not looked at`() async throws {
    let archive = SampleArchive()
    for number in 1...3 { try archive.add("2026-01-0\(number)-ideas", identity: number) }
    try archive.add("2026-01-04-running", identity: 4, bytes: nil)
    _ = try await archive.index()
    let looked = Forbidding(name: "outcome.json")
    let index = try ArchiveIndex.open(SessionShelf(archive.path, files: looked))
    let refresh = try await index.refresh { _ in nil }
    #expect(refresh.leftOut.map(\.name) == ["2026-01-04-running"], "only of what was behind")
  }
}

/// Numbers that are the same for the same seed.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The real disk, on which paths with a name in them may not be looked at, whoever runs the tests.
private struct Forbidding: FileLayer {
  let name: String
  private let files = SystemFiles()

  init(name: String) { self.name = name }

  private func check(_ path: String) throws(FileFailure) {
    if path.contains("/\(name)") { throw FileFailure(.status, .notPermitted, path) }
  }

  func open(_ path: String, for purpose: FilePurpose) throws(FileFailure) -> any OpenFile {
    try check(path)
    return try files.open(path, for: purpose)
  }

  func status(_ path: String) throws(FileFailure) -> FileStatus? {
    try check(path)
    return try files.status(path)
  }

  func rename(_ source: String, to target: String) throws(FileFailure) { try files.rename(source, to: target) }
  func remove(_ path: String) throws(FileFailure) { try files.remove(path) }
  func makeFolder(_ path: String) throws(FileFailure) { try files.makeFolder(path) }
  func synchronizeFolder(_ path: String) throws(FileFailure) { try files.synchronizeFolder(path) }
  func list(_ path: String) throws(FileFailure) -> [String] { try files.list(path) }
}
