import Foundation
import MethodModel
import Outcomes
import SessionEngine

/// An archive of made-up sessions: each has a hundred ideas, a step, an outcome, and its own words.
struct SampleArchive {
  let folder: URL
  let sessions: Int
  static let itemsPerSession = 100
  static let methods = 10

  private static let placeholder = "§"

  /// Writes the sessions; ten methods take turns, so that each has a tenth of them.
  static func write(_ sessions: Int, into folder: URL) throws -> SampleArchive {
    let parts = try template().split(separator: placeholder, omittingEmptySubsequences: false)
    var words = Words(seed: 7)
    for number in 0..<sessions {
      let text = parts.dropFirst().reduce(into: String(parts[0])) { $0 += words.sentence() + $1 }
      try write(number, named(text, number), into: folder)
    }
    return SampleArchive(folder: folder, sessions: sessions)
  }

  func add(_ number: Int) throws -> String {
    var words = Words(seed: UInt64(number))
    let parts = try Self.template().split(separator: Self.placeholder, omittingEmptySubsequences: false)
    let text = parts.dropFirst().reduce(into: String(parts[0])) { $0 += words.sentence() + $1 }
    return try Self.write(number, Self.named(text, number), into: folder)
  }

  /// The method's id alone, which comes first: the record has a member of that name too.
  private static func named(_ record: String, _ number: Int) -> String {
    record.replacing("\"id\": \"notes\"", with: "\"id\": \"method-\(number % methods)\"", maxReplacements: 1)
  }

  @discardableResult
  private static func write(_ number: Int, _ record: String, into folder: URL) throws -> String {
    let (year, rest) = (number / 336).quotientAndRemainder(dividingBy: 30)
    let day = "\(2000 + year)-\(twoDigits(rest % 12 + 1))-\(twoDigits(number % 28 + 1))"
    let session = folder.appending(path: "\(day)-method-\(number % methods)-site-\(number)")
    try FileManager.default.createDirectory(at: session, withIntermediateDirectories: true)
    try SampleJournal.write(
      session.appending(path: "journal.jsonl").path, session: number, entries: itemsPerSession)
    try Data(record.utf8).write(to: session.appending(path: "outcome.json"))
    return session.path
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// The record of a session of which every idea is still to be said.
  private static func template() throws -> String {
    let session = try SampleSession()
    var state = SessionState()
    for event in try session.engine.decide(session.start, state) { state.evolve(event) }
    for number in 1...itemsPerSession {
      for event in try session.engine.decide(session.contribution(number, saying: placeholder), state) {
        state.evolve(event)
      }
    }
    return String(decoding: RecordFiles.json(Record.make(from: state, engine: session.engine)), as: UTF8.self)
  }
}

/// Sentences of five thousand made-up words, the same for the same seed.
struct Words {
  private var state: UInt64
  private static let syllables = ["ka", "lo", "mi", "ne", "pu", "ra", "se", "ti", "vo", "ya"]
  private static let all: [String] = (0..<5_000).map { number in
    var (word, rest) = ("", number + 1_000)
    while rest > 0 {
      word += syllables[rest % 10]
      rest /= 10
    }
    return word
  }

  /// How many words there are to search for.
  static func word(_ number: Int) -> String { all[number % all.count] }

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func sentence() -> String {
    (0..<(8 + next() % 8)).map { _ in
      // The smaller of two draws: some words are said far more often than others.
      Self.all[min(next(), next()) % Self.all.count]
    }.joined(separator: " ")
  }

  private mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 40) % 5_000
  }
}
