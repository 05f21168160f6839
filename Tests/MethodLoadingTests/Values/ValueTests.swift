import Diagnostics
import MethodLoading
import MethodModel
import Testing

@Suite struct ValueTests {
  /// A finding of the value of `time`, and its remedy.
  private func mistake(in time: String) -> String? {
    let loading = Sample.load(Sample.method(#"<step time="\#(time)"><title>A</title></step>"#))
    return loading.diagnostics.first.map(described)
  }

  private func time(_ text: String) -> TimeFormula? {
    let head =
      #"<settings><setting id="m" type="minutes" default="5"><ask>A</ask></setting></settings>"#
      + #"<groupings><groups id="fours" size="3..5"/></groupings>"#
    let agenda = #"<step time="\#(text)" with="fours"><title>A</title></step>"#
    guard case .step(let step) = Sample.load(Sample.method(agenda, head: head)).method?.agenda.first?.kind else {
      return nil
    }
    return step.timebox.time
  }

  @Test func `times are read as written`() {
    #expect(time("90s") == .sum(terms: [.init(.seconds(90))], atMost: nil))
    #expect(time("1h30m") == .sum(terms: [.init(.seconds(5_400))], atMost: nil))
    #expect(time("5d") == .sum(terms: [.init(.seconds(432_000))], atMost: nil))
    #expect(
      time("5m + 1m per fours, at most 15m")
        == .sum(terms: [.init(.seconds(300)), .init(.seconds(60), per: .grouping("fours"))], atMost: .seconds(900)))
    #expect(
      time("30s per person+1m  per group")
        == .sum(terms: [.init(.seconds(30), per: .person), .init(.seconds(60), per: .group)], atMost: nil))
    #expect(time("1m per member") == .sum(terms: [.init(.seconds(60), per: .member)], atMost: nil))
    #expect(time("15m 10m 10m") == .perLap([900, 600, 600]))
    let setting = Span.reference(Reference(name: "m"))
    #expect(time("{m}") == .sum(terms: [.init(setting)], atMost: nil))
    #expect(
      time("{m}+2m per person, at most {m}")
        == .sum(terms: [.init(setting), .init(.seconds(120), per: .person)], atMost: setting))
    #expect(time("{m} per fours") == .sum(terms: [.init(setting, per: .grouping("fours"))], atMost: nil))
  }

  @Test(arguments: [
    ("5", "DOT0212 time: `5` is not a time (add the unit: 5m for minutes, 5s for seconds)"),
    ("5 minutes", "DOT0212 time: `5 minutes` is not a time (write 5m)"),
    ("90sec", "DOT0212 time: `90sec` is not a time (write 90s)"),
    ("0m", "DOT0212 time: `0m` is no time at all (write it like 90s, 5m, 1h30m or 5d)"),
    (
      "30m1h",
      "DOT0212 time: `30m1h` is not a time (write it like 90s, 5m, 1h30m or 5d; minutes may grow, as in 5m + 1m per group)"
    ),
    (
      "5m +",
      "DOT0212 time: `5m +` is not a time (write it like 90s, 5m, 1h30m or 5d; minutes may grow, as in 5m + 1m per group)"
    ),
    (
      "5m per",
      "DOT0212 time: `5m per` does not say per what (write per person, per group, per member, per item or per a grouping)"
    ),
    ("{m", "DOT0212 time: the brace in `{m` is not closed (write {name} or {name/field})"),
    (
      "2m+{n} per person",
      "DOT0225 `{n}` stands for nothing (write the name of a setting or of a thing in hand (as); "
        + "a brace meant as a character is written {{)"
    ),
    (
      "5m per trios",
      "DOT0222 time: there is no grouping or role `trios` (define it in <groupings>, as in <groups id=\"pairs\" size=\"2\"/>, or in <roles>)"
    ),
  ])
  func `a time that cannot be read says how it is written`(time: String, expected: String) {
    #expect(mistake(in: time) == expected)
  }

  @Test func `the wrong part of a value is marked`() {
    expectFindings(
      ["DOT0213 pillar: `researhc` is not one of its words"],
      in: Sample.method(Sample.ideas, fit: #"<fit people="4" pillar="systems-leadership ‸researhc"/>"#))
    expectFindings(
      ["DOT0212 people: `x` is not a range of whole numbers"],
      in: Sample.method(Sample.ideas, fit: #"<fit people="4..6 ‸x"/>"#))
    expectFindings(
      ["DOT0222 time: there is no grouping or role `trios`"],
      in: Sample.method(#"<step time="5m + 1m per ‸trios"><title>A</title></step>"#))
  }

  @Test(arguments: [
    ("12..4", "DOT0227 people: `12..4` is a range that ends before it begins (write 4..12)"),
    ("4-12", "DOT0212 people: `4-12` is not a range of whole numbers (write 4..12, 4.. for no upper end, or 6)"),
  ])
  func `ranges`(people: String, expected: String) {
    let text = Sample.method(Sample.ideas, fit: #"<fit people="\#(people)"/>"#)
    #expect(Sample.load(text).diagnostics.map(described) == [expected])
  }

  @Test func `what is counted begins with one`() {
    expectFindings(
      ["DOT0212 rounds: `0` is too few"], in: Sample.method(#"<repeat rounds="‸0">\#(Sample.ideas)</repeat>"#))
    expectFindings(
      ["DOT0212 time: a lap of `1m 0m` takes no time at all"],
      in: Sample.method(#"<step time="‸1m 0m"><title>A</title></step>"#))
    expectNothing(in: Sample.method(Sample.step(#"<collect into="a" at-least="0"/>"#)))
  }

  @Test(arguments: [
    (#"people="‸0..4""#, "a method needs somebody"),
    (#"people="4..8" ideal="‸12""#, "the ideal number is not among those it is made for"),
  ])
  func `who a method is made for`(fit: String, message: String) {
    expectFindings(["DOT0901 \(message)"], in: Sample.method(Sample.ideas, fit: "<fit \(fit)/>"))
  }

  @Test func `two sources where one can stand were taken for one name`() {
    let text = Sample.method(Sample.step(#"<collect into="more" from="ideas notes"/>"#))
    #expect(
      Sample.load(text).diagnostics.map(described) == [
        "DOT0212 from: `ideas notes` names several sources, and one can stand here (keep one, or collect from each into"
          + " the same outcome; `in` and `except` take several)"
      ])
  }

  @Test func `names are proposed in the right form`() {
    let text = Sample.method(Sample.step(#"<collect into="Pair Ideas"/>"#))
    #expect(
      Sample.load(text).diagnostics.map(described) == [
        "DOT0212 into: `Pair Ideas` is not a name (write `pair-ideas`: lower-case words joined by hyphens)"
      ])
  }

  @Test(arguments: [
    (#"required="true""#, "DOT0212 required: `true` is neither yes nor no (write yes)"),
    (#"type="txet""#, "DOT0213 type: `txet` is not one of its words (did you mean `text`?)"),
    (#"type="number" default="4,5""#, "DOT0901 the default is not a number (write a value that somebody could give)"),
    (#"type="list" expect="9 5 7""#, "DOT0227 expect: `9 5 7` is not in the order low, likely, high (write 5 7 9)"),
  ])
  func `settings`(attributes: String, expected: String) {
    let head = #"<settings><setting id="a" \#(attributes)><ask>A</ask></setting></settings>"#
    #expect(Sample.load(Sample.method(Sample.ideas, head: head)).diagnostics.map(described) == [expected])
  }

  @Test func `numbers take a point`() {
    let text = Sample.method(
      Sample.ideas + #"<checkpoint by="facilitator" time="1m"><question>A</question><criteria>"#
        + #"<test measure="count" of="ideas" at-least="4,5"/></criteria></checkpoint>"#)
    #expect(
      Sample.load(text).diagnostics.map(described)
        == ["DOT0212 at-least: `4,5` is not a number (write a point for decimals: 4.5)"])
  }

  @Test func `braces in texts`() {
    expectFindings(
      ["DOT0214 a brace is opened and never closed"], in: Sample.method(Sample.step("<say>Look at ‸{topic now</say>")))
    expectFindings(
      ["DOT0214 `{a b}` does not name anything"], in: Sample.method(Sample.step("<say>Look  at ‸{a b} now</say>")))
    expectNothing(in: Sample.method(Sample.step("<say>Look at {{this} now</say>")))
  }
}
