internal import MethodModel
internal import SessionEngine

extension RecordMaker {
  // MARK: Tracks

  /// In the order of their first takes; those that nobody came to at the end.
  func tracks() -> [TrackRecord] {
    var takes: [TrackID: [Int]] = [:]
    for take in state.takes { takes[take.track, default: []].append(take.number) }
    let tracks = allTracks.filter { $0.parent != nil }.sorted { first, second in
      (takes[first.id]?.first ?? .max, first.id) < (takes[second.id]?.first ?? .max, second.id)
    }
    return tracks.map { track in
      TrackRecord(
        id: lens.path(track.id), title: lens.covered(track.title),
        parent: track.parent.flatMap { $0 == .agenda ? nil : lens.path($0) }, done: track.isDone,
        result: track.result, takes: takes[track.id] ?? [])
    }
  }

  /// Those that there are, or were when the session ended.
  private var allTracks: [Track] {
    Array(state.formerTracks.merging(state.tracks) { former, now in now.parent == nil ? former : now }.values)
  }

  // MARK: Meetings

  func meetings() -> [MeetingRecord] {
    state.meetings.map { held in
      MeetingRecord(
        id: held.opened.place, path: lens.path(held.opened.path), kind: held.opened.closes == nil ? .meeting : .window,
        title: lens.covered(held.opened.title), opened: Moment(held.openedWall), closed: Moment(held.closedWall),
        closes: Moment(held.opened.closes), agreedEnd: held.opened.agreedEnd,
        takes: state.takes.filter { $0.path.isWithin(held.opened.path) }.map(\.number),
        present: held.present.map { named($0) })
    }
  }

  // MARK: Queues

  /// What each for-each went through, as its frames at the takes within it say; for an at-once loop, all its tracks.
  func queues() -> [QueueRecord] {
    var order: [String] = []
    var queues: [String: QueueRecord] = [:]
    func note(_ frame: Frame) {
      guard let queue = frame.queue else { return }
      let path = lens.path(frame.path).prefix(upToThing: frame.place)
      if queues[path] == nil {
        order.append(path)
        queues[path] = QueueRecord(id: frame.place, path: path, reached: [], waiting: [], dropped: [])
      }
      for thing in (queue.done + [queue.current]).map({ lens.thing($0) }) {
        if thing.id == nil || queues[path]?.reached.contains(thing) == false { queues[path]?.reached.append(thing) }
      }
      queues[path]?.waiting = queue.waiting.map { lens.thing($0) }
      queues[path]?.dropped = (queue.dropped ?? []).map { lens.thing($0) }
    }
    var seen: Set<Frame> = []
    for frame in state.takes.flatMap(\.frames) + allTracks.sorted(by: { $0.id < $1.id }).flatMap(\.frames)
    where frame.queue != nil {
      if seen.insert(frame).inserted { note(frame) }
    }
    return order.compactMap { queues[$0] }.map { queue in
      var queue = queue
      queue.waiting.removeAll { queue.reached.contains($0) }
      return queue
    }
  }
}

extension String {
  /// A path up to its last component, without the thing that stands there.
  fileprivate func prefix(upToThing place: String) -> String {
    let parents = split(separator: "/").dropLast().map { String($0) }
    return (parents + [place]).joined(separator: "/")
  }
}
