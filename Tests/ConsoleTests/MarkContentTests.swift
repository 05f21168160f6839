import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct MarkContentTests {
  private static let need = "value:indicators/need"
  private static let single = "value:single/need"
  private static let fit = "value:indicators/fit"
  private static let capacity = "value:indicators/capacity"

  @Test(arguments: [
    ("1 3", ["choose \(need), \(capacity)"]),
    ("1,3", ["choose \(need), \(capacity)"]),
    ("fit", ["choose \(fit)"]),
    ("cap", ["choose \(capacity)"]),
    ("-", ["choose "]),
    ("/choose 2", ["choose \(fit)"]),
    ("7", ["“7” is not among those put up: the numbers go from 1 to 3. Nothing was entered."]),
  ])
  func `the room chooses`(line: String, commands: [String]) throws {
    let stage = try Stage(step: Sample.step("Choose", .select(Selection()), from: "indicators", into: "chosen"))
    #expect(stage.reading(line) == commands)
  }

  @Test(arguments: [
    ("2: 1 3", ["choose pairs/2 \(need), \(capacity)"]),
    ("1 3", ["Say which group it is, as in “2: 1”: the groups are 1 to 3. Nothing was entered."]),
  ])
  func `groups choose`(line: String, commands: [String]) throws {
    let stage = try Stage(
      step: Sample.step("Choose", .select(Selection()), with: .groups("pairs"), from: "indicators", into: "chosen"))
    #expect(stage.reading(line) == commands)
  }

  @Test(arguments: [
    ("1=7 2=4", ["tally \(need) 7", "tally \(fit) 4"]),
    ("need=7, fit=4 of 12 ballots", ["tally \(need) 7 of 12", "tally \(fit) 4 of 12"]),
    ("Aino: 1 1 3", ["handIn person:p1 \(need) 2, \(capacity) 1"]),
    ("Aino: 1=2 3=1", ["handIn person:p1 \(need) 2, \(capacity) 1"]),
    ("1 1 3", ["handIn sheet:1 \(need) 2, \(capacity) 1"]),
    ("Aino: -", ["handIn person:p1 \(need) pass, \(fit) pass, \(capacity) pass"]),
    (
      "1=many",
      [
        "“1=many” is no vote. Counts for the room are written “1=7 2=4 of 12”, one person's vote “Aino: 1 1 3”. "
          + "Nothing was entered."
      ]
    ),
    (
      "Aino: 1 1 3; Bo: 2 2 1",
      ["handIn person:p1 \(need) 2, \(capacity) 1", "handIn person:p2 \(fit) 2, \(need) 1"]
    ),
    ("Ayno: 1 1", ["Nobody here is called “Ayno”. Did you mean Aino? Nothing was entered."]),
  ])
  func `dots`(line: String, commands: [String]) throws {
    let stage = try Stage(step: Self.vote(.dots))
    #expect(stage.reading(line) == commands)
  }

  @Test(arguments: [
    ("Aino: 2>1>3", ["handIn person:p1 \(fit) 1, \(need) 2, \(capacity) 3"]),
    ("Aino: 2 1", ["handIn person:p1 \(fit) 1, \(need) 2"]),
    ("Aino: 2>2", ["A thing has one place; it is there twice. Nothing was entered."]),
  ])
  func `rankings`(line: String, commands: [String]) throws {
    #expect(try Stage(step: Self.vote(.ranking)).reading(line) == commands)
  }

  @Test(arguments: [
    ("Aino: 2>1>3", ["handIn person:p1 \(fit) 3, \(need) 2, \(capacity) 1"]),
    ("Aino: 2 1", ["handIn person:p1 \(fit) 3, \(need) 2"]),
    ("Aino: 1=1 2=3", ["handIn person:p1 \(need) 1, \(fit) 3"]),
  ])
  func `an order meant the worst first where the last number is the best`(line: String, commands: [String]) throws {
    #expect(try Stage(step: Self.vote(.ranking, best: .last)).reading(line) == commands)
  }

  @Test func `an order of more things than places was refused by a number nobody typed`() throws {
    #expect(
      try Stage(step: Self.vote(.ranking, budget: 2, best: .last)).reading("Aino: 2>1>3")
        == ["There are 2 places, and this names more things. Nothing was entered."])
  }

  @Test func `approvals are given once each`() throws {
    #expect(
      try Stage(step: Self.vote(.approval)).reading("Bo: 1 3 3")
        == ["handIn person:p2 \(Self.need) 1, \(Self.capacity) 1"])
  }

  @Test func `a ballot that is entered again replaces the first`() throws {
    var stage = try Stage(step: Self.vote(.ranking))
    #expect(stage.type("Aino: 2>1>3") == "Kept: Aino; 1 of 6 have answered.")
    #expect(stage.type("Aino: 1>2>3") == "Kept: Aino; 1 of 6 have answered.")
  }

  static func vote(_ kind: Vote.Kind, budget: Int = 3, best: Vote.Best = .first) -> Step {
    Sample.step(
      "Vote", .vote(Vote(kind: kind, budget: .fixed(budget), best: best)), of: "indicators", into: "votes")
  }

  /// Three things to rate, each by everybody.
  static let rating = Sample.step("Rate", .rate(Rating(scale: "hold")), of: "indicators", into: "ratings")

  // MARK: Ratings

  @Test(arguments: [
    ("Aino: 4", ["mark person:p1 \(single) 4"]),
    ("Aino: 4 because the hours are there", ["mark person:p1 \(single) 4 because the hours are there"]),
    ("Aino: 4, the hours are there", ["mark person:p1 \(single) 4 because the hours are there"]),
    ("Aino: -", ["handIn person:p1 \(single) pass"]),
    ("Aino: pass", ["handIn person:p1 \(single) pass"]),
    ("4 4 3", ["mark sheet:1 \(single) 4", "mark sheet:2 \(single) 4", "mark sheet:3 \(single) 3"]),
    ("4 because of the hours", ["mark sheet:1 \(single) 4 because of the hours"]),
    ("Aino: 9", ["“9” is not on the scale: 1, 2, 3, 4 or 5. Nothing was entered."]),
    ("Ayno: 4", ["Nobody here is called “Ayno”. Did you mean Aino? Nothing was entered."]),
  ])
  func `one thing is rated`(line: String, commands: [String]) throws {
    #expect(try Stage(step: Self.rateOne, method: Self.oneIndicator).reading(line) == commands)
  }

  @Test(arguments: [
    ("Aino need=4 fit=3", ["mark person:p1 \(need) 4", "mark person:p1 \(fit) 3"]),
    ("Aino: need=4 fit=3 because so", ["mark person:p1 \(need) 4 because so", "mark person:p1 \(fit) 3 because so"]),
    ("Aino: need 4", ["mark person:p1 \(need) 4"]),
    ("Aino: need 4 because so", ["mark person:p1 \(need) 4 because so"]),
    ("Aino: 4 3 -", ["handIn person:p1 \(need) 4, \(fit) 3, \(capacity) pass"]),
    ("need: 4 4 3", ["mark sheet:1 \(need) 4", "mark sheet:2 \(need) 4", "mark sheet:3 \(need) 3"]),
    ("4 3 2", ["handIn sheet:1 \(need) 4, \(fit) 3, \(capacity) 2"]),
    (
      "Aino: 4 3",
      [
        "There are 3 things to rate, and this has 2 values. Nothing was entered. Write them in order, or by name: "
          + "“Aino: need=5 fit=5 capacity=5”."
      ]
    ),
    ("Aino: cost=4", ["“cost” is nothing that is rated here: need, fit or capacity. Nothing was entered."]),
  ])
  func `several things are rated`(line: String, commands: [String]) throws {
    #expect(try Stage(step: Self.rateAll).reading(line) == commands)
  }

  @Test(arguments: [("3", "strong"), ("w", "weak"), ("strong", "strong"), ("Good:", "good")])
  func `a point of a scale is named by number or word`(typed: String, value: String) throws {
    let step = Sample.step("Rate", .rate(Rating(scale: "words")), of: "indicators", into: "ratings")
    #expect(try Stage(step: step).reading("Aino: fit \(typed)") == ["mark person:p1 \(Self.fit) \(value)"])
  }

  @Test func `sheets go on where the last line ended, for each thing`() throws {
    var stage = try Stage(step: Self.rateAll)
    _ = stage.type("need: 4 4")
    #expect(stage.reading("need: 5") == ["mark sheet:3 \(Self.need) 5"])
    #expect(stage.reading("fit: 2 2") == ["mark sheet:1 \(Self.fit) 2", "mark sheet:2 \(Self.fit) 2"])
    #expect(stage.reading("4 3 2").first == "handIn sheet:3 \(Self.need) 4, \(Self.fit) 3, \(Self.capacity) 2")
  }

  @Test func `values typed after a restart take no earlier sheet's place`() throws {
    var stage = try Stage(step: Self.rateOne, method: Self.oneIndicator)
    _ = stage.type("4 4")
    stage.screen = ScreenModel(
      method: stage.engine.method, language: "en", options: ScreenOptions(resumeCommand: "", idPrefix: "f"))
    _ = stage.open()
    #expect(stage.reading("5") == ["mark sheet:3 \(Self.single) 5"])
  }

  private static let rateAll = Sample.step(
    "Rate", .rate(Rating(scale: "hold", reason: .optional)), of: "indicators", into: "ratings")
  private static let rateOne = Sample.step(
    "Rate", .rate(Rating(scale: "hold", reason: .optional)), of: "single", into: "ratings")
  private static let oneIndicator: Method = {
    var method = Sample.method([])
    method.lists = [ValueList(id: "single", values: [NamedValue(id: "need")])]
    return method
  }()
}

extension MarkContentTests {
  @Test func `a step that has nothing to rate says so, and lets one go on`() throws {
    let step = Sample.step(
      "Rate", .rate(Rating(scale: "hold")), with: .alone, of: "ideas", into: "marks", reveal: .allAnswered)
    var stage = try Stage(step: step)
    #expect(stage.type("/show").contains("There is nothing to rate: nothing came in where it would come from."))
    stage.screen.options.asksBack = true
    #expect(stage.type("/next").contains("Step: Last"))
  }
}
