import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct SignalAndFillTests {
  static let consent = Sample.step(
    "Signal", .decide(Decide(rule: .consent)), with: .alone, into: "consent", reveal: .allAnswered)

  @Test(arguments: [
    ("Aino: consent", ["mark person:p1 value:consent/proposal consent"]),
    (
      "Aino: objection it costs too much",
      ["mark person:p1 value:consent/proposal objection because it costs too much"]
    ),
    ("Bo: obj, too dear", ["mark person:p2 value:consent/proposal objection because too dear"]),
    ("Aino, Bo: consent", ["p1", "p2"].map { "mark person:\($0) value:consent/proposal consent" }),
    ("Aino: pass", ["mark person:p1 value:consent/proposal pass"]),
    ("Aino: con", ["“con” could be consent or concern. Nothing was entered."]),
    ("Ayno: consent", ["Nobody here is called “Ayno”. Did you mean Aino? Nothing was entered."]),
    ("all: consent", (1...6).map { "mark person:p\($0) value:consent/proposal consent" }),
    (
      "consent",
      [
        "A signal is consent, concern or objection. Nothing was entered. Write “Aino: objection and why”, or "
          + "“all: consent” for everybody who has not answered yet."
      ]
    ),
  ])
  func `signals`(line: String, commands: [String]) throws {
    #expect(try Stage(step: Self.consent).reading(line) == commands)
  }

  @Test func `in turns an answer without a name is that of the one whose turn it is`() throws {
    var round = Sample.step("Signal", .decide(Decide(rule: .consent)), into: "consent")
    round.voice = .turns
    var stage = try Stage(step: round)
    #expect(stage.reading("consent") == ["mark person:p1 value:consent/proposal consent"])
    _ = stage.type("/turn")
    #expect(
      stage.reading("objection: too dear") == ["mark person:p2 value:consent/proposal objection because too dear"])
    #expect(stage.reading("Aino: concern") == ["mark person:p1 value:consent/proposal concern"])
  }

  @Test func `all are those who have not answered, and the last of them shows the result`() throws {
    var stage = try Stage(step: Self.consent)
    #expect(stage.type("Aino: objection it costs too much") == "Kept: Aino; 1 of 6 have answered.")
    #expect(
      stage.type("all: consent") == """
        Kept: Bo, Chen, Dina, Eero, Fatima; 6 of 6 have answered.
        Entries are closed.
        Revealed:
          1  Aino: it costs too much
        Result: Not adopted by consent.
          consent: 5, objection: 1
          6 of 6 answered
          -  Aino, objection: it costs too much
        """)
    #expect(
      stage.reading("all: consent") == ["Everybody has answered; name who changes, as in “Aino: …”."])
  }

  @Test func `going on shows what the signals came to`() throws {
    var stage = try Stage(step: Self.consent)
    _ = stage.type("Aino: consent")
    let printed = stage.type("/next")
    #expect(printed.contains("Result: Not decided yet by consent."))
    #expect(printed.contains("Step: Last"))
  }

  @Test(arguments: [
    ("The school opens at nine", "fill text=The school opens at nine"),
    ("text: The school opens at nine", "fill text=The school opens at nine"),
    ("Aino: The school opens at nine", "fill p1 text=The school opens at nine"),
    ("Note this: it matters", "fill text=Note this: it matters"),
  ])
  func `a text`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Write", .fill(freeze: nil, limits: .none), into: "proposal"))
    #expect(stage.reading(line) == [command])
  }

  private static let fields = [
    Field(id: "review-date", kind: .date, required: true), Field(id: "success"), Field(id: "filed-at"),
  ]

  @Test(arguments: [
    ("review-date: 2027-03-01", "fill review-date=2027-03-01"),
    ("rev: 2027-03-01", "fill review-date=2027-03-01"),
    ("success: fewer sick days: half", "fill success=fewer sick days: half"),
    ("success = fewer sick days", "fill success=fewer sick days"),
    ("Aino: success: fewer sick days", "fill p1 success=fewer sick days"),
    (
      "2027-03-01",
      "Say which field it is, as in “review-date: 2027-03-01”: review-date, success or filed-at. Nothing was entered."
    ),
  ])
  func `several fields`(line: String, command: String) throws {
    let step = Sample.step("Record", .fill(freeze: nil, limits: .none), into: "agreement", fields: Self.fields)
    #expect(try Stage(step: step).reading(line) == [command])
  }

  @Test(arguments: [
    ("2: ours", "fill pairs/2 text=ours"),
    ("ours", "Say which group it is, as in “2: ours”: the groups are 1 to 3. Nothing was entered."),
  ])
  func `a text for each group`(line: String, command: String) throws {
    let step = Sample.step("Write", .fill(freeze: nil, limits: .none), with: .groups("pairs"), into: "drafts")
    #expect(try Stage(step: step).reading(line) == [command])
  }

  @Test(arguments: [
    ("2 status: done", "fill value:indicators/fit status=done"),
    ("2: done", "fill value:indicators/fit status=done"),
    ("/set 2 status=done", "fill value:indicators/fit status=done"),
    ("done", "Say which one it is, as in “1 status: …”: there are 3. Nothing was entered."),
    ("9: done", "There is no number 9 here: they go from 1 to 3."),
  ])
  func `a field of several things`(line: String, command: String) throws {
    let step = Sample.step(
      "Check", .fill(freeze: nil, limits: .none), of: "indicators", into: nil, fields: [Field(id: "status")])
    #expect(try Stage(step: step).reading(line) == [command])
  }

  @Test func `a field of the next part of a step does not overwrite the words of this one`() throws {
    var step = Sample.step("Amend", .fill(freeze: nil, limits: .none), into: "proposal")
    let next = Sample.step(
      "", .fill(freeze: nil, limits: .none), of: "indicators", into: nil, fields: [Field(id: "status")])
    step.contents += next.contents
    var stage = try Stage(step: step)
    #expect(stage.type("/show").contains("Part 1 of 2 of this step; /next brings the next one."))
    #expect(
      stage.reading("status: resolved") == [
        "“status” belongs to another part of this step; /next brings the next one. Nothing was entered."
      ])
    #expect(stage.reading("state: resolved") == ["fill text=state: resolved"])
    #expect(stage.type("/next").contains("Part 2 of 2 of this step."))
    #expect(stage.reading("2 status: resolved") == ["fill value:indicators/fit status=resolved"])
  }
}
