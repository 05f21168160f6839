import MethodModel
import SessionEngine
import Testing

/// How many groups of which sizes, for every number of people.
@Suite struct GroupSizeTests {
  private func sizes(
    _ people: Int, _ lower: Int, _ upper: Int?, ideal: Int? = nil, _ remainder: Grouping.Remainder = .join
  ) throws -> [Int] {
    guard let plan = GroupPlan.of(people, size: CountRange(lower, upper), ideal: ideal, remainder: remainder) else {
      throw Rejection(.cannotForm, "no plan")
    }
    return plan.sizes
  }

  @Test(arguments: 1...120) func `sizes within a range differ by at most one and seat everybody`(people: Int) throws {
    for (lower, upper) in [(3, 5), (2, 3), (4, 7), (5, 8)] {
      guard let sizes = try? sizes(people, lower, upper) else {
        #expect(!(1...people).contains { $0 * lower <= people && people <= $0 * upper })
        continue
      }
      #expect(sizes.reduce(0, +) == people)
      #expect(sizes.allSatisfy { (lower...upper).contains($0) })
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test(arguments: 1...120) func `an exact size with a remainder seats everybody as declared`(people: Int) throws {
    for size in 2...6 {
      for remainder in [Grouping.Remainder.join, .smaller] {
        let sizes = try sizes(people, size, size, remainder)
        #expect(sizes.reduce(0, +) == people)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        if people > 1 { #expect(sizes.allSatisfy { $0 >= 2 }) }
        if people > size { #expect(sizes.allSatisfy { 2 * $0 <= 3 * size }) }
      }
      let seated = try sizes(people, size, size, .observe)
      if people >= size { #expect(seated.allSatisfy { $0 == size } && people - seated.reduce(0, +) < size) }
    }
  }

  @Test func `known cases`() throws {
    #expect(try sizes(7, 2, 2) == [3, 2, 2])
    #expect(try sizes(7, 2, 2, .smaller) == [3, 2, 2])
    #expect(try sizes(5, 3, 3) == [3, 2])
    #expect(try sizes(3, 2, 2) == [3])
    #expect(try sizes(2, 4, 4) == [2])
    #expect(try sizes(12, 3, 5, ideal: 4) == [4, 4, 4])
    #expect(try sizes(20, 4, 5) == [5, 5, 5, 5])
    #expect(try sizes(11, 2, nil, ideal: 3) == [3, 3, 3, 2])
  }

  @Test func `there is no plan for what cannot be formed`() {
    #expect(GroupPlan.of(7, size: CountRange(4, 6)) == nil)
    #expect(GroupPlan.of(0, size: CountRange(2, 3)) == nil)
  }
}

@Suite struct GroupTests {
  private let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Gus", "Hana"]

  private func given(_ groups: String, _ count: Int, _ agenda: String..., people: String = "") -> Given {
    Given(load(agenda: agenda.joined(), head: "\(people)<groupings>\(groups)</groupings>"))
      .people(Array(names.prefix(count)))
  }

  private func members(_ given: Given, _ set: String) -> [[PersonID]] {
    given.state.groups[set]?.groups.map(\.members) ?? []
  }

  private let pairs = "<groups id='pairs' size='2'/>"
  private let fours = "<groups id='fours' merge='pairs' each='2' remainder='smaller'/>"

  @Test func `groups are formed on first use and stay`() {
    let given = given(pairs, 6, step("one"), step("two", with: "pairs"), step("three", with: "pairs")).start()
    #expect(given.state.groups["pairs"] == nil)
    let formed = members(given.next(), "pairs")
    #expect(formed.map(\.count) == [2, 2, 2])
    #expect(Set(formed.joined()).count == 6)
    #expect(members(given.next(), "pairs") == formed)
  }

  @Test func `each time means at each use`() {
    let given = given(
      "<groups id='pairs' size='2' formed='each-time'/>", 8, step("one", with: "pairs"), step("two", with: "pairs")
    ).start()
    #expect(given.state.groups["pairs"]?.generation == 1)
    given.next()
    #expect(given.state.groups["pairs"]?.generation == 2)
  }

  @Test func `groups of a phase formed each time stay for the whole phase`() {
    let given = given(
      "<groups id='pairs' size='2' formed='each-time'/>", 8,
      phase("part", "with='pairs'", step("one"), step("two"))
    ).start().next().stands("two")
    #expect(given.state.groups["pairs"]?.generation == 1)
  }

  @Test func `merging keeps whole groups together and leaves a spare one as it is`() {
    let given = given(pairs + fours, 6, step("two", with: "pairs"), step("four", with: "fours")).start().next()
    let fours = members(given, "fours")
    #expect(fours.map(\.count) == [4, 2])
    for pair in members(given, "pairs") { #expect(fours.contains { Set(pair).isSubset(of: Set($0)) }) }
  }

  @Test func `a spare group joins the last where that is declared`() {
    let joined = "<groups id='fours' merge='pairs' each='2' remainder='join'/>"
    let given = given(pairs + joined, 6, step("two", with: "pairs"), step("four", with: "fours")).start().next()
    #expect(members(given, "fours").map(\.count) == [6])
  }

  @Test func `observers are in no group`() {
    let given = given(
      "<groups id='pairs' size='2' remainder='observe'/>", 5, step("one", collect("notes"), with: "pairs")
    ).start()
    #expect(members(given, "pairs").map(\.count) == [2, 2])
    #expect(given.state.groups["pairs"]?.remark == "one person observes")
  }

  private let schools = "<people><field id='school'/></people>"

  private func ofSchools(_ groups: String, _ schools: [String]) -> Given {
    let given = Given(load(agenda: step("one", with: "g"), head: "\(self.schools)<groupings>\(groups)</groupings>"))
    for (name, school) in zip(names, schools) { given.person(name, ["school": school]) }
    return given.start()
  }

  @Test func `match puts only those of one value together`() {
    let given = ofSchools("<groups id='g' match='school'/>", ["x", "y", "x", "y", "z"])
    #expect(members(given, "g") == [["aino", "chen"], ["bo", "dina"], ["eero"]])
  }

  @Test func `mix spreads each value evenly`() {
    let given = ofSchools("<groups id='g' size='2' mix='school'/>", ["x", "x", "x", "x", "y", "y", "y", "y"])
    for group in members(given, "g") {
      #expect(Set(group.map { given.state.roster[$0]?.fields["school"] }) == ["x", "y"])
    }
  }

  @Test func `no partner is met twice while that can be avoided`() {
    let head = pairs + "<groups id='new' size='2' avoid='earlier'/>"
    let given = given(head, 8, step("one", with: "pairs"), step("two", with: "new")).start().next()
    for pair in members(given, "new") { #expect(!members(given, "pairs").contains { Set($0) == Set(pair) }) }
  }

  @Test func `a joiner goes to the smallest group, and to the whole that group is part of`() {
    let given = given(
      pairs + fours, 6, step("two", collect("notes"), with: "pairs"), step("four", with: "fours"), step("last"))
    given.start().next().arrives("Gus")
    let pair = given.state.groups["pairs"]?.group(of: "gus")
    let four = given.state.groups["fours"]?.group(of: "gus")
    #expect(pair?.members.count == 3)
    #expect(four?.mergedFrom?.contains(pair?.key ?? "") == true)
    #expect(given.open?.parts.contains { $0.members.contains("gus") } == true)
  }

  @Test func `a joiner goes to a group of the same value where that is a hard rule`() {
    let given = ofSchools("<groups id='g' match='school'/>", ["x", "x", "x", "y"]).arrives("Gus", ["school": "x"])
    #expect(given.state.groups["g"]?.group(of: "gus")?.members.contains("aino") == true)
  }

  @Test func `who left is not waited for and takes the place again on coming back`() {
    let given = given(pairs, 4, step("one", collect("notes"), with: "pairs"), step("two", with: "pairs")).start()
      .leaves("Aino").next()
    #expect(given.open?.parts.contains { $0.members.contains("aino") } == false)
    given.arrives("Aino")
    #expect(given.open?.parts.contains { $0.members.contains("aino") } == true)
  }

  @Test func `the host moves somebody, and forms anew`() {
    let given = given(pairs, 6, step("one", with: "pairs")).start()
    let from = given.state.groups["pairs"]?.group(of: "aino")?.key ?? ""
    let to = from == "pairs/1" ? "pairs/2" : "pairs/1"
    given.when(.move(person: "aino", to: to)).recorded(.moved)
    #expect(given.state.groups["pairs"]?.group(of: "aino")?.key == to)
    given.when(.move(person: "aino", to: to)).refused(.cannotForm)
    given.when(.move(person: "aino", to: "pairs/9")).refused(.cannotForm)
    given.when(.form(set: "pairs"))
    #expect(given.state.groups["pairs"]?.generation == 2)
    given.when(.form(set: "threes")).refused(.cannotForm)
  }

  @Test func `what cannot be formed is refused and nothing moves`() {
    let head = "<groupings><groups id='g' size='4..6'/></groupings>"
    Given(step("one"), step("two", with: "g"), head: head, fit: "4..6").people(Array(names.prefix(7)))
      .setup { $0.acceptsSize = true }.start().next().refused(.cannotForm).stands("one")
  }
}

/// People who come and go at any moment, in every way of working beside each other, over many seeds.
@Suite struct ComingAndGoingTests {
  private static let head = """
    <groupings><groups id='tables' size='2..3'/><groups id='circles' per='topics'/>
    <groups id='smaller' per='topics' size='2' yields='size'/></groupings>
    <lists><list id='places'><value id='a'/><value id='b'/><value id='c'/></list></lists>
    """
  private static let ask = step("ask", collect("topics"))

  /// Each with a name of its own for the report of a failure.
  static let ways: [String: String] = [
    "parts": phase("beside", "with='tables'", step("talk", collect("notes")), step("more", collect("more-notes"))),
    "own clocks": phase(
      "beside", "with='tables' clock='own'", step("talk", collect("notes")), step("more", collect("more-notes"))),
    "at once":
      "<for-each id='each' item-of='topics' as='topic' at-once='yes'>\(step("talk", collect("notes"), with: "circles"))</for-each>",
    "a rotation":
      "<rotate id='round' move='people' through='places' as='place'>\(step("talk", collect("notes")))</rotate>",
    "groups that go round":
      "<rotate id='round' move='tables' through='places' as='place'>\(step("talk", collect("notes")))</rotate>",
    "a convened agenda":
      "<for-each id='each' item-of='topics' as='topic'>\(step("talk", "<collect into='notes' by='author'/>"))</for-each>",
    "things within things":
      "<for-each id='each' item-of='topics' as='topic'>\(step("find", collect("parts")))"
      + "<for-each id='inner' item-of='parts' as='part'>\(step("talk", collect("notes"), with: "tables"))</for-each></for-each>",
    "more things than people": step("talk", collect("notes"), with: "smaller"),
  ]

  @Test(arguments: ways.keys.sorted(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as [UInt64])
  func `everybody who is there has one place, and the session comes to its end`(way: String, seed: UInt64) throws {
    let method = load(agenda: Self.ask + (Self.ways[way] ?? "") + step("last"), head: Self.head, fit: "2..500")
    var walk = Wandering(SessionEngine(method), seed: seed)
    walk.start(with: 5 + Int(seed % 4))
    for _ in 0..<400 where walk.isRunning {
      walk.act()
      #expect(walk.misplaced == [], "\(way), seed \(seed)")
    }
    #expect(!walk.isRunning, "\(way), seed \(seed)")
    #expect(walk.replayed == walk.state, "\(way), seed \(seed)")
  }

  @Test(arguments: ways.keys.sorted()) func `all may leave, the facilitator too, and somebody may come back`(
    way: String
  ) throws {
    let method = load(agenda: Self.ask + (Self.ways[way] ?? "") + step("last"), head: Self.head, fit: "2..500")
    var walk = Wandering(SessionEngine(method), seed: 1)
    walk.start(with: 5, led: true)
    walk.fill()
    walk.send(.next)
    for person in walk.state.roster.present.map(\.id) { walk.send(.leave(person)) }
    #expect(walk.state.roster.present.isEmpty, "\(way)")
    walk.goOn(2)
    walk.send(.arrive(Person(id: "p1", name: "P1")))
    #expect(walk.misplaced == [], "\(way)")
    walk.goOn(200)
    #expect(!walk.isRunning, "\(way)")
  }
}

/// A session in which the host goes on, people enter things, and somebody comes or leaves whenever the dice say so.
private struct Wandering {
  let engine: SessionEngine
  private(set) var state = SessionState()
  private var journal: [Event] = []
  private var random: SeededRandom
  private var commands = 0
  private var people = 0

  init(_ engine: SessionEngine, seed: UInt64) {
    self.engine = engine
    random = SeededRandom(seed: seed)
  }

  var isRunning: Bool { state.status == .running }

  /// The journal taken in once more.
  var replayed: SessionState {
    var anew = SessionState()
    for event in journal { anew.evolve(event) }
    return anew
  }

  mutating func start(with count: Int, led: Bool = false) {
    people = count
    var start = StartSession(
      methodHash: "hash", language: "en", people: (1...count).map { Person(id: PersonID("p\($0)"), name: "P\($0)") })
    if led {
      start.people.append(Person(id: "lead", name: "Lead"))
      start.roles["facilitator"] = ["lead"]
    }
    send(.start(start))
  }

  /// False when it was refused, which changes nothing.
  @discardableResult mutating func send(_ body: CommandBody) -> Bool {
    commands += 1
    let command = Command(
      id: CommandID("c\(commands)"), actor: .host, wall: WallTime(milliseconds: Int64(commands) * 1000),
      elapsed: commands, seed: random.next(), body: body)
    guard let events = try? engine.decide(command, state) else { return false }
    for event in events { state.evolve(event) }
    journal += events
    return true
  }

  mutating func act() {
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      if state.roster.present.count > 2, let person = state.roster.present.randomElement(using: &random) {
        send(.leave(person.id))
      }
    case 1:
      people += 1
      send(.arrive(Person(id: PersonID("p\(people)"), name: "P\(people)")))
    case 2:
      if let gone = state.roster.people.filter({ !$0.isPresent }).randomElement(using: &random) {
        send(.arrive(Person(id: gone.id, name: gone.name)))
      }
    case 3, 4, 5: fill()
    default: goOn(1)
    }
  }

  /// Up to three people enter something where something is asked.
  mutating func fill() {
    for person in state.roster.present.shuffled(using: &random).prefix(3) {
      send(.add(AddEntry(id: EntryID("e\(commands)"), author: person.id, fields: ["text": "Thing \(commands)"])))
    }
  }

  mutating func goOn(_ times: Int) {
    for _ in 0..<times where isRunning {
      if case .stop(let stop) = state.leaf, let option = stop.options.first {
        send(.answer(Answer(stop: stop.path, option: option.id)))
      } else if !send(.next) {
        send(.skip)
      }
    }
  }

  /// Whoever is there and has no place in a set that everybody is in, or two; and whoever stands in two parts at once.
  var misplaced: [String] {
    let here = state.roster.present.map(\.id).filter { !state.roles["facilitator", default: []].contains($0) }
    var found: [String] = []
    for (set, formed) in state.groups.sorted(by: { $0.key < $1.key }) where formed.groups.allSatisfy(\.circles.isEmpty)
    {
      for person in here {
        let places = formed.groups.count { $0.members.contains(person) }
        if places != 1 { found.append("\(person) has \(places) places in \(set)") }
      }
    }
    for take in state.openTakes {
      let members = take.parts.flatMap(\.members)
      if Set(members).count != members.count { found.append("somebody stands twice in \(take.path)") }
    }
    return found
  }
}
