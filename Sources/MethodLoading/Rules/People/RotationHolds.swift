import Diagnostics
import MethodModel

/// DOT0505: a rotation can keep what it promises.
enum RotationHolds: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let count = PeopleCount(facts: facts)
    for id in facts.tree.all where facts.tree.name(of: id) == .rotate {
      guard let manner = manner(of: id, facts) else { continue }
      if checkAttributes(id, manner, facts, &log) { checkNumbers(id, manner, count, &log) }
    }
  }

  /// What goes round; `nil` when a name is unknown, which is another finding.
  private static func manner(of id: MethodTree.ID, _ facts: MethodFacts) -> RotationGuarantee.Manner? {
    guard let move = facts.tree.source(.move, of: id) else { return nil }
    switch facts.meaning(of: move.name, at: id) {
    case .people: return .people
    case .defined(let definition):
      switch definition.kind {
      case .grouping: return .groups
      case .role: return .role
      default: return .things
      }
    case .subject: return .things
    default: return nil
    }
  }

  // MARK: What goes through what

  private static func checkAttributes(
    _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner, _ facts: MethodFacts, _ log: inout FindingLog
  ) -> Bool {
    guard let through = facts.tree.attribute(.through, of: id), let source = facts.tree.source(.through, of: id) else {
      return false
    }
    let isGrouping = PeopleCount(facts: facts).node(of: source.name) != nil
    let isOfPeople = isGrouping || source.name == "people"
    switch manner {
    case .role where !isGrouping:
      log.error(
        .rotationImpossible, "a role goes through the members of groups, and `\(source)` is no set of groups",
        at: through.valueRange, help: "name a set of groups, as in through=\"trios\"")
    case .things where !isOfPeople:
      log.error(
        .rotationImpossible, "things go through hands, and `\(source)` is neither groups nor `people`",
        at: through.valueRange, help: "write through=\"people\" or a set of groups, or let groups move through them")
    case .people where isOfPeople:
      log.error(
        .rotationImpossible, "people scatter over places, and `\(source)` is made of people", at: through.valueRange,
        help: facts.tree.has(.stay, of: id)
          ? "name a list of places or things made in the session: there is one place for each who stays"
          : "name a list or things made in the session; new groups alone need no rotation, only formed=\"each-time\"")
    case .role:
      checkHolders(id, facts, &log)
      checkOthers(id, facts, &log)
      checkAlong(id, facts, &log)
      return checkOwn(id, manner, facts, &log)
    default: return checkOwn(id, manner, facts, &log)
    }
    return false
  }

  /// Each member of a group gets the role in turn, so that somebody who holds nothing else cannot keep it.
  private static func checkHolders(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let move = facts.tree.attribute(.move, of: id), let role = facts.names.definitions[move.value],
      facts.tree.isYes(.exclusive, of: role.node)
    else { return }
    log.error(
      .rotationImpossible,
      "`\(move.value)` is for people without another role (exclusive=\"yes\"), and every member of the groups gets it in turn",
      at: move.valueRange,
      help:
        "for people who go from group to group, make groups of them (by=\"\(move.value)\" size=\"1\") and let those move",
      see: .init("the role", at: role.range))
  }

  /// What goes along are other roles, each once, and none that stands alone.
  private static func checkAlong(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard let along = facts.tree.attribute(.along, of: id), along.isSound,
      var seen = facts.tree.value(.move, of: id).map({ [$0] })
    else { return }
    for (word, offset) in words(of: along.value) {
      let range = facts.tree.range(of: offset..<offset + word.utf8.count, in: along)
      if seen.contains(word) {
        log.error(.rotationImpossible, "`\(word)` goes round here already", at: range, help: "name each role once")
      } else if let role = facts.names.definitions[word], facts.tree.isYes(.exclusive, of: role.node) {
        log.error(
          .rotationImpossible,
          "`\(word)` is for people without another role (exclusive=\"yes\"), and every member of the groups gets it in turn",
          at: range, help: "leave exclusive out", see: .init("the role", at: role.range))
      }
      seen.append(word)
    }
  }

  /// Nor can the members of the groups keep another role of that kind, unless it is drawn and can be drawn anew.
  private static func checkOthers(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let move = tree.attribute(.move, of: id), let through = tree.source(.through, of: id),
      let set = facts.names.definitions[through.name], tree.value(.by, of: set.node) == nil
    else { return }
    for role in tree.all where tree.name(of: role) == .role && tree.isYes(.exclusive, of: role) {
      let name = tree.value(.id, of: role) ?? ""
      guard name != move.value, !tree.names(.along, of: id).contains(name),
        !["drawn", "rest"].contains(tree.value(.filled, of: role))
      else { continue }
      log.error(
        .rotationImpossible,
        "`\(move.value)` comes to every member of the groups, and `\(name)` goes with no other role (exclusive=\"yes\")",
        at: move.valueRange,
        help: "make groups of those without it (by=\"…\"), let it be drawn, or leave exclusive out",
        see: .init("the other role", at: tree.nameRange(of: role)))
    }
  }

  private static func checkOwn(
    _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner, _ facts: MethodFacts, _ log: inout FindingLog
  ) -> Bool {
    if manner != .role, let along = facts.tree.attribute(.along, of: id) {
      log.error(
        .rotationImpossible, "roles go along with a role only, and `\(facts.tree.value(.move, of: id) ?? "")` is none",
        at: along.valueRange, help: "name one of the roles in move, or leave along out")
      return false
    }
    if manner == .role || manner == .people, let never = facts.tree.attribute(.never, of: id) {
      log.error(
        .rotationImpossible, "never=\"own\" says nothing where \(manner == .role ? "a role goes" : "people go") round",
        at: never.valueRange, help: "leave it out")
      return false
    }
    if manner == .role || manner == .things, let stay = facts.tree.attribute(.stay, of: id) {
      log.error(
        .rotationImpossible, "nobody stays where \(manner == .role ? "a role goes" : "things go") round",
        at: stay.valueRange, help: "leave it out")
      return false
    }
    return true
  }

  // MARK: Numbers

  private static func checkNumbers(
    _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner, _ count: PeopleCount, _ log: inout FindingLog
  ) {
    var again: [Int: [Int]] = [:]
    var home: [Int] = []
    var waiting: [Int] = []
    var nothing: [Int] = []
    var nowhere: [Int] = []
    for people in count.facts.participants.joined() {
      for circle in count.circles(around: id, of: people) ?? [] {
        guard let guarantee = guarantee(id, manner, circle, count) else { continue }
        if guarantee.movers > 0, guarantee.places > 0, guarantee.laps > 0, guarantee.visits == 0, manner != .role {
          nowhere.append(people)
        }
        for breach in guarantee.breaches {
          switch breach {
          case .comesAgain(let lap): again[lap, default: []].append(people)
          case .comesHome: home.append(people)
          case .waits: waiting.append(people)
          case .nothing: nothing.append(people)
          }
        }
      }
    }
    reportNothing(nothing, id, count.facts, &log)
    reportNowhere(nowhere, id, manner, count.facts, &log)
    waiting.removeAll { nowhere.contains($0) }
    report(again, home, waiting, id, manner, count.facts, &log)
  }

  private static func guarantee(
    _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner, _ people: Int, _ count: PeopleCount
  ) -> RotationGuarantee? {
    let tree = count.facts.tree
    guard let move = tree.source(.move, of: id), let through = tree.source(.through, of: id) else { return nil }
    let rounds = count.facts.whole(.rounds, of: id)
    switch manner {
    case .role:
      guard case .sizes(let sizes) = count.groups(of: through.name, people), let largest = sizes.max() else {
        return nil
      }
      return RotationGuarantee(manner: .role, movers: sizes.count, places: largest, laps: rounds)
    case .groups, .things:
      guard let movers = number(of: move, at: id, people, count),
        let places = number(of: through, at: id, people, count)
      else { return nil }
      // One group that could only visit itself goes nowhere.
      if move.name == through.name, movers == 1 { return RotationGuarantee(manner: manner, movers: 0, places: 0) }
      return RotationGuarantee(
        manner: manner, movers: movers, places: places, laps: rounds, isNeverOwn: tree.value(.never, of: id) == "own")
    case .people: return nil
    }
  }

  /// Also of groups that only the holders of a role are in, where these are people of the room.
  private static func number(
    of source: SourceRef, at id: MethodTree.ID, _ people: Int, _ count: PeopleCount
  ) -> Int? {
    count.count(of: source, at: id, people)
      ?? (Audience.isRoom(id, count.facts) ? count.groupsOfHolders(in: source.name, people) : nil)
  }

  private static func reportNowhere(
    _ people: [Int], _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    guard !people.isEmpty else { return }
    log.warning(
      .rotationImpossible,
      "with \(listed(people)) people some \(manner == .things ? "things come into no hands" : "groups come nowhere"): they wait in every lap",
      at: facts.tree.attribute(.rounds, of: id)?.valueRange ?? facts.tree.nameRange(of: id),
      help: "give more places, raise rounds or leave it out, or leave those numbers out of people at <fit>")
  }

  private static func reportNothing(
    _ people: [Int], _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard !people.isEmpty else { return }
    log.warning(
      .rotationImpossible, "with \(listed(people)) people nothing goes round: there is no other place to go to",
      at: (facts.tree.attribute(.move, of: id)?.valueRange) ?? facts.tree.nameRange(of: id),
      help: "form smaller groups, add places, or leave those numbers out of people at <fit>")
  }

  private static func report(
    _ again: [Int: [Int]], _ home: [Int], _ waiting: [Int], _ id: MethodTree.ID, _ manner: RotationGuarantee.Manner,
    _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let range = facts.tree.attribute(.rounds, of: id)?.valueRange ?? facts.tree.nameRange(of: id)
    if !again.isEmpty {
      let what = manner == .role ? "somebody has the role again" : "places come again"
      log.error(
        .rotationImpossible, listed(fromLap: again, what), at: range,
        help: "lower rounds, or leave it out: then there are as many as places, hands or members")
    }
    if !home.isEmpty {
      log.error(
        .rotationImpossible,
        "with \(listed(home)) people the last lap would bring \(manner == .groups ? "groups back to their own places" : "things back to their authors")",
        at: range, help: "lower rounds by one, or leave it out")
    }
    if !waiting.isEmpty {
      let what = manner == .things ? "things than hands" : "groups than places"
      log.warning(
        .rotationImpossible, "with \(listed(waiting)) people there are more \(what), so some wait in each lap",
        at: range,
        help: "give more places, larger groups, or leave those numbers out of people at <fit>")
    }
  }

  static let explanations = [
    Explanation(
      .rotationImpossible, title: "a rotation that cannot keep its promise",
      what: "A rotation is asked for more than there is: more laps than places, so that a place comes again; a last lap"
        + " that brings things home though they never may; more groups than places (as a warning: some wait, or come nowhere); or"
        + " something goes through what it cannot go through.",
      why: "What a rotation promises (each group visits each station once) is told to the room.",
      example: .rotationImpossible,
      remedy: "Lower rounds or leave it out, add places, or form larger groups.")
  ]
}
