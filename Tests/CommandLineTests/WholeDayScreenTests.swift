import Foundation
import TerminalTestSupport
import Testing

/// A whole day led on the full screen by keys alone, with all that happens to a window and a laptop meanwhile.
@Suite struct WholeDayScreenTests {
  private static let names = "Aino,Bo,Chen,Dina,Eero,Fatima,Goran,Hana,Ivo,Jun,Kati,Lena"

  private static let start =
    [
      "run", "do-tank-day", "--people", names, "--set", "problem=Pupils fall asleep", "--set",
      "innovation=Later mornings",
    ]
    + ["--set", "site=our school"]
    + [
      "leader=Aino", "innovator=Bo", "evidence-steward=Chen", "panel=Chen", "panel=Dina", "panel=Eero", "panel=Fatima",
      "panel=Goran", "table-host=Dina", "table-host=Hana", "adapt.log-keeper=Lena",
    ].flatMap { ["--role", $0] }

  @Test func `a day by keys, with resizes and kills, keeps all that was acknowledged`() throws {
    let workplace = try Workplace()
    var day = try DayByKeys(workplace, Self.start, seed: 3)
    try day.play()
    #expect(day.visits.keys.contains("Close"), "it went to the end")
    #expect(day.kills == 3 && day.resizes > 10)
    let record = try workplace.read(try workplace.session() + "/outcome.json")
    let kept = try Self.strings(JSONSerialization.jsonObject(with: Data(record.utf8)))
    for text in day.acknowledged where !kept.contains(text) {
      Issue.record("“\(text)” was acknowledged and is not in the record")
    }
    #expect(day.acknowledged.count > 30)
    #expect(try Record.read(workplace.session()).session.end?.name == "completed")
  }

  /// Every text of a document.
  private static func strings(_ value: Any) -> Set<String> {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(strings($1)) }
    case let members as [String: Any]: members.values.reduce(into: []) { $0.formUnion(strings($1)) }
    default: []
    }
  }
}

/// Plays by what the screen asks: the step's title says what is typed.
private struct DayByKeys {
  private let workplace: Workplace
  private var session: ScreenSession
  private var random: SeededNumbers
  private var size = (columns: 80, rows: 24)
  /// After which of the lines that are typed the program is killed.
  private var deaths: Set<Int>
  private var typed = 0
  private(set) var kills = 0
  private(set) var resizes = 0
  /// How often each step came.
  private(set) var visits: [String: Int] = [:]
  /// What was typed, and stood as done on the screen.
  private(set) var acknowledged: [String] = []

  init(_ workplace: Workplace, _ arguments: [String], seed: UInt64) throws {
    self.workplace = workplace
    random = SeededNumbers(seed: seed)
    session = try ScreenSession(workplace, arguments)
    deaths = []
    while deaths.count < 3 { deaths.insert(Int.random(in: 2...60, using: &random)) }
  }

  mutating func play() throws {
    try session.wait(forText: "Step: Read the files")
    for _ in 0..<200 {
      try session.settle()
      if try !playStep() { return }
    }
    Issue.record("the day does not end; it stands at \(session.place)")
  }

  /// What is typed on one visit of a step, by its title; the words that the record must have are within « and ».
  private static let lines: [String: [[String]]] = [
    "Read the files": [["Hana: «Väsymys näkyy jo bussissa»", "Kati: «الصباح مبكر جدا»"]],
    "What do we see?": [["1: «Half the class yawns at eight»", "2: «👩‍🏫 wakes the back row twice»", "1: «朝ごはんを食べない»"]],
    "One question": [
      ["1: «How might we begin softly?»", "2: «Miten bussi tulisi myöhemmin?»"], ["1: ?", "2: ?"],
    ],
    "Worth our day?": [["1: 3 4 4", "2: 4 4 5"]],
    "Discuss the evidence": [["Dina: «it fits the bus, side #» | source=«visit #»"]],
    "Rate in private": [["4 4 4 5 3"]],
    "What would have to be true here?": [
      ["Kati: «Bussi tulee myöhemmin»", "Ivo: «الغداء في الواحدة»", "Jun: «🍞 at nine»"]
    ],
    "Ask the innovator": [["1 known: «yes, in the next town»"]],
    // Everybody, because chance says who sits in which ring, and a ring without a sheet has nothing to pass on.
    "Head your sheet": [
      [
        "Jun: «Tähti»", "Kati: «月»", "Lena: «قمر»", "Aino: sun", "Bo: cloud", "Chen: rain", "Dina: wind", "Eero: snow",
        "Fatima: ice", "Goran: fog", "Hana: hail", "Ivo: dew",
      ]
    ],
    "Write": [["Jun: «Let them eat first»", "Hana: «Sunlamps 💡»"]],
    "Pilot sheet": [
      [
        "1: text: «Begin at nine»", "1: with-whom: «Year nine»", "1: sign: «Harvempi nukkuu»",
        "1: stop-line: «Parents object»",
        "1: owner: Dina", "1: payer: «The school»", "2: text: «Breakfast for all»", "2: with-whom: «Year seven»",
        "2: sign: «Nobody hungry»", "2: stop-line: «The kitchen closes»", "2: owner: Hana", "2: payer: «The town»",
      ]
    ],
    "It has failed: why?": [["Aino: «nobody told the bus company»"], []],
    "Consent in the team": [["all: consent"]],
    "The next ninety days": [["1: «Ask the bus company» | owner=Dina", "2: «Open the kitchen» | owner=Hana"]],
  ]

