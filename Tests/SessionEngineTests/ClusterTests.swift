import MethodModel
import SessionEngine
import Testing

@Suite struct ClusterTests {
  /// Six ideas, and a step to sort them.
  private func sorting(_ more: String = "", after: String = "") -> Given {
    let given = Given(
      step("ideas", collect("ideas")), step("sort", "<cluster of='ideas' into='themes' \(more)/>"),
      step("after", after.isEmpty ? "<say>Done.</say>" : after)
    ).people("Aino", "Bo")
    for idea in ["a", "b", "c", "d", "e", "f"] { given.adds("Aino", idea) }
    return given.next()
  }

  @Test func `a name begins a cluster, and things move from one to another`() {
    let given = sorting().sorts(["a", "b"], into: "t", named: "Time").made("entryAdded", "thingsSorted")
      .sorts(["c"], into: "m", named: "Money").sorts(["b"], into: "m").made("thingsSorted")
    given.holds("themes", ["Time", "Money"]).holds("themes/members", ["a", "c", "b"])
    #expect(given.entry("m")?.members == [.entry("c"), .entry("b")])
    given.sorts(["b"], into: "m").refused(.empty)
    given.sorts(["b"], into: nil).holds("themes/members", ["a", "c"])
  }

  @Test func `a cluster wants a name, a known thing and a fresh id`() {
    let given = sorting()
    given.sorts(["a"], into: "t", named: " ").refused(.empty)
    given.sorts(["zzz"], into: "t", named: "Time").refused(.unknownThing)
    given.sorts(["a"], into: "b", named: "Time").refused(.unknownThing)
    given.next().sorts(["a"], into: "t", named: "Time").refused(.notActive)
  }

  @Test func `a cluster without things is not read, and keeps its name`() {
    let given = sorting().sorts(["a"], into: "t", named: "Time").sorts(["a"], into: nil).holds("themes", [])
    given.sorts(["b"], into: "t").holds("themes", ["Time"])
  }

  @Test func `there are no more clusters than at-most`() {
    sorting("at-most='1'").sorts(["a"], into: "t", named: "Time").sorts(["b"], into: "m", named: "Money").refused(
      .limit)
  }

  @Test func `undo puts things back, and takes away the cluster that was begun`() {
    let given = sorting().sorts(["a", "b"], into: "t", named: "Time").sorts(["b"], into: "m", named: "Money")
    given.when(.undo).holds("themes", ["Time"]).holds("themes/members", ["a", "b"])
    given.when(.undo).holds("themes", [])
  }

  @Test func `each group sorts for itself`() {
    let head = "<groupings><groups id='pairs' size='2'/></groupings>"
    let given = Given(
      step("ideas", collect("ideas")), step("sort", "<cluster of='ideas' into='themes'/>", with: "pairs"), head: head
    ).people("Aino", "Bo", "Chen", "Dina").adds("Aino", "a").next()
    given.sorts(["a"], into: "x", named: "Time", part: "pairs/1").sorts(
      ["a"], into: "y", named: "Cost", part: "pairs/2")
    given.holds("themes", ["Time", "Cost"]).holds("themes/members", ["a"])
    given.sorts(["a"], into: "x", part: "pairs/2").refused(.unknownThing)
  }

  @Test func `things in a cluster are read from inside a for-each`() {
    let each =
      "<for-each item-of='themes' as='theme'>\(step("pick", "<select from='theme/members' into='best'/>"))</for-each>"
    let given = Given(step("ideas", collect("ideas")), step("sort", "<cluster of='ideas' into='themes'/>"), each)
      .people("Aino").adds("Aino", "a").adds("Aino", "b").adds("Aino", "c").next()
      .sorts(["c"], into: "t", named: "Time").sorts(["b", "a"], into: "m", named: "Money").next()
    #expect(given.run?.ballot == [.entry("c")])
    #expect(given.next().run?.ballot == [.entry("b"), .entry("a")])
  }
}

@Suite struct LineageTests {
  private func ideas(_ more: String...) -> Given {
    let given = Given(([step("ideas", collect("ideas"))] + more).joined(separator: "\n")).people("Aino", "Bo")
    return given.adds("Aino", "a").adds("Bo", "b").adds("Bo", "c")
  }

  @Test func `a merge has a new id, and its parents retire but stay on record`() {
    let given = ideas().when(.merge(MergeEntries(id: "m", entries: ["a", "b"], fields: ["text": "a and b"])))
      .made("entryAdded", "entryRetired", "entryRetired").holds("ideas", ["c", "a and b"])
    #expect(given.entry("m")?.parents == ["a", "b"])
    #expect(given.entry("m")?.author == nil)
    #expect(given.entry("a")?.successors == ["m"])
    #expect(given.entry("a")?.isRetired == true)
  }

  @Test func `withdrawing a merge brings its parents back, and undo takes that back`() {
    let given = ideas().when(.merge(MergeEntries(id: "m", entries: ["a", "b"]))).when(.withdraw("m"))
    given.holds("ideas", ["a", "b", "c"]).when(.undo).holds("ideas", ["c", "a"])
    given.when(.undo).holds("ideas", ["a", "b", "c"])
  }

  @Test func `a split has an id for each part, and is undone as one`() {
    let parts = [SplitEntry.Part(id: "x", fields: ["text": "one"]), SplitEntry.Part(id: "y", fields: ["text": "two"])]
    let given = ideas().when(.split(SplitEntry(entry: "b", parts: parts))).holds("ideas", ["a", "c", "one", "two"])
    #expect(given.entry("x")?.author == "bo")
    given.when(.undo).holds("ideas", ["a", "b", "c"])
  }

