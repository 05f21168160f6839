import Foundation
import MethodModel
import Testing

@testable import SessionEngine
@testable import SessionStore

struct `Reading an event's body` {
  /// Any JSON value, to compare the two decoders by.
  private indirect enum Value: Codable, Hashable {
    case object([String: Value]), array([Value]), text(String), number(Int), flag(Bool), null

    init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        self = .null
      } else if let flag = try? single.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? single.decode(Int.self) {
        self = .number(number)
      } else if let text = try? single.decode(String.self) {
        self = .text(text)
      } else if let array = try? single.decode([Value].self) {
        self = .array(array)
      } else {
        self = .object(try single.decode([String: Value].self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var single = encoder.singleValueContainer()
      switch self {
      case .object(let members): try single.encode(members)
      case .array(let values): try single.encode(values)
      case .text(let text): try single.encode(text)
      case .number(let number): try single.encode(number)
      case .flag(let flag): try single.encode(flag)
      case .null: try single.encodeNil()
      }
    }

    static func random(_ source: inout SeededRandom, depth: Int = 0) -> Value {
      switch Int.random(in: depth < 4 ? 0...7 : 2...7, using: &source) {
      case 0: .object(members(&source, depth))
      case 1: .array((0..<Int.random(in: 0...4, using: &source)).map { _ in random(&source, depth: depth + 1) })
      case 2...4: .text(text(&source))
      case 5: .number(Int.random(in: .min ... .max, using: &source))
      case 6: .flag(Bool.random(using: &source))
      default: .null
      }
    }

    private static func members(_ source: inout SeededRandom, _ depth: Int) -> [String: Value] {
      var members: [String: Value] = [:]
      for _ in 0..<Int.random(in: 0...6, using: &source) { members[text(&source)] = random(&source, depth: depth + 1) }
      return members
    }

    private static let pieces = [
      "a", "\"", "\\", "/", "\n", "\t", "\u{1}", "ä", "汉", "🏫", "e\u{301}", "\u{2028}", " ", "}",
    ]

    private static func text(_ source: inout SeededRandom) -> String {
      (0..<Int.random(in: 0...5, using: &source)).compactMap { _ in pieces.randomElement(using: &source) }.joined()
    }
  }

  private func read<Content: Decodable>(_ type: Content.Type, _ text: String) throws -> Content {
    let body = try #require(JSONBody(Array(text.utf8)[...]), "\(text)")
    return try Content(from: BodyDecoder(body: body, node: 0))
  }

  @Test func `agrees with the library's decoder on whatever the library writes`() throws {
    var source = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let value = Value.random(&source)
      let json = try JSONEncoder().encode(value)
      #expect(try read(Value.self, String(decoding: json, as: UTF8.self)) == value)
    }
  }

  @Test(arguments: [
    "", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "\"", "\"\\\"", "nul", "tru", "1 ", " 1",
    "{}{}",
    String(repeating: "[", count: 100_000),
  ])
  func `refuses what is no JSON as it is written here`(text: String) {
    #expect(JSONBody(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: ["\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\u+123\"", "1", "null", "{}"])
  func `refuses a text that is none`(text: String) {
    #expect(throws: (any Error).self) { try read(String.self, text) }
  }

  @Test(arguments: ["1.5", "--1", "1e3", "9223372036854775808", "true", "\"1\"", "-"])
  func `refuses a whole number that is none`(text: String) {
    #expect(throws: (any Error).self) { try read(Int.self, text) }
  }

  @Test(arguments: [("\"\\u00e4\\ud83c\\udfeb\\/\\b\\f\\r\"", "ä🏫/\u{8}\u{C}\r"), ("\"\\u00E4\"", "ä")])
  func `reads every escape`(text: String, value: String) throws {
    #expect(try read(String.self, text) == value)
  }

  @Test func `finds keys in any order, and those with escapes`() throws {
    struct Three: Decodable, Equatable {
      var first: Int
      var second: Double?
      var third: [Bool]
      enum CodingKeys: String, CodingKey { case first, second = "se\"cond", third }
    }
    for text in [
      #"{"third":[true],"other":{"first":9},"se\"cond":1.5,"first":1}"#,
      #"{"first":1,"se\"cond":1.5,"third":[true],"other":[]}"#,
    ] {
      #expect(try read(Three.self, text) == Three(first: 1, second: 1.5, third: [true]))
    }
    #expect(try read(Three.self, #"{"first":1,"third":[]}"#) == Three(first: 1, second: nil, third: []))
    #expect(throws: DecodingError.self) { try read(Three.self, #"{"third":[]}"#) }
  }

  @Test func `brings events back as they were`() throws {
    let person = PersonID("p1")
    let run = RunID(take: 1, activity: 0)
    let contents: [any EventContent] = [
      SessionStarted(
        method: "m", methodVersion: "1", methodHash: "h", language: "fi", mode: .remote,
        settings: ["a": ["1", "2"], "b": []], people: [Person(id: person, name: "Aino \"A\"", fields: ["school": "汉"])],
        roles: ["host": [person]], agreedEnd: 3_600, rehearsal: true, site: nil),
      EntryAdded(
        run: run, outcome: "ideas", id: "e1", kind: .action, author: person, unit: .part("pairs/2"),
        fields: ["text": "line\nfeed"], copyOf: .value("need", of: "indicators"), about: nil, late: true),
      MarkSet(
        run: run, outcome: "o", unit: .sheet(3), thing: .entry("e1"), criterion: nil, value: nil, reason: "why",
        late: false, completes: true),
      TallyEntered(run: run, outcome: "o", thing: .person(person), total: Number(7), ballots: 9),
      EntriesClosed(run: run, outcome: "o", present: [person], entitled: [], answered: 1),
      Judged(take: 2, index: 0, answer: .notYet, by: "host"), Paused(), Resumed(gap: 5),
    ]
    for (index, content) in contents.enumerated() {
      for reason in [nil, "because of \"that\""] {
        let event = Event(
          sequence: index + 1, command: "c", commandDigest: "d", actor: .person(person),
          wall: WallTime(milliseconds: 5), elapsed: 7, reason: reason, body: content.asBody)
        #expect(try EventCoding.event(in: try stored(event)) == event)
      }
    }
  }

  /// The frame that an event becomes.
  private func stored(_ event: Event) throws -> JournalFrame {
    var command = JournalCommand(
      id: event.command.raw, digest: event.commandDigest, actor: event.actor.description, elapsed: event.elapsed,
      wall: event.wall, events: [])
    command.events = (1..<event.sequence).map { _ in Sample.command(1).events[0] }
    command.events.append(
      .init(
        type: type(of: event.body.content).type, version: 1, body: try EventCoding.body(of: event),
        salt: JournalSalt(0, 0)))
    return try #require(JournalContents(scanning: try Sample.journal([command])).frames.last)
  }
}
