import MethodModel
import SessionEngine
import Testing

@Suite struct ClockTests {
  private let cued = step(
    "one", "<cue at='-1m'>One minute</cue><cue at='30s'>Half a minute gone</cue><cue at='-2m'>Two minutes</cue>",
    time: "5m")

  @Test func `cues come in order, each once, overdue ones together`() {
    let given = Given(cued, step("two")).people("Aino").start().seconds(29).made()
    given.seconds(1).made("cueFired").seconds(1).made()
    #expect(given.view().time.firedCues == ["Half a minute gone"])
    given.seconds(400).made("cueFired", "cueFired", "timeUp").seconds(60).made()
    #expect(given.view().time.isTimeUp)
  }

  @Test func `the next deadline is a value`() {
    let given = Given(cued, step("two")).people("Aino").start()
    #expect(given.engine.nextDeadline(given.state)?.running == 30)
    given.seconds(30)
    #expect(given.engine.nextDeadline(given.state)?.running == 180)
    given.when(.pause)
    #expect(given.engine.nextDeadline(given.state) == nil)
  }

  @Test func `a cue of the other mode does not fire`() {
    let texts = "<cue at='10s' mode='remote'>Unmute</cue><cue at='20s'>Go</cue>"
    let given = Given(step("one", texts)).people("Aino").start().seconds(25).made("cueFired")
    #expect(given.view().time.firedCues == ["Go"])
  }

  @Test func `on overrun ask keeps counting`() {
    let given = Given(step("one", collect("ideas"), time: "1m")).people("Aino").start().seconds(90).made("timeUp")
    #expect(given.view().time.remaining == -30)
    given.adds("Aino", "a").holds("ideas", ["a"])
  }

  @Test func `on overrun stop closes to entries`() {
    let given = Given(step("one", collect("ideas"), time: "1m", more: "on-overrun='stop'")).people("Aino").start()
      .seconds(60).made("timeUp", "entriesClosed").adds("Aino", "a")
    #expect(given.entry("a")?.isLate == true)
  }

  @Test func `on overrun extend goes to the longest once, then asks`() {
    let given = Given(step("one", time: "1m", more: "on-overrun='extend' longest='2m'")).people("Aino").start()
      .seconds(60).made("planChanged").seconds(59).made().seconds(1).made("timeUp")
    #expect(given.open?.allotted == 120)
  }

  @Test func `extend adds minutes, and takes some away down to the shortest`() {
    let given = Given(step("one", time: "9m")).people("Aino").when(.extend(seconds: 60)).recorded(.extended)
    #expect(given.open?.allotted == 600)
    given.when(.extend(seconds: -240)).recorded(.extended, .shortened).when(.extend(seconds: -1)).refused(
      .belowShortest)
    given.when(.extend(seconds: 0)).refused(.valueInvalid)
  }

  @Test(arguments: [Int.max, Int.min, 86_400 * 365])
  func `an extension beyond all measure is refused, not trapped`(seconds: Int) {
    Given(step("one", time: "9m")).people("Aino").when(.extend(seconds: seconds)).refused(.valueInvalid)
  }

  @Test func `time up comes again after an extension`() {
    Given(step("one", time: "1m")).people("Aino").start().seconds(60).made("timeUp").when(.extend(seconds: 60))
      .seconds(59).made().seconds(1).made("timeUp")
  }

  @Test func `a pause stops the step's clock and counts towards the end`() {
    let given = Given(step("one", time: "5m"), step("two", time: "5m")).people("Aino").start().seconds(60).when(.pause)
      .seconds(100)
    #expect(given.view().time.used == 60)
    #expect(given.view().time.behind == 100)
    given.adds("Aino", "a").refused(.notRunning).when(.pause).refused(.notRunning)
    given.when(.resume(gap: 0)).seconds(10)
    #expect(given.view().time.used == 70)
    given.recorded(.paused)
  }

  @Test func `a gap after a crash is lost to the meeting, not to the step`() {
    let given = Given(step("one", time: "5m")).people("Aino").start().seconds(60).when(.resume(gap: 200))
      .recorded(.interrupted)
    #expect(given.view().time.used == 60)
    #expect(given.view().time.behind == 200)
    given.when(.resume(gap: -50))
    #expect(given.state.clock.lost == 200)
  }

  @Test func `somebody may come and go while it is paused`() {
    let given = Given(step("one")).people("Aino").when(.pause).arrives("Bo").leaves("Aino").when(.next)
    given.refused(.notRunning)
  }

  @Test func `elapsed time never runs backwards`() {
    let given = Given(step("one")).people("Aino").start().seconds(60).when(.note("an hour"))
    given.receives(
      Command(id: "late", actor: .host, wall: WallTime(milliseconds: 0), elapsed: 10, digest: "n", body: .note("x")))
    #expect(given.journal.last?.elapsed == 60)
  }
}

