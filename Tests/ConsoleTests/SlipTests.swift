import Console
import MethodModel
import SessionEngine
import Testing

/// What becomes of the slips of somebody who leads a room: too early, too late, in the wrong order, misspelt.
@Suite struct SlipTests {
  private static let rate = Sample.step(
    "Rate", .rate(Rating(scale: "hold")), with: .alone, of: "indicators", into: "r", reveal: .endOfStep)
  private static let consent = Sample.step(
    "Signal", .decide(Decide(rule: .consent)), with: .alone, into: "consent", reveal: .allAnswered)

  private func asking(_ step: Step, people: [String] = Sample.names) throws -> Stage {
    var stage = try Stage(step: step, people: people)
    stage.screen.options.asksBack = true
    return stage
  }

  // MARK: Going on too early

  @Test func `going on while nobody has answered is asked about once more`() throws {
    var stage = try asking(Self.rate)
    #expect(stage.type("/next").contains("Nobody has answered yet"))
    #expect(stage.type("no").contains("Nothing was done."))
    #expect(stage.view.place.title == "Rate")
    _ = stage.type("/next")
    #expect(stage.type("Aino: 4 4 4").hasPrefix("Kept: Aino"))
    var other = try asking(Self.rate)
    _ = other.type("/next")
    #expect(other.type("yes").contains("Step: Last"))
  }

  @Test func `what a step needs was passed over without a word`() throws {
    let many = Sample.step("Ideas", .collect(Limits(atLeast: .fixed(2)), unique: false, expect: nil), into: "ideas")
    var stage = try asking(many)
    #expect(stage.type("/next").contains("at least 2 are wanted"))
    #expect(stage.type("no").contains("Nothing was done."))
    _ = stage.type("Aino: an idea")
    #expect(stage.type("/next").contains("Step: Last"))
    let form = Sample.step(
      "Plan", .fill(freeze: nil, limits: .none), into: "plan", fields: [Field(id: "who", required: true)])
    var plan = try asking(form)
    #expect(plan.type("/next").contains("“who” is needed and still empty"))
    _ = plan.type("who: Aino")
    #expect(plan.type("/next").contains("Step: Last"))
  }

  @Test func `a room that was counted was told as nobody`() throws {
    var stage = try asking(
      Sample.step("Dots", .vote(Vote(kind: .dots, budget: .fixed(2))), of: "indicators", into: "dots", enter: .sum))
    _ = stage.type("1=4 2=2")
    #expect(!stage.type("/next").contains("Nobody has answered"))
  }

  @Test func `with answers or with a reason it goes on at once`() throws {
    var stage = try asking(Self.rate)
    _ = stage.type("4 4 3")
    #expect(stage.type("/next").contains("Step: Last"))
    var other = try asking(Self.rate)
    #expect(other.type("/next the cards are lost").contains("Step: Last"))
  }

  @Test func `the last step is not left by accident`() throws {
    var stage = try asking(Sample.step("Talk", Sample.collect))
    #expect(stage.type("/next").contains("Then: the session ends."))
    #expect(stage.type("/next").contains("ends the session for good"))
    #expect(stage.left == nil)
    #expect(stage.type("end").contains("The session has ended"))
    #expect(stage.left == .ended)
  }

  @Test(arguments: ["yes", "y"])
  func `the word that goes on elsewhere became content where end was asked for`(word: String) throws {
    var stage = try asking(Sample.step("Talk", Sample.collect))
    _ = stage.type("/next")
    #expect(stage.type("/next").contains("ends the session for good"))
    let submitted = stage.submitted
    #expect(stage.type(word).contains("To end it, type end; nothing was entered."))
    #expect(stage.submitted == submitted)
    #expect(stage.type("end").contains("The session has ended"))
  }

  @Test func `two who came late became one person`() throws {
    var stage = try asking(Sample.step("Talk", Sample.collect))
    let before = stage.view.people.count
    _ = stage.type("/late Finn, Gita")
    #expect(stage.view.people.dropFirst(before).map(\.name) == ["Finn", "Gita"])
    _ = stage.type("/gone Finn, Gita")
    #expect(stage.view.people.filter { !$0.isPresent }.map(\.name) == ["Finn", "Gita"])
    #expect(stage.submitted.map(\.isOfOneLine) == [true, true, true, true])
    #expect(stage.type("/gone Finn, Zed").contains("Nobody here is called “Zed”"))
  }

  // MARK: Too late

