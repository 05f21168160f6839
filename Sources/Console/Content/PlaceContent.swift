import MethodModel
import SessionEngine

extension ContentReader {
  /// Positions: `3 8 2` puts number 3 at 8 on the first axis and 2 on the second, `3 high-low` into a corner, `3 now`
  /// into a zone; several go apart by semicolons, each person's or group's after a name: `Aino: 3 8 2; 4 2 9`.
  func placing(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try splitOwner(line)
    if owner == nil, isByPerson { try explainOwner(line) }
    try requireOwner(owner, or: example)
    let unit =
      owner?.unit ?? (activity.units.count == 1 ? activity.units.first?.ref : nil)
      ?? .sheet(sheets.next(activity.run, "", atLeast: knownSheets))
    var marks: [CommandBody] = []
    if Self.isPass(text) {
      for thing in activity.ballot where !thing.isGone {
        for (criterion, value) in try positions([text]) {
          marks.append(
            .mark(SetMark(run: activity.run, unit: unit, thing: thing.thing, criterion: criterion, value: value)))
        }
      }
      return marks
    }
    for piece in text.split(separator: ";") {
      let words = piece.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "=" }).map { String($0) }
      guard let first = words.first, words.count > 1 else { throw placeForm() }
      let thing = try thing(first)
      for (criterion, value) in try positions(Array(words.dropFirst())) {
        marks.append(
          .mark(SetMark(run: activity.run, unit: unit, thing: thing, criterion: criterion, value: value)))
      }
    }
    guard !marks.isEmpty else { throw placeForm() }
    return marks
  }

  private var example: String {
    guard let across = activity.axes.first, let up = activity.axes.last else {
      return "1 \(activity.zones.first?.thing.word ?? "now")"
    }
    return "1 \(across.points.last?.id ?? "8") \(up.points.first?.id ?? "2")"
  }

  /// Why a line names nobody: a name that is not on the list, or one without its colon.
  private func explainOwner(_ line: String) throws(Complaint) {
    if let (head, _) = splitAtColon(line) {
      let near = names.nearest(to: head).map { " Did you mean \($0)?" } ?? ""
      throw Complaint("Nobody here is called “\(head)”.\(near) Nothing was entered.")
    }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let person = try names.person(String(first)) else { return }
    let rest = words.dropFirst().joined(separator: " ")
    throw Complaint("A colon is missing: “\(person.name): \(rest)”. Nothing was entered.")
  }

  /// What the words after a number say of each axis and of the zone.
  private func positions(_ words: [String]) throws(Complaint) -> [(criterion: String, value: String?)] {
    var found: [(criterion: String, value: String?)] = []
    if words.count == 1, Self.isPass(words[0]) {
      for axis in activity.axes { found.append((axis.word, nil)) }
      if !activity.zones.isEmpty { found.append((Placing.zone, nil)) }
      return found
    }
    var rest = words
    if let corner = corner(words[0]) {
      for (axis, isHigh) in zip(activity.axes, corner) {
        found.append((axis.word, isHigh ? axis.points.last?.id : axis.points.first?.id))
      }
      rest.removeFirst()
    } else if activity.axes.count == 2, words.count >= 2, let first = point(words[0], 0),
      let second = point(words[1], 1)
    {
      found = [(activity.axes[0].word, first), (activity.axes[1].word, second)]
      rest.removeFirst(2)
    }
    guard let last = rest.first else { return found }
    guard rest.count == 1, !activity.zones.isEmpty else { throw placeForm() }
    switch pick(last, from: activity.zones.map { (names: [$0.thing.word, $0.label], value: $0.thing.word) }) {
    case .one(let zone): return found + [(Placing.zone, zone)]
    case .several(let zones): throw Complaint("“\(last)” could be \(spokenList(zones, "or")). Nothing was entered.")
    case .none: throw placeForm()
    }
  }

  /// `high-low` or `hl`: whether each axis is high.
  private func corner(_ word: String) -> [Bool]? {
    guard activity.axes.count == 2 else { return nil }
    let word = word.lowercased()
    for corner in Placing.corners {
      let sides = corner.split(separator: "-").map { String($0) }
      if word == corner || word == sides.map({ String($0.prefix(1)) }).joined() { return sides.map { $0 == "high" } }
    }
    return nil
  }

  private func point(_ word: String, _ axis: Int) -> String? {
    let points = activity.axes[axis].points
    if let exact = points.first(where: { $0.id == word.lowercased() }) { return exact.id }
    return Number(word).flatMap { number in points.first { $0.number == number }?.id }
  }

  private func placeForm() -> Complaint {
    var forms: [String] = []
    if let first = activity.axes.first?.points, let low = first.first, let high = first.last {
      forms.append("“1 \(high.id) \(low.id)” or “1 high-low”, from \(low.id) to \(high.id)")
    }
    if let zone = activity.zones.first { forms.append("“1 \(zone.thing.word)”") }
    guard !forms.isEmpty else {
      return Complaint("The two axes have not been chosen yet, so nothing can be placed. /back opens the step before.")
    }
    return Complaint("Write the number and where it goes, as in \(forms.joined(separator: "; ")). Nothing was entered.")
  }
}