@Suite struct TimeFormulaTests {
  private func planned(_ time: String, with: String = "room", head: String = "", people: Int = 7, _ inside: String = "")
    -> Int?
  {
    let names = (1...people).map { "Person \($0)" }
    return Given(load(agenda: step("one", inside, with: with, time: time), head: head)).people(names).start().open?
      .planned
  }

  private let pairs = "<groupings><groups id='pairs' size='2'/></groupings>"

  @Test func `minutes grow with people, groups, members and things`() {
    #expect(planned("5m") == 300)
    #expect(planned("1m + 30s per person") == 270)
    #expect(planned("1m per group", with: "pairs", head: pairs) == 180)
    #expect(planned("1m per pairs", with: "pairs", head: pairs) == 180)
    #expect(planned("1m per member", with: "pairs", head: pairs) == 180)
    #expect(planned("2m per item", head: topics, "<vote of='topics' into='votes'/>") == 360)
  }

  @Test func `at most cuts the sum`() { #expect(planned("5m + 1m per person, at most 8m") == 480) }

  @Test func `a setting of minutes is read`() {
    let head = "<settings><setting id='long' type='minutes' default='12'><ask>How long?</ask></setting></settings>"
    #expect(planned("{long}", head: head) == 720)
  }

  @Test func `the forecast adds what is left on the likely path`() {
    let agenda = [
      step("one", time: "5m"), loop("laps", rounds: 3, step("talk", time: "2m")),
      "<for-each id='all' item-of='topics' as='it'>\(step("each", time: "1m"))</for-each>",
      step("maybe", time: "30m", more: "optional='yes'"),
    ]
    let given = Given(load(agenda: agenda.joined(), head: topics)).people("Aino").start()
    #expect(given.state.start?.agreedEnd == 300 + 360 + 180)
    #expect(given.view().time.behind == 0)
    given.seconds(200).next()
    #expect(given.view().time.behind == -100)
    given.seconds(500)
    #expect(given.view().time.behind == 280)
  }

  @Test func `the forecast holds what a checkpoint and a choice will bring while they stand`() {
    let gate = """
      <checkpoint id='gate' by='facilitator' time='2m'><question>Go?</question><pass>\(step("act", time: "5m"))</pass>
      </checkpoint>
      """
    let choice = """
      <choice id='way'><option id='x'><title>X</title>\(step("long", time: "9m"))</option>
      <option id='y'><title>Y</title></option></choice>
      """
    let given = Given(gate, choice, step("last")).people("Aino").start()
    #expect(given.state.start?.agreedEnd == 120 + 300 + 540 + 300)
    #expect(given.view().time.behind == 0)
    given.decides(.pass).seconds(420).next().asks(.choice)
    #expect(given.view().time.behind == 0)
  }

  @Test func `minutes as people say them`() {
    #expect(Minutes.spoken(330) == "5 min 30 s")
    #expect(Minutes.spoken(5400) == "1 h 30 min")
    #expect(Minutes.spoken(0) == "0 min")
    #expect(Minutes.clock(-30) == "-0:30")
    #expect(Minutes.clock(3847) == "1:04:07")
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    (1, 3, "0.3333"), (2, 3, "0.6667"), (1, 2, "0.5"), (-1, 3, "-0.3333"), (-2, 3, "-0.6667"), (1, 20_000, "0.0001"),
    (1, 20_001, "0"), (-1, 20_000, "-0.0001"), (7, 8, "0.875"),
  ])
  func `quotients have four places, halves away from zero`(part: Int, whole: Int, text: String) {
    #expect(Number.ratio(part, of: whole)?.description == text)
  }

  @Test func `numbers are multiplied to four places, and too large a product is the largest number`() {
    #expect(Number("2.5")!.multiplied(by: Number("-1.3")!) == Number("-3.25"))
    #expect(Number("0.0005")!.multiplied(by: Number("0.1")!) == Number("0.0001"))
    #expect(Number(Int.max).multiplied(by: 3) == Number(units: .max))
    #expect(Number(Int.max).multiplied(by: -3) == Number(units: .min))
  }

  @Test func `nothing is divided by zero`() { #expect(Number.ratio(1, of: 0) == nil) }

  @Test(arguments: [Number(Int.max), Number(Int.min), Number(0), Number("0.0001")!, Number("-99999999999999.9999")!])
  func `a number is read back as it was written`(number: Number) {
    #expect(Number(number.description) == number)
  }

  @Test func `figures are exact`() {
    let numbers = [1, 2, 2, 4].map { Number($0) }
    #expect(Statistics(numbers).value(of: .median) == 2)
    #expect(Statistics(numbers).value(of: .mean) == Number("2.25"))
    #expect(Statistics([1, 2].map { Number($0) }).value(of: .median) == Number("1.5"))
    #expect(Statistics(numbers).value(of: .spread) == 3)
    #expect(Statistics(numbers).value(of: .sum) == 9)
    #expect(Statistics([1, 1, 2].map { Number($0) }).value(of: .mean) == Number("1.3333"))
    #expect(Statistics([]).value(of: .median) == nil)
  }
}
