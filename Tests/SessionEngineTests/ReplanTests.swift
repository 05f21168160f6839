import MethodModel
import SessionEngine
import Testing

@Suite struct ReplanTests {
  private func leaf(
    _ place: String, _ seconds: Int, shortest: Int, cut: Timebox.Cut = .shorten, times: Int = 1
  ) -> Stretch {
    var leaf = Stretch(place: place, kind: .step)
    leaf.reckoning.seconds = seconds
    leaf.shortest = shortest
    leaf.cut = cut
    leaf.times = times
    return leaf
  }

  private var agenda: [Stretch] {
    [
      leaf("open", 300, shortest: 300, cut: .keep), leaf("talk", 600, shortest: 400),
      leaf("look", 120, shortest: 60, cut: .skip, times: 3), leaf("game", 300, shortest: 240, cut: .skip),
      leaf("close", 240, shortest: 120),
    ]
  }

  @Test func `what fits is left alone`() {
    let plan = agenda.replanned(into: 1_800)
    #expect(plan.cutting == .nothing)
    #expect(plan.seconds == 1_800)
    #expect(plan.overrun == 0)
    #expect(plan.holding.isEmpty)
  }

  @Test func `the least whole percent is taken, and nothing from what is kept`() {
    let plan = agenda.replanned(into: 1_700)
    #expect(plan.cutting.percent == 18)
    #expect(plan.seconds <= 1_700)
    #expect(agenda.seconds(after: Cutting(percent: 17)) > 1_700)
    #expect(plan.cutting.seconds(of: 300, shortest: 300, cut: .keep, at: "open") == 300)
  }

  @Test func `all of it comes before something is left out, then the one that frees most`() {
    let least = agenda.seconds(after: Cutting(percent: 100))
    #expect(agenda.replanned(into: least).cutting.skipped.isEmpty)
    #expect(agenda.replanned(into: least - 1).cutting.skipped == ["look"])
    #expect(agenda.replanned(into: 900).cutting.skipped == ["look", "game"])
  }

  @Test func `of equals the later is left out`() {
    let equals = [leaf("a", 60, shortest: 60, cut: .skip), leaf("b", 60, shortest: 60, cut: .skip)]
    #expect(equals.replanned(into: 60).cutting.skipped == ["b"])
  }

  @Test func `what cannot fit says by how much and what holds it`() {
    let plan = agenda.replanned(into: 600)
    #expect(plan.cutting.percent == 100)
    #expect(plan.seconds == 820)
    #expect(plan.overrun == 220)
    #expect(plan.holding == ["talk", "open", "close"])
  }

  @Test func `ways that are not expected take no time and give none`() {
    var branch = Stretch(place: "branch", kind: .branch)
    var way = Stretch(place: "branch", kind: .way(.otherwise))
    way.inside = [leaf("rare", 600, shortest: 60)]
    way.isExpected = false
    branch.inside = [way]
    let plan = ([branch] + agenda).replanned(into: 600)
    #expect(plan.seconds == 820)
    #expect(!plan.holding.contains("rare"))
  }

  @Test(arguments: 0..<300)
  func `a re-plan ends in time or overruns as little as can be`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let leaves = (0..<Int.random(in: 1...8, using: &random)).map { number in
      let seconds = Int.random(in: 0...900, using: &random)
      return leaf(
        "s\(number)", seconds, shortest: Int.random(in: 0...seconds, using: &random),
        cut: Timebox.Cut.allCases.randomElement(using: &random) ?? .keep, times: Int.random(in: 1...4, using: &random))
    }
    let wanted = Int.random(in: 0...6_000, using: &random)
    let plan = leaves.replanned(into: wanted)
    let least = leaves.reduce(0) { sum, leaf in
      sum + leaf.times * (leaf.cut == .skip ? 0 : leaf.cut == .keep ? leaf.reckoning.seconds : leaf.shortest)
    }
    #expect(plan.seconds == leaves.seconds(after: plan.cutting))
    #expect(plan.overrun == max(0, least - wanted))
    if plan.overrun == 0, plan.cutting.percent > 0 {
      let lesser = Cutting(percent: plan.cutting.percent - 1, skipped: plan.cutting.skipped)
      #expect(leaves.seconds(after: lesser) > wanted)
    }
  }
}

/// Re-plans of courses with laps, tracks beside each other and ways not taken.
@Suite struct ReplanOfCoursesTests {
  /// Leaves and frames made up from a seed.
  private struct Courses {
    var random: SeededRandom
    private var places = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func course(depth: Int = 0) -> [Stretch] {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        depth < 3 && Int.random(in: 0..<3, using: &random) == 0 ? frame(depth) : leaf()
      }
    }

    private mutating func leaf() -> Stretch {
      places += 1
      var leaf = Stretch(place: "s\(places)", kind: Int.random(in: 0..<5, using: &random) == 0 ? .rest : .step)
      leaf.reckoning.seconds = Int.random(in: 0...900, using: &random)
      leaf.shortest = Int.random(in: 0...leaf.reckoning.seconds, using: &random)
      leaf.cut = Timebox.Cut.allCases.randomElement(using: &random) ?? .keep
      return leaf
    }

