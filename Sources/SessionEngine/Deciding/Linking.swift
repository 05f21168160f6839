import MethodModel

extension Decision {
  /// A link from one thing to another; a tree refuses a second parent and a circle.
  mutating func link(_ link: LinkThings) throws(Rejection) {
    let (run, activity, take) = try run(link.run)
    guard case .connect(let connecting) = activity.kind else {
      throw Rejection(.notActive, "nothing is linked in this step")
    }
    guard !isLate(run) else { throw Rejection(.frozen, "the links are closed; go back to change them") }
    guard state.outcomeOfEntry[link.id] == nil else {
      throw Rejection(.idReused, "an entry with this id exists; send it anew under another id")
    }
    let author = author(link.author, for: link.part, activity, take)
    let unit = try owner(author: author, part: part(link.part, by: author, take), activity, take)
    for thing in [link.from, link.to] where !engine.isPutUp(thing, in: run, state) {
      throw notHere(thing, "is not among what is linked here")
    }
    try checkSeen([link.from, link.to], by: unit.ref, run)
    let word = try word(of: link, connecting)
    let graph = engine.graph(of: activity.target, unit: unit.named, state, engine.scope(of: take))
    try checkFits(link, word, in: graph, connecting.shape)
    conclude(
      EntryAdded(
        run: run.id, outcome: activity.target, id: link.id, kind: .link, author: author, unit: unit.named,
        fields: word.isEmpty ? [:] : ["text": word], copyOf: nil, about: nil, late: false,
        members: [link.from, link.to]))
    revealWhenComplete(run, adding: unit.named)
  }

  private func label(_ thing: ThingRef) -> String { engine.label(of: thing, state) }

  private func word(of link: LinkThings, _ connecting: Connecting) throws(Rejection) -> String {
    let given = (link.word ?? "").trimmed
    if connecting.words.isEmpty {
      guard given.isEmpty else { throw Rejection(.valueInvalid, "links say nothing here; leave “\(given)” out") }
      return ""
    }
    if given.isEmpty, connecting.words.count == 1 { return connecting.words[0] }
    guard connecting.words.contains(given) else {
      let known = connecting.words.joined(separator: ", ")
      throw Rejection(.valueInvalid, "say what the link means: \(known)")
    }
    return given
  }

  private func checkFits(
    _ link: LinkThings, _ word: String, in graph: Graph, _ shape: Connecting.Shape
  ) throws(Rejection) {
    guard link.from != link.to else {
      throw Rejection(.notATree, "“\(label(link.from))” cannot be linked with itself")
    }
    guard !graph.links.contains(where: { $0.from == link.from && $0.to == link.to && $0.word == word }) else {
      throw Rejection(.notUnique, "these two are linked so already")
    }
    guard shape == .tree else { return }
    if let other = graph.links.first(where: { $0.to == link.to }) {
      throw Rejection(
        .notATree,
        "“\(label(link.to))” hangs under “\(label(other.from))” already, and in a tree nothing has two parents;"
          + " take that link away first")
    }
    guard !graph.leads(from: link.to, to: link.from) else {
      throw Rejection(
        .notATree,
        "“\(label(link.from))” lies under “\(label(link.to))”, so the tree would go round in a circle")
    }
  }
}
