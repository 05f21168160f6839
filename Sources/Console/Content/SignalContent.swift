import MethodModel
import SessionEngine

extension ContentReader {
  /// Signals: `Aino: objection it costs too much`, `Aino, Bo: consent`, `all: consent` for all who are still silent;
  /// `consent` alone is that of the one whose turn it is.
  func signal(_ line: String) throws(Complaint) -> [CommandBody] {
    let (units, tail) = try signalOwners(line)
    let word = tail.prefix { !$0.isWhitespace && $0 != "," && $0 != ":" }
    let value = try signalValue(String(word))
    let reason = Self.reason(tail.dropFirst(word.count))
    let thing = activity.ballot.first?.thing ?? .value("proposal", of: activity.outcome)
    return units.map { unit in
      .mark(SetMark(run: activity.run, unit: unit, thing: thing, value: value, reason: reason))
    }
  }

  private func signalOwners(_ line: String) throws(Complaint) -> (units: [UnitRef], signal: String) {
    if let speaking, beginsWithSignal(line) { return ([speaking], line.trimmed) }
    var split = splitAtColon(line)
    if split == nil { split = try splitAtSignal(line) }
    guard let (head, tail) = split else { throw signalForm() }
    return (try signalling(head), tail)
  }

  private func beginsWithSignal(_ line: String) -> Bool {
    let word = line.trimmed.prefix { !$0.isWhitespace && $0 != "," && $0 != ":" }.lowercased()
    return activity.answers.contains { $0.id == word }
  }

  /// `Aino objection because …`: before and after the first word that is a signal, when somebody's name stands before.
  private func splitAtSignal(_ line: String) throws(Complaint) -> (head: String, tail: String)? {
    let words = line.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard let place = words.firstIndex(where: { word in activity.answers.contains { $0.id == word.lowercased() } }),
      place > 0
    else { return nil }
    let head = words[..<place].joined(separator: " ")
    if head.lowercased() != "all", try owner(head) == nil { return nil }
    return (head, words[place...].joined(separator: " "))
  }

  /// Whose signal it is: names apart by commas, or everybody who has not answered.
  private func signalling(_ head: String) throws(Complaint) -> [UnitRef] {
    if let owner = try owner(head) { return [owner.unit] }
    if ["all", "everybody", "everyone", "others", "the others", "rest", "the rest", "*"].contains(head.lowercased()) {
      let silent = activity.units.filter { !$0.hasAnswered }.map(\.ref)
      guard !silent.isEmpty else { throw Complaint("Everybody has answered; name who changes, as in “Aino: …”.") }
      return silent
    }
    var units: [UnitRef] = []
    for word in head.split(separator: ",") {
      guard let owner = try owner(word.trimmed) else {
        let near = names.nearest(to: word.trimmed).map { " Did you mean \($0)?" } ?? ""
        throw Complaint("Nobody here is called “\(word.trimmed)”.\(near) Nothing was entered.")
      }
      units.append(owner.unit)
    }
    return units
  }

  /// A signal by its name or the beginning of it; `nil`: a pass.
  private func signalValue(_ word: String) throws(Complaint) -> String? {
    if Self.isPass(word) { return nil }
    switch pick(word, from: activity.answers.map { (names: [$0.id], value: $0.id) }, byNumber: false) {
    case .one(let id): return id
    case .several(let ids): throw Complaint("“\(word)” could be \(spokenList(ids, "or")). Nothing was entered.")
    case .none: throw signalForm()
    }
  }

  private func signalForm() -> Complaint {
    let signals = spokenList(activity.answers.map(\.id), "or")
    let first = activity.answers.first?.id ?? "consent"
    let last = activity.answers.last?.id ?? "objection"
    return Complaint(
      "A signal is \(signals). Nothing was entered.",
      "Write “Aino: \(last) and why”, or “all: \(first)” for everybody who has not answered yet.")
  }
}
