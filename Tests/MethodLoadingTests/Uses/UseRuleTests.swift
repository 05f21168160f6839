import Diagnostics
import DiagnosticsTestSupport
import MethodLoading
import MethodModel
import Planning
import Testing

/// Methods by their ids, as a folder would hold them.
struct Shelf: MethodSources {
  var methods: [String: String] = [:]

  func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    guard let text = methods[method] else { return .missing(help: "put it there") }
    return .found(SourceText(name: "\(method).xml", text: text))
  }
}

@Suite struct UseRuleTests {
  /// A method to be used, with its own id.
  private func method(_ id: String, _ agenda: String, head: String = "", people: String = "4..12") -> String {
    Sample.method(agenda, head: head, fit: "<fit people=\"\(people)\"/>")
      .replacing("id=\"sample\"", with: "id=\"\(id)\"")
  }

  private let settings = """
    <settings><setting id="question" required="yes"><ask>What?</ask></setting>
    <setting id="most" type="number" default="2"><ask>Many?</ask></setting>
    <setting id="options" type="list"><ask>Which?</ask></setting></settings>
    """

  private var talk: String {
    method(
      "talk",
      #"<step id="write" time="5m"><title>{question}</title><collect into="ideas" at-least="1" at-most="{most}"/></step>"#
        + #"<step id="choose" time="5m"><title>Choose</title><select from="ideas" into="best"/></step>"#, head: settings
    )
  }

