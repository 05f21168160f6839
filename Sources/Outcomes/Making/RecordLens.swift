internal import MethodModel
internal import SessionEngine

/// What the kept files may tell of a state: the engine's rules of sight and `MarkPrivacy`, applied to every entry, mark and
/// text once. Reports, tables, index, search and JSON are made from nothing else.
struct RecordLens {
  /// An entry as far as it may be read.
  struct SeenEntry {
    var sight: Sight
    /// `nil` when only its number may be known.
    var id: String?
    var wordings: [Entry.Version]
    var withheldWordings: Int
    var fields: [String: String]

    /// The words people read.
    var text: String { Self.words(fields) }

    /// The words people read at a moment.
    func text(at moment: WallTime) -> String {
      var fields: [String: String] = [:]
      for wording in wordings where wording.wall <= moment { fields[wording.field] = wording.text }
      return fields.isEmpty ? text : Self.words(fields.filter { !$0.value.isEmpty })
    }

    private static func words(_ fields: [String: String]) -> String {
      fields["text"] ?? fields.min { $0.key < $1.key }?.value ?? ""
    }
  }

  let engine: SessionEngine
  let state: SessionState
  /// How many entries, and how many marks of one asking, are written out.
  let most: Int
  private(set) var entries: [EntryID: SeenEntry] = [:]
  /// What stands in paths for entries whose ids could tell their author.
  private var wordsInPaths: [String: String] = [:]
  private var hidden = HiddenWords()
  private var differing: Set<RunID> = []
  private let fileFields: Set<String>

  init(engine: SessionEngine, state: SessionState, most: Int) {
    self.most = most
    var room = most
    self.engine = engine
    self.state = state
    fileFields = engine.fileFields
    for name in state.outcomes.keys.sorted() {
      guard let outcome = state.outcomes[name] else { continue }
      guard outcome.entries.count <= room else { continue }
      room -= outcome.entries.count
      for entry in outcome.entries { entries[entry.id] = seen(entry, in: name) }
    }
    for name in state.outcomes.keys.sorted() { nameUnnamed(in: name) }
    differing = DifferingRuns(engine: engine, state: state).found
    hidden.finish()
  }

  private mutating func seen(_ entry: Entry, in outcome: String) -> SeenEntry {
    var sight = engine.sight(of: entry, state, for: .record)
    if sight == .words, pointsAtFew(entry) { sight = .counted }
    var seen = SeenEntry(sight: sight, id: nil, wordings: [], withheldWordings: 0, fields: [:])
    for var version in entry.versions {
      if fileFields.contains(version.field), let file = FileReference(version.text) { version.text = file.path }
      let own = min(sight, self.sight(of: version, of: entry, in: outcome))
      guard own != .counted else {
        hidden.add(version.text)
        seen.withheldWordings += 1
        continue
      }
      seen.fields[version.field] = version.text
      var wording = version
      if own != .named { wording.by = nil }
      seen.sight = min(seen.sight, own)
      seen.wordings.append(wording)
    }
    seen.fields = seen.fields.filter { !$0.value.isEmpty }
    return seen
  }

  /// Without a name, the take in which it was written would still tell of fewer than five: those of one group's or
  /// person's own way, or those who came too late.
  private func pointsAtFew(_ entry: Entry) -> Bool {
    let people = Set(state.takes[entry.run.take - 1].parts.flatMap(\.members))
    if people.count < SessionEngine.smallestShownGroup, people.count < state.roster.people.count { return true }
    guard entry.isLate else { return false }
    let late = (state.outcomes[state.outcomeOfEntry[entry.id] ?? ""]?.entries ?? []).filter {
      $0.isLate && $0.run.take == entry.run.take
    }
    return Set(late.map { $0.author?.raw ?? $0.id.raw }).count < SessionEngine.smallestShownGroup
  }

  /// A field may have been filled in a step of its own, which may have been more private than the entry's.
  private func sight(of version: Entry.Version, of entry: Entry, in outcome: String) -> Sight {
    guard let take = version.take, take != entry.run.take, state.takes.indices.contains(take - 1) else { return .named }
    let runs = state.takes[take - 1].runs.filter { run in
      guard case .fill? = engine.activity(of: run.id, state)?.kind else { return false }
      return run.outcome == outcome || run.ballot.contains(.entry(entry.id))
    }
    return runs.map { engine.sightOfMarks(in: $0, state, for: .record) }.min() ?? .named
  }

