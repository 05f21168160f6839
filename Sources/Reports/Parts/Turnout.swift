internal import MethodModel
internal import Outcomes

extension Desk {
  /// “5 of 6 answered.”; where askings differ, each with its things: “5 of 6 answered: tea; cake. 6 of 6 answered: juice.”
  /// Where they were about the same things, which count together: “3 of 3 answered. 1 of 1 answered.”
  func turnout(of ballots: [BallotRecord]) -> String {
    var order: [String] = []
    var things: [String: [ThingRecord]] = [:]
    for ballot in ballots {
      let said = words.turnout(ballot.answered, of: ballot.present)
      if things[said] == nil { order.append(said) }
      things[said, default: []] += ballot.statistics.filter(\.newest).map(\.thing)
    }
    guard order.count > 1 else { return (order.first ?? "") + "." }
    let all = things.values.joined()
    guard Set(all).count == all.count else { return order.map { $0 + "." }.joined(separator: " ") }
    return order.map { words.phrase("bar", $0, words.things((things[$0] ?? []).uniqued)) + "." }
      .joined(separator: " ")
  }
}
