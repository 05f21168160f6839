import Archive
import Diagnostics
import MethodLoading
import MethodModel
import Testing

@Suite struct MethodChangesTests {
  private static let base = """
    <?xml version="1.0" encoding="UTF-8"?>
    <method xmlns="urn:dotank:method:1" id="trial" version="1.0.0" xml:lang="en">
      <title>Trial</title>
      <purpose>For tests.</purpose>
      <fit people="4..12" ideal="8"/>
      <roles><role id="leader"><title>Leader</title></role></roles>
      <agenda>
        <step id="open" time="5m"><title>Open</title><say>Welcome.</say></step>
        <step id="ideas" time="10m" with="alone"><title>Ideas</title><say>Write.</say><collect into="ideas" visible="room"/></step>
        <step id="pick" time="1m per person"><title>Pick</title><say>Choose.</say><select from="ideas" into="best"/></step>
        <checkpoint id="gate" by="leader" time="5m"><question>Do we go on?</question><rework><back to="ideas" at-most="1"/></rework></checkpoint>
        <step id="close" time="5m"><title>Close</title><say>Thank you.</say></step>
      </agenda>
    </method>
    """

  private static func method(_ edits: [(String, String)]) throws -> Method {
    let text = edits.reduce(base) { $0.replacing($1.0, with: $1.1) }
    let loading = MethodLoader.load(SourceText(name: "trial.xml", text: text))
    return try #require(loading.method, "\(loading.diagnostics.map(\.message))")
  }

  @Test(arguments: [
    ("time=\"10m\"", "time=\"6m\"", "shortened: step 2 “Ideas” shortened: 6 min, before 10 min (for 8 people)"),
    ("1m per person", "2m per person", "lengthened: step 3 “Pick” lengthened: 16 min, before 8 min (for 8 people)"),
    ("with=\"alone\"", "with=\"alone\" voice=\"silent\"", "changed: step 2 “Ideas”: silent, before spoken"),
    ("Write.", "Write, please.", "reworded: step 2 “Ideas”: what is said or shown was reworded"),
    ("people=\"4..12\"", "people=\"4..20\"", "changed: made for 4 to 20 people, before 4 to 12"),
    (
      "by=\"leader\" time", "by=\"facilitator\" time",
      "changed: gate “Do we go on?”: facilitator decides, before leader"
    ),
    (
      "<rework><back to=\"ideas\" at-most=\"1\"/></rework>", "",
      "changed: gate “Do we go on?”: “rework” is no longer possible"
    ),
    (
      "<step id=\"close\" time=\"5m\"><title>Close</title><say>Thank you.</say></step>", "",
      "removed: step 4 “Close” removed"
    ),
  ])
  func `a change is told by its meaning`(before: String, after: String, told: String) throws {
    let changes = MethodChanges.between(try Self.method([]), try Self.method([(before, after)]))
    #expect(changes.map { "\($0.kind.rawValue): \($0.words)" } == [told])
  }

  @Test func `a gate that is taken away and a step that comes in`() throws {
    let gate = Self.base.split(separator: "\n").first { $0.contains("<checkpoint") }.map(String.init) ?? ""
    let step = "<step id=\"break-in\" time=\"3m\"><title>Check in</title><say>How are you?</say></step>"
    let changes = MethodChanges.between(try Self.method([]), try Self.method([(gate, "        " + step)]))
    #expect(
      changes.map(\.words) == [
        "gate “Do we go on?” removed", "step 4 “Check in” added after step 3 “Pick”",
      ])
  }

  @Test func `a step that stands elsewhere has moved, its neighbours have not`() throws {
    let lines = Self.base.split(separator: "\n").map(String.init)
    let close = try #require(lines.first { $0.contains("id=\"close\"") })
    let open = try #require(lines.first { $0.contains("id=\"open\"") })
    let moved = try Self.method([("\n" + close, ""), (open, close + "\n" + open)])
    #expect(MethodChanges.between(try Self.method([]), moved).map(\.words) == ["step 4 “Close” moved"])
  }

  @Test func `two thresholds that changed were one line that said nothing`() throws {
    let gate = "<checkpoint id=\"gate\" by=\"leader\" time=\"5m\"><question>Do we go on?</question>"
    func criteria(_ first: Int, _ second: Int) -> String {
      let tests = [("ideas", first, "There are ideas"), ("best", second, "Some are best")].map {
        "<test measure=\"count\" of=\"\($0)\" at-least=\"\($1)\"><text>\($2)</text></test>"
      }
      return gate + "<criteria>" + tests.joined() + "</criteria>"
    }
    let old = try Self.method([(gate, criteria(3, 1))])
    let new = try Self.method([(gate, criteria(4, 2))])
    #expect(
      MethodChanges.between(old, new).map(\.words) == [
        "gate “Do we go on?”: criterion 1 “There are ideas” asks for at least 4, before at least 3",
        "gate “Do we go on?”: criterion 2 “Some are best” asks for at least 2, before at least 1",
      ])
  }

  @Test func `a place that names a setting showed it in braces`() throws {
    let settings = "<settings><setting id=\"innovation\" type=\"text\"><ask>What is it?</ask></setting></settings>"
    let named = [
      ("<roles>", settings + "<roles>"), ("<question>Do we go on?", "<question>Do we adopt {innovation}?"),
    ]
    let gate = try #require(Self.base.split(separator: "\n").first { $0.contains("<checkpoint") })
    let without = try Self.method([named[0], (String(gate) + "\n", "")])
    let words = MethodChanges.between(try Self.method(named), without).map(\.words)
    #expect(words == ["gate “Do we adopt …?” removed"])
  }

  @Test func `the same method has not changed`() throws {
    let comment = try Self.method([("<agenda>", "<!-- for authors --><agenda>")])
    #expect(MethodChanges.between(try Self.method([]), comment).isEmpty)
  }
}
