import MethodModel

extension Decision {
  /// Records what nobody came to, for those who ask for the `rest`, and that there was nothing at all.
  mutating func leaveQueue(_ place: String, rest: [ThingRef], _ scope: Scope, wasEmpty: Bool = false) {
    guard wasEmpty || !rest.isEmpty || isRestNamed(place) else { return }
    emit(QueueLeft(place: place, about: scope.about, circles: scope.circles, rest: rest, wasEmpty: wasEmpty))
  }

  private func isRestNamed(_ place: String) -> Bool {
    if case .each(let each)? = index.element(place)?.kind { each.rest != nil } else { false }
  }

  /// Leaves the innermost frame, which is a for-each's, with what it did not come to.
  mutating func leaveThings(_ queue: ForEachQueue) -> Int {
    guard let place = state.frames.last?.place else { return leaveFrame() }
    let rest = engine.standing(queue.waiting + (queue.dropped ?? []), state)
    leaveQueue(place, rest: rest, outerScope)
    return leaveFrame()
  }

  /// What a for-each still has to go through, once its present thing is done: those born meanwhile at the end, one that
  /// others were merged into where the first of them stood.
  func waiting(after queue: ForEachQueue, of each: ForEach) -> [ThingRef] {
    let known = Set(queue.done + [queue.current] + queue.waiting + (queue.dropped ?? []))
    let born = engine.things(for: each, state, outerScope).filter { !known.contains($0) }
    let done = Set(queue.done + [queue.current] + (queue.dropped ?? []))
    return engine.standing(queue.waiting + born, state).filter { !done.contains($0) }
  }

  // MARK: By hand

  /// Puts the things of the innermost for-each around into another order, takes one out, or adds one.
  mutating func change(_ change: ChangeQueue) throws(Rejection) {
    try requireHost()
    guard let frame = state.frames.last(where: { $0.queue != nil }), var queue = frame.queue,
      case .each(let each)? = index.element(frame.place)?.kind, !each.atOnce
    else { throw Rejection(.noSuchPlace, "nothing is gone through one by one here") }
    let label = engine.openLabel(of: change.thing, state)
    switch change.kind {
    case .first: try moveForward(change.thing, &queue, label)
    case .drop:
      guard queue.waiting.contains(change.thing) else {
        throw Rejection(.unknownThing, "“\(label)” is not waiting; /skip leaves out what is open")
      }
      queue.waiting.removeAll { $0 == change.thing }
      queue.dropped = (queue.dropped ?? []) + [change.thing]
    case .add:
      guard change.thing != queue.current, !queue.waiting.contains(change.thing) else {
        throw Rejection(.unknownThing, "“\(label)” is among them already")
      }
      guard
        engine.things(each.itemOf, state, scope).contains(change.thing) || queue.dropped?.contains(change.thing) == true
      else { throw Rejection(.unknownThing, "“\(label)” is none of \(engine.quoted(each.itemOf, state))") }
      queue.dropped?.removeAll { $0 == change.thing }
      queue.done.removeAll { $0 == change.thing }
      queue.waiting.append(change.thing)
    }
    emit(QueueChanged(path: frame.path, queue: queue, change: "\(label): \(change.kind.words)"))
  }

  private func moveForward(_ thing: ThingRef, _ queue: inout ForEachQueue, _ label: String) throws(Rejection) {
    guard queue.waiting.contains(thing) else {
      throw Rejection(.unknownThing, "“\(label)” is not waiting")
    }
    queue.waiting.removeAll { $0 == thing }
    queue.waiting.insert(thing, at: 0)
  }

  // MARK: Back to some of them

  /// The things that a `back` is for; `nil`: all.
  func subjects(of back: Back) throws(Rejection) -> [ThingRef]? {
    guard let subject = back.subject else { return nil }
    let line = index.ancestry(of: back.to)
    let each = line.lazy.compactMap { [index] place -> ForEach? in
      if case .each(let each)? = index.element(place)?.kind { each } else { nil }
    }.first
    guard let each else { return nil }
    var things: [ThingRef]
    switch subject {
    case .reference(let reference):
      let source = SourceRef(name: reference.name, part: reference.field)
      things = engine.things(source, state, scope)
    case .word(let word): things = engine.things(each.itemOf, state, scope).filter { $0.word == word }
    }
    let known = Set(engine.things(each.itemOf, state, scope))
    things = things.filter { known.contains($0) }
    guard !things.isEmpty else {
      throw Rejection(.noSuchPlace, "there is nothing to go back for in “\(engine.title(ofPlace: back.to, state))”")
    }
    return things
  }

  /// Lets a way back lead through some things only.
  func narrow(_ frames: inout [Frame], _ due: inout [InstancePath], to subjects: [ThingRef], above depth: Int) {
    guard let place = frames.indices.last(where: { $0 > depth && frames[$0].queue != nil }),
      let first = subjects.first, var queue = frames[place].queue
    else { return }
    let all = queue.done + [queue.current] + queue.waiting
    let element = frames[place].place
    queue.current = first
    queue.waiting = Array(subjects.dropFirst())
    queue.done = all.filter { !subjects.contains($0) }
    let parent = frames[place - 1].path
    let old = frames[place].path
    frames[place].queue = queue
    frames[place].path = parent.appending("\(element)@\(first.pathWord)")
    for inner in frames.indices where inner > place {
      frames[inner].path = InstancePath(frames[place].path.raw + frames[inner].path.raw.dropFirst(old.raw.count))
    }
    let kept = Set(subjects.map { parent.appending("\(element)@\($0.pathWord)") })
    let base = parent.appending("\(element)@").raw
    due = Set(due).union(newestPaths(within: kept)).filter { path in
      !path.raw.hasPrefix(base) || kept.contains { path.isWithin($0) }
    }.sorted()
  }

  private func newestPaths(within kept: Set<InstancePath>) -> [InstancePath] {
    state.takes.filter { take in take.isCurrent && kept.contains { take.path.isWithin($0) } }.map(\.path)
  }
}
