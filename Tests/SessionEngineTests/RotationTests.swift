import MethodModel
import SessionEngine
import Testing

/// Groups, things, a role and people that go round in a session.
@Suite struct RotationTests {
  private let names = [
    "Aino", "Bo", "Chen", "Dina", "Eero", "Fatima", "Gus", "Hana", "Ines", "Jan", "Kai", "Lea", "Mei", "Nils",
  ]
  private let stations =
    "<lists><list id='stations'><value id='a'/><value id='b'/><value id='c'/><value id='d'/></list></lists>"

  private func given(_ count: Int, _ head: String, _ agenda: String...) -> Given {
    Given(load(agenda: agenda.joined(), head: head, fit: "4..500")).people(Array(names.prefix(count)))
  }

  private func rotate(_ more: String, _ body: String...) -> String {
    "<rotate id='round' \(more)>\(body.joined())</rotate>"
  }

  private func pairs(_ more: String = "") -> String {
    "<groupings><groups id='pairs' size='2' \(more)/></groupings>\(stations)"
  }

  private func places(_ given: Given) -> [String: ThingRef?] {
    Dictionary(
      (given.open?.parts ?? []).map { ($0.key, $0.at?["round"]) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Groups go round

  @Test func `each group visits each station once, and what it writes is tagged with the station`() {
    let given = given(
      8, pairs(), rotate("move='pairs' through='stations' as='station'", step("talk", collect("notes"))), step("last"))
    given.start()
    var visited: [String: Set<ThingRef?>] = [:]
    for lap in 1...4 {
      given.stands("talk")
      let places = places(given)
      #expect(places.count == 4 && Set(places.values).count == 4, "lap \(lap)")
      for (group, place) in places { visited[group, default: []].insert(place) }
      given.adds("Aino", "note \(lap)").next()
    }
    given.stands("last")
    #expect(visited.values.allSatisfy { $0.count == 4 })
    let entries = given.state.outcomes["notes"]?.entries ?? []
    #expect(entries.count == 4 && Set(entries.map { $0.at["round"] }).count == 4)
    #expect(given.state.outcomes["notes"]?.rounds == 1)
  }

  @Test func `more stations than rounds are said in words`() {
    let given = given(8, pairs(), rotate("move='pairs' through='stations' rounds='3'", step("talk")), step("last"))
      .start()
    let view = given.engine.view(given.state, for: .host, elapsed: 0)
    #expect(view.rotations.first?.guarantee == ["each group visits 3 of the 4 stations"])
    #expect(view.rotations.first?.laps == 3 && view.rotations.first?.lap == 1)
    #expect(view.rotations.first?.next.count == 4)
    #expect(view.place.laps == ["lap 1 of 3"])
    given.next().next().next().stands("last")
  }

  @Test func `what lies at a station is put up to who comes there, and nothing else`() throws {
    let given = given(
      8, pairs(),
      rotate(
        "move='pairs' through='stations'", step("look", "<select from='notes' into='picked' at-most='1'/>"),
        step("talk", collect("notes"))))
    given.start().next()
    for part in given.open?.parts ?? [] {
      given.adds(given.state.roster[part.members[0]]?.name, "of \(part.key)")
    }
    given.next().stands("look")
    let run = try #require(given.open?.runs.last)
    #expect(run.ballot.count == 4)
    for part in given.open?.parts ?? [] {
      let offered = given.engine.offered(in: run, to: .part(part.key), given.state)
      #expect(offered.count == 1)
      let entry = given.state.outcomes["notes"]?.entries.first { .entry($0.id) == offered.first }
      #expect(entry?.at["round"] == part.at?["round"] && entry?.unit != .part(part.key))
      given.when(.choose(ChooseThings(part: part.key, things: offered)))
      let other = run.ballot.first { !offered.contains($0) }
      given.when(.choose(ChooseThings(part: part.key, things: [other].compactMap { $0 }))).refused(.unknownThing)
    }
  }

  @Test func `a changeover is a pause of its own that shows who goes where`() {
    let given = given(
      8, pairs(), rotate("move='pairs' through='stations' rounds='2' changeover='2m'", step("talk", time: "10m")),
      step("last", time: "5m")
    ).start()
    #expect(given.state.start?.agreedEnd == 27 * 60)
    given.next().stands("Changeover")
    #expect(given.open?.planned == 120)
    #expect(given.engine.view(given.state, for: .host, elapsed: 0).rotations.first?.lap == 2)
    given.next().stands("talk").next().stands("last")
  }

  @Test func `more groups than stations take turns in waiting`() {
    let given = given(10, pairs(), rotate("move='pairs' through='stations'", step("talk")), step("last")).start()
    for _ in 1...5 {
      #expect(given.open?.parts.count == 4)
      given.next()
    }
    given.stands("last")
  }

  @Test func `a host of each group stays at the station where it began`() {
    let head = "<roles><role id='keeper' people='4'/></roles>" + pairs("match=''").replacing(" match=''", with: "")
    let given = given(
      12, head.replacing("size='2'", with: "size='3'"),
      rotate("move='pairs' through='stations' stay='keeper'", step("talk")))
    given.setup { $0.roles = ["keeper": ["aino", "bo", "chen", "dina"]] }.start()
    func station(_ person: PersonID) -> ThingRef? {
      given.open?.parts.first { $0.members.contains(person) }?.at?["round"]
    }
    let first = station("aino")
    given.next()
    #expect(station("aino") == first && first != nil)
  }

  // MARK: Things go through hands

  private let sheets = step("start", collect("sheets", "exactly='1'"), with: "alone")

  @Test func `sheets go from hand to hand and begin with their author`() {
    let given = given(
      5, "", sheets,
      rotate("move='sheets' through='people' as='sheet'", step("write", collect("ideas"), with: "alone")), step("last"))
    given.start()
    for name in names.prefix(5) { given.adds(name, "sheet of \(name)") }
    given.next()
    var seen: [String: Set<ThingRef?>] = [:]
    for lap in 1...5 {
      given.stands("write")
      for (person, sheet) in places(given) {
        if lap == 1 {
          let author = (sheet ?? nil)?.entry.flatMap { given.state.outcomes["sheets"]?[$0]?.author }
          #expect(author?.raw == person)
        }
        seen[person, default: []].insert(sheet)
      }
      given.next()
    }
    given.stands("last")
    #expect(seen.values.allSatisfy { $0.count == 5 } && seen.count == 5)
  }

  /// Each ring once had the sheets of the whole room to pass on, and a room of 24 went round 20 times.
  @Test func `sheets stay in their ring, and go round as often as the largest ring has hands`() {
    let rings = "<groupings><groups id='rings' size='2..6' ideal='6'/></groupings>"
    let write = rotate("move='sheets' through='people' as='sheet'", step("write", collect("ideas"), with: "alone"))
    let given = given(11, rings, "<phase id='in-rings' with='rings'>\(sheets)\(write)</phase>", step("last")).start()
    for name in names.prefix(11) { given.adds(name, "sheet of \(name)") }
    given.next()
    let home = Dictionary(
      uniqueKeysWithValues: (given.open?.parts ?? []).map { ($0.key, $0.circles["in-rings"]) })
    for lap in 1...6 {
      given.stands("write")
      for (person, sheet) in places(given) {
        let author = (sheet ?? nil)?.entry.flatMap { given.state.outcomes["sheets"]?[$0]?.author }
        #expect(home[author?.raw ?? ""] == home[person], "lap \(lap): \(person)")
      }
      given.next()
    }
    given.stands("last")
  }

  @Test func `sheets of other rings once put a session behind its plan`() {
    let rings = "<groupings><groups id='rings' size='4'/></groupings>"
    let write = rotate("move='sheets' through='people' as='sheet'", step("write", collect("ideas"), with: "alone"))
    let given = given(8, rings, "<phase id='in-rings' with='rings'>\(sheets)\(write)</phase>").start()
    #expect(given.view().time.behind == 0)
    for name in names.prefix(8) {
      given.adds(name, "sheet of \(name)")
      #expect(given.view().time.behind == 0, "after \(name)")
    }
    given.next()
    #expect(given.view().time.behind <= 0)
  }

  @Test func `only who holds the sheet and who wrote on it sees what is written there`() throws {
    let given = given(
      4, "", sheets, rotate("move='sheets' through='people' as='sheet'", step("write", collect("ideas"), with: "alone"))
    )
    given.start()
    for name in names.prefix(4) { given.adds(name, "sheet of \(name)") }
    given.next().adds("Aino", "first").next()
    let entry = try #require(given.state.outcomes["ideas"]?.entries.first)
    let holder = try #require(given.open?.parts.first { $0.at?["round"] == entry.at["round"] }?.members.first)
    #expect(holder != "aino")
    #expect(given.engine.sight(of: entry, given.state, for: .person(holder)) == .named)
    #expect(given.engine.sight(of: entry, given.state, for: .person("aino")) == .named)
    let others = given.state.roster.people.map(\.id).filter { $0 != holder && $0 != "aino" }
    for other in others { #expect(given.engine.sight(of: entry, given.state, for: .person(other)) == .counted) }
    #expect(given.engine.sight(of: entry, given.state, for: .host) == .counted)
  }

  @Test func `cards are scored by strangers, and the laps count together`() throws {
    let given = given(
      5, fiveScale, sheets,
      rotate(
        "move='sheets' through='people' as='card' never='own' rounds='3'",
        step("score", "<rate of='card' scale='five' into='scores'/>", with: "alone")),
      step("last", "<select from='sheets' into='best' top='1' ranked-by='scores' measure='sum'/>"))
    given.start()
    for name in names.prefix(5) { given.adds(name, "card of \(name)") }
    given.next()
    for _ in 1...3 {
      for part in given.open?.parts ?? [] {
        let card = try #require(part.at?["round"])
        let author = card.entry.flatMap { given.state.outcomes["sheets"]?[$0]?.author }
        #expect(author?.raw != part.key)
        let points = author == "chen" ? "5" : "2"
        given.when(.mark(SetMark(unit: .person(PersonID(part.key)), thing: card, value: points)))
        let other = try #require(given.open?.runs.last?.ballot.first { $0 != card })
        given.when(.mark(SetMark(unit: .person(PersonID(part.key)), thing: other, value: "1"))).refused(.unknownThing)
      }
      given.next()
    }
    given.stands("last")
    #expect(given.labels("best") == ["card of Chen"])
    let scores = given.engine.scores(of: SourceRef(name: "scores"), measure: .sum, given.state, Scope())
    #expect(scores.values.compactMap { $0 }.max() == 15)
  }

  // MARK: A role and people

  @Test func `a role goes through the members of each group, and small groups are free at the end`() {
    let head = "<roles><role id='client'/></roles><groupings><groups id='trios' size='2..4'/></groupings>"
    let given = given(7, head, rotate("move='client' through='trios' as='client-now'", step("ask")), step("last"))
      .start()
    var held: [PersonID] = []
    for lap in 1...4 {
      let now = given.state.roles["client", default: []]
      #expect(now.count == (lap < 4 ? 2 : 1))
      #expect(given.open?.parts.count == now.count)
      held += now
      given.next()
    }
    given.stands("last")
    #expect(Set(held).count == 7 && held.count == 7)
    #expect(given.state.roles["client", default: []] == [])
  }

  @Test func `several roles go round together, and go on when somebody leaves`() {
    let head = """
      <roles><role id='leader' per='group'/><role id='scribe' per='group'/></roles>
      <groupings><groups id='fours' size='2..4'/></groupings>
      """
    let given = given(4, head, rotate("move='leader' along='scribe' through='fours'", step("work")), step("last"))
      .start()
    var had: [String: [PersonID]] = [:]
    func note() {
      let now = ["leader", "scribe"].map { role in given.state.roles[role, default: []] }
      #expect(now.allSatisfy { $0.count == 1 } && now[0] != now[1])
      for (role, people) in zip(["leader", "scribe"], now) { had[role, default: []] += people }
    }
    note()
    let first = given.state.roles["leader", default: []][0]
    given.when(.leave(first)).next()
    for _ in 2...4 {
      given.stands("work")
      note()
      given.next()
    }
    given.stands("last")
    #expect(given.state.roles["leader", default: []].isEmpty && given.state.roles["scribe", default: []].isEmpty)
    #expect(Set(had["leader"] ?? []).count == 4)
  }

  @Test func `who was drawn for a role that goes with no other held it beside the one that came round`() {
    let head = """
      <roles><role id='client'/><role id='adviser' per='group' exclusive='yes' filled='drawn'/></roles>
      <groupings><groups id='trios' size='2..3'/></groupings>
      """
    let ask = step("ask", "<do role='adviser'>Watch.</do>")
    let given = given(6, head, rotate("move='client' through='trios' as='client-now'", ask), step("last")).start()
    for _ in 1...3 {
      let (clients, advisers) = (given.state.roles["client", default: []], given.state.roles["adviser", default: []])
      #expect(clients.count == 2 && advisers.count == 2 && Set(clients).isDisjoint(with: advisers))
      given.next()
    }
    given.stands("last")
  }

  @Test func `people scatter over tables in new company while hosts stay`() {
    let head = "<roles><role id='keeper' people='4'/></roles>\(stations)"
    let given = given(
      14, head, rotate("move='people' through='stations' stay='keeper' rounds='3'", step("talk", collect("notes"))))
    given.setup { $0.roles = ["keeper": ["aino", "bo", "chen", "dina"]] }.start()
    var met: [[PersonID]] = []
    for lap in 1...3 {
      let parts = given.open?.parts ?? []
      #expect(parts.map(\.members.count).sorted() == [3, 3, 4, 4])
      #expect(parts.flatMap(\.members).count == 14)
      for host in ["aino", "bo", "chen", "dina"] as [PersonID] {
        #expect(parts.count { $0.members.contains(host) } == 1)
      }
      for part in parts {
        let moving = part.members.filter { !["aino", "bo", "chen", "dina"].contains($0) }
        for (index, one) in moving.enumerated() {
          for other in moving.dropFirst(index + 1) { met.append([one, other].sorted()) }
        }
      }
      if lap < 3 { #expect(Set(met).count == met.count, "somebody met a partner twice while it could be avoided") }
      given.next()
    }
    #expect(met.count - Set(met).count <= 2, "in the third lap hardly anybody meets a partner again")
  }

  // MARK: Repair

  @Test func `who leaves with a sheet to come is left out from the next lap on`() {
    let given = given(
      5, "", sheets, rotate("move='sheets' through='people' as='sheet' never='own'", step("write", with: "alone")),
      step("last"))
    given.start()
    for name in names.prefix(5) { given.adds(name, "sheet of \(name)") }
    given.next().leaves("Chen")
    var held: [String: [ThingRef]] = [:]
    for _ in 2...4 {
      given.next()
      #expect((3...4).contains(given.open?.parts.count ?? 0))
      for (person, sheet) in places(given) {
        if let thing = sheet { held[person, default: []].append(thing) }
      }
    }
    #expect(held["chen"] == nil)
    for (person, things) in held {
      #expect(Set(things).count == things.count, "\(person) got a sheet twice")
      for thing in things {
        #expect(thing.entry.flatMap { given.state.outcomes["sheets"]?[$0]?.author?.raw } != person)
      }
    }
    given.next().stands("last")
  }

  @Test func `who comes late to tables sits down at once and goes round with the others`() {
    let given = given(
      12, stations, rotate("move='people' through='stations' rounds='3'", step("talk", collect("notes")))
    ).start()
    given.arrives("Mei").adds("Mei", "hello")
    for _ in 1...3 {
      #expect(given.open?.parts.flatMap(\.members).contains("mei") == true)
      #expect(given.open?.parts.map(\.members.count).sorted() == [3, 3, 3, 4])
      given.next()
    }
  }

  @Test func `a group whose last member leaves is missed at its stations and nowhere else`() throws {
    let given = given(8, pairs(), rotate("move='pairs' through='stations'", step("talk")), step("last")).start()
    let gone = try #require(given.open?.parts.first)
    for person in gone.members { given.when(.leave(person)) }
    var visited: [String: Set<ThingRef?>] = [:]
    for lap in 1...4 {
      if lap > 1 { #expect(given.open?.parts.count == 3) }
      for (group, place) in places(given) { visited[group, default: []].insert(place) }
      given.next()
    }
    visited[gone.key] = nil
    #expect(visited.values.allSatisfy { $0.count == 4 } && visited.count == 3)
    given.stands("last")
  }

  @Test func `groups that are going round are not formed anew`() {
    given(8, pairs(), rotate("move='pairs' through='stations'", step("talk"))).start()
      .when(.form(set: "pairs")).refused(.cannotForm)
  }

  @Test func `nothing to go round is refused where the session stands`() {
    given(4, "", step("start", collect("sheets")), rotate("move='sheets' through='people'", step("write"))).start()
      .next().refused(.cannotForm).stands("start")
  }
}
