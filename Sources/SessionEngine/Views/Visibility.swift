package import MethodModel

/// For whom something is shown.
package enum Viewer: Sendable, Hashable {
  case host
  /// A screen that everybody sees.
  case room
  case person(PersonID)
  /// The files that are kept.
  case record
}

/// How much of an entry somebody may see.
package enum Sight: Int, Sendable, Hashable, Comparable {
  /// That it exists, not what it says.
  case counted
  /// The words, not whose they are.
  case words
  case named

  package static func < (left: Sight, right: Sight) -> Bool { left.rawValue < right.rawValue }
}

/// The one place that decides who sees what.
///
/// `visible` names the widest audience and `reveal` from when it has it; without `reveal`, at once. The default
/// audience is the part, under `alone` the author, and after a reveal the circle. What only its author may see stays
/// from the host and from the record, which count it.
extension SessionEngine {
  package func sight(of entry: Entry, _ state: SessionState, for viewer: Viewer) -> Sight {
    self.sight(of: entry, in: sight(in: entry.run, state), state, for: viewer)
  }

  /// `nil` for `sight`: it was entered in no run.
  fileprivate func sight(
    of entry: Entry, in sight: RunSight?, _ state: SessionState, for viewer: Viewer
  ) -> Sight {
    guard let sight else { return .named }
    if case .person(let person) = viewer {
      if entry.author == person || entry.unit == .person(person) { return .named }
      if hadInHand(person, entry, state) || isBeside(person, entry, state) { return sight.open }
    }
    return isShared(entry, sight, with: viewer, state) ? sight.open : .counted
  }

  /// Who sees what was entered in a run; `nil` for one that never was.
  func sight(in id: RunID, _ state: SessionState) -> RunSight? {
    guard let activity = activity(of: id, state), let run = run(id, state) else { return nil }
    return RunSight(activity, run, audience(of: activity, run, state))
  }

  /// Whether an entry is for a viewer because of its audience, of whom it names, or of where it was chosen.
  func isShared(_ entry: Entry, _ sight: RunSight, with viewer: Viewer, _ state: SessionState) -> Bool {
    reaches(viewer, sight, owner: entry.unit, state) || names(viewer, entry, sight, state)
      || isShown(entry, to: viewer, state)
  }

  /// Whether a field of an entry names somebody, or a group of theirs: it is for them too, from its moment on.
  private func names(_ viewer: Viewer, _ entry: Entry, _ sight: RunSight, _ state: SessionState) -> Bool {
    guard case .person(let person) = viewer, sight.isDue else { return false }
    let fields = entry.kind == .action ? sight.activity.fields + Self.commitmentFields : sight.activity.fields
    return fields.contains { field in
      guard let word = entry.fields[field.id], !word.isEmpty else { return false }
      switch field.kind {
      case .person: return word == person.raw || state.roster.named(word)?.id == person
      case .source(let source):
        return state.groups[source.name]?.groups.contains { group in
          (group.key == word || group.number == word) && group.members.contains(person)
        } ?? false
      default: return false
      }
    }
  }

  /// Whether an entry was chosen where the viewer sees the choice: choosing in the open is an act of showing.
  private func isShown(_ entry: Entry, to viewer: Viewer, _ state: SessionState) -> Bool {
    (state.chosenIn[entry.id] ?? []).contains { id in
      guard let sight = sight(in: id, state) else { return false }
      let (thing, run) = (ThingRef.entry(entry.id), sight.run)
      if run.choices.contains(where: { $0.value.contains(thing) && reaches(viewer, sight, owner: $0.key, state) }) {
        return true
      }
      guard
        state.outcomes[run.outcome]?.verdicts.last(where: { $0.run == id })?.verdict.winners.contains(thing) ?? false
      else { return false }
      if case .person(let person) = viewer {
        return state.takes[id.take - 1].parts.contains { $0.members.contains(person) }
      }
      return reaches(viewer, sight, owner: nil, state)
    }
  }

  /// Whether a person has had an entry in hand, or came after it to where it was made: its station, or its sheet.
  func hadInHand(_ person: PersonID, _ entry: Entry, _ state: SessionState) -> Bool {
    guard let visits = state.visits[person] else { return false }
    let thing = ThingRef.entry(entry.id)
    return visits.values.contains { $0[thing] != nil }
      || entry.at.contains { place, thing in (visits[place]?[thing] ?? 0) >= entry.run.take }
  }

  /// Whether a person is where an entry was made, or has its sheet in hand.
  private func isBeside(_ person: PersonID, _ entry: Entry, _ state: SessionState) -> Bool {
    !entry.at.isEmpty && stations(of: person, state).contains { Self.isMade(entry, at: $0) }
  }

  /// Where a person is now, by the place of each rotation around: one answer for each open step that they are in.
  func stations(of person: PersonID, _ state: SessionState) -> [[String: ThingRef]] {
    state.openTakeNumbers.flatMap { number in
      state.takes[number - 1].parts.lazy.filter { $0.at != nil && $0.members.contains(person) }.compactMap(\.at)
    }
  }

