import MethodModel
import SessionEngine
import Testing

@Suite struct VisibilityTests {
  private let pairs =
    "<groupings><groups id='pairs' size='2'/></groupings><scales><scale id='five' range='1..5'/></scales>"

  private func given(_ more: String = "", with: String = "alone") -> Given {
    Given(step("one", collect("ideas", more), with: with), step("two"), head: pairs).people(
      "Aino", "Bo", "Chen", "Dina"
    )
    .adds("Aino", "a")
  }

  private func sights(_ given: Given) -> [Sight] {
    guard let entry = given.entry("a") else { return [] }
    let viewers: [Viewer] = [.person("aino"), .person("bo"), .host, .room, .record]
    return viewers.map { given.engine.sight(of: entry, given.state, for: $0) }
  }

  @Test func `alone it stays with the author, from the host and the record too`() {
    #expect(sights(given()) == [.named, .counted, .counted, .counted, .counted])
    let view = given().view()
    #expect(view.activity?.entries == [])
    #expect(view.activity?.hiddenCount == 1)
  }

  @Test func `in the room everybody sees it at once`() {
    #expect(sights(given(with: "room")) == [.named, .named, .named, .named, .named])
  }

  @Test func `a declared reveal hides it until then and shows it to the circle`() {
    let given = given("reveal='end-of-step'")
    #expect(sights(given) == [.named, .counted, .counted, .counted, .counted])
    given.next()
    #expect(sights(given) == [.named, .named, .named, .named, .named])
  }

  @Test func `a group's words are the group's and the host's`() {
    let given = given(with: "pairs")
    let mate = given.open?.parts.first { $0.members.contains("aino") }?.members.first { $0 != "aino" } ?? ""
    let other = given.open?.parts.first { !$0.members.contains("aino") }?.members.first ?? ""
    guard let entry = given.entry("a") else { return }
    #expect(given.engine.sight(of: entry, given.state, for: .person(mate)) == .named)
    #expect(given.engine.sight(of: entry, given.state, for: .person(other)) == .counted)
    #expect(given.engine.sight(of: entry, given.state, for: .host) == .named)
    #expect(given.engine.sight(of: entry, given.state, for: .room) == .counted)
  }

  @Test func `visible widens and narrows`() {
    #expect(sights(given("visible='room'", with: "pairs"))[3] == .named)
    #expect(sights(given("visible='author'", with: "room")) == [.named, .counted, .counted, .counted, .counted])
  }

  @Test func `hidden names show the words and never the name, in a shuffled order`() {
    let given = given("reveal='end-of-step' names='hidden'").adds("Bo", "b").next()
    #expect(sights(given) == [.named, .words, .words, .words, .words])
    guard let entry = given.entry("a") else { return }
    let view = given.engine.entryView(entry, given.engine.sight(of: entry, given.state, for: .host), given.state)
    #expect(view.author == nil)
    #expect(view.unit == nil)
    #expect(view.text == "a")
  }

  @Test func `a role that is named sees what others do not`() {
    let given = Given(
      step("one", collect("ideas", "visible='scribe'")), head: "<roles><role id='scribe'/></roles>"
    ).people("Aino", "Bo").role("scribe", "Bo").adds("Aino", "a")
    #expect(sights(given) == [.named, .named, .counted, .counted, .counted])
  }

  @Test func `figures wait for the reveal`() {
    let rate = step("rate", "<rate of='pairs' scale='five' into='marks' reveal='end-of-step'/>", with: "alone")
    let given = Given(step("talk", with: "pairs"), rate, step("last"), head: pairs).people("Aino", "Bo").next()
    given.when(.mark(SetMark(unit: .person("aino"), thing: given.things("pairs")[0], value: "4")))
    #expect(given.view().activity?.ballot.first?.figure == nil)
    #expect(given.view().activity?.answered == 1)
    guard let run = given.run else { return }
    #expect(!given.engine.mayShowFigures(of: run, given.state))
    given.next()
    #expect(given.engine.mayShowFigures(of: given.state.takes[1].runs[0], given.state))
  }