  /// Gives unnamed entries ids that follow their words, not their time, their sender or their author.
  private mutating func nameUnnamed(in outcome: String) {
    let all = state.outcomes[outcome]?.entries ?? []
    for entry in all where entries[entry.id]?.sight == .named { entries[entry.id]?.id = entry.id.raw }
    let unnamed = all.filter { entries[$0.id]?.sight == .words }
      .sorted { (entries[$0.id]?.text ?? "", $0.id) < (entries[$1.id]?.text ?? "", $1.id) }
    for (place, entry) in unnamed.enumerated() {
      let id = free("\(outcome)-\(place + 1)")
      entries[entry.id]?.id = id
      wordsInPaths[ThingRef.entry(entry.id).pathWord] = id
    }
    for (place, entry) in all.filter({ entries[$0.id]?.sight == .counted }).enumerated() {
      wordsInPaths[ThingRef.entry(entry.id).pathWord] = "private-\(outcome)-\(place + 1)"
    }
  }

  private func free(_ id: String) -> String {
    var candidate = id
    while state.outcomeOfEntry[EntryID(candidate)] != nil { candidate += "-unnamed" }
    return candidate
  }

  // MARK: Things and texts

  /// A thing with its words as they are, or as they were at a moment, so that a decision names what was decided on.
  func thing(_ thing: ThingRef, at moment: WallTime? = nil) -> ThingRecord {
    switch thing.kind {
    case .entry:
      guard let id = thing.entry, let seen = entries[id], let shown = seen.id else { return .withheld }
      return ThingRecord(id: "entry:\(shown)", label: moment.map { seen.text(at: $0) } ?? seen.text)
    case .group: return ThingRecord(id: thing.description, label: engine.title(ofGroup: thing.id, state))
    case .person, .value: return ThingRecord(id: thing.description, label: engine.label(of: thing, state))
    }
  }

  /// A path in which no entry's id tells whose it is.
  func path(_ path: InstancePath) -> String {
    guard !wordsInPaths.isEmpty, path.raw.utf8.contains(UInt8(ascii: "@")) else { return path.raw }
    return path.raw.split(separator: "/", omittingEmptySubsequences: false).map { component in
      let parts = component.split(separator: "@", maxSplits: 1)
      guard parts.count == 2 else { return String(component) }
      // What follows the thing: a part or way.
      let word = parts[1].prefix { $0 != "%" }
      return "\(parts[0])@\(wordsInPaths[String(word)] ?? String(word))\(parts[1].dropFirst(word.count))"
    }.joined(separator: "/")
  }

  /// A take's title as it was; words that may not be seen are covered.
  func title(of take: Take) -> String {
    let template = engine.index.element(take.place)?.title(in: engine.language(state))
    return covered(take.title, isDynamic: template?.contains("{") ?? false)
  }

  /// A text the engine made; covered where it could repeat what may not be seen.
  func covered(_ text: String, isDynamic: Bool = true) -> String { isDynamic ? hidden.covered(text) : text }

  /// A text of the method as it reads now, covered likewise.
  func rendered(_ text: LocalizedText, _ scope: Scope) -> String {
    covered(engine.render(text, state, scope), isDynamic: text.raw(in: engine.language(state)).contains("{"))
  }

  // MARK: Runs

  func run(_ id: RunID) -> ActivityRun? { engine.run(id, state) }

  /// Why a run's single entries or marks are kept back.
  func reason(for run: ActivityRun) -> Withheld {
    guard let activity = engine.activity(of: run.id, state) else { return .private }
    return activity.reveal != nil && !run.isRevealed ? .notRevealed : .private
  }

  /// Why an entry is only counted.
  func whyCounted(_ entry: Entry) -> Withheld {
    if entries[entry.id] == nil { return .tooMany }
    if engine.sight(of: entry, state, for: .record) != .counted { return .fewerThanFive }
    return run(entry.run).map { reason(for: $0) } ?? .private
  }

  /// What screens follow, too.
  var privacy: MarkPrivacy { MarkPrivacy(engine, state) }

  /// Why figures over a run's marks are kept back; `nil` when they may be shown.
  func figuresWithheld(_ run: ActivityRun) -> Withheld? {
    privacy.reason(for: run).map { Withheld($0) } ?? (differing.contains(run.id) ? .byDifference : nil)
  }

