import MethodModel

extension MethodDecoder {
  /// An activity, or `nil` for anything else.
  func activity(_ id: MethodTree.ID) -> Activity? {
    guard let kind = activityKind(id) else { return nil }
    return Activity(
      kind: kind, of: tree.source(.of, of: id), from: tree.source(.from, of: id), within: tree.sources(.in, of: id),
      except: tree.sources(.except, of: id), into: tree.value(.into, of: id),
      by: tree.value(.by, of: id).flatMap { $0 == "everyone" ? nil : $0 },
      per: tree.value(.per, of: id).map(unit), visible: visible(id), reveal: reveal(id),
      names: tree.word(.names, of: id) ?? .shown, capture: tree.word(.capture, of: id) ?? .any,
      enter: tree.word(.enter, of: id) ?? .each, filters: tree.filters(of: id), fields: fields(id),
      shape: tree.name(of: id) == .fill ? tree.word(.shape, of: id) ?? .text : .text, mode: tree.mode(of: id))
  }

  private func activityKind(_ id: MethodTree.ID) -> Activity.Kind? {
    switch tree.name(of: id) {
    case .collect: .collect(limits(id), unique: tree.isYes(.unique, of: id), expect: tree.expectation(of: id))
    case .select: .select(selection(id))
    case .vote: .vote(vote(id))
    case .rate: .rate(rating(id))
    case .cluster: .cluster(limits(id), expect: tree.expectation(of: id))
    case .connect: .connect(connecting(id))
    case .place: .place(placing(id))
    case .fill: .fill(freeze: tree.value(.freeze, of: id), limits: limits(id))
    case .decide: .decide(decide(id))
    case .commit: .commit(limits(id), expect: tree.expectation(of: id))
    default: nil
    }
  }

  private func fields(_ id: MethodTree.ID) -> [Field] {
    guard tree.child(.field, of: id) != nil else { return [] }
    return tree.children(of: id).compactMap { tree.name(of: $0) == .field ? field($0) : nil }
  }

  private func limits(_ id: MethodTree.ID) -> Limits {
    if let exactly = tree.count(.exactly, of: id) { return Limits(atLeast: exactly, atMost: exactly) }
    return Limits(atLeast: tree.count(.atLeast, of: id), atMost: tree.count(.atMost, of: id))
  }

  private func visible(_ id: MethodTree.ID) -> Visible? {
    guard let text = tree.value(.visible, of: id) else { return nil }
    switch text {
    case "author": return .author
    case "group": return .group
    case "room": return .room
    default: return .roles(words(of: text).map(\.word))
    }
  }

  private func reveal(_ id: MethodTree.ID) -> Reveal? {
    switch tree.value(.reveal, of: id) {
    case nil: nil
    case "end-of-step": .endOfStep
    case "all-answered": .allAnswered
    case "host": .host
    case .some(let step): .step(step)
    }
  }

  private func selection(_ id: MethodTree.ID) -> Selection {
    Selection(
      name: tree.value(.as, of: id), limits: limits(id), top: tree.count(.top, of: id),
      rankedBy: tree.source(.rankedBy, of: id), cost: cost(id), measure: tree.word(.measure, of: id) ?? .median,
      weights: tree.source(.weights, of: id), best: tree.word(.best, of: id) ?? .highest,
      ties: tree.word(.ties, of: id) ?? .ask, condition: condition(in: id),
      rest: tree.value(.rest, of: id), expect: tree.expectation(of: id),
      lot: tree.value(.draw, of: id).flatMap { try? NumberForm.lot($0) }.map {
        Selection.Lot($0, mix: tree.names(.mix, of: id))
      })
  }

  private func cost(_ id: MethodTree.ID) -> Selection.Cost? {
    guard let field = tree.value(.cost, of: id), let budget = tree.count(.budget, of: id) else { return nil }
    return Selection.Cost(field: field, budget: budget, isStrict: tree.isYes(.strict, of: id))
  }

  private func vote(_ id: MethodTree.ID) -> Vote {
    Vote(
      kind: tree.word(.kind, of: id) ?? .dots, budget: tree.count(.budget, of: id),
      perItem: tree.count(.perItem, of: id), best: tree.word(.best, of: id) ?? .first,
      neverOwn: tree.value(.never, of: id) == "own", apart: tree.names(.apart, of: id))
  }

  private func rating(_ id: MethodTree.ID) -> Rating {
    Rating(
      scale: tree.value(.scale, of: id) ?? "", criteria: tree.source(.criteria, of: id),
      reason: tree.word(.reason, of: id) ?? .no, neverOwn: tree.value(.never, of: id) == "own",
      apart: tree.names(.apart, of: id))
  }

  private func placing(_ id: MethodTree.ID) -> Placing {
    let names = tree.value(.axes, of: id).map { words(of: $0).map(\.word) } ?? []
    let axes: Placing.Axes? =
      names.count == 2
      ? .scales(names) : names.first.map { .things(SourceRef(path: $0), scale: tree.value(.scale, of: id)) }
    return Placing(axes: axes, zones: tree.source(.zones, of: id))
  }

  private func connecting(_ id: MethodTree.ID) -> Connecting {
    Connecting(
      shape: tree.word(.shape, of: id) ?? .graph,
      words: tree.value(.links, of: id).map { words(of: $0).map(\.word) } ?? [])
  }

  private func decide(_ id: MethodTree.ID) -> Decide {
    Decide(
      rule: tree.word(.rule, of: id) ?? .consent, measure: tree.word(.measure, of: id),
      atLeast: tree.quantity(.atLeast, of: id) ?? tree.quantity(.atMost, of: id),
      best: tree.word(.best, of: id) ?? .highest, among: tree.word(.among, of: id) ?? .given,
      quorum: tree.quantity(.quorum, of: id), ties: tree.word(.ties, of: id) ?? .ask,
      silence: tree.word(.silence, of: id) ?? .blocks)
  }
}
