import Diagnostics

/// DOT0407: tracks that run at the same time share neither people nor a document.
enum SeparateTracks: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .parallel {
      let tracks = tree.children(of: id).filter { tree.name(of: $0) == .phase }
      checkPeople(tracks, facts, &log)
      checkDocuments(tracks, facts, &log)
    }
  }

  private static func checkPeople(_ tracks: [MethodTree.ID], _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var taken: [String: MethodTree.ID] = [:]
    for track in tracks {
      guard let with = tree.attribute(.with, of: track), isRole(with.value, track, facts) else {
        let range = tree.attribute(.with, of: track)?.valueRange ?? tree.nameRange(of: track)
        log.error(
          .sharedTracks, "this track takes everybody, and nobody can be in two tracks at once", at: range,
          help: "give each track the holders of a role: with=\"…\"")
        return
      }
      if let first = taken[with.value] {
        log.error(
          .sharedTracks, "`\(with.value)` is in two tracks at once", at: with.valueRange,
          help: "give each track other people", see: .init("the other track is here", at: tree.nameRange(of: first)))
      }
      taken[with.value] = track
    }
  }

  private static func isRole(_ name: String, _ node: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    if case .defined(let definition) = facts.meaning(of: name, at: node) { return definition.kind == .role }
    return facts.tree.excused.contains(name)
  }

  private static func checkDocuments(_ tracks: [MethodTree.ID], _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var writers: [String: MethodTree.ID] = [:]
    for track in tracks {
      var own: [String: MethodTree.ID] = [:]
      for id in tree.all where id.index > track.index && id.index < facts.end(of: track) {
        guard tree.name(of: id) == .fill, let target = tree.attribute(.of, of: id) ?? tree.attribute(.into, of: id),
          target.isSound
        else { continue }
        if let first = writers[target.value] {
          log.error(
            .sharedTracks, "two tracks write in `\(target.value)` at the same time", at: target.valueRange,
            help: "let each track write in its own, and put them together after the join",
            see: .init("the other track writes here", at: tree.nameRange(of: first)))
        }
        own[target.value] = id
      }
      writers.merge(own) { first, _ in first }
    }
  }

  static let explanations = [
    Explanation(
      .sharedTracks, title: "tracks that get in each other's way",
      what: "Two tracks of a <parallel> need the same people, or write in the same document.",
      why: "They run at the same time: nobody can sit in two of them, and two groups would overwrite each other.",
      example: .sharedTracks,
      remedy: "Give each track the holders of its own role (one may be filled=\"rest\"), and outcomes of its own.")
  ]
}
