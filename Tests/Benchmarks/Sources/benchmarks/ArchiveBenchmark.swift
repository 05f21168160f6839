import Archive
import Foundation
import SessionStore

/// The archive of 10,000 sessions with a million items: made, added to, asked, compared.
enum ArchiveBenchmark {
  static func run() async throws {
    let program = try Machine.program()
    try await Machine.withScratchFolder { folder in
      let archive = try SampleArchive.write(10_000, into: folder)
      try await make(archive)
      try add(to: archive)
      try ask(program, archive)
      try compare(program, archive)
    }
  }

  private static func make(_ archive: SampleArchive) async throws {
    let index = try ArchiveIndex.open(SessionShelf(archive.folder.path))
    let start = ContinuousClock.now
    let found = try await index.refresh { _ in nil }
    let wall = start.duration(to: .now).seconds
    guard found.read == archive.sessions else {
      throw Trouble("\(found.read) of \(archive.sessions) sessions were read")
    }
    let unread = try index.sessions(ArchiveQuery()).count { $0.trouble != nil || $0.journal != .whole }
    guard unread == 0 else {
      throw Trouble("\(unread) of \(archive.sessions) sessions are only listed, or have no whole journal")
    }
    let size = try FileManager.default.attributesOfItem(atPath: "\(archive.folder.path)/\(ArchiveIndex.fileName)")[
      .size]
    print("  the index has \(rounded(Double(size as? Int ?? 0) / 1_048_576)) MB")
    Promise(what: "index 10,000 sessions with 1,000,000 items", bound: .atMost, figure: 60).hold(wall, unit: " s")
  }

  private static func add(to archive: SampleArchive) throws {
    let times = try (0..<20).map { number in
      let path = try archive.add(archive.sessions + number)
      let start = ContinuousClock.now
      try ArchiveIndex.open(SessionShelf(archive.folder.path)).take(try SessionFolder.existing(path))
      return start.duration(to: .now).seconds * 1_000
    }
    Promise(what: "take one new session in", bound: .atMost, figure: 50).hold(median(times), unit: " ms")
  }

  private static func ask(_ program: String, _ archive: SampleArchive) throws {
    let questions = (0..<60).map { number -> [String] in
      switch number % 4 {
      case 0: ["--search", Words.word(number * 83)]
      case 1: ["--search", "\(Words.word(number)) \(Words.word(number * 7))", "--from", "2010"]
      case 2: ["--method", "method-\(number % 10)", "--to", "2008-06"]
      default: ["--search", Words.word(number * 31), "--method", "method-3", "--json"]
      }
    }
    let times = try questions.map { question in
      let asked = try ChildProcess.run(program, ["review", "--sessions", archive.folder.path] + question)
      guard asked.code == 0 || asked.code == 1 else { throw Trouble("review \(question) ended with \(asked.code)") }
      return asked.wall * 1_000
    }.sorted()
    print("  review: median \(rounded(median(times))) ms")
    Promise(what: "review with search and filters, p95 of whole processes", bound: .atMost, figure: 100)
      .hold(times[times.count * 95 / 100], unit: " ms")
  }

  private static func compare(_ program: String, _ archive: SampleArchive) throws {
    let times = try (0..<5).map { _ in
      let asked = try ChildProcess.run(program, ["compare", "method-3", "--sessions", archive.folder.path])
      guard asked.code == 0 else { throw Trouble("compare ended with \(asked.code)") }
      return asked.wall
    }
    Promise(what: "compare 1,000 sessions of one method, whole process", bound: .atMost, figure: 1)
      .hold(median(times), unit: " s")
  }
}
