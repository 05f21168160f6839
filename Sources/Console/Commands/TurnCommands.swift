import SessionEngine

extension CommandReader {
  /// `/turn`, `/turn Bo`, `/turn pass`, `/turn round`.
  func turn(_ rest: String) throws(Complaint) -> Intent {
    guard let turns = view.turns else { throw Complaint("Nobody speaks in turns here. Nothing was done.") }
    if rest.isEmpty { return submit(.turn(.next)) }
    if rest.lowercased() == "pass" { return submit(.turn(.pass)) }
    if rest.lowercased() == "round" { return submit(.turn(.round)) }
    switch pick(rest, from: turns.units.map { (names: [$0.title], value: $0.ref) }, byNumber: false) {
    case .one(let unit): return submit(.turn(.to(unit)))
    case .several(let names): throw Complaint("“\(rest)” could be \(spokenList(names, "or")). Nothing was done.")
    case .none: throw Complaint("“\(rest)” has no turn here. Nothing was done.")
    }
  }

  /// `/queue`, `/queue first 3`, `/queue drop 2`, `/queue add …`.
  func queue(_ rest: String) throws(Complaint) -> Intent {
    guard let queue = view.queue else {
      throw Complaint("Nothing is gone through one by one here. Nothing was done.")
    }
    guard !rest.isEmpty else { return .display(.queue) }
    let word = rest.prefix { !$0.isWhitespace }.lowercased()
    let what = rest.dropFirst(word.count).trimmed
    guard let kind = ChangeQueue.Kind(rawValue: word), !what.isEmpty else {
      throw usage(.queue, "Say first, drop or add, and which one")
    }
    guard kind == .add else { return submit(.queue(ChangeQueue(kind, try thing(what, among: queue.waiting)))) }
    let known = queue.dropped + (view.activity?.ballot ?? [])
    if let dropped = try? thing(what, among: known) { return submit(.queue(ChangeQueue(.add, dropped))) }
    return submit(.queue(ChangeQueue(.add, try thing(what, among: [queue.current]))))
  }

  private func thing(_ word: String, among things: [ThingView]) throws(Complaint) -> ThingRef {
    switch pick(word, from: things.map { (names: [$0.label, $0.thing.word], value: $0.thing) }) {
    case .one(let thing): return thing
    case .several(let names): throw Complaint("“\(word)” could be \(spokenList(names, "or")). Nothing was done.")
    case .none: throw Complaint("There is no “\(word)” among them; /queue lists them. Nothing was done.")
    }
  }
}
