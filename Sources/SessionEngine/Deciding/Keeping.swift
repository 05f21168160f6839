import MethodModel

extension Decision {
  /// Lets everything in an outcome count that rests on something replaced, until that is replaced once more.
  mutating func keep(_ outcome: String) throws(Rejection) {
    try requireHost()
    let stale = engine.stale(state)
    let found = stale.filter { $0.outcome == outcome }
    guard !found.isEmpty else {
      let known = stale.map(\.outcome).uniqued.joined(separator: ", ")
      throw Rejection(
        .unknownThing,
        known.isEmpty
          ? "nothing here rests on what was replaced, so there is nothing to keep"
          : "nothing in “\(outcome)” rests on what was replaced; it is so with \(known)")
    }
    guard !(command.reason ?? "").allSatisfy(\.isWhitespace) else {
      throw Rejection(.reasonNeeded, "\(found[0].why); to let it count all the same, give a reason")
    }
    conclude(StaleKept(outcome: outcome, runs: found.map(\.run), why: found.map(\.why).uniqued))
  }
}
