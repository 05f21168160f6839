import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct ItemContentTests {
  @Test(arguments: [
    ("more breaks", "add text=more breaks"),
    ("Aino: more breaks", "add p1 text=more breaks"),
    ("aino:more breaks", "add p1 text=more breaks"),
    ("fat: less noise", "add p6 text=less noise"),
    ("Aino : with a blank before", "add p1 text=with a blank before"),
    ("Aino： a wide colon", "add p1 text=a wide colon"),
    ("2: a number is no group here", "add text=2: a number is no group here"),
    ("http://example.org", "add text=http://example.org"),
    ("Why: nobody is called so", "add text=Why: nobody is called so"),
    ("//slash first", "add text=/slash first"),
    ("a | b", "add text=a | b"),
    ("Dina: lisää äiti😀", "add p4 text=lisää äiti😀"),
    ("Bo: مزيد من الاستراحات", "add p2 text=مزيد من الاستراحات"),
  ])
  func `the whole room collects`(line: String, command: String) throws {
    #expect(try Stage(step: Sample.step("Talk", Sample.collect)).reading(line) == [command])
  }

  @Test(arguments: [
    ("2: our idea", "add pairs/2 text=our idea"),
    ("group 2: our idea", "add pairs/2 text=our idea"),
    ("Group2: our idea", "add pairs/2 text=our idea"),
    ("#3: our idea", "add pairs/3 text=our idea"),
    ("Pairs 2: our idea", "add pairs/2 text=our idea"),
    ("pairs/2: our idea", "add pairs/2 text=our idea"),
    ("Chen: our idea", "add p3 text=our idea"),
    ("9: our idea", "There is no group 9 here: the groups are 1 to 3. Nothing was entered."),
    (
      "our idea",
      "Say which group it is, as in “2: our idea”: the groups are 1 to 3. Nothing was entered."
    ),
    (
      "Ayno: our idea",
      "“Ayno” is no group and nobody's name. Did you mean Aino? This step is by group: begin with its number, as in "
        + "“2: …”; the groups are 1 to 3. Nothing was entered."
    ),
    ("2:", "There is nothing after “2:”; nothing was entered."),
  ])
  func `groups collect`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs")))
    #expect(stage.reading(line) == [command])
  }

  @Test(arguments: [
    ("Aino: mine", "add p1 text=mine"), ("nobody's in particular", "add text=nobody's in particular"),
  ])
  func `each alone collects`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .alone, visible: .room))
    #expect(stage.reading(line) == [command])
  }

  @Test(arguments: [
    ("+2", ["add copy of value:indicators/fit "]),
    ("=2", ["add copy of value:indicators/fit "]),
    ("Aino: + 2", ["add p1 copy of value:indicators/fit "]),
    ("+1 +3", ["add copy of value:indicators/need ", "add copy of value:indicators/capacity "]),
    ("+1 in other words", ["add copy of value:indicators/need text=in other words"]),
    ("+ a plus sign", ["add text=+ a plus sign"]),
    ("+9", ["There is no number 9 to take over: they go from 1 to 3."]),
  ])
  func `earlier things are taken over by number`(line: String, commands: [String]) throws {
    let stage = try Stage(step: Sample.step("Talk", Sample.collect, from: "indicators"))
    #expect(stage.reading(line) == commands)
  }

  private static let fields = [
    Field(id: "indicator", kind: .source(SourceRef(name: "indicators")), required: true),
    Field(id: "size", kind: .choice, values: [NamedValue(id: "small"), NamedValue(id: "large")]),
    Field(id: "owner", kind: .person),
  ]

  @Test(arguments: [
    ("no hours | indicator=need; size=small", "add indicator=need; size=small; text=no hours"),
    ("no hours | ind=Cap; size=l", "add indicator=capacity; size=large; text=no hours"),
    ("no hours | indicator=3", "add indicator=capacity; text=no hours"),
    ("no hours|owner=fat", "add owner=Fatima; text=no hours"),
    ("no hours | owner=Somebody outside", "add owner=Somebody outside; text=no hours"),
    ("Bo: | indicator=need; size=huge; and more", "add p2 indicator=need; size=huge; and more"),
    (
      "no hours | colour=red",
      "“colour=red” names no field; write indicator, size or owner, then “=” and the value."
    ),
  ])
  func `fields follow a bar`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Gaps", Sample.collect, fields: Self.fields))
    #expect(stage.reading(line) == [command])
  }

  @Test(arguments: [
    ("call the ministry | owner=Aino; due=2027-03-01", "add due=2027-03-01; owner=Aino; text=call the ministry"),
    ("Aino: call the ministry", "add p1 owner=Aino; text=call the ministry"),
    ("Aino: call | owner=Bo", "add p1 owner=Bo; text=call"),
    ("call the ministry", "add text=call the ministry"),
  ])
  func `commitments name their owner`(line: String, command: String) throws {
    let stage = try Stage(step: Sample.step("Actions", .commit(.none, expect: nil), into: "actions"))
    #expect(stage.reading(line) == [command])
  }

  @Test func `a mistyped name is kept as words, and said`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    #expect(
      stage.type("Ayno: more breaks") == """
        “Ayno” is nobody here, so it is kept as part of the words. Did you mean Aino?
        /undo takes it back.
          1  Ayno: more breaks
          (1 so far)
        """)
  }

  @Test func `a commitment without a date says how to add it`() throws {
    var stage = try Stage(step: Sample.step("Actions", .commit(.none, expect: nil), into: "actions"))
    #expect(
      stage.type("Aino: call the ministry")
        == "  1  Aino: call the ministry | owner: Aino\n  Missing: due. Add it with /set 1 due=…\n  (1 so far)")
    #expect(
      stage.type("/set 1 due=2027-03-01").hasPrefix("  1  Aino: call the ministry | owner: Aino; due: 2027-03-01"))
  }

  @Test(arguments: [
    ("Aino: x", "add p1 text=x"), ("Aino B: x", "add p2 text=x"), ("ainom: x", "add p3 text=x"),
    ("Ain: x", "“Ain” could be Aino, Aino B or Ainomaria. Type more of the name; nothing was entered."),
    ("Bö: x", "add p4 text=x"),
  ])
  func `names that begin alike are told apart`(line: String, command: String) throws {
    let stage = try Stage(
      step: Sample.step("Talk", Sample.collect), people: ["Aino", "Aino B", "Ainomaria", "Bö"])
    #expect(stage.reading(line) == [command])
  }
}
