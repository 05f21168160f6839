internal import MethodModel
package import SessionEngine

extension Record {
  /// An outcome of this record for a later session that is compared with it; `nil` when it has none of that name.
  ///
  /// Things that count, each with its words and fields, and the newest figures over the marks on it.
  package func earlier(_ name: String, session: String) -> EarlierOutcome? {
    guard let outcome = outcomes.first(where: { $0.id == name }) else { return nil }
    var things = outcome.entries.filter(\.counts).map { entry in
      EarlierOutcome.Thing(id: entry.id, label: entry.text, fields: entry.fields)
    }
    for selection in outcome.selections where selection.counts { things += selection.taken.map(Self.thing) }
    for decision in outcome.decisions where decision.counts { things += decision.winners.map(Self.thing) }
    let askings = outcome.ballots.lazy.filter(\.counts).flatMap(\.statistics)
    things += askings.standing(with: outcome.figures).map { row in
      var thing = Self.thing(row.thing)
      if let criterion = row.criterion { (thing.id, thing.label) = (criterion, criterion) }
      thing.figures = row.figures
      return thing
    }
    let rated = outcome.ballots.last { $0.counts && $0.kind == .rating }
    var seen: Set<String> = []
    return EarlierOutcome(
      session: session, method: "\(method.id) \(method.version)",
      things: things.reversed().filter { !$0.id.isEmpty && seen.insert($0.id).inserted }.reversed(),
      withheld: outcome.withheld.reduce(0) { $0 + $1.count },
      scale: rated.map { $0.answers.compactMap { $0.number?.number }.sorted() })
  }

  /// Known by the word that its kind and source stand before: `need` for `value:indicators/need`.
  private static func thing(_ record: ThingRecord) -> EarlierOutcome.Thing {
    let word = (record.id ?? "").split(separator: ":", maxSplits: 1).last?.split(separator: "/").last
    return EarlierOutcome.Thing(id: word.map { String($0) } ?? "", label: record.label ?? "")
  }
}

extension BallotRecord.Statistics {
  /// By the names of the measures.
  fileprivate var figures: [String: Number] {
    let named = [
      ("median", median), ("mean", mean), ("min", min), ("max", max), ("spread", spread), ("sum", sum),
    ]
    return Dictionary(uniqueKeysWithValues: named.compactMap { name, figure in figure.map { (name, $0.number) } })
  }
}
