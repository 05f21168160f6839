import MethodModel

/// Things joined by links, as they stand.
package struct Graph: Sendable, Hashable {
  /// One link; a thing that was merged or split is what became of it.
  package struct Link: Sendable, Hashable {
    package let id: EntryID
    package let from: ThingRef
    package let to: ThingRef
    /// What it says; empty when links say nothing.
    package let word: String
  }

  package let nodes: [ThingRef]
  package let links: [Link]

  /// With links away from them and none to them: where a tree begins.
  package var roots: [ThingRef] { nodes.filter { starts.contains($0) && !ends.contains($0) } }
  /// With links to them and none away from them.
  package var leaves: [ThingRef] { nodes.filter { !starts.contains($0) && ends.contains($0) } }
  /// Without any link.
  package var orphans: [ThingRef] { nodes.filter { !starts.contains($0) && !ends.contains($0) } }

  private let starts: Set<ThingRef>
  private let ends: Set<ThingRef>

  init(nodes: [ThingRef], links: [Link]) {
    self.nodes = nodes
    self.links = links
    starts = Set(links.map(\.from))
    ends = Set(links.map(\.to))
  }

  /// Whether links lead from one thing to another.
  func leads(from start: ThingRef, to end: ThingRef) -> Bool {
    var seen: Set<ThingRef> = []
    var waiting = [start]
    while let thing = waiting.popLast() {
      if thing == end { return true }
      guard seen.insert(thing).inserted else { continue }
      waiting += links.filter { $0.from == thing }.map(\.to)
    }
    return false
  }
}

extension SessionEngine {
  /// What an outcome of links holds; with a unit, only its links.
  package func graph(
    of name: String, unit: UnitRef?? = nil, _ state: SessionState, _ scope: Scope
  ) -> Graph {
    guard let content = outcome(name, state) else { return Graph(nodes: [], links: []) }
    let nodes = newestRuns(content, state, scope).flatMap { putUp(in: $0, state) }.uniqued
      .filter { !isRetired($0, state) }
    let entries = currentEntries(content, state, scope).filter { entry in
      entry.kind == .link && entry.members.count == 2 && (unit.map { $0 == entry.unit } ?? true)
    }
    return Graph(nodes: nodes, links: entries.flatMap { links(of: $0, state) })
  }

  func links(of entry: Entry, _ state: SessionState) -> [Graph.Link] {
    let ends = standing(entry.members[1], state)
    return standing(entry.members[0], state).flatMap { from in
      ends.filter { $0 != from }.map { Graph.Link(id: entry.id, from: from, to: $0, word: entry.fields["text"] ?? "") }
    }
  }

  /// The things of a part of an outcome of links; without a part its nodes.
  func thingsOfGraph(_ source: SourceRef, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    let graph = graph(of: source.name, state, scope)
    switch source.part {
    case "links"?: return graph.links.map { .entry($0.id) }.uniqued
    case "leaves"?: return graph.leaves
    case "roots"?: return graph.roots
    case "orphans"?: return graph.orphans
    default: return graph.nodes
    }
  }
}
