import MethodModel
import SessionEngine

/// Sorting into clusters, merging, splitting, linking.
extension ScenarioSession {
  mutating func arrange(_ act: ScenarioNode) throws {
    switch act.element {
    case .sort: try sort(act)
    case .merge:
      let entries = try act.items.map { try known($0).id }
      let words = act[.as] ?? ""
      try send(
        act,
        .merge(
          MergeEntries(
            id: newEntry(words), entries: entries, fields: ["text": words], carries: act[.carries] == "yes")))
    case .split:
      let entry = try known(act[.entry] ?? "")
      let parts = act.items.map { SplitEntry.Part(id: newEntry($0), fields: ["text": $0]) }
      try send(act, .split(SplitEntry(entry: entry.id, parts: parts)))
    default: try link(act)
    }
  }

  private func known(_ words: String) throws -> Entry {
    guard let entry = entry(words) else {
      throw Trouble.nothingSuch(words, among: state.outcomes.values.flatMap(\.entries).map(\.text).sorted())
    }
    return entry
  }

  /// Into the cluster of that name, which begins if there is none; out of theirs without one.
  private mutating func sort(_ act: ScenarioNode) throws {
    let run = run(of: nil)
    let part = try part(act)
    let things = try things(act, in: run)
    var cluster: EntryID?
    var name: String?
    if let wanted = act[.cluster] {
      let home = run.flatMap { state.outcomes[$0.outcome] }
      cluster = home?.entries.last { ScenarioNode.folded($0.text) == wanted && !$0.isRetired }?.id
      if cluster == nil { (cluster, name) = (newEntry(wanted), wanted) }
    }
    for author in people(act, in: run) {
      try send(act, .sort(SortThings(cluster: cluster, name: name, things: things, author: author, part: part)))
    }
  }

  private func things(_ act: ScenarioNode, in run: ActivityRun?) throws -> [ThingRef] {
    try act.items.map { words in
      guard let thing = find(words, in: run) else { throw nothingSuch(words, in: run) }
      return thing
    }
  }

  private mutating func link(_ act: ScenarioNode) throws {
    let run = run(of: nil)
    let part = try part(act)
    guard let from = find(act[.from] ?? "", in: run) else { throw nothingSuch(act[.from] ?? "", in: run) }
    guard let to = find(act[.to] ?? "", in: run) else { throw nothingSuch(act[.to] ?? "", in: run) }
    for author in people(act, in: run) {
      let id = newEntry("\(act[.from] ?? "")-\(act[.to] ?? "")")
      try send(
        act, .link(LinkThings(id: id, from: from, to: to, word: act[.word], author: author, part: part)))
    }
  }
}

extension ScenarioSession {
  /// What became of an action, which is known by its words.
  func change(_ act: ScenarioNode) -> ChangeAction {
    let action = state.actions.first { $0.text == act.text }?.id ?? act.text
    return switch act[.as] {
    case "done": ChangeAction(action, .done)
    case "dropped": ChangeAction(action, .dropped)
    case "moved": ChangeAction(action, .moved(to: act[.due] ?? ""))
    default: ChangeAction(action, .reopened)
    }
  }
}
