import MethodModel
import SessionEngine
import Testing

@Suite struct ConditionTests {
  /// Ideas of two people, three topics rated by them, one of two absent.
  private func given() -> Given {
    Given(
      step("ideas", collect("ideas", "", "<field id='size' type='number'/>")),
      step("rate", "<rate of='topics' scale='five' into='marks' reason='optional'/>"), step("last"),
      head: fiveScale + topics
    ).people("Aino", "Bo")
  }

  private func test(
    _ measure: Measure, _ source: String, for word: String? = nil, _ comparison: MethodModel.Test.Comparison = .atLeast,
    _ number: Number = 1, among: Among = .given, filters: [FieldTest] = []
  ) -> Condition {
    .test(
      MethodModel.Test(
        measure: measure, of: SourceRef(path: source), subject: word.map { .word($0) }, among: among,
        thresholds: [.init(comparison, .number(number))], filters: filters))
  }

  private let holds = Condition.test(
    MethodModel.Test(measure: .count, of: SourceRef(name: "topics"), thresholds: [.init(.equals, .number(3))]))
  private let fails = Condition.test(
    MethodModel.Test(measure: .count, of: SourceRef(name: "topics"), thresholds: [.init(.above, .number(3))]))
  private let open = Condition.judge(by: "facilitator", text: LocalizedText("Ready?"))

  @Test func `fails before no data before holds`() {
    #expect([Trilean.holds, .noData, .fails].sorted() == [.fails, .noData, .holds])
    let given = given().start()
    func result(_ condition: Condition) -> Trilean { given.reading(condition).result }
    #expect(result(.all([holds, open])) == .noData)
    #expect(result(.all([holds, open, fails])) == .fails)
    #expect(result(.all([holds, holds])) == .holds)
    #expect(result(.any([fails, open])) == .noData)
    #expect(result(.any([fails, open, holds])) == .holds)
    #expect(result(.none([fails])) == .holds)
    #expect(result(.none([fails, open])) == .noData)
    #expect(result(.none([fails, open, holds])) == .fails)
  }

  @Test func `every and some say no data over nothing`() {
    let given = given().start()
    let over = { (source: String, condition: Condition) in
      Quantifier(itemOf: SourceRef(path: source), name: "i", condition: condition)
    }
    #expect(given.reading(.every(over("ideas", holds))).result == .noData)
    #expect(given.reading(.every(over("ideas", holds))).why == "there is nothing in “ideas” yet")
    #expect(given.reading(.some(over("ideas", holds))).result == .noData)
    #expect(given.reading(.every(over("topics", holds))).result == .holds)
    #expect(given.reading(.some(over("topics", fails))).result == .fails)
  }

  @Test func `every over things reads each by its own marks`() {
    let condition = Condition.every(
      Quantifier(
        itemOf: SourceRef(name: "topics"), name: "i",
        condition: .test(
          MethodModel.Test(
            measure: .median, of: SourceRef(name: "marks"), subject: .reference(Reference(name: "i")),
            thresholds: [.init(.atLeast, .number(3))]))))
    let given = given().next().marks("Aino", "a", "4").marks("Aino", "b", "3")
    #expect(given.reading(condition).result == .noData)
    given.marks("Aino", "c", "2")
    #expect(given.reading(condition).result == .fails)
    #expect(given.reading(condition).children.map(\.result) == [.holds, .holds, .fails])
  }

  @Test func `each measure says why there is no data`() {
    let given = given().start()
    #expect(given.reading(test(.median, "marks")).why == "nobody has been asked yet")
    #expect(given.reading(test(.answered, "marks")).why == "nobody has been asked yet")
    #expect(given.reading(test(.share, "ideas")).why == "there is nothing yet")
    given.next()
    #expect(given.reading(test(.median, "marks", for: "a")).why == "no values yet")
    #expect(given.reading(test(.share, "marks", for: "a")).why == "nobody has answered yet")
    #expect(given.reading(test(.sum, "ideas/size")).why == "no values yet")
  }

