import MethodModel
import SessionEngine

extension ContentReader {
  /// Values for one person, or for the room without names.
  ///
  /// `Aino: 4 because …`, `Aino: need=4 fit=3`, `Aino: need 4`, `Aino: 4 3 5` (in order), `4 4 3 5 2` (a value a sheet),
  /// `need: 4 4 3` (sheets, for one of several things), `Aino: -` for no answer.
  func rating(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try ratingOwner(line)
    let unit = owner?.unit ?? speaking ?? (activity.units.count == 1 ? activity.units.first?.ref : nil)
    if activity.takesSums, owner == nil, let tallies = try tallies(text) { return tallies }
    if Self.isPass(text) {
      return [handIn(unit ?? nextSheet(), targets.map { BallotMark($0.thing, criterion: $0.criterion, value: nil) })]
    }
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) }
    if let pairs = try assignedValues(words) {
      return assigned(pairs.marks, pairs.reason, unit ?? nextSheet())
    }
    if targets.count == 1, let only = targets.first { return try values(words, only, unit) }
    if let first = words.first, let target = try target(String(first.prefix { $0 != ":" })), words.count > 1,
      !isRow(words)
    {
      return try values(Array(words.dropFirst()), target, unit)
    }
    return try row(words, unit)
  }

  /// A person's name, or a group's number where groups rate; the name of a thing is no owner.
  private func ratingOwner(_ line: String) throws(Complaint) -> (owner: Owner?, text: String) {
    guard let (head, tail) = splitAtColon(line) else {
      guard let first = line.split(whereSeparator: \.isWhitespace).first, line.contains("="),
        let person = try names.person(String(first))
      else { return (nil, line.trimmed) }
      return (.person(person), line.trimmed.dropFirst(first.count).trimmed)
    }
    if targets.count > 1, try owner(head) == nil, try target(head) != nil { return (nil, "\(head): \(tail)") }
    if let owner = try owner(head) { return (owner, tail) }
    let near = names.nearest(to: head).map { " Did you mean \($0)?" } ?? ""
    throw Complaint("Nobody here is called “\(head)”.\(near) Nothing was entered.")
  }

  /// `need=4 fit=3 because …`; `nil` when the first word has no `=`.
  private func assignedValues(
    _ words: [String]
  ) throws(Complaint) -> (marks: [(target: MarkTarget, value: String?)], reason: String?)? {
    guard words.first?.contains("=") == true else { return nil }
    var marks: [(target: MarkTarget, value: String?)] = []
    for (place, word) in words.enumerated() {
      guard let equals = word.firstIndex(of: "=") else {
        return (marks, Self.reason(words[place...].joined(separator: " ")))
      }
      let name = String(word[..<equals])
      guard let target = try target(name) else { throw unknownTarget(name) }
      marks.append((target, try value(String(word[word.index(after: equals)...]))))
    }
    return (marks, nil)
  }

  /// Values by name: the whole ballot when each thing has one, else those that are named, beside what was given.
  private func assigned(
    _ marks: [(target: MarkTarget, value: String?)], _ reason: String?, _ unit: UnitRef
  ) -> [CommandBody] {
    guard marks.count == targets.count, targets.count > 1 else {
      return marks.map { mark(unit, $0.target, $0.value, reason) }
    }
    return [
      handIn(
        unit,
        marks.map { BallotMark($0.target.thing, criterion: $0.target.criterion, value: $0.value, reason: reason) })
    ]
  }

  /// One value with its reason, or without a name a value for each sheet.
  private func values(_ words: [String], _ target: MarkTarget, _ unit: UnitRef?) throws(Complaint) -> [CommandBody] {
    if let unit {
      guard let first = words.first else { throw Complaint("Say which value: \(scale).") }
      return [mark(unit, target, try value(first), Self.reason(words.dropFirst().joined(separator: " ")))]
    }
    let key = MarkTarget.key(target.thing, target.criterion)
    let first = sheets.next(activity.run, key, atLeast: knownSheets)
    var marks: [CommandBody] = []
    for (place, word) in words.enumerated() {
      if place == 1, isWord(word) {
        let reason = Self.reason(words.dropFirst().joined(separator: " "))
        return [mark(.sheet(first), target, try value(words[0]), reason)]
      }
      marks.append(mark(.sheet(first + place), target, try value(word)))
    }
    return marks
  }

  /// A value for each thing, in order.
  private func row(_ words: [String], _ unit: UnitRef?) throws(Complaint) -> [CommandBody] {
    guard words.count == targets.count else {
      let names = targets.prefix(3).compactMap(\.names.first)
      let example = names.map { "\($0)=\(activity.answers.last?.id ?? "4")" }.joined(separator: " ")
      throw Complaint(
        "There are \(targets.count) things to rate, and this has \(counted(words.count, "value")). Nothing was entered.",
        "Write them in order, or by name: “\(view.people.first?.name ?? "Aino"): \(example)”.")
    }
    let unit = unit ?? nextSheet()
    var marks: [BallotMark] = []
    for (target, word) in zip(targets, words) {
      marks.append(BallotMark(target.thing, criterion: target.criterion, value: try value(word)))
    }
    return [handIn(unit, marks)]
  }

  private func isRow(_ words: [String]) -> Bool {
    words.count == targets.count && words.allSatisfy { !isWord($0) } && !words[0].hasSuffix(":")
  }

  /// Whether a word is no value of the scale.
  private func isWord(_ word: String) -> Bool {
    if Self.isPass(word) { return false }
    return (try? value(word)) == nil
  }

  private func nextSheet() -> UnitRef { .sheet(sheets.next(activity.run, "", atLeast: knownSheets)) }

  /// A point of the scale by its id, number, place or the beginning of its name; `nil`: a pass.
  private func value(_ word: String) throws(Complaint) -> String? {
    if Self.isPass(word) { return nil }
    if let number = Number(word), let point = activity.answers.first(where: { $0.number == number }) { return point.id }
    let candidates = activity.answers.map { (names: [$0.id] + $0.text.variants.map(\.raw), value: $0.id) }
    switch pick(word, from: candidates, byNumber: activity.answers.allSatisfy { Number($0.id) == nil }) {
    case .one(let id): return id
    case .several(let ids): throw Complaint("“\(word)” could be \(spokenList(ids, "or")). Nothing was entered.")
    case .none: throw Complaint("“\(word)” is not on the scale: \(scale). Nothing was entered.")
    }
  }

  var scale: String { spokenList(activity.answers.map(\.id), "or") }

  private func unknownTarget(_ word: String) -> Complaint {
    let names = spokenList(targets.compactMap(\.names.first), "or")
    return Complaint("“\(word)” is nothing that is rated here: \(names). Nothing was entered.")
  }

  private func mark(
    _ unit: UnitRef?, _ target: MarkTarget, _ value: String?, _ reason: String? = nil
  ) -> CommandBody {
    .mark(
      SetMark(
        run: activity.run, unit: unit ?? nextSheet(), thing: target.thing, criterion: target.criterion, value: value,
        reason: reason))
  }
}