  /// Why the counts of a decision are kept back.
  func figuresWithheld(
    of recorded: RecordedVerdict, counting runs: [ActivityRun], beside all: [RecordedVerdict]
  ) -> Withheld? {
    let beside = all.filter { $0.run == recorded.run && $0.round == recorded.round }.map(\.verdict)
    return runs.lazy.compactMap { figuresWithheld($0) }.first
      ?? privacy.reason(for: recorded.verdict, of: recorded.run, beside: beside).map { Withheld($0) }
  }

  /// Things of which too few gave a value, without names.
  func thinThings(of run: ActivityRun) -> Set<ThingRef> { privacy.thinThings(of: run) }

  /// The same over all runs of an outcome, replaced ones too, whose figures stay on record.
  func thinThings(ofOutcome name: String) -> Set<ThingRef> {
    (engine.outcome(name, state)?.runs ?? []).compactMap { run($0) }.reduce(into: []) {
      $0.formUnion(thinThings(of: $1))
    }
  }

  /// The same over all current runs of an outcome.
  func figuresWithheld(ofOutcome name: String) -> Withheld? {
    let runs = engine.outcome(name, state)?.runs ?? []
    return runs.lazy.compactMap { run($0) }.filter { state.takes[$0.id.take - 1].isCurrent }
      .compactMap { figuresWithheld($0) }.first
  }

  // MARK: Names

  /// Whose an entry or mark is. A group that is not named must have five members, or it would point at one of them.
  func attribution(_ unit: UnitRef?, _ sight: Sight) -> Attribution {
    guard let unit else { return .notSaid }
    guard sight == .named else {
      if case .part(let key) = unit { return unnamed(part: key) }
      return .withheld
    }
    switch unit {
    case .person(let id): return person(id)
    case .part(Part.roomKey): return .room
    case .part(let key): return part(key)
    case .sheet(let number): return Attribution(kind: .sheet, id: "\(number)", name: nil)
    }
  }

  func attribution(author: PersonID?, _ sight: Sight) -> Attribution {
    guard sight == .named else { return .withheld }
    return author.map { person($0) } ?? .notSaid
  }

  /// Where an unnamed entry was made, unless a group of fewer than five was there.
  func stations(of entry: Entry, _ sight: Sight) -> [ThingRecord] {
    let there = state.takes[entry.run.take - 1].parts.filter { part in
      part.at.map { at in entry.at.allSatisfy { at[$0.key] == $0.value } } ?? false
    }
    let people = Set(there.flatMap(\.members)).count
    guard sight == .named || people >= SessionEngine.smallestShownGroup else { return [] }
    return entry.at.sorted { $0.key < $1.key }.map { thing($0.value, at: moment(of: entry, sight)) }
  }

  /// Of the wording that an entry was about; without a name no closer than its step, or it would tell when it came.
  func moment(of entry: Entry, _ sight: Sight) -> WallTime? {
    sight == .named ? entry.versions.first?.wall : state.takes[entry.run.take - 1].closedWall
  }

  /// The group in which something was written: the owner's own, else the author's.
  func group(of entry: Entry, _ sight: Sight) -> ThingRecord? {
    let parts = state.takes[entry.run.take - 1].parts.filter { $0.kind == .group }
    let own = parts.first { entry.unit == .part($0.key) }
    guard let part = own ?? entry.author.flatMap({ author in parts.first { $0.members.contains(author) } }) else {
      return nil
    }
    guard sight == .named || part.members.count >= SessionEngine.smallestShownGroup else { return nil }
    return ThingRecord(id: "group:\(part.key)", label: engine.title(ofGroup: part.key, state))
  }

  private func person(_ id: PersonID) -> Attribution {
    Attribution(kind: .person, id: id.raw, name: state.roster[id]?.name ?? id.raw)
  }

  private func part(_ key: String) -> Attribution {
    let title =
      engine.method.role(key).map { _ in engine.title(ofRole: key, state) } ?? engine.title(ofGroup: key, state)
    return Attribution(kind: .group, id: key, name: title)
  }

  private func unnamed(part key: String) -> Attribution {
    if key == Part.roomKey { return .room }
    let set = key.split(separator: "/").first.map { String($0) } ?? key
    let size = state.groups[set]?.groups.first { $0.key == key }?.members.count ?? 0
    return size >= SessionEngine.smallestShownGroup ? part(key) : .withheld
  }
}

extension Withheld {
  init(_ reason: MarkPrivacy.Reason) {
    switch reason {
    case .notRevealed: self = .notRevealed
    case .tooFew: self = .fewerThanFive
    }
  }
}