  private func expect(
    _ expected: [String], in marked: String, fit: String = #"<fit people="4..12"/>"#, head: String = "",
    with methods: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(Sample.method(marked, head: head, fit: fit))
    let loading = MethodLoader.load(text.source, methods: Shelf(methods: methods))
    #expect(
      loading.diagnostics.map { "\($0.code) \($0.message)" } == expected, sourceLocation: sourceLocation)
    #expect(text.marking(loading.diagnostics) == text.markedText, sourceLocation: sourceLocation)
  }

  @Test func `a time that its steps do not bear is said, and for whom`() {
    let used = method("talk", #"<step id="round" time="6m" shortest="5m"><title>A</title></step>"#)
    func caller(_ time: String) -> String { Sample.method(#"<use id="talk" method="talk" time="\#(time)"/>"#) }
    func warnings(_ text: String) -> [String] {
      MethodLoader.load(
        SourceText(name: "method.xml", text: text), methods: Shelf(methods: ["talk": used]), planner: .course
      ).diagnostics.map { "\($0.code) \($0.message)" }
    }
    #expect(
      warnings(caller("2m")) == [
        "DOT0801 with 4..12 people its steps take 5 minutes even when they are shortest, more than the time it is given"
      ])
    #expect(warnings(caller("5m")) == [])
  }

  @Test func `a method that is not there is named`() {
    expect(["DOT0406 there is no method `tlak` to use"], in: #"<use method="‸tlak"/>"#, with: [:])
  }

  @Test(arguments: ["../talk", "talk.xml", "/etc/talk", "talk/../../x"])
  func `a method is used by its id, never by a path`(path: String) {
    let found = MethodLoader.load(
      SourceText(name: "method.xml", text: Sample.method("<use method=\"\(path)\"/>")),
      methods: Shelf(methods: [path: talk]))
    #expect(found.diagnostics.map(\.code) == [.malformedValue])
  }

  @Test func `a method that uses itself is shown with the way round`() {
    let own = Sample.method(#"<use id="again" method="sample"/>"#)
    let loading = MethodLoader.load(SourceText(name: "sample.xml", text: own), methods: Shelf(methods: ["sample": own]))
    #expect(loading.diagnostics.map(\.message) == ["`sample` uses itself: sample → sample"])
    let ring = ["b": method("b", #"<use method="c"/>"#), "c": method("c", #"<use method="b"/>"#)]
    expect(["DOT0406 `b` uses itself: b → c → b"], in: #"<use method="‸b"/>"#, with: ring)
  }

  @Test func `a chain of methods that is too long is refused`() {
    let deep = Dictionary(
      uniqueKeysWithValues: (1...12).map { ("m\($0)", method("m\($0)", "<use method=\"m\($0 + 1)\"/>")) })
    let loading = MethodLoader.load(
      SourceText(name: "method.xml", text: Sample.method(#"<use method="m1"/>"#)), methods: Shelf(methods: deep))
    #expect(loading.diagnostics.map(\.code) == [.unusableMethod])
    #expect(loading.diagnostics[0].message.contains("more than 8 deep"))
  }

  @Test func `methods that use each other many times over are refused, soon`() {
    var shelf = ["m0": method("m0", Sample.ideas)]
    for level in 1...6 {
      let uses = (1...10).map { "<use id=\"u\($0)\" method=\"m\(level - 1)\"/>" }.joined()
      shelf["m\(level)"] = method("m\(level)", uses)
    }
    let loading = MethodLoader.load(
      SourceText(name: "method.xml", text: Sample.method(#"<use method="m6"/>"#)), methods: Shelf(methods: shelf))
    #expect(loading.method == nil)
    #expect(loading.diagnostics.map(\.code) == [.unusableMethod])
  }

  @Test func `a used method with mistakes is not run`() {
    expect(
      ["DOT0406 the method `broken` has mistakes: unknown element `stpe` (broken.xml, line 5)"],
      in: #"<use method="‸broken"/>"#, with: ["broken": method("broken", "<stpe/>")])
  }

  @Test func `settings are given that exist, once, of their kind, and all that are needed`() {
    expect(
      [
        "DOT0420 the used method needs its setting `question`", "DOT0420 the used method has no setting `qestion`",
        "DOT0420 what is given to `most` is not a number", "DOT0420 `most` is given twice",
      ],
      in:
        #"<‸use method="talk"><give setting="‸qestion">tea</give><give setting="most">‸many</give><give setting="‸most">3</give></use>"#,
      with: ["talk": talk])
  }

  @Test func `an outcome is given to a list only, and without words`() {
    expect(
      [
        "DOT0420 the setting `question` is of type text, and an outcome can be given to a list only",
        "DOT0420 either words or an outcome is given, not both",
      ],
      in: Sample.ideas
        + #"<use method="talk"><give setting="question" outcome="‸ideas"/><give setting="options" ‸outcome="ideas">Tea</give></use>"#,
      with: ["talk": talk])
  }

  @Test func `what is taken is produced there, and has its type here`() {
    expect(
      [
        "DOT0421 the used method produces no `bset`",
        "DOT0303 `dots` holds things, and ballots (dots) are written into it here",
      ].sorted().reversed(),
      in:
        #"<use method="talk"><give setting="question">tea</give><take outcome="‸bset" into="good"/><take outcome="ideas" into="dots"/></use>"#
        + Sample.step(#"<vote of="dots" into="‸dots"/>"#), with: ["talk": talk])
  }

  @Test func `what is taken can be read behind the use, and not before`() {
    expect(
      ["DOT0302 `needs` is read here before anything has produced it"],
      in: Sample.step(#"<vote of="‸needs" into="dots"/>"#)
        + #"<use method="talk"><give setting="question">tea</give><take outcome="ideas" into="needs"/></use>"#,
      with: ["talk": talk])
  }

  @Test func `only some places are run, and they get along without the rest`() {
    let use = { (only: String) in
      #"<use method="talk" only="\#(only)"><give setting="question">tea</give></use>"#
    }
    expect([], in: use("write"), with: ["talk": talk])
    expect(["DOT0422 the used method has no place `chose`"], in: use("‸chose"), with: ["talk": talk])
    expect(
      [
        "DOT0422 run alone, these places do not get along: `ideas` is read here, but nothing in this method produces it"
      ],
      in: use("‸choose"), with: ["talk": talk])
  }

  @Test func `only reaches into loops and phases, which are kept around what is named`() throws {
    let looped = method(
      "looped",
      """
      \(Sample.step("", #"id="before""#))<phase id="part"><title>Part</title><repeat id="laps" rounds="2">\
      \(Sample.step("", #"id="in""#))\(Sample.step(#"<collect into="ideas"/>"#, #"id="write""#))\
      <until><test measure="count" of="ideas" at-least="3"/></until>\(Sample.step("", #"id="again""#))\
      <exhausted>\(Sample.step("", #"id="sorry""#))<end as="too-few"/></exhausted></repeat></phase>
      """)
    let text = Sample.method(#"<use id="t" method="looped" only="again write" time="20m" shortest="15m" cut="keep"/>"#)
    let loading = MethodLoader.load(
      SourceText(name: "method.xml", text: text), methods: Shelf(methods: ["looped": looped]))
    #expect(loading.diagnostics.map(\.message) == [])
    let method = try #require(loading.method)
    #expect(
      method.allElements.map(\.id) == ["t", "t.part", "t.laps", "t.write", "t.again", "t.end-1"])
    guard case .use(let use)? = method.agenda.first?.kind else { return }
    #expect(use.time == .sum(terms: [.init(.seconds(1_200))], atMost: nil) && use.cut == .keep)
    expect(
      [
        "DOT0422 run alone, these places do not get along: `ideas` is read here, but nothing in this method produces it"
      ], in: #"<use method="looped" only="‸in"/>"#, with: ["looped": looped])
  }

  @Test func `a required setting is given only where what is run reads it`() {
    let two = method(
      "two", Sample.step("", #"id="quiet""#) + #"<step id="loud" time="5m"><title>{question}</title></step>"#,
      head: settings)
    expect([], in: #"<use method="two" only="quiet"/>"#, with: ["two": two])
    expect(
      ["DOT0420 the used method needs its setting `question`"], in: #"<‸use method="two" only="loud"/>"#,
      with: ["two": two])
  }

  @Test func `the shortest time of a used method lies below its time`() {
    expect(
      ["DOT0802 shortest is longer than the time itself"],
      in: #"<use method="talk" time="10m" shortest="‸11m"><give setting="question">tea</give></use>"#,
      with: ["talk": talk])
  }

  @Test func `only leaves the named places in the used method's own order`() throws {
    let text = Sample.method(
      #"<use id="t" method="talk" only="choose write"><give setting="question">tea</give></use>"#)
    let loading = MethodLoader.load(SourceText(name: "method.xml", text: text), methods: Shelf(methods: ["talk": talk]))
    let method = try #require(loading.method)
    #expect(method.allElements.map(\.id) == ["t", "t.write", "t.choose"])
    #expect(loading.used.map(\.chain) == [["talk"]])
    #expect(loading.used.map(\.pinnedName) == ["uses/talk.xml"])
  }

  @Test func `a used method that is made for others is told`() {
    expect(
      ["DOT0423 `talk` is made for 4..12 people, and here it may be run by 2 and 1 other numbers"],
      in: #"<use method="‸talk"><give setting="question">tea</give></use>"#, fit: #"<fit people="2..12"/>"#,
      with: ["talk": talk])
    expect(
      ["DOT0423 `talk` is made for 4..12 people, and here it may be run by 2 and 1 other numbers"],
      in: #"<phase with="pairs"><use method="‸talk"><give setting="question">tea</give></use></phase>"#,
      head: #"<groupings><groups id="pairs" size="2"/></groupings>"#, with: ["talk": talk])
    expect(
      [], in: #"<phase with="fives"><use method="talk"><give setting="question">tea</give></use></phase>"#,
      fit: #"<fit people="8..12"/>"#, head: #"<groupings><groups id="fives" size="4..6"/></groupings>"#,
      with: ["talk": talk])
  }
}
