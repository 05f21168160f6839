import MethodModel
import SessionEngine
import Testing

/// Comparing with what an earlier session came to.
@Suite struct EarlierTests {
  private let head =
    "<settings><setting id='before' type='earlier' outcome='ratings' required='yes'><ask>Which session?</ask></setting></settings>"

  private func given(_ agenda: String...) -> Given {
    Given(load(agenda: agenda.joined(), head: head)).people("Aino", "Bo").setup { start in
      start.earlier = [
        "before": EarlierOutcome(
          session: "2026-spring", method: "hexagon 1",
          things: [
            .init(id: "need", label: "The need", fields: ["owner": "Aino"], figures: ["median": 4]),
            .init(id: "money", label: "The money", figures: ["median": 2]),
          ])
      ]
    }
  }

  @Test func `its things and values are read`() {
    given("<step id='look' time='5m'><title>Was {before/need}</title><show of='before' stats='median'/></step>")
      .stands("Was 4").holds("before", ["The need", "The money"])
      .then { #expect($0.view().show == ["• The need: median 4", "• The money: median 2"]) }
      .then { #expect($0.state.start?.settings["before"] == ["2026-spring"]) }
  }

  @Test func `a condition compares with it`() {
    given(step("look")).start().then { given in
      let low = Test(
        measure: .median, of: SourceRef(name: "before"), subject: .word("money"),
        thresholds: [.init(.below, .number(3))])
      #expect(given.reading(.test(low)).result == .holds)
      let count = Test(measure: .count, of: SourceRef(name: "before"), thresholds: [.init(.equals, .number(2))])
      #expect(given.reading(.test(count)).result == .holds)
      let unknown = Test(measure: .sum, of: SourceRef(name: "before"), thresholds: [.init(.atLeast, .number(1))])
      #expect(given.reading(.test(unknown)).result == .noData)
    }
  }

  @Test func `what was rated on another scale is not compared`() {
    let scales =
      "<scales><scale id='five' range='1..5'/></scales><lists><list id='needs'><value id='need'/></list></lists>"
    let rate = step("rate", "<rate of='needs' scale='five' into='ratings' reveal='end-of-step'/>")
    for (scale, result) in [([1, 2, 3, 4, 5], Trilean.holds), ([1, 10], .noData)] {
      let given = Given(load(agenda: rate + step("after"), head: head + scales)).people("Aino").setup { start in
        start.earlier = [
          "before": EarlierOutcome(
            session: "spring", method: "hexagon 1", things: [.init(id: "need", label: "Need", figures: ["median": 4])],
            scale: scale.map { Number($0) })
        ]
      }.start().marks("Aino", "need", "5").next()
      let moved = Test(
        measure: .median, of: SourceRef(name: "ratings"), subject: .word("need"), change: .earlier("before"),
        thresholds: [.init(.atMost, .number(1))])
      #expect(given.reading(.test(moved)).result == result)
    }
  }

  @Test func `what it keeps back is counted, and nothing else is known of it`() {
    let given = Given(load(agenda: step("look"), head: head)).people("Aino").setup { start in
      start.earlier = ["before": EarlierOutcome(session: "spring", method: "m 1", things: [], withheld: 2)]
    }.start()
    let count = Test(measure: .count, of: SourceRef(name: "before"), thresholds: [.init(.equals, .number(2))])
    #expect(given.reading(.test(count)).result == .holds)
    var one = count
    one.subject = .word("need")
    #expect(given.reading(.test(one)).result == .noData)
  }

  @Test func `its things are voted on and gone through like others`() {
    given(
      step("again", "<vote of='before' into='dots'/>"),
      "<for-each id='each' item-of='before' as='b'><step id='talk' time='1m'><title>On {b}</title></step></for-each>"
    ).marks("Aino", "The need", "1").next().stands("On The need").next().stands("On The money")
  }

  @Test func `a session that cannot be read is refused at the start`() {
    let method = load(agenda: step("look"), head: head)
    Given(method).people("Aino").start().refused(.settingMissing)
    Given(method).people("Aino").setting("before", "nowhere").start().refused(.settingInvalid)
  }
}
