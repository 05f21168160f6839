import Diagnostics
import MethodModel

/// DOT0508, DOT0805: where people take turns, somebody has one, and the shortest round fits into the step.
enum TakenTurns: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .step && tree.value(.voice, of: id) == "turns" {
      if checkSomebody(id, facts, &log) { checkLength(id, facts, &log) }
    }
  }

  private static func checkSomebody(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) -> Bool {
    let tree = facts.tree
    if let with = tree.attribute(.with, of: id), with.value == "alone" {
      log.error(
        .emptyTurns, "everybody works alone here, so nobody waits for a turn", at: with.valueRange,
        help: "leave voice out, or with")
      return false
    }
    let silent = tree.names(.silent, of: id)
    let listening = tree.names(.listens, of: id)
    if let order = tree.attribute(.order, of: id) {
      for (word, offset) in words(of: order.value) where (silent + listening).contains(word) {
        let isSilent = silent.contains(word)
        log.error(
          .emptyTurns, "`\(word)` has a turn here and \(isSilent ? "must be silent" : "only listens")",
          at: tree.range(of: offset..<offset + word.utf8.count, in: order),
          help: "take it out of order, or of \(isSilent ? "silent" : "listens")")
        return false
      }
    }
    guard let attribute = tree.attribute(.silent, of: id) ?? tree.attribute(.listens, of: id),
      isEverybody(silent + listening, facts)
    else { return true }
    log.error(
      .emptyTurns, "everybody must be silent here, so nobody has a turn", at: attribute.valueRange,
      help: "leave somebody out of silent and listens, or write voice=\"silent\"")
    return false
  }

  /// Whether a role takes everybody, and must be silent: the rest, where no other role takes people away.
  private static func isEverybody(_ silent: [String], _ facts: MethodFacts) -> Bool {
    let roles = facts.tree.child(.roles, of: .root).map { Array(facts.tree.children(of: $0)) } ?? []
    let names = roles.compactMap { facts.tree.value(.id, of: $0) }
    return silent.contains { name in
      facts.names.definitions[name].map { facts.tree.value(.filled, of: $0.node) == "rest" } ?? false
    } && names.allSatisfy { silent.contains($0) }
  }

  /// Every round takes a turn of each; even the fewest people must get round.
  private static func checkLength(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.turn, of: id), let turn = facts.duration(.turn, of: id),
      let time = tree.value(.time, of: id), let formula = try? DurationForm.time(time),
      !formula.grows, Audience.isRoom(id, facts), let fewest = facts.participants.map(\.lowerBound).min(),
      let speakers = speakers(in: id, of: fewest, facts),
      let seconds = facts.longest(formula, at: id, fewest), turn * speakers > seconds
    else { return }
    guard turn * speakers > facts.duration(.longest, of: id) ?? seconds else { return }
    let who = speakers == fewest ? "\(fewest) people" : "\(speakers) who speak of \(fewest) people"
    log.warning(
      .turnsTooLong,
      "turns of \(DurationForm.text(turn)) take \(DurationForm.text(turn * speakers)) with \(who),"
        + " and the step has \(DurationForm.text(seconds))", at: attribute.valueRange,
      help: "write time=\"\(DurationForm.text(turn)) per person\", or shorter turns")
  }

  /// Who surely speaks, of so many people: those named in order, and the others where they are meant; `nil` where it is
  /// groups, or hangs on the list.
  private static func speakers(in id: MethodTree.ID, of people: Int, _ facts: MethodFacts) -> Int? {
    let tree = facts.tree
    let units = tree.children(of: id).compactMap { tree.value(.per, of: $0) }
    guard units.allSatisfy({ $0 == "person" || $0 == "room" }) else { return nil }
    let count = PeopleCount(facts: facts)
    func together(_ roles: [String]) -> Int? {
      roles.reduce(0) { sum, role in
        guard let sum else { return nil }
        return count.holders(of: role, people).map { sum + $0 }
      }
    }
    let order = tree.names(.order, of: id)
    // Whoever writes an order without the others may mean these only.
    if !order.isEmpty, !order.contains("everyone") { return together(order) }
    return together(tree.names(.silent, of: id) + tree.names(.listens, of: id)).map { max(0, people - $0) }
  }

  static let explanations = [
    Explanation(
      .emptyTurns, title: "turns that nobody has",
      what: "People are to take turns, and whoever would have one must be silent, or everybody works alone.",
      why: "The step would wait for a voice that is not allowed.", example: .emptyTurns,
      remedy: "Take somebody out of silent or listens, or leave voice=\"turns\" out."),
    Explanation(
      .turnsTooLong, title: "turns that do not fit into their step",
      what: "Even with the fewest people that the method is made for, one turn of each takes longer than the step.",
      why: "Whoever comes last would never be heard.", example: .turnsTooLong,
      remedy: "Let the time grow with the people (2m per person), or give shorter turns."),
  ]
}

extension TimeFormula {
  /// Whether it takes longer with more people, groups or things: what grows may stand for fewer turns than people.
  fileprivate var grows: Bool {
    guard case .sum(let terms, _) = self else { return false }
    return terms.contains { $0.per != nil }
  }
}