  @Test func `an outcome nobody has worked on has no count`() {
    let given = Given(step("one"), step("two", collect("ideas")), step("three", "<vote of='ideas' into='votes'/>"))
      .people("Aino").start()
    #expect(given.reading(test(.count, "ideas")).why == "“ideas” has not been worked on yet")
    given.next()
    #expect(given.reading(test(.count, "ideas")).value == 0)
  }

  @Test func `figures over things and their fields`() {
    let given = given().adds("Aino", "a", ["size": "2"]).adds("Bo", "b", ["size": "2"]).adds("Bo", "c", ["size": "5.5"])
    func value(_ measure: Measure, _ source: String) -> String? {
      given.reading(test(measure, source)).value?.description
    }
    #expect(value(.count, "ideas") == "3")
    #expect(value(.distinct, "ideas/size") == "2")
    #expect(value(.sum, "ideas/size") == "9.5")
    #expect(value(.mean, "ideas/size") == "3.1667")
    #expect(value(.median, "ideas/size") == "2")
    #expect(value(.spread, "ideas/size") == "3.5")
    #expect(value(.min, "ideas/size") == "2")
    #expect(value(.max, "ideas/size") == "5.5")
    let bos = [FieldTest(field: "by", expected: .words([.word("bo")]))]
    #expect(given.reading(test(.count, "ideas", filters: bos)).value == 2)
    #expect(
      given.reading(test(.share, "ideas", filters: bos)).sentence == "share of ideas (by bo) at least 100 %: 66.67 %")
  }

  @Test func `shares of marks are taken among those given, present or entitled`() {
    let high = [FieldTest(field: "value", expected: .range(4, 5))]
    let given = given().next().marks("Aino", "a", "5").marks("Bo", "a", nil)
    func share(_ among: Among) -> String? {
      given.reading(test(.share, "marks", for: "a", among: among, filters: high)).value?.description
    }
    #expect(share(.given) == "1")
    #expect(share(.present) == "0.5")
    given.leaves("Bo")
    #expect(share(.entitled) == "0.5")
  }

  @Test func `absent, pass and don't know are never zero`() {
    let given = given().next().marks("Aino", "a", "4").marks("Bo", "a", nil)
    #expect(given.reading(test(.mean, "marks", for: "a")).value == 4)
    #expect(given.reading(test(.answered, "marks")).value == 1)
  }

  @Test func `sentences read as people say them`() {
    let given = given().next().marks("Aino", "a", "4").marks("Bo", "a", "5").next()
    #expect(
      given.reading(test(.median, "marks", for: "a", .atLeast, 4)).sentence
        == "median of a at least 4: 4.5 (2 of 2 answered)")
    #expect(
      given.reading(test(.answered, "marks", .below, 1)).sentence
        == "answered in marks below 100 %: 100 % (2 of 2 answered)")
    #expect(given.reading(test(.count, "ideas", .equals, 0)).sentence == "number of ideas exactly 0: 0")
    #expect(given.reading(open).sentence == "the facilitator says: not asked yet")
    #expect(given.reading(.all([holds, open])).why == "the facilitator has not said yes or no")
  }

  @Test(arguments: [
    (MethodModel.Test.Comparison.atLeast, true, true, false), (.atMost, false, true, true),
    (.equals, false, true, false),
    (.above, true, false, false), (.below, false, false, true),
  ])
  func `comparisons at, above and below the threshold`(
    comparison: MethodModel.Test.Comparison, above: Bool, at: Bool, below: Bool
  ) {
    let given = given().start()
    for (number, holds) in [(2, above), (3, at), (4, below)] {
      #expect(given.reading(test(.count, "topics", comparison, Number(number))).result == Trilean(holds))
    }
  }

  @Test func `all thresholds given must hold`() {
    let between = Condition.test(
      MethodModel.Test(
        measure: .count, of: SourceRef(name: "topics"),
        thresholds: [.init(.atLeast, .number(2)), .init(.atMost, .number(2))]))
    let reading = given().start().reading(between)
    #expect(reading.result == .fails)
    #expect(reading.sentence == "number of topics at least 2 and at most 2: 3")
  }
}
