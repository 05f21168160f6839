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
    guard let activity = activity(of: entry.run, state), let run = run(entry.run, state) else { return .named }
    if case .person(let person) = viewer, entry.author == person || entry.unit == .person(person) { return .named }
    if case .person(let person) = viewer, holds(person, entry, state) {
      return activity.names == .shown ? .named : .words
    }
    guard
      reaches(viewer, activity, run, owner: entry.unit, state) || names(viewer, entry, activity, run, state)
        || isShown(entry, to: viewer, state)
    else { return .counted }
    return activity.names == .shown ? .named : .words
  }

  /// Whether everybody sees what was entered in a run.
  func isOpenToAll(_ id: RunID, _ state: SessionState) -> Bool {
    guard let activity = activity(of: id, state), let run = run(id, state) else { return true }
    return reaches(.room, activity, run, owner: nil, state) && audience(of: activity, run, state) == .room
  }

  /// Whether a field of an entry names somebody, or a group of theirs: it is for them too, from its moment on.
  private func names(
    _ viewer: Viewer, _ entry: Entry, _ activity: Activity, _ run: ActivityRun, _ state: SessionState
  ) -> Bool {
    guard case .person(let person) = viewer, activity.reveal == nil || run.isRevealed else { return false }
    let fields = entry.kind == .action ? activity.fields + Self.commitmentFields : activity.fields
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
      guard let run = run(id, state), let activity = activity(of: id, state) else { return false }
      let thing = ThingRef.entry(entry.id)
      if run.choices.contains(where: {
        $0.value.contains(thing) && reaches(viewer, activity, run, owner: $0.key, state)
      }) {
        return true
      }
      guard
        state.outcomes[run.outcome]?.verdicts.last(where: { $0.run == id })?.verdict.winners.contains(thing) ?? false
      else { return false }
      if case .person(let person) = viewer {
        return state.takes[id.take - 1].parts.contains { $0.members.contains(person) }
      }
      return reaches(viewer, activity, run, owner: nil, state)
    }
  }

  /// Whether a person has had an entry in hand, or is where it was made, or came there after it: at its station, or with
  /// its sheet in hand.
  private func holds(_ person: PersonID, _ entry: Entry, _ state: SessionState) -> Bool {
    if let visits = state.visits[person] {
      let thing = ThingRef.entry(entry.id)
      if visits.values.contains(where: { $0[thing] != nil }) { return true }
      if entry.at.contains(where: { place, thing in (visits[place]?[thing] ?? 0) >= entry.run.take }) { return true }
    }
    guard !entry.at.isEmpty else { return false }
    return state.openTakes.contains { take in
      take.parts.contains { part in
        part.at != nil && part.members.contains(person) && part.at?.contains { entry.at[$0.key] == $0.value } == true
      }
    }
  }

  /// What may be seen of the single marks of a run; figures over them follow `mayShowFigures`.
  package func sightOfMarks(in run: ActivityRun, _ state: SessionState, for viewer: Viewer) -> Sight {
    guard let activity = activity(of: run.id, state) else { return .named }
    guard reaches(viewer, activity, run, owner: nil, state) else { return .counted }
    guard activity.names == .shown, !pointsAtAuthors(run, activity, state, viewer) else { return .words }
    return .named
  }

  /// Where nobody marks what is theirs, a missing name among the marks would tell whose an unnamed thing is.
  private func pointsAtAuthors(
    _ run: ActivityRun, _ activity: Activity, _ state: SessionState, _ viewer: Viewer
  ) -> Bool {
    let leavesOut: Bool
    switch activity.kind {
    case .vote(let vote): leavesOut = vote.neverOwn
    case .rate(let rating): leavesOut = rating.neverOwn
    default: leavesOut = false
    }
    guard leavesOut, viewer == .record || viewer == .room else { return false }
    return run.ballot.contains { thing in
      state.entry(thing).map { sight(of: $0, state, for: viewer) == .words } ?? false
    }
  }

  /// Figures from fewer than five people are withheld unless their marks are shown with names; before a declared
  /// reveal, always.
  package func mayShowFigures(of run: ActivityRun, _ state: SessionState) -> Bool {
    guard let activity = activity(of: run.id, state) else { return true }
    if activity.reveal != nil, !run.isRevealed { return false }
    let isOpen =
      switch audience(of: activity, run, state) {
      case .room, .group: activity.names == .shown
      case .author, .roles: false
      }
    return isOpen || electorate(of: run, state).answered >= Self.smallestShownGroup
  }

  /// Below this many people a figure could point at one of them.
  package static let smallestShownGroup = 5

  package func run(_ id: RunID, _ state: SessionState) -> ActivityRun? {
    guard state.takes.indices.contains(id.take - 1) else { return nil }
    return state.takes[id.take - 1].runs.first { $0.id == id }
  }

  private func reaches(
    _ viewer: Viewer, _ activity: Activity, _ run: ActivityRun, owner: UnitRef?, _ state: SessionState
  ) -> Bool {
    if activity.reveal != nil, !run.isRevealed { return false }
    switch audience(of: activity, run, state) {
    case .author: return false
    case .room: return true
    case .group:
      switch viewer {
      case .host, .record: return true
      case .room: return state.takes[run.id.take - 1].parts.count <= 1
      case .person(let person): return shares(person, owner, run, state)
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

  private func shares(_ person: PersonID, _ owner: UnitRef?, _ run: ActivityRun, _ state: SessionState) -> Bool {
    let parts = state.takes[run.id.take - 1].parts
    guard let mine = parts.first(where: { $0.members.contains(person) }) else { return false }
    switch owner {
    case .part(let key)?: return mine.key == key
    case .person(let other)?: return mine.members.contains(other)
    case .sheet?, nil: return true
    }
  }
}
