import MethodModel
import Outcomes
import SessionEngine

/// A session driven by commands as a host would give them: given a method and people, when this is done, then its
/// record says that.
struct Sitting {
  let engine: SessionEngine
  private(set) var state = SessionState()
  private var sent = 0
  private var elapsed = 0

  /// 2026-03-14, 09:00 UTC.
  static let start = WallTime(milliseconds: 1_773_478_800_000)
  static let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Gus", "Hana", "Ivo", "June"]

  /// Started, at its first step.
  init(
    _ method: Method, people count: Int, settings: [String: [String]] = [:], roles: [String: [PersonID]] = [:],
    rehearsal: Bool = false, site: String? = "Kivelä school", people named: [Person]? = nil, acceptsSize: Bool = false,
    earlier: [String: EarlierOutcome]? = nil
  ) throws {
    engine = SessionEngine(method)
    let people = named ?? Self.names.prefix(count).enumerated().map { Person(id: PersonID("p\($0 + 1)"), name: $1) }
    var start = StartSession(
      methodHash: "5e1f0c0ffee", language: "en", settings: settings, people: people, roles: roles,
      rehearsal: rehearsal, site: site, acceptsSize: acceptsSize)
    start.earlier = earlier
    try send(.start(start))
  }

  /// Does one thing, ten seconds after the one before.
  mutating func send(
    _ body: CommandBody, by actor: Actor = .host, because reason: String? = nil, after seconds: Int = 10
  ) throws {
    sent += 1
    elapsed += seconds
    let command = Command(
      id: CommandID("c\(sent)"), actor: actor, wall: Self.start.adding(seconds: elapsed), elapsed: elapsed,
      seed: UInt64(sent), digest: "d\(sent)", reason: reason, body: body)
    for event in try engine.decide(command, state) { state.evolve(event) }
  }

  /// Closes what is open; a minute has gone by.
  mutating func next() throws { try send(.next, after: 60) }

  mutating func add(
    _ id: String, _ text: String, by author: PersonID?, fields: [String: String] = [:], about thing: ThingRef? = nil
  ) throws {
    try send(
      .add(
        AddEntry(
          id: EntryID(id), author: author, fields: fields.merging(["text": text]) { field, _ in field }, about: thing)))
  }

  mutating func mark(
    _ person: PersonID, _ thing: ThingRef? = nil, _ value: String?, criterion: String? = nil,
    because reason: String? = nil
  ) throws {
    let put = state.takes.last?.runs.last?.ballot.first ?? .value("proposal", of: "consent")
    try send(
      .mark(SetMark(unit: .person(person), thing: thing ?? put, criterion: criterion, value: value, reason: reason)))
  }

  /// Answers the question that stands.
  mutating func answer(_ option: String, because reason: String? = nil) throws {
    guard case .stop(let stop) = state.leaf else { throw Rejection(.notActive, "no question stands") }
    try send(.answer(Answer(stop: stop.path, option: option)), because: reason)
  }

  var record: Record { Record.make(from: state, engine: engine) }

  var files: [String: String] {
    Dictionary(
      uniqueKeysWithValues: RecordFiles.all(record).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
