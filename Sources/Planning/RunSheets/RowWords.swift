import MethodModel
import SessionEngine

extension SheetWords {
  func title(ofRole role: String) -> String {
    if role == MethodModel.Role.facilitator { return "the facilitator" }
    return engine.method.role(role).map { $0.title.isEmpty ? role : text($0.title) } ?? role
  }

  /// What leads into one of several ways.
  func way(_ slot: BodySlot, of element: FlowElement) -> String {
    switch (slot, element.kind) {
    case (.arm(let arm), .branch(let branch)) where branch.arms.indices.contains(arm):
      "If \(words(of: branch.arms[arm].condition).map { "this holds: \($0)" } ?? "it applies")"
    case (.option(let id), .choice(let choice)):
      choice.options.first { $0.id == id }.map { text($0.title) } ?? id
    case (.pass, _): "When it is passed"
    case (.rework, _): "When it wants more work"
    case (.stop, _): "When it stops here"
    case (.exhausted, _): "If that was not enough"
    default: "Otherwise"
    }
  }
}

extension ExpectedRotation {
  /// `Pairs: 1 to Table A, 2 to Table B`; empty where those who move are drawn anew.
  func goings(in lap: Int) -> String {
    guard table.indices.contains(lap - 1) else { return "" }
    // Groups are called by their set's title, which is that of many, and a number.
    let titles = Set(movers.map { $0.split(separator: " ").dropLast().joined(separator: " ") })
    let title = titles.count == 1 && movers.count > 1 ? titles.first ?? "" : ""
    let named = movers.map { title.isEmpty ? $0 : String($0.dropFirst(title.count + 1)) }
    let goings = zip(named, table[lap - 1]).map { mover, place in
      guard let place, places.indices.contains(place) else { return "\(mover) pauses" }
      let isOfSame = !title.isEmpty && places[place].hasPrefix(title + " ")
      return "\(mover) to \(isOfSame ? String(places[place].dropFirst(title.count + 1)) : places[place])"
    }.joined(separator: ", ")
    return title.isEmpty ? goings : "\(title): \(goings)"
  }
}

extension BodySlot {
  /// For a row's path, in which a bare number is that of a lap or thing.
  var word: String { if case .arm = self { "when-\(name)" } else { name } }
}
