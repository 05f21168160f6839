import MethodModel

extension MethodDecoder {
  /// The flow elements among the children of a body.
  func flow(_ parent: MethodTree.ID) -> [FlowElement] { tree.children(of: parent).compactMap(element) }

  /// A flow element, or `nil` for anything else.
  private func element(_ id: MethodTree.ID) -> FlowElement? {
    guard let kind = kind(of: id) else { return nil }
    return FlowElement(
      id: placeIDs.id(of: id), mode: tree.mode(of: id), rounds: tree.range(.inRound, of: id), kind: kind)
  }

  private func kind(of id: MethodTree.ID) -> FlowElement.Kind? {
    switch tree.name(of: id) {
    case .phase: .phase(phase(id))
    case .step: .step(step(id))
    case .break:
      .rest(Break(timebox: timebox(id), floats: tree.isYes(.float, of: id), title: tree.text(.title, of: id, language)))
    case .repeat: .loop(loop(id))
    case .forEach: .each(forEach(id))
    case .rotate: .rotate(rotate(id))
    case .parallel: .parallel(Parallel(phases: flow(id)))
    case .meeting, .window:
      .meeting(
        Meeting(
          lasts: tree.span(.lasts, of: id), minutes: tree.range(.minutes, of: id),
          title: tree.text(.title, of: id, language), body: flow(id)))
    case .branch: .branch(branch(id))
    case .choice: .choice(choice(id))
    case .checkpoint: .checkpoint(checkpoint(id))
    case .use: use(id).map { .use($0) }
    case .back:
      .back(
        Back(
          to: tree.value(.to, of: id) ?? "", atMost: tree.count(.atMost, of: id),
          subject: tree.value(.for, of: id).flatMap { try? ExpectedForm.operand($0) }))
    case .end: .end(End(name: tree.value(.as, of: id) ?? "", text: tree.text(.text, of: id, language)))
    default: nil
    }
  }

  private func phase(_ id: MethodTree.ID) -> Phase {
    Phase(
      with: participation(of: id), clock: tree.word(.clock, of: id) ?? .shared,
      optional: tree.isYes(.optional, of: id), title: tree.text(.title, of: id, language),
      tips: tree.texts(.tip, of: id, language), body: flow(id))
  }

  private func step(_ id: MethodTree.ID) -> Step {
    Step(
      title: tree.text(.title, of: id, language), timebox: timebox(id), with: participation(of: id) ?? .room,
      voice: tree.word(.voice, of: id) ?? .spoken, turn: tree.span(.turn, of: id),
      order: tree.names(.order, of: id),
      silent: tree.names(.silent, of: id), listens: tree.names(.listens, of: id),
      onOverrun: tree.word(.onOverrun, of: id) ?? .ask,
      optional: tree.isYes(.optional, of: id), contents: tree.children(of: id).compactMap(content))
  }

  private func content(_ id: MethodTree.ID) -> Step.Content? {
    guard !tree[id].isTranslation else { return nil }
    if let activity = activity(id) { return .activity(activity) }
    guard let audience = audience(id) else { return nil }
    return .text(
      StepText(
        audience: audience, mode: tree.mode(of: id), rounds: tree.range(.inRound, of: id),
        text: tree.localized(id, language)))
  }

  private func audience(_ id: MethodTree.ID) -> StepText.Audience? {
    switch tree.name(of: id) {
    case .say: .say
    case .tip: .tip
    case .do: .role(tree.value(.role, of: id) ?? Role.facilitator)
    case .cue: .cue(at: tree.value(.at, of: id).flatMap { try? DurationForm.moment($0) } ?? CueMoment(.seconds(0)))
    case .show:
      .show(
        Showing(
          of: tree.source(.of, of: id),
          stats: words(of: tree.value(.stats, of: id) ?? "").compactMap { Measure(rawValue: $0.word) },
          change: tree.value(.change, of: id).map { $0 == "last-round" ? .lastRound : .earlier($0) },
          within: tree.sources(.in, of: id), except: tree.sources(.except, of: id), filters: tree.filters(of: id),
          order: tree.source(.order, of: id), isRising: tree.isYes(.rising, of: id)))
    default: nil
    }
  }