  @Test func `what is one, gone, of two outcomes or another kind is not merged`() {
    let given = ideas(step("more", collect("others")))
    given.when(.merge(MergeEntries(id: "m", entries: ["a"]))).refused(.empty)
    given.when(.merge(MergeEntries(id: "b", entries: ["a", "c"]))).refused(.idReused)
    given.when(.withdraw("a")).when(.merge(MergeEntries(id: "m", entries: ["a", "b"]))).refused(.unknownThing)
    given.next().adds("Bo", "x").when(.merge(MergeEntries(id: "m", entries: ["b", "x"]))).refused(.unknownThing)
    given.when(.merge(MergeEntries(id: "m", entries: ["b", "c"])), by: .person("aino")).refused(.notYours)
  }

  @Test func `a merged thing stays in the clusters of its parents`() {
    let given = ideas(step("sort", "<cluster of='ideas' into='themes'/>")).next()
      .sorts(["a", "c"], into: "t", named: "Time").when(.merge(MergeEntries(id: "m", entries: ["b", "a"])))
    given.holds("themes/members", ["b", "c"])
    #expect(given.things("themes/members") == [.entry("m"), .entry("c")])
    given.when(.undo).holds("themes/members", ["a", "c"])
  }

  @Test func `clusters merge and split with what is in them`() {
    let given = ideas(step("sort", "<cluster of='ideas' into='themes'/>")).next()
      .sorts(["a"], into: "t", named: "Time").sorts(["b", "c"], into: "m", named: "Money")
      .when(.merge(MergeEntries(id: "x", entries: ["m", "t"]))).holds("themes", ["Money"])
      .holds("themes/members", ["b", "c", "a"])
    let parts = [
      SplitEntry.Part(id: "p", fields: [:]), SplitEntry.Part(id: "q", fields: ["text": "Rest"], things: [.entry("c")]),
    ]
    given.when(.split(SplitEntry(entry: "x", parts: parts))).holds("themes", ["Money", "Rest"])
    #expect(given.entry("p")?.members == [.entry("b"), .entry("a")])
    #expect(given.entry("q")?.members == [.entry("c")])
  }

  @Test func `points stay with the parents unless the merge carries them, summed per voter`() {
    let vote = step("vote", "<vote of='ideas' into='dots' budget='5'/>", with: "alone")
    func voted() -> Given {
      ideas(vote, step("after", collect("more"))).next().marks("Aino", "a", "2").marks("Aino", "b", "1")
        .marks("Bo", "c", "2").next()
    }
    let kept = voted().when(.merge(MergeEntries(id: "m", entries: ["a", "b"])))
    #expect(kept.engine.scores(of: SourceRef(name: "dots"), measure: .sum, kept.state, Scope())[.entry("m")] == nil)
    let carried = voted().when(.merge(MergeEntries(id: "m", entries: ["a", "b"], carries: true)))
    #expect(carried.engine.scores(of: SourceRef(name: "dots"), measure: .sum, carried.state, Scope())[.entry("m")] == 3)
    let most = Test(measure: .max, of: SourceRef(name: "dots"), subject: .word("m"), thresholds: [])
    #expect(carried.reading(.test(most)).value == 3)
    carried.holds("dots", ["a", "c"])
  }
}

@Suite struct ConnectTests {
  private func linking(_ more: String = "") -> Given {
    Given(step("causes", collect("causes")), step("link", "<connect of='causes' into='web' \(more)/>"))
      .people("Aino").adds("Aino", "a").adds("Aino", "b").adds("Aino", "c").adds("Aino", "d").next()
  }

  @Test func `links have ends, words and parts`() {
    let given = linking("links='causes helps'").links("a", "b", "causes").links("b", "c", "helps")
    given.holds("web", ["a", "b", "c", "d"]).holds("web/roots", ["a"]).holds("web/leaves", ["c"])
      .holds("web/orphans", ["d"]).holds("web/links", ["a → b (causes)", "b → c (helps)"])
    given.when(.link(LinkThings(id: "x", from: .entry("a"), to: .entry("b"), word: "causes"))).refused(.notUnique)
    given.links("a", "b", "helps").links("a", "c").refused(.valueInvalid)
    given.links("a", "zzz", "helps").refused(.unknownThing)
  }

  @Test func `a link is withdrawn and undone like an entry`() {
    let given = linking().links("a", "b").when(.withdraw("a-b")).holds("web/links", []).when(.undo)
    #expect(given.things("web/links") == [.entry("a-b")])
    given.when(.undo).holds("web/links", [])
  }

  @Test func `a tree takes no second parent, no circle and no link to itself`() {
    let given = linking("shape='tree'").links("a", "b").links("b", "c")
    given.links("d", "b").refused(.notATree)
    #expect(given.rejection?.message.contains("“b” hangs under “a” already") == true)
    given.links("c", "a").refused(.notATree)
    #expect(given.rejection?.message.contains("round in a circle") == true)
    given.links("d", "d").refused(.notATree)
    given.when(.withdraw("a-b")).links("d", "b").holds("web/roots", ["d"])
  }

  @Test func `a graph takes circles`() {
    linking().links("a", "b").links("b", "a").holds("web/roots", []).holds("web/orphans", ["c", "d"])
  }

  @Test func `a node that was merged keeps the links of both`() {
    let given = linking().links("a", "b").links("c", "d").when(.merge(MergeEntries(id: "m", entries: ["b", "c"])))
    #expect(given.things("web/leaves") == [.entry("d")])
    #expect(given.things("web/roots") == [.entry("a")])
  }
}
