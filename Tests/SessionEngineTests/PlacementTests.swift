import MethodModel
import SessionEngine
import Testing

@Suite struct PlacementTests {
  private static let scales = """
    <scales><scale id='effort' range='1..5'/>
    <scale id='gain'><value id='small'/><value id='some'/><value id='great'/></scale></scales>
    <lists><list id='times'><value id='now'/><value id='later'/></list></lists>
    """

  private func map(_ attributes: String) -> Given {
    Given(
      step("ideas", collect("ideas")), step("map", "<place of='ideas' into='map' \(attributes)/>"), head: Self.scales
    )
    .people("Aino", "Bo", "Chen").adds("Aino", "a").adds("Aino", "b").next()
  }

  @Test func `each axis takes the median, and the corner follows`() {
    let given = map("axes='effort gain'")
    given.marks("Aino", "a", "1", criterion: "effort").marks("Bo", "a", "5", criterion: "effort")
      .marks("Chen", "a", "2", criterion: "effort").marks("Aino", "a", "great", criterion: "gain")
    given.holds("map/low-high", ["a"]).holds("map/high-high", []).holds("map", ["a", "b"])
    #expect(given.view().activity?.ballot.first?.figure == "2 / 3, low-high")
    let median = Test(measure: .median, of: SourceRef(path: "map/effort"), subject: .word("a"), thresholds: [])
    #expect(given.reading(.test(median)).value == 2)
    let second = Test(measure: .median, of: SourceRef(path: "map/second"), subject: .word("a"), thresholds: [])
    #expect(given.reading(.test(second)).value == 3)
    let count = Test(measure: .count, of: SourceRef(path: "map/low-high"), thresholds: [])
    #expect(given.reading(.test(count)).value == 1)
  }

  @Test func `the middle is in no corner`() {
    map("axes='effort gain'").marks("Aino", "a", "3", criterion: "effort").marks(
      "Aino", "a", "great", criterion: "gain"
    )
    .holds("map/high-high", []).holds("map/low-high", [])
  }

  @Test func `a position is a point of its axis`() {
    let given = map("axes='effort gain'")
    given.marks("Aino", "a", "6", criterion: "effort").refused(.valueInvalid)
    given.marks("Aino", "a", "great", criterion: "effort").refused(.valueInvalid)
    given.marks("Aino", "a", "great").refused(.unknownField)
  }

  @Test func `the zone named most often is the thing's, and a tie is nobody's`() {
    let given = map("zones='times'").marks("Aino", "a", "now", criterion: "zone")
      .marks("Bo", "a", "now", criterion: "zone").marks("Chen", "a", "later", criterion: "zone")
      .holds("map/now", ["a"]).holds("map/later", [])
    given.marks("Bo", "a", nil, criterion: "zone").holds("map/now", [])
    given.marks("Bo", "a", "never", criterion: "zone").refused(.valueInvalid)
  }

  @Test func `a wrong form for a zone spoke of axes that there are not`() {
    let given = map("zones='times'").marks("Aino", "a", "now")
    #expect(given.rejection?.message == "this is put into zones, not on axes: name one of now, later")
    given.refused(.unknownField)
  }

  @Test func `the room chooses its axes`() {
    let given = Given(
      step("ideas", collect("ideas")), step("choose", "<select from='ideas' into='axes' exactly='2'/>"),
      step("map", "<place of='ideas' into='map' axes='axes' per='room'/>")
    ).people("Aino").adds("Aino", "a").adds("Aino", "cost").adds("Aino", "joy").next()
    given.chooses(nil, "cost", "joy").next()
    #expect(given.view().activity?.axes.map(\.label) == ["cost", "joy"])
    given.when(.mark(SetMark(unit: .part("room"), thing: .entry("a"), criterion: "cost", value: "2")))
      .when(.mark(SetMark(unit: .part("room"), thing: .entry("a"), criterion: "joy", value: "9")))
      .holds("map/low-high", ["a"])
  }
}
