import SessionEngine

/// What one rating is about: a thing, and a criterion where there are some.
struct MarkTarget {
  let thing: ThingRef
  let criterion: String?
  /// What people may call it.
  let names: [String]

  /// Tells targets of one activity apart.
  static func key(_ thing: ThingRef, _ criterion: String?) -> String { "\(thing) \(criterion ?? "")" }
}

extension ContentReader {
  /// Everything that is to be rated, in the order of screens.
  var targets: [MarkTarget] {
    guard !activity.criteria.isEmpty else {
      return activity.ballot.enumerated().map { number, thing in
        MarkTarget(thing: thing.thing, criterion: nil, names: Self.names(of: thing, number))
      }
    }
    return activity.ballot.enumerated().flatMap { number, thing in
      activity.criteria.enumerated().map { place, criterion in
        let word = criterion.thing.word
        let names = Self.names(of: criterion, place)
        guard activity.ballot.count > 1 else { return MarkTarget(thing: thing.thing, criterion: word, names: names) }
        let prefixed = ["\(number + 1)", thing.thing.word].flatMap { thing in names.map { "\(thing)/\($0)" } }
        return MarkTarget(thing: thing.thing, criterion: word, names: prefixed)
      }
    }
  }

  /// What has no word of an author's is called by its number first: nobody types an id.
  private static func names(of thing: ThingView, _ number: Int) -> [String] {
    let hasWord = Int(thing.thing.word) == nil
    return (thing.thing.hasAuthoredWord ? [] : ["\(number + 1)"]) + (hasWord ? [thing.thing.word] : []) + [thing.label]
  }

  /// The target a word names; `nil`: none.
  func target(_ word: String) throws(Complaint) -> MarkTarget? {
    switch pick(word, from: targets.map { (names: $0.names, value: $0) }) {
    case .one(let target): return target
    case .several(let names): throw Complaint("“\(word)” could be \(spokenList(names, "or")). Nothing was entered.")
    case .none: return nil
    }
  }

  /// Whether a text says that somebody gives no answer.
  static func isPass(_ text: String) -> Bool {
    ["-", "–", "pass", "?", "don't know", "don’t know"].contains(text.lowercased())
  }

  /// A reason without the words that lead to it.
  static func reason(_ text: some StringProtocol) -> String? {
    var rest = text.trimmed
    while let first = rest.first, "–-,;:(".contains(first) { rest = rest.dropFirst().trimmed }
    if rest.lowercased().hasPrefix("because ") { rest = rest.dropFirst(8).trimmed }
    return rest.isEmpty ? nil : rest
  }

  /// How many unnamed sheets there must be already, for a program that did not see them come in.
  var knownSheets: Int { max(0, activity.answered - activity.units.count(where: \.hasAnswered)) }
}
