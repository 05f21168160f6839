import MethodModel

/// What came in during one run, for one viewer.
struct EnteredViews {
  var views: [EntryView] = []
  /// How many exist that the viewer may not read.
  var hidden = 0
  /// How many came after the end, and which of them are among what is shown here.
  var late = 0
  var lateOnes: [EntryID] = []
  /// How many each unit has made.
  var counts: [UnitRef: Int] = [:]
}

extension SessionEngine {
  /// Looks at each entry once: there may be thousands, and each is a good deal to copy.
  func entered(
    in run: ActivityRun, _ activity: Activity, _ state: SessionState, for viewer: Viewer
  ) -> EnteredViews {
    var found = EnteredViews()
    var sights = Sights(self, state, for: viewer)
    forEachEntry(in: run, activity, state) { entry in
      if entry.isLate { found.lateOnes.append(entry.id) }
      if let unit = entry.unit { found.counts[unit, default: 0] += 1 }
      let sight = sights.sight(of: entry)
      if sight == .counted { found.hidden += 1 } else { found.views.append(entryView(entry, sight, state)) }
    }
    for entry in state.outcomes[activity.target]?.entries ?? [] where entry.isLate && entry.run == run.id {
      found.late += 1
    }
    return found
  }

  /// Goes through what was entered in a run: things, the document it continues, or the things whose fields it fills.
  func forEachEntry(
    in run: ActivityRun, _ activity: Activity, _ state: SessionState, _ body: (Entry) -> Void
  ) {
    let isFilling = if case .fill = activity.kind { true } else { false }
    if isFilling, !activity.takesNewThings, activity.into == nil, !isTable(activity) {
      for thing in run.ballot { if let entry = state.entry(thing) { body(entry) } }
      return
    }
    let scope = scope(of: state.takes[run.id.take - 1])
    let runs = runsCarried(into: run, state)
    for entry in state.outcomes[activity.target]?.entries ?? [] {
      let isMeant =
        activity.takesNewThings
        ? isRead(entry, state, scope)
        : runs.contains(entry.run) && !entry.isRetired && entry.kind != .document
          || entry.run == run.id && !entry.isRetired
      if isMeant { body(entry) }
    }
  }

  /// A run with those of earlier takes of its step whose things count on: what they brought is there to be mended.
  private func runsCarried(into run: ActivityRun, _ state: SessionState) -> Set<RunID> {
    var runs: Set<RunID> = [run.id]
    var take = state.takes[run.id.take - 1]
    while take.carries, let number = take.supersedes, state.takes.indices.contains(number - 1) {
      take = state.takes[number - 1]
      runs.formUnion(take.runs.map(\.id).filter { $0.activity == run.id.activity })
    }
    return runs
  }

  package func entryView(_ entry: Entry, _ sight: Sight, _ state: SessionState) -> EntryView {
    let named = sight == .named
    let unitTitle: String? =
      switch entry.unit {
      case .part(let key)? where key != Part.roomKey: title(ofGroup: key, state)
      default: nil
      }
    return EntryView(
      id: entry.id, text: FileReference(entry.text)?.name ?? entry.text,
      fields: entry.fields.mapValues { FileReference($0)?.name ?? $0 },
      author: named ? entry.author.flatMap { state.roster[$0]?.name } : nil,
      unit: named || entry.unit?.person == nil ? entry.unit : nil, unitTitle: unitTitle, isLate: entry.isLate,
      members: entry.kind == .cluster ? members(of: entry, state) : entry.members)
  }
}
