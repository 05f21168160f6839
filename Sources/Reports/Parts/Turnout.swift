internal import Outcomes

extension Desk {
  /// “5 of 6 answered.”; where askings differ, each with its things: “5 of 6 answered: tea; cake. 6 of 6 answered: juice.”
  func turnout(of ballots: [BallotRecord]) -> String {
    var order: [String] = []
    var things: [String: [ThingRecord]] = [:]
    for ballot in ballots {
      let said = words.turnout(ballot.answered, of: ballot.present)
      if things[said] == nil { order.append(said) }
      things[said, default: []] += ballot.statistics.filter(\.newest).map(\.thing)
    }
    guard order.count > 1 else { return (order.first ?? "") + "." }
    return order.map { words.phrase("bar", $0, words.things((things[$0] ?? []).uniqued)) + "." }
      .joined(separator: " ")
  }
}