    private mutating func frame(_ depth: Int) -> Stretch {
      places += 1
      let kinds: [Stretch.Kind] = [.phase, .parallel, .loop, .things([]), .way(.otherwise), .window]
      var frame = Stretch(place: "f\(places)", kind: kinds.randomElement(using: &random) ?? .phase)
      if case .things = frame.kind { frame.times = Int.random(in: 0...4, using: &random) }
      if case .way = frame.kind { frame.isExpected = Bool.random(using: &random) }
      frame.inside = course(depth: depth + 1)
      return frame
    }
  }

  @Test(arguments: 0..<300)
  func `a re-plan ends in time wherever that is possible, and leaves nothing out in vain`(seed: UInt64) {
    var courses = Courses(seed: seed)
    let course = courses.course()
    let wanted = Int.random(in: 0...max(1, course.seconds()), using: &courses.random)
    let plan = course.replanned(into: wanted)
    let skippable = Set(course.flatMap(\.leaves).filter { $0.leaf.cut == .skip }.map(\.leaf.place))
    let least = course.seconds(after: Cutting(percent: 100, skipped: skippable))
    #expect(plan.seconds == course.seconds(after: plan.cutting))
    #expect(plan.overrun == max(0, least - wanted))
    #expect(plan.overrun == 0 ? plan.holding.isEmpty : !plan.holding.isEmpty || least == 0)
    for place in plan.cutting.skipped {
      var fuller = plan.cutting
      fuller.percent = 100
      fuller.skipped.remove(place)
      #expect(course.seconds(after: fuller) > max(wanted, least), "\(place) is left out in vain")
    }
  }
}

@Suite struct CourseTests {
  private func course(_ given: Given, people: Int) -> [Stretch] {
    given.engine.course(for: given.engine.previewedStart(people: people, language: "en"))
  }

  @Test func `a step says how its length comes about`() throws {
    let given = Given(step("one", time: "5m + 1m per person, at most 15m"))
    let leaf = try #require(course(given, people: 12).first)
    #expect(leaf.seconds == 900)
    #expect(
      leaf.reckoning.basis
        == .sum(
          [.init(seconds: 300, count: 1), .init(seconds: 60, per: .person, count: 12)], atMost: 900))
    #expect(leaf.shortest == 600)
  }

  @Test func `an optional step and the ways not expected add nothing`() {
    let body = """
      <step id="free" time="5m" optional="yes"><title>Free</title></step>
      <choice id="way"><question>Which?</question>
        <option id="long"><title>Long</title><step id="l" time="9m"><title>L</title></step></option>
        <option id="short"><title>Short</title><step id="s" time="2m"><title>S</title></step></option>
      </choice>
      """
    let stretches = course(Given(body), people: 6)
    #expect(stretches.seconds() == 540)
    #expect(stretches.flatMap(\.leaves).map(\.leaf.place) == ["l"])
    #expect(stretches.last?.inside.map(\.isExpected) == [true, false])
  }

  @Test func `a used method may be left out as a whole, once and with everything in it`() {
    var use = Stretch(place: "talk", kind: .use)
    use.cut = .skip
    for place in ["talk.a", "talk.b"] {
      var leaf = Stretch(place: place, kind: .step)
      (leaf.reckoning.seconds, leaf.shortest, leaf.cut) = (300, 300, .skip)
      use.inside.append(leaf)
    }
    var other = Stretch(place: "other", kind: .step)
    (other.reckoning.seconds, other.shortest, other.cut) = (400, 400, .skip)
    let plan = [use, other].replanned(into: 500)
    #expect(plan.cutting.skipped == ["talk", "talk.a", "talk.b"])
    #expect(plan.seconds == 400)
  }

  @Test func `inside groups it is counted for the largest of them`() {
    let teams = "<groupings><groups id='teams' size='4' remainder='join'/></groupings>"
    let passing = """
      <rotate id='passing' move='sheets' through='people' as='sheet'>\(step("write", with: "alone", time: "5m"))</rotate>
      """
    let given = Given(
      phase(
        "own", "with='teams'", step("talk", time: "1m per person"),
        step("head", "<collect into='sheets' exactly='1'/>", with: "alone", time: "1m"), passing), head: teams)
    let stretches = course(given, people: 13)
    #expect(stretches.flatMap(\.leaves).map(\.leaf.reckoning.seconds) == [300, 60, 300, 300, 300, 300, 300])
    let start = given.engine.previewedStart(people: 13, language: "en")
    #expect(given.engine.expectedRotations(for: start).map(\.guarantee.laps) == [5])
  }

  /// A day of five teams once counted on one pilot, to which one team went while the others paused.
  @Test func `of what every team writes as many are expected as there are teams, and one by the team itself`() throws {
    let teams = "<groupings><groups id='teams' size='4'/></groupings>"
    let given = Given(
      phase(
        "own", "with='teams' clock='own'", step("write", "<fill into='pilots'><field id='text' type='text'/></fill>"),
        "<for-each id='own-one' item-of='pilots' as='mine'>\(step("check", time: "1m"))</for-each>"),
      "<rotate id='visits' move='teams' through='pilots' as='visited' never='own' rounds='2'>\(step("visit"))</rotate>",
      "<for-each id='each' item-of='pilots' as='pilot'>\(step("decide", time: "2m"))</for-each>", head: teams)
    let stretches = course(given, people: 12)
    #expect(stretches.first?.inside.last?.times == 1 && stretches.last?.times == 3)
    let start = given.engine.previewedStart(people: 12, language: "en")
    let visits = try #require(given.engine.expectedRotations(for: start).first)
    #expect(visits.guarantee.places == 3 && visits.table == [[1, 2, 0], [2, 0, 1]])
  }

  @Test func `a break gives up all but five minutes`() {
    let stretches = course(Given("<break id='rest' time='20m'/>", step("one", time: "6m")), people: 6)
    #expect(stretches.map(\.shortest) == [300, 240])
  }
}
