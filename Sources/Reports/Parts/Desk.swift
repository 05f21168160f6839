internal import MethodModel
internal import Outcomes

/// What every part of a report reads: the record, the words, and what is looked up in them.
final class Desk: Sendable {
  let record: Record
  let pictures: Pictures
  let words: Words
  let names: [String: String]
  let roleTitles: [String: String]
  /// What things are called, by their ids.
  private let things: [String: String]
  private let entries: [Int: [(outcome: Int, entry: Int)]]
  private let ballots: [Int: [(outcome: Int, ballot: Int)]]
  private let selections: [Int: [(outcome: Int, selection: Int)]]
  private let homes: [String: (outcome: Int, entry: Int)]
  /// What ways beside each other are called, by their ids.
  private let tracks: [String: String]
  private let ofSeveralLaps: Set<String>

  init(_ record: Record, showing pictures: Pictures = .none) {
    self.record = record
    self.pictures = pictures
    words = Words(language: record.session.language)
    names = Dictionary(record.attendance.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    roleTitles = Dictionary(record.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var (entries, ballots, selections) = ([Int: [(Int, Int)]](), [Int: [(Int, Int)]](), [Int: [(Int, Int)]]())
    var homes: [String: (Int, Int)] = [:]
    for (place, outcome) in record.outcomes.enumerated() {
      for (index, entry) in outcome.entries.enumerated() {
        entries[entry.place.take, default: []].append((place, index))
        homes["entry:\(entry.id)"] = (place, index)
      }
      for (index, ballot) in outcome.ballots.enumerated() {
        ballots[ballot.place.take, default: []].append((place, index))
      }
      for (index, selection) in outcome.selections.enumerated()
      where !Self.isOtherSide(selection, before: place, record) {
        selections[selection.place.take, default: []].append((place, index))
      }
    }
    (self.entries, self.ballots, self.selections, self.homes) = (entries, ballots, selections, homes)
    tracks = Dictionary(record.tracks.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    ofSeveralLaps = Set(record.outcomes.filter { Self.laps(of: $0).count > 1 }.map(\.id))
    things = Self.things(in: record)
  }

  /// Whether a selection only names what an earlier outcome's, made at the same place, had left.
  private static func isOtherSide(_ selection: SelectionRecord, before place: Int, _ record: Record) -> Bool {
    record.outcomes[..<place].contains { outcome in
      let others = outcome.selections.filter { $0.place == selection.place && $0.among == selection.among }
      return !others.isEmpty && Set(others.flatMap(\.taken)) == Set(selection.rest)
    }
  }

  /// What was written in a take, by the order of outcomes.
  func entries(in take: Int) -> [(entry: EntryRecord, outcome: OutcomeRecord)] {
    (entries[take] ?? []).map { (record.outcomes[$0.outcome].entries[$0.entry], record.outcomes[$0.outcome]) }
  }

  /// A thing that was written, and where it stands.
  func entry(of thing: ThingRecord) -> (entry: EntryRecord, outcome: OutcomeRecord)? {
    thing.id.flatMap { homes[$0] }.map { (record.outcomes[$0.outcome].entries[$0.entry], record.outcomes[$0.outcome]) }
  }

  /// The same by its own id.
  func entry(_ id: String) -> (entry: EntryRecord, outcome: OutcomeRecord)? {
    homes["entry:\(id)"].map { (record.outcomes[$0.outcome].entries[$0.entry], record.outcomes[$0.outcome]) }
  }

  func ballots(in take: Int) -> [BallotRecord] {
    (ballots[take] ?? []).map { record.outcomes[$0.outcome].ballots[$0.ballot] }
  }

  func decision(_ id: String) -> DecisionRecord? {
    record.outcomes.lazy.flatMap(\.decisions).first { $0.id == id }
  }

  func selections(in take: Int) -> [SelectionRecord] {
    (selections[take] ?? []).map { record.outcomes[$0.outcome].selections[$0.selection] }
  }

  func withheld(in take: Int) -> [WithheldCount] {
    record.outcomes.flatMap { $0.withheld.filter { $0.take == take } }
  }

  /// The lap of the innermost loop around a step, as "round 2"; nothing outside of loops.
  func lap(_ place: PlaceRecord) -> String? {
    Self.lap(place).map { words.phrase("round", String($0)) }
  }

  private static func lap(_ place: PlaceRecord) -> Int? {
    place.path.split(separator: "/").dropLast().compactMap { component -> Int? in
      let parts = component.split(separator: "#", maxSplits: 1)
      return parts.count == 2 ? Int(parts[1]) : nil
    }.last
  }

  /// What counts of it was made in more than one round.
  func isOfSeveralLaps(_ outcome: OutcomeRecord) -> Bool { ofSeveralLaps.contains(outcome.id) }

  private static func laps(of outcome: OutcomeRecord) -> Set<Int?> {
    Set(outcome.entries.filter(\.counts).map { lap($0.place) })
  }

  /// What a step was about in that run.
  func about(_ place: PlaceRecord) -> [ThingRecord] {
    let takes = record.timing.takes
    return takes.indices.contains(place.take - 1) ? takes[place.take - 1].about : []
  }

  /// A later run of the step has taken its place.
  func isReplaced(_ place: PlaceRecord) -> Bool {
    let takes = record.timing.takes
    return takes.indices.contains(place.take - 1) && takes[place.take - 1].supersededBy != nil
  }

  /// The same for every run about the same things.
  func subject(of place: PlaceRecord) -> String { place.subject(about: about(place)) }

  /// "Rate: Need, round 2, run 2": a take as a reader tells it from the others.
  func title(of take: TimingRecord.Take) -> String {
    let unsaid = take.about.filter { !take.place.title.contains(words.thing($0)) }
    let about = unsaid.isEmpty ? "" : ": \(words.things(unsaid))"
    let attempt = take.place.attempt > 1 ? words.phrase("run", String(take.place.attempt)) : nil
    let title = take.place.title + about
    let track = take.track.flatMap { tracks[$0] }.flatMap { $0.isEmpty || title.contains($0) ? nil : $0 }
    return ([title] + [track, lap(take.place), attempt].compactMap { $0 }).joined(separator: ", ")
  }

  /// Where and about what something was made, and whose it is.
  func circle(of entry: EntryRecord) -> String {
    ((entry.at + entry.about).map { words.thing($0) } + [words.named(entry.owner)].compactMap(\.self)).uniqued
      .joined(separator: ", ")
  }

  /// A field's value with people by name, also where the id was entered; of a withdrawn file not where it lies.
  func shown(_ text: String, in field: String, of outcome: OutcomeRecord, isWithdrawn: Bool = false) -> String {
    if isWithdrawn, let file = record.files.first(where: { $0.path == text }) { return file.name }
    let kind = outcome.fields.first { $0.id == field }
    if let choice = kind?.choices.first(where: { $0.id == text }) { return choice.label }
    if kind?.kind == "thing" { return things["entry:\(text)"] ?? things["value:\(kind?.of ?? "")/\(text)"] ?? text }
    return field == "owner" || kind?.kind == "person" ? names[text] ?? text : text
  }

  /// A signal as it is called; where a rating was read, what that point of its scale says.
  func said(_ value: String, on decision: DecisionRecord) -> String {
    guard decision.rule == "consensus", !["agree", "aside", "block"].contains(value) else { return words.term(value) }
    // By their ids: a wording may have changed since.
    let about = Set(decision.about.compactMap(\.id))
    let rated = record.outcomes.flatMap(\.ballots).last { ballot in
      ballot.kind == .rating && ballot.answers.contains { $0.id == value }
        && ballot.things.contains { $0.id.map(about.contains) ?? false }
    }
    return rated?.answers.first { $0.id == value }?.label ?? words.term(value)
  }

  /// What an outcome is called: what the method promised, else the step in which it was made.
  func name(of outcome: OutcomeRecord) -> String {
    if let title = outcome.title, !title.isEmpty { return title }
    return OutcomeNames.name(
      of: outcome.id,
      madeIn: outcome.entries.map(\.place) + outcome.ballots.map(\.place) + outcome.selections.map(\.place))
  }

  /// What was promised, as people call it.
  func name(of promised: DeliverableRecord) -> String {
    promised.title.isEmpty ? OutcomeNames.words(of: promised.source) : promised.title
  }

  /// Entries that may be seen, and whatever else anything was about.
  private static func things(in record: Record) -> [String: String] {
    var things: [String: String] = [:]
    func add(_ others: [ThingRecord]) {
      for thing in others { if let id = thing.id, let label = thing.label { things[id] = label } }
    }
    for queue in record.queues { add(queue.reached + queue.waiting + queue.dropped) }
    for take in record.timing.takes { add(take.about) }
    for outcome in record.outcomes {
      for ballot in outcome.ballots { add(ballot.things) }
      add(outcome.cells.map(\.thing))
    }
    for entry in record.outcomes.flatMap(\.entries) { things["entry:\(entry.id)"] = entry.text }
    return things
  }

  /// What was asked for a field, else its name.
  func ask(_ field: String, of outcome: OutcomeRecord) -> String {
    guard let ask = outcome.fields.first(where: { $0.id == field })?.ask, !ask.isEmpty else { return field }
    return ask
  }
}

/// A name and a value, such as what was asked and what was answered.
struct PairPart: Part {
  let name: String
  let value: String

  static let shape = Shape<PairPart>(
    "pair",
    [
      .text("name", "What it is called or what was asked.", \.name),
      .text("asked", "The same before its value: with a colon, unless it ends as a question does.") { part in
        part.name.last?.isPunctuation == true && part.name.last != ")" ? part.name : part.name + ":"
      },
      .text("value", "What it is.", \.value),
    ])
}

/// The labels in the session's language.
struct WordsPart: Part {
  let words: Words

  static let shape = Shape<WordsPart>(
    "words",
    Words.labels.map { line in .text(line.key, "“\(line.english)”", { $0.words.label(line.key) }) })
}

extension Desk {
  /// What was gone through when a step ran, such as one case after the other.
  func inHand(inRun take: Int) -> [ThingRecord] {
    record.timing.takes.first { $0.place.take == take }?.about ?? []
  }
}
