import SessionEngine

/// What somebody sees of a round of marks: of the one before, or of the present one once it is closed.
extension ScenarioRunner {
  func roundMismatch(_ node: ScenarioNode) -> Mismatch? {
    let view = session.engine.view(session.state, for: viewer(node[.who] ?? ""), elapsed: session.elapsed)
    let rows = (view.activity?.outcomeOfRound ?? view.activity?.before)?.rows ?? []
    let row = node[.thing].map { thing in rows.first { ScenarioNode.folded($0.label) == thing } } ?? rows.first
    let shown: [(ScenarioAttribute, String)] = [
      (.own, row?.own ?? ""), (.figures, row?.figures ?? ""), (.lowest, row?.lowest.joined(separator: "; ") ?? ""),
      (.highest, row?.highest.joined(separator: "; ") ?? ""),
    ]
    for (name, found) in shown {
      guard let wanted = node[name], wanted != found else { continue }
      return Mismatch(
        "\(name.rawValue) “\(wanted)” was expected for \(node[.who] ?? ""), and it is “\(found)”",
        help: rows.isEmpty ? "no round is shown" : "shown are: \(Self.list(rows.map(\.label)))")
    }
    return nil
  }
}