  static func isMade(_ entry: Entry, at stations: [String: ThingRef]) -> Bool {
    stations.contains { entry.at[$0.key] == $0.value }
  }

  /// What may be seen of the single marks of a run; figures over them follow `mayShowFigures`.
  package func sightOfMarks(in run: ActivityRun, _ state: SessionState, for viewer: Viewer) -> Sight {
    guard let activity = activity(of: run.id, state) else { return .named }
    let sight = RunSight(activity, run, audience(of: activity, run, state))
    guard reaches(viewer, sight, owner: nil, state) else { return .counted }
    guard activity.names == .shown, !pointsAtAuthors(run, activity, state, viewer) else { return .words }
    return .named
  }

  /// Where nobody marks what is theirs, a missing name among the marks would tell whose an unnamed thing is.
  private func pointsAtAuthors(
    _ run: ActivityRun, _ activity: Activity, _ state: SessionState, _ viewer: Viewer
  ) -> Bool {
    guard activity.excludesOwn, viewer == .record || viewer == .room else { return false }
    return run.ballot.contains { thing in
      state.entry(thing).map { sight(of: $0, state, for: viewer) == .words } ?? false
    }
  }

  /// Figures from fewer than five people are withheld unless their marks are shown with names; before a declared
  /// reveal, always.
  package func mayShowFigures(of run: ActivityRun, _ state: SessionState) -> Bool {
    MarkPrivacy(self, state).reason(for: run) == nil
  }

  /// Below this many people a figure could point at one of them.
  package static let smallestShownGroup = 5

  package func run(_ id: RunID, _ state: SessionState) -> ActivityRun? {
    guard state.takes.indices.contains(id.take - 1) else { return nil }
    return state.takes[id.take - 1].runs.first { $0.id == id }
  }

  private func reaches(_ viewer: Viewer, _ sight: RunSight, owner: UnitRef?, _ state: SessionState) -> Bool {
    guard sight.isDue else { return false }
    switch sight.audience {
    case .author: return false
    case .room: return true
    case .group:
      switch viewer {
      case .host, .record: return true
      case .room: return state.takes[sight.run.id.take - 1].parts.count <= 1
      case .person(let person): return shares(person, owner, sight.run.id, state)
      }
    case .roles(let roles):
      switch viewer {
      case .host: return roles.contains(Role.facilitator)
      case .room, .record: return false
      case .person(let person): return roles.contains { state.roles[$0, default: []].contains(person) }
      }
    }
  }

  /// The widest audience: as declared, else the part; under `alone` the author, or everybody once revealed.
  package func audience(of activity: Activity, _ run: ActivityRun, _ state: SessionState) -> Visible {
    if let visible = activity.visible { return visible }
    let parts = state.takes[run.id.take - 1].parts
    guard parts.contains(where: { $0.kind == .person }) else {
      return parts.contains { $0.kind == .room } ? .room : .group
    }
    return activity.reveal == nil ? .author : .room
  }

  private func shares(_ person: PersonID, _ owner: UnitRef?, _ run: RunID, _ state: SessionState) -> Bool {
    let parts = state.takes[run.take - 1].parts
    guard let mine = parts.first(where: { $0.members.contains(person) }) else { return false }
    switch owner {
    case .part(let key)?: return mine.key == key
    case .person(let other)?:
      if mine.members.contains(other) { return true }
      // Where each writes alone, the group is that of the phase around.
      return mine.kind == .person && !mine.circles.isEmpty
        && parts.contains { $0.members.contains(other) && $0.circles == mine.circles }
    case .sheet?, nil: return true
    }
  }
}

/// Who sees what was entered in each run, found out once for all of its entries.
struct RunSights {
  private var known: [RunID: RunSight?] = [:]

  /// `nil`: there is no such run. The state is that of the first time, for all times.
  mutating func sight(in id: RunID, _ engine: SessionEngine, _ state: SessionState) -> RunSight? {
    if let known = known[id] { return known }
    let sight = engine.sight(in: id, state)
    known[id] = .some(sight)
    return sight
  }
}

/// What one viewer sees of many entries.
struct Sights {
  private let engine: SessionEngine
  private let state: SessionState
  private let viewer: Viewer
  private var runs = RunSights()

  init(_ engine: SessionEngine, _ state: SessionState, for viewer: Viewer) {
    self.engine = engine
    self.state = state
    self.viewer = viewer
  }

  mutating func sight(of entry: Entry) -> Sight {
    engine.sight(of: entry, in: runs.sight(in: entry.run, engine, state), state, for: viewer)
  }
}

/// A run with what decides who sees what was entered in it.
final class RunSight: Sendable {
  let activity: Activity
  let run: ActivityRun
  /// The widest audience.
  let audience: Visible

  init(_ activity: Activity, _ run: ActivityRun, _ audience: Visible) {
    self.activity = activity
    self.run = run
    self.audience = audience
  }

  /// Whether the audience has it already.
  var isDue: Bool { activity.reveal == nil || run.isRevealed }
  /// Whether everybody sees what was entered.
  var isOpenToAll: Bool { isDue && audience == .room }
  /// How much those see who see the words.
  var open: Sight { activity.names == .shown ? .named : .words }
}