  private func timebox(_ id: MethodTree.ID) -> Timebox {
    Timebox(
      time: tree.value(.time, of: id).flatMap { try? DurationForm.time($0) } ?? .sum(terms: [], atMost: nil),
      shortest: tree.span(.shortest, of: id), longest: tree.span(.longest, of: id),
      cut: tree.word(.cut, of: id) ?? .shorten)
  }

  private func loop(_ id: MethodTree.ID) -> Repeat {
    var body: [FlowElement] = []
    var until: Repeat.Until?
    var exhausted: [FlowElement]?
    for child in tree.children(of: id) {
      switch tree.name(of: child) {
      case .until:
        until = condition(in: child).map { Repeat.Until(position: body.count, condition: $0) }
      case .exhausted: exhausted = flow(child)
      default: if let element = element(child) { body.append(element) }
      }
    }
    return Repeat(
      rounds: tree.count(.rounds, of: id) ?? .fixed(1), expect: tree.expectation(of: id), body: body, until: until,
      exhausted: exhausted)
  }

  private func forEach(_ id: MethodTree.ID) -> ForEach {
    ForEach(
      itemOf: tree.source(.itemOf, of: id) ?? SourceRef(name: ""), name: tree.value(.as, of: id) ?? "",
      within: tree.sources(.in, of: id), except: tree.sources(.except, of: id), filters: tree.filters(of: id),
      order: order(of: id), isRising: tree.isYes(.rising, of: id), limit: tree.span(.within, of: id),
      atEnd: tree.word(.atEnd, of: id) ?? .ask,
      atOnce: tree.isYes(.atOnce, of: id), rest: tree.value(.rest, of: id),
      body: flow(id))
  }

  private func rotate(_ id: MethodTree.ID) -> Rotate {
    Rotate(
      move: tree.source(.move, of: id) ?? SourceRef(name: ""), along: tree.names(.along, of: id),
      through: tree.source(.through, of: id) ?? SourceRef(name: ""), name: tree.value(.as, of: id),
      stay: tree.names(.stay, of: id), neverOwn: tree.value(.never, of: id) == "own",
      rounds: tree.count(.rounds, of: id), changeover: tree.span(.changeover, of: id), body: flow(id))
  }

  private func order(of id: MethodTree.ID) -> ForEach.Order {
    switch tree.value(.order, of: id) {
    case nil, "made": .made
    case "drawn": .drawn
    case .some(let marks): .ranked(SourceRef(path: marks))
    }
  }

  private func branch(_ id: MethodTree.ID) -> Branch {
    let arms = tree.children(of: id).compactMap { child -> Branch.Arm? in
      guard tree.name(of: child) == .when, let condition = condition(in: child) else { return nil }
      return Branch.Arm(condition: condition, body: flow(child))
    }
    return Branch(arms: arms, otherwise: tree.child(.otherwise, of: id).map(flow))
  }

  private func choice(_ id: MethodTree.ID) -> Choice {
    let options = tree.children(of: id).compactMap { child -> Choice.Option? in
      guard tree.name(of: child) == .option else { return nil }
      return Choice.Option(
        id: tree.value(.id, of: child) ?? "", title: tree.text(.title, of: child, language), body: flow(child))
    }
    return Choice(
      by: tree.value(.by, of: id) ?? Role.facilitator, question: tree.text(.question, of: id, language),
      options: options)
  }

  private func checkpoint(_ id: MethodTree.ID) -> Checkpoint {
    let rework = tree.child(.rework, of: id)
    let stop = tree.child(.stop, of: id)
    return Checkpoint(
      by: tree.value(.by, of: id) ?? Role.facilitator, timebox: timebox(id),
      question: tree.text(.question, of: id, language),
      criteria: tree.child(.criteria, of: id).map(conditions) ?? [], pass: tree.child(.pass, of: id).map(flow),
      rework: rework.map(flow), stop: stop.map(flow), reworkWhen: rework.flatMap(ownWhen),
      stopWhen: stop.flatMap(ownWhen))
  }

  /// The condition of a `when` directly inside a way out.
  private func ownWhen(_ id: MethodTree.ID) -> Condition? {
    tree.child(.when, of: id).flatMap { condition(in: $0) }
  }
}