  @Test func `figures under hidden names need five people`() {
    let names = ["Aino", "Bo", "Chen", "Dina", "Eero"]
    let vote = step("vote", "<vote of='topics' into='votes' names='hidden'/>")
    let given = Given(vote, head: topics).people(names).start()
    for (index, name) in names.enumerated() {
      #expect(given.view().activity?.ballot.first?.figure == nil, "after \(index)")
      given.marks(name, "a", "1")
    }
    #expect(given.view().activity?.ballot.first?.figure == "5")
  }

  private func activity(_ given: Given, take number: Int) -> ActivityView? {
    let take = given.state.takes[number - 1]
    return given.engine.activityView(take.runs[0], given.state, given.engine.scope(of: take), for: .host)
  }

  @Test func `the host's screen ranked by what one person had rated under a hidden name`() {
    let given = Given(
      step(
        "rate", "<rate of='topics' scale='five' into='ratings' names='hidden' reveal='end-of-step'/>", with: "alone"),
      step(
        "rank", "<show of='ratings' stats='median'/><select from='topics' into='best' top='1' ranked-by='ratings'/>"),
      head: "<scales><scale id='five' range='1..5'/></scales>"
        + "<lists><list id='topics'><value id='tea'/><value id='milk'/></list></lists>"
    ).people("Aino", "Bo", "Chen").marks("Aino", "tea", "5").next().stands("rank")
    #expect(given.view().activity?.verdict?.scores.isEmpty == true)
    #expect(given.view().activity?.verdict?.winners == [.value("tea", of: "topics")])
    #expect(given.view().show == ["• tea: too few to show", "• milk: too few to show"])
  }

  @Test func `a thing that fewer than five rated under hidden names has no figure, though all six answered`() {
    let names = ["Aino", "Bo", "Chen", "Dina", "Eero", "Fay"]
    let rate = step("rate", "<rate of='topics' scale='five' into='marks' names='hidden'/>")
    let given = Given(rate, step("last"), head: pairs + topics).people(names).start()
    for name in names { given.marks(name, "a", "3") }
    for (place, name) in names.enumerated() { given.marks(name, "b", place < 2 ? "5" : nil) }
    let activity = activity(given.next(), take: 1)
    #expect(activity?.ballot.first { $0.label == "a" }?.figure == "3")
    #expect(activity?.ballot.first { $0.label == "b" }?.figure == nil)
    #expect(activity?.outcomeOfRound?.rows.map(\.figures) == ["median 3, spread 0"], "b is left out")
  }

  @Test func `who objected under hidden names stands on no screen, and fewer than five have no counts`() {
    for (count, shown) in [(6, true), (4, false)] {
      let names = Array(["Aino", "Bo", "Chen", "Dina", "Eero", "Fay"].prefix(count))
      let signal = step("signal", "<decide of='proposal' rule='consent' into='consent' names='hidden'/>", with: "alone")
      let given = Given(load(agenda: step("write", "<fill into='proposal'/>") + signal + step("last"))).people(names)
        .fills("Try it").next()
      for name in names { given.signals(name, name == "Bo" ? "objection" : "consent", because: "dear") }
      let verdict = activity(given.next(), take: 2)?.verdict
      #expect(verdict?.result == .rejected && verdict?.dissent.isEmpty == true)
      #expect(verdict?.counts.isEmpty == !shown)
      #expect(given.verdict("consent")?.dissent.count == 1, "the engine itself knows")
    }
  }

  @Test func `texts reach those they are for`() {
    let texts = "<say>Say</say><show>Show</show><tip>Tip</tip><do role='scribe'>Write</do><say mode='remote'>Mute</say>"
    let view = Given(step("one", texts), head: "<roles><role id='scribe'><title>Scribe</title></role></roles>")
      .people("Aino").role("scribe", "Aino").start().view()
    #expect(view.say == ["Say"])
    #expect(view.show == ["Show"])
    #expect(view.tips == ["Tip"])
    #expect(view.roleTexts.map(\.role) == ["Scribe"])
    #expect(view.roleTexts.map(\.holders) == [["Aino"]])
  }
}
