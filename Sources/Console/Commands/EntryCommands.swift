import MethodModel
import SessionEngine

extension CommandReader {
  /// Commands about what came in.
  func content(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command {
    case .note:
      guard !rest.isEmpty else { throw usage(.note, "Write the remark after the command") }
      return submit(.note(rest))
    case .photo:
      guard !rest.isEmpty else { throw usage(.photo, "Say where it lies") }
      return submit(.photo(rest))
    case .undo: return submit(.undo, reason: rest)
    case .close: return submit(.close, reason: rest)
    case .reveal: return submit(.reveal, reason: rest)
    case .choose: return try choose(rest)
    case .admit: return try admit(rest)
    case .keep: return try keep(rest)
    case .merge, .split: return try rearrange(command, rest)
    case .action: return try action(rest)
    default: return try change(command, rest)
    }
  }

  private func choose(_ rest: String) throws(Complaint) -> Intent {
    guard let activity = view.activity else {
      throw Complaint("There is nothing to choose from now. Nothing was done.")
    }
    guard !rest.isEmpty else { throw usage(.choose, "Say which, by number") }
    let reader = ContentReader(
      view: view, activity: activity, method: method, sheets: SheetCount(), ids: EntryIDs(prefix: ""))
    return .submit(try reader.choice(rest).map { Submission($0) })
  }

  private func rearrange(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    guard view.activity != nil else { throw Complaint("There is nothing to \(command.rawValue) now.") }
    guard !rest.isEmpty else { throw usage(command, "Say which, by number") }
    return .rearrange(rest, isMerge: command == .merge)
  }

  private func admit(_ rest: String) throws(Complaint) -> Intent {
    let ballots = view.activity?.lateBallots ?? []
    if !rest.isEmpty {
      guard !ballots.isEmpty, Int(rest) == nil else { return submit(.admit(try entry(rest, .admit).id)) }
      let unit = UnitRef.person(try PeopleNames(people: view.people).required(rest).id)
      return submit(.admitBallot(AdmitBallot(run: view.activity?.run, unit: unit)))
    }
    let late = view.activity?.lateEntries ?? []
    guard !late.isEmpty || !ballots.isEmpty else {
      throw Complaint("No late entries wait here. Nothing was done.")
    }
    return .submit(
      late.map { Submission(.admit($0)) }
        + ballots.map { Submission(.admitBallot(AdmitBallot(run: view.activity?.run, unit: $0))) })
  }

  /// Lists what is out of date, or lets one of it count.
  private func keep(_ rest: String) throws(Complaint) -> Intent {
    guard !rest.isEmpty else { return .display(.stale) }
    let word = String(rest.prefix { !$0.isWhitespace })
    switch pick(word, from: view.stale.map { (names: [$0.outcome], value: $0.outcome) }) {
    case .one(let outcome): return submit(.keep(outcome: outcome), reason: rest.dropFirst(word.count).trimmed)
    case .several(let names): throw Complaint("“\(word)” could be \(spokenList(names, "or")). Nothing was done.")
    case .none:
      throw Complaint("“\(word)” is nothing that is out of date; /keep lists what is. Nothing was done.")
    }
  }

  /// `3 words`, `3 field=value; field=value`, or just `3`.
  private func change(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    let word = rest.prefix { !$0.isWhitespace }
    let words = rest.dropFirst(word.count).trimmed
    if command == .set, let filled = try fill(String(word), words) { return filled }
    let entry = try entry(String(word), command)
    if command == .withdraw { return submit(.withdraw(entry.id), reason: words) }
    guard !words.isEmpty else { throw usage(command, "Write what it should say") }
    let (meaning, said) = Meaning.read(words)
    let fields = command == .set ? try assignments(said) : ["text": said]
    return submit(.reword(RewordEntry(id: entry.id, fields: fields, meaning: meaning)))
  }

  /// Where things are filled in, `/set 2 status=resolved` fills the second one.
  private func fill(_ word: String, _ words: String) throws(Complaint) -> Intent? {
    guard let activity = view.activity, activity.kind == .fill, !activity.ballot.isEmpty else { return nil }
    guard let number = Int(word), activity.ballot.indices.contains(number - 1) else {
      throw usage(.set, "Say which one, by its number in /items")
    }
    let thing = activity.ballot[number - 1].thing
    return .submit(
      try assignments(words).sorted { $0.key < $1.key }.map { field, text in
        Submission(.fill(FillCell(run: activity.run, thing: thing, field: field, text: text)))
      })
  }

  private func assignments(_ words: String) throws(Complaint) -> [String: String] {
    guard let activity = view.activity, !activity.fields.isEmpty else {
      throw Complaint("Entries have no fields here; /reword changes their words. Nothing was done.")
    }
    guard words.contains("=") else { throw usage(.set, "Write which fields, and what they say") }
    let reader = ContentReader(
      view: view, activity: activity, method: method, sheets: SheetCount(), ids: EntryIDs(prefix: ""))
    return try reader.assignments(in: words[...], to: activity.fields)
  }

  /// An entry by the number it was shown with.
  private func entry(_ word: String, _ command: ConsoleCommand) throws(Complaint) -> EntryView {
    let entries = view.activity?.entries ?? []
    guard !entries.isEmpty else { throw Complaint("Nothing that could be changed came in here. Nothing was done.") }
    let letter = view.activity?.kind == .cluster ? Letters.number(word) : nil
    guard let number = Int(word) ?? letter else { throw usage(command, "Say which entry, by its number") }
    guard let id = numbers.id(number), let entry = entries.first(where: { $0.id == id }) else {
      throw Complaint("There is no entry \(number) in this step; /items lists them. Nothing was done.")
    }
    return entry
  }
}

extension Meaning {
  /// `(changed) words` say something else than those they replace, `(same) words` the same.
  static func read(_ text: String) -> (meaning: Meaning?, words: String) {
    for meaning in allCases where text.lowercased().hasPrefix("(\(meaning.rawValue))") {
      return (meaning, text.dropFirst(meaning.rawValue.count + 2).trimmed)
    }
    return (nil, text)
  }
}

/// The numbers that entries were shown with: given once, never to another entry of the same activity.
struct EntryNumbers: Hashable, Sendable {
  private var run: RunID?
  private var ids: [EntryID] = []
  private var numbers: [EntryID: Int] = [:]

  /// Numbers what is new; another activity begins anew.
  mutating func follow(_ activity: ActivityView?) {
    if run != activity?.run { (run, ids, numbers) = (activity?.run, [], [:]) }
    for entry in activity?.entries ?? [] where numbers[entry.id] == nil {
      ids.append(entry.id)
      numbers[entry.id] = ids.count
    }
  }

  func number(of id: EntryID) -> Int? { numbers[id] }

  func id(_ number: Int) -> EntryID? { ids.indices.contains(number - 1) ? ids[number - 1] : nil }
}