  @Test func `an objection after everybody had consented turns the result`() throws {
    var stage = try Stage(step: Self.consent)
    #expect(stage.type("all: consent").contains("Adopted by consent"))
    #expect(stage.type("Bo objection because it costs too much").contains("Not adopted by consent"))
  }

  @Test func `what comes after the end is told to be late, also when it may not be seen, and can be admitted`() throws {
    var stage = try Stage(step: Sample.step("Alone", Sample.collect, with: .alone))
    _ = stage.type("Aino: one")
    _ = stage.type("/close")
    #expect(stage.type("Bo: two").contains("does not count yet; /admit counts it"))
    #expect(stage.type("/admit") == "It counts now.")
    #expect(stage.type("/admit").hasPrefix("No late entries wait here"))
  }

  // MARK: In the wrong place

  @Test func `what is filled in says what it replaces, and undo brings that back`() throws {
    var stage = try Stage(step: Sample.step("Write", .fill(freeze: nil, limits: .none), into: "proposal"))
    _ = stage.type("Try it")
    #expect(stage.type("a stray remark").contains("instead of: Try it (/undo brings it back)"))
    _ = stage.type("/undo")
    #expect(stage.type("/items").contains("Try it"))
  }

  @Test func `undo after a rating does not leave the step`() throws {
    var stage = try Stage(
      Sample.method([Sample.element("first", Sample.plain), Sample.element("rate", Self.rate)]))
    _ = stage.open()
    _ = stage.type("/next")
    _ = stage.type("Aino: 4 4 4")
    #expect(stage.type("/undo").contains("the answer of Aino"))
    #expect(stage.view.place.title == "Rate")
  }

  @Test func `what is refused while a question stands shows its answers again`() throws {
    var stage = try Stage(
      Sample.method([
        Sample.element("one", Sample.step("One", Sample.collect)), Sample.element("two", Sample.plain),
        Sample.element("three", Sample.plain),
      ]))
    _ = stage.open()
    for line in ["Aino: an idea", "/next", "/next", "/goto one"] { _ = stage.type(line) }
    #expect(stage.type("/next").contains("1  Open it again as it was left"))
    #expect(stage.type("/next").contains("1  Open it again as it was left"))
  }

  @Test func `a value that a list does not have is not kept`() throws {
    let field = Field(id: "about", kind: .source(SourceRef(name: "indicators")))
    var stage = try Stage(step: Sample.step("Gaps", Sample.collect, fields: [field]))
    let words = stage.type("no hours | about=capcity")
    #expect(words.contains("capacity? Nothing was entered."))
    #expect(stage.submitted == [])
  }

  // MARK: Small screens

  @Test func `on a small screen what is to be said stays in sight`() throws {
    let texts =
      [Sample.say("Turn to your partner.")]
      + (1...6).map { StepText(audience: .tip, text: LocalizedText("Tip number \($0).")) }
    let people = (1...30).map { "Person \($0)" }
    var stage = try Stage(
      Sample.method([
        Sample.element("first", Sample.plain),
        Sample.element("talk", Sample.step("Talk", Sample.collect, with: .groups("pairs"), texts: texts)),
        Sample.element("last", Sample.plain),
      ]), people: people)
    _ = stage.open()
    stage.screen.options.height = 18
    let lines = stage.type("/next").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 18)
    #expect(lines.contains("Say: Turn to your partner."))
    #expect(lines.contains("/show also tells the tips."))
    #expect(stage.type("/show").contains("Tip number 6."))
  }

  @Test func `help fits on a small screen`() throws {
    var stage = try Stage(step: Self.rate)
    #expect(stage.type("/help").split(separator: "\n").count <= 22)
    #expect(stage.type("/help all").contains("/undo: takes back the last entry, ballot"))
  }

  @Test func `a scale is shown by its words and typed by its numbers`() throws {
    var method = Sample.method([])
    method.scales = [
      Scale(
        id: "hold",
        points: [
          NamedValue(id: "weak", number: Number(1), text: LocalizedText("Weak: little speaks for it")),
          NamedValue(id: "strong", number: Number(2), text: LocalizedText("Strong: holds today")),
        ])
    ]
    var stage = try Stage(
      step: Sample.step("Rate", .rate(Rating(scale: "hold")), with: .alone, of: "indicators", into: "r"),
      method: method)
    let shown = stage.type("/show")
    #expect(shown.contains("  2  Strong: holds today"))
    #expect(shown.contains("“Aino: need=2 fit=1”"))
  }
}
