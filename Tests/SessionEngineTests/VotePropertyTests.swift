import MethodModel
import SessionEngine
import Testing

/// What holds for every vote, whatever people do.
@Suite struct VotePropertyTests {
  private static let names = ["Aino", "Bo", "Chen", "Dina", "Eero"]
  private static let rules = [
    "rule='plurality'", "rule='majority'", "rule='share' at-least='50%'", "rule='score' measure='sum' at-least='1'",
  ]
  private static let ties = ["ask", "all", "none", "run-off", "draw", "one"]

  private func given(_ vote: String, _ decide: String = "rule='plurality'", names: [String] = names) -> Given {
    let agenda =
      step("vote", "<vote of='topics' into='votes' \(vote)/>")
      + step("decide", "<decide of='topics' from='votes' into='d' \(decide)/>") + step("last")
    return Given(load(agenda: agenda, head: topics)).people(names)
  }

  @Test(arguments: rules, ties)
  func `a vote in which nobody votes decides nothing, and one goes on`(rule: String, ties: String) {
    let kind = rule.contains("score") ? "dots" : "approval"
    let given = given("kind='\(kind)'", "\(rule) ties='\(ties)'").next()
    #expect(given.verdict("d")?.result == .deferred)
    #expect(given.verdict("d")?.winners == [])
    #expect(given.verdict("d")?.remark == "nobody has answered")
    given.next().stands("last")
  }

  @Test(arguments: ties)
  func `a selection from votes that nobody gave takes nothing`(ties: String) {
    let given = Given(
      load(
        agenda: step("vote", "<vote of='topics' into='votes'/>")
          + step("top", "<select from='topics' into='kept' top='1' ranked-by='votes' ties='\(ties)'/>") + step("last"),
        head: topics)
    ).people(Self.names).start().next()
    #expect(given.things("kept") == [])
    given.next().stands("last")
  }

  @Test(arguments: [
    ("ask", "tied", 0), ("all", "won", 2), ("none", "rejected", 0), ("run-off", "tied", 0), ("draw", "won", 1),
    ("one", "tied", 0),
  ])
  func `two with as many dots are treated as the author says`(ties: String, result: String, winners: Int) {
    let given = given("budget='1'", "rule='plurality' ties='\(ties)'").marks("Aino", "a", "1").marks("Bo", "b", "1")
      .next()
    #expect(given.verdict("d")?.winners.count == winners)
    #expect(given.verdict("d")?.result.rawValue == result)
  }

  @Test(arguments: 0..<40)
  func `no ballot is ever over its budget, whatever is tried`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let kinds = ["kind='dots' budget='4' per-item='2'", "kind='approval' budget='2'", "kind='ranking' budget='2'"]
    let given = given(kinds[seed % 3]).start()
    for _ in 0..<30 {
      let voter = PersonID(Self.names.randomElement(using: &random)!.lowercased())
      let thing = given.run!.ballot.randomElement(using: &random)!
      let value = ["0", "1", "2", "3", "9", nil].randomElement(using: &random)!
      given.when(.mark(SetMark(unit: .person(voter), thing: thing, value: value)))
      if let code = given.rejection?.code { given.refused(code) }
    }
    for marks in given.run!.marks.values {
      let values = marks.values.compactMap { $0.value.flatMap { Int($0) } }
      switch seed % 3 {
      case 0: #expect(values.reduce(0, +) <= 4 && values.allSatisfy { $0 <= 2 })
      case 1: #expect(values.reduce(0, +) <= 2 && values.allSatisfy { $0 <= 1 })
      default: #expect(Set(values).count == values.count && values.allSatisfy { (1...2).contains($0) })
      }
    }
  }

  @Test(arguments: 0..<20)
  func `neither names nor the order of people change what is decided`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let rule = Self.rules[seed % 3]
    let ballots = (0..<5).map { _ in (0..<3).map { _ in Int.random(in: 0...1, using: &random) } }
    func verdict(_ names: [String], _ order: [Int]) -> Verdict? {
      let given = given("kind='approval'", "\(rule) ties='ask'", names: names).start()
      for place in order {
        for (topic, value) in zip(["a", "b", "c"], ballots[place]) { given.marks(names[place], topic, "\(value)") }
      }
      var verdict = given.next().verdict("d")
      verdict?.dissent = []
      return verdict
    }
    let first = verdict(Self.names, [0, 1, 2, 3, 4])
    #expect(verdict(["Zoe", "Yrsa", "Xavier", "Wilma", "Veli"], [0, 1, 2, 3, 4]) == first)
    #expect(verdict(Self.names, [0, 1, 2, 3, 4].shuffled(using: &random)) == first)
  }

  @Test(arguments: ["unkept", "coded"])
  func `where no names are kept no event holds a ballot beside its voter`(names: String) {
    let given = given("budget='3' names='\(names)' reveal='end-of-step'").start()
    for (place, name) in Self.names.enumerated() {
      let thing = given.run!.ballot[place % 3]
      given.when(
        .handIn(
          HandIn(
            unit: .person(given.id(name)), marks: [BallotMark(thing, value: "\(place % 3 + 1)")],
            code: names == "coded" ? "code\(place)" : nil)))
    }
    given.next()
    for event in given.journal {
      switch event.body {
      case .markSet, .ballotHandedIn: Issue.record("a ballot stands in \(event.body)")
      case .urnSealed(let sealed):
        #expect(sealed.ballots.count == 5)
        let text = "\(sealed)"
        for name in Self.names { #expect(!text.contains(name.lowercased())) }
      default: break
      }
    }
  }

  @Test func `where names are hidden nobody is shown whose a ballot is`() {
    let given = given("budget='3' names='hidden' reveal='end-of-step'").marks("Aino", "a", "3").marks("Bo", "b", "1")
      .next()
    let run = given.state.takes[0].runs[0]
    for viewer in [Viewer.host, .room, .record, .person("bo")] {
      #expect(given.engine.sightOfMarks(in: run, given.state, for: viewer) != .named)
    }
  }

  @Test func `a concern is no dissent, an objection is`() {
    let given = Given(
      step("write", "<fill into='draft'/>"),
      step("signal", "<decide of='draft' rule='consent' into='c'/>", with: "alone"),
      step("last")
    ).people("Aino", "Bo", "Chen").fills("We meet").next()
      .signals("Aino", "consent").signals("Bo", "concern", because: "the load")
      .signals("Chen", "objection", because: "too early").next()
    #expect(given.verdict("c")?.dissent.map(\.unit) == [.person("chen")])
    #expect(given.verdict("c")?.concerns.count == 1)
  }

  @Test func `a consent whose only objector leaves keeps the objection`() {
    let given = Given(
      step("write", "<fill into='draft'/>"),
      step("signal", "<decide of='draft' rule='consent' into='c' reveal='all-answered'/>", with: "alone"), step("last")
    ).people("Aino", "Bo", "Chen").fills("We meet").next()
      .signals("Bo", "objection", because: "too early").leaves("Bo").signals("Aino", "consent")
      .signals("Chen", "consent")
    #expect(given.verdict("c")?.result == .rejected)
    given.next().stands("last")
  }

  @Test func `marks and choices that are taken back leave a trace`() {
    let given = given("").marks("Aino", "a", "1").when(.undo, because: "a slip")
    #expect(given.state.changes.map(\.kind) == [.takenBack])
    #expect(given.state.changes.last?.reason == "a slip")
  }
}
