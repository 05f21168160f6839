package import MethodModel

/// All entries under one name.
package struct OutcomeState: Hashable, Sendable {
  /// Items, actions, objections, concerns and documents, in the order in which they came.
  package var entries: [Entry] = []
  private var places: [EntryID: Int] = [:]
  /// Where each wording was ever used, folded as `unique` compares.
  private var wordings: [String: [EntryID]] = [:]
  /// Every activity run that wrote to it, in order.
  package var runs: [RunID] = []
  package var verdicts: [RecordedVerdict] = []
  /// How many rounds were opened.
  package var rounds: Int = 0

  package init() {}

  package subscript(id: EntryID) -> Entry? { places[id].map { entries[$0] } }

  /// Adds an entry; one that is there already stays as it is.
  package mutating func add(_ entry: Entry) {
    guard places[entry.id] == nil else { return }
    places[entry.id] = entries.count
    entries.append(entry)
    note(entry.text, entry.id)
  }

  package mutating func change(_ id: EntryID, _ body: (inout Entry) -> Void) {
    guard let place = places[id] else { return }
    body(&entries[place])
    note(entries[place].text, id)
  }

  /// Notes by which event an entry was worked on last.
  mutating func touch(_ id: EntryID, at sequence: Int) {
    if let place = places[id] { entries[place].touchedAt = sequence }
  }

  /// Puts some entries into that order, at the places that they have together: what was shuffled stays so.
  package mutating func arrange(_ order: [EntryID]) {
    let moved = order.compactMap { places[$0] }.sorted()
    let arranged = order.compactMap { self[$0] }
    guard moved.count == arranged.count else { return }
    for (place, entry) in zip(moved, arranged) {
      entries[place] = entry
      places[entry.id] = place
    }
  }

  /// The entries that say this now, without regard to case and outer blanks.
  func entries(saying text: String) -> [Entry] {
    let wording = Roster.folded(text)
    return (wordings[wording] ?? []).compactMap { self[$0] }.filter { Roster.folded($0.text) == wording }
  }

  private mutating func note(_ text: String, _ id: EntryID) {
    guard !text.isEmpty else { return }
    let wording = Roster.folded(text)
    if wordings[wording]?.last != id { wordings[wording, default: []].append(id) }
  }
}

/// A thing or document with its history.
package struct Entry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case item, action, objection, concern, document, row, cluster, link
  }

  /// One wording of one field, oldest first.
  package struct Version: Hashable, Sendable {
    package var field: String
    package var text: String
    package var by: PersonID?
    package var wall: WallTime
    package var take: Int?
    /// Written without having seen the version before it.
    package var isRival: Bool
    /// It says something else than the version before it; else the same in other words.
    package var changesMeaning = false
  }

  package var id: EntryID
  package var kind: Kind
  package var run: RunID
  package var author: PersonID?
  package var unit: UnitRef?
  package var copyOf: ThingRef?
  /// What it is about, when not the subject around its step.
  package var subject: ThingRef?
  /// The station or sheet at which it was made, by the place of each rotation around.
  package var at: [String: ThingRef] = [:]
  /// The circle in which it was made, by the place of each phase with parts around.
  package var circles: [String: String] = [:]
  package var isLate: Bool
  package var isRetired: Bool
  package var fields: [String: String]
  package var versions: [Version]
  /// The things of a cluster, in the order in which they were put there; from where to where a link goes.
  package var members: [ThingRef] = []
  /// What it was merged or split from.
  package var parents: [EntryID] = []
  /// What it was merged or split into, the newest last.
  package var successors: [EntryID] = []
  /// Points given to its parents count for it.
  package var carriesMarks = false
  /// The newest event that wrote, sorted or withdrew it.
  package var touchedAt = 0

  /// Whether it is neither withdrawn nor late.
  var counts: Bool { !isRetired && !isLate }

  /// The words it came with.
  var firstWords: String? { versions.first { $0.field == "text" }?.text }

  /// The words people read: the field `text`, else the first filled one.
  package var text: String { fields["text"] ?? fields.min { $0.key < $1.key }?.value ?? "" }
}

/// The result of a decision or computed selection.
package struct Verdict: Hashable, Sendable, Codable {
  package enum Result: String, Hashable, Sendable, Codable, CaseIterable {
    case adopted, rejected, won, tied, deferred
    case noQuorum = "no-quorum"
    /// A computed selection.
    case selected
  }

  /// One option's count.
  package struct Score: Hashable, Sendable, Codable {
    package var thing: ThingRef
    package var score: Number?
    package var holds: Bool

    package init(thing: ThingRef, score: Number?, holds: Bool) {
      self.thing = thing
      self.score = score
      self.holds = holds
    }
  }

  /// Somebody who did not go along, with reasons.
  package struct Dissent: Hashable, Sendable, Codable {
    package var unit: UnitRef
    package var value: String
    package var reason: String?

    package init(unit: UnitRef, value: String, reason: String?) {
      self.unit = unit
      self.value = value
      self.reason = reason
    }
  }

  /// The part that decided for itself; `nil`: the circle, or all there are.
  package var unit: UnitRef?
  package var result: Result
  /// `consent`, `majority`, …; `condition`, `rank` or `choice` for selections.
  package var rule: String
  /// What was decided on.
  package var subject: [ThingRef]
  /// What won or was taken.
  package var winners: [ThingRef]
  /// What was not taken.
  package var rest: [ThingRef]
  package var scores: [Score]
  /// How many gave each signal.
  package var counts: [String: Int]
  package var dissent: [Dissent]
  package var answered: Int
  package var electorate: Int
  /// Not all of the paper it counts was entered, so who answered is not known.
  package var enteredInPart: Bool?
  package var quorum: Number?
  package var threshold: Number?
  /// Ties and silence, in words.
  package var remark: String?
  /// Why one has chosen so.
  package var reason: String?
  /// Those a run-off left tied; `nil`: as the scores say.
  package var tied: [ThingRef]?
  /// Open objections, as entries of the outcome.
  package var objections: [EntryID]
  package var concerns: [EntryID]

  package init(
    result: Result, rule: String, subject: [ThingRef] = [], winners: [ThingRef] = [], rest: [ThingRef] = [],
    scores: [Score] = [], counts: [String: Int] = [:], dissent: [Dissent] = [], answered: Int = 0,
    electorate: Int = 0, quorum: Number? = nil, threshold: Number? = nil, remark: String? = nil,
    objections: [EntryID] = [], concerns: [EntryID] = []
  ) {
    self.result = result
    self.rule = rule
    self.subject = subject
    self.winners = winners
    self.rest = rest
    self.scores = scores
    self.counts = counts
    self.dissent = dissent
    self.answered = answered
    self.electorate = electorate
    self.quorum = quorum
    self.threshold = threshold
    self.remark = remark
    self.objections = objections
    self.concerns = concerns
  }

  package var isPositive: Bool { result == .adopted || result == .won || result == .selected }
}

/// A verdict with where it was given.
package struct RecordedVerdict: Hashable, Sendable {
  package var run: RunID
  package var round: Int
  package var wall: WallTime
  package var reason: String?
  package var verdict: Verdict
}
