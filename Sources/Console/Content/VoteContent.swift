import MethodModel
import SessionEngine

extension ContentReader {
  /// Votes: counts for the room (`1=7 2=4 of 12`), or one ballot (`Aino: 1 1 3`, `Aino: 2>1>3`, `Aino: 1=2 3=1`).
  func vote(_ line: String) throws(Complaint) -> [CommandBody] {
    var (owner, text) = try splitOwner(line)
    if owner == nil, let (head, tail) = splitAtColon(line) {
      guard !tail.isEmpty, head.contains("=") == false else { throw notABallot(line) }
      let near = names.nearest(to: head).map { " Did you mean \($0)?" } ?? ""
      throw Complaint("Nobody here is called “\(head)”.\(near) Nothing was entered.")
    }
    if owner == nil, let tallies = try tallies(text) { return tallies }
    text = text.replacing(">", with: " ")
    let unit = owner?.unit ?? speaking ?? .sheet(sheets.next(activity.run, "", atLeast: knownSheets))
    guard !Self.isPass(text) else { return [handIn(unit, activity.ballot.map { BallotMark($0.thing, value: nil) })] }
    return [handIn(unit, try ballot(text).map { BallotMark($0.thing, value: String($0.value)) })]
  }

  /// `1=7 2=4`, and how many voted: `of 12`.
  func tallies(_ text: String) throws(Complaint) -> [CommandBody]? {
    var words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).map { String($0) }
    guard words.first?.contains("=") == true else { return nil }
    var ballots: Int?
    if let of = words.firstIndex(where: { $0.lowercased() == "of" }) {
      guard words.indices.contains(of + 1), let number = Int(words[of + 1]) else { throw notABallot(text) }
      ballots = number
      words = Array(words[..<of])
    }
    return try pairs(words).map { thing, count in
      .tally(EnterTally(run: activity.run, thing: thing, total: Number(count), ballots: ballots))
    }
  }

  /// One ballot: dots counted by how often a number stands there, places by their order, the best first.
  private func ballot(_ text: String) throws(Complaint) -> [(thing: ThingRef, value: Int)] {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) }
    if words.first?.contains("=") == true { return try pairs(words) }
    let things = try things(named: words.joined(separator: " "))
    var values: [(thing: ThingRef, value: Int)] = []
    for (place, thing) in things.enumerated() {
      let before = values.firstIndex { $0.thing == thing }
      switch activity.vote?.kind ?? .dots {
      case .dots:
        if let before { values[before].value += 1 } else { values.append((thing, 1)) }
      case .approval:
        if before == nil { values.append((thing, 1)) }
      case .ranking:
        guard before == nil else { throw Complaint("A thing has one place; it is there twice. Nothing was entered.") }
        guard place < places else {
          throw Complaint("There are \(counted(places, "place")), and this names more things. Nothing was entered.")
        }
        values.append((thing, activity.vote?.number(ofPlace: place + 1, among: places) ?? place + 1))
      }
    }
    return values
  }

  private var places: Int { min(activity.budget ?? activity.ballot.count, activity.ballot.count) }

  private func pairs(_ words: [String]) throws(Complaint) -> [(thing: ThingRef, value: Int)] {
    var pairs: [(thing: ThingRef, value: Int)] = []
    for word in words {
      let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
      guard sides.count == 2, let value = Int(sides[1]), value >= 0 else { throw notABallot(word) }
      pairs.append((try thing(sides[0]), value))
    }
    return pairs
  }

  private func notABallot(_ text: String) -> Complaint {
    // Where only sums are taken, a single ballot would be refused too.
    let single = activity.takesSums ? "" : ", one person's vote “Aino: 1 1 3”"
    return Complaint(
      "“\(text)” is no vote. Counts for the room are written “1=7 2=4 of 12”\(single).", "Nothing was entered.")
  }

  /// The whole ballot of a unit; it takes the place of an earlier one.
  func handIn(_ unit: UnitRef, _ marks: [BallotMark]) -> CommandBody {
    .handIn(HandIn(run: activity.run, unit: unit, marks: marks))
  }
}