  /// False once the session is over.
  private mutating func playStep() throws -> Bool {
    if session.terminal.page.contains("PAUSED") { return try commanded("/resume") }
    if session.inputLine.hasPrefix("yes?") { return try commanded("yes") }
    if session.inputLine.hasPrefix("end?") {
      // The last line ends the session: the next key would leave already.
      try session.type("end\r")
      try session.wait(forText: "Any key leaves.")
      try leave()
      return false
    }
    let place = session.place
    if place.hasPrefix("Question: ") { return try commanded("1") }
    if place.hasPrefix("Checkpoint: ") { return try commanded("/pass Good enough for now") }
    let title = place.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? place
    let visit = visits[title, default: 0]
    visits[title] = visit + 1
    let rounds = Self.lines[title] ?? [[]]
    for line in rounds[min(visit, rounds.count - 1)] {
      if let group = line.firstMatch(of: /^(\d): \?$/)?.1 {
        try choose(somebodyOf: String(group))
      } else {
        try enter(line.replacing("#", with: "\(visit + 1)"))
      }
      #expect(session.place == place, "content does not move the session")
    }
    return try commanded("/next")
  }

  /// Chance says who is in which group: one after the other is tried until somebody belongs to it.
  private func choose(somebodyOf group: String) throws {
    for number in 1...12 {
      try session.type("\(group): \(number)")
      try session.enter("")
      if session.inputLine == ">" { return }
      #expect(session.terminal.page.contains("which chooses one of its own"), "\(session.terminal.page)")
      try session.type("\u{15}")
    }
    Issue.record("nobody is in group \(group)")
  }

  private func commanded(_ line: String) throws -> Bool {
    try session.type(line + "\r")
    return true
  }

  private mutating func leave() throws {
    try session.type(" ")
    let finished = try session.finish()
    #expect(finished.code == 0, finished.told)
    try session.expectGivenBack()
  }

  // MARK: A line, and what happens meanwhile

  private mutating func enter(_ marked: String) throws {
    let line = marked.replacing(/[«»]/, with: "")
    let characters = Array(line)
    let breaks = Int.random(in: 0...characters.count, using: &random)
    try session.type(String(characters[..<breaks]))
    if Int.random(in: 0..<3, using: &random) == 0 { try resize() }
    // A slip and its mending, moving back and forth.
    if Bool.random(using: &random) { try session.type("x\u{7F}\u{1B}[D\u{1B}[C\u{1B}[H\u{1B}[F") }
    try session.type(String(characters[breaks...]))
    try session.enter("")
    #expect(session.inputLine == ">", "“\(line)” was taken, and the line is empty again:\n\(session.terminal.page)")
    #expect(!session.terminal.page.contains("Nothing was done"), "“\(line)” was kept:\n\(session.terminal.page)")
    acknowledged += marked.matches(of: /«([^»]*)»/).map { String($0.1) }
    typed += 1
    if deaths.contains(typed) { try die() }
  }

  private mutating func resize() throws {
    size = (Int.random(in: 76...200, using: &random), Int.random(in: 20...60, using: &random))
    try session.resize(columns: size.columns, rows: size.rows)
    try session.expectWhole()
    resizes += 1
  }

  /// Killed in the middle of a word, and resumed in another terminal.
  private mutating func die() throws {
    try session.type("Aino: this was never ent")
    session.child.signal(SIGKILL)
    #expect(try session.finish().code == nil)
    kills += 1
    session = try ScreenSession(workplace, ["resume"], columns: size.columns, rows: size.rows)
    try session.wait(forText: "everything that was confirmed is here.")
    try session.settle()
  }
}
