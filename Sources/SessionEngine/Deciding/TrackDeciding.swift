import MethodModel

extension Decision {
  /// Begins tracks beside each other, each at its first leaf, and looks after the first of them.
  mutating func fork(_ starts: [TracksForked.Start], at place: String) throws(Rejection) -> Entered {
    guard !starts.isEmpty else { return .passed }
    let parent = state.focus
    emit(TracksForked(place: place, tracks: starts))
    let fork = state.leaf
    for start in starts {
      guard state.status == .running, state.tracks[parent]?.leaf == fork else { return .reached }
      try begin(start.frame.path)
    }
    if state.status == .running, state.tracks[parent]?.leaf == fork { focusActive(at: parent) }
    return .reached
  }

  /// Goes to the first leaf of a track that has not begun.
  private mutating func begin(_ id: TrackID) throws(Rejection) {
    guard let track = state.tracks[id], track.leaf == .none, !track.isDone else { return }
    focus(id)
    try goOn(at: 0)
  }

  /// Looks after a track; nothing is said when that is so already.
  mutating func focus(_ id: TrackID) {
    if id != state.focus { emit(TrackFocused(track: id)) }
  }

  private mutating func focusActive(at id: TrackID) {
    if let active = state.active(at: id) { focus(active) }
  }

  /// The focused track is done: on to the next that is not, or to what comes behind all of them.
  mutating func finishTrack(as result: String? = nil) throws(Rejection) {
    let done = state.track
    guard let parent = done.parent, case .fork(let fork)? = state.tracks[parent]?.leaf else { return }
    emit(TrackDone(track: done.id, result: result))
    let place = fork.tracks.firstIndex(of: done.id) ?? 0
    let others = fork.tracks[(place + 1)...] + fork.tracks[..<place]
    if let next = others.lazy.compactMap({ [state] in state.active(at: $0) }).first { return focus(next) }
    emit(TrackFocused(track: parent))
    try join(fork)
  }

  /// All tracks of a fork are done. Things born meanwhile get tracks of their own before one goes on.
  private mutating func join(_ fork: Fork) throws(Rejection) {
    if case .each(let each)? = index.element(fork.place)?.kind {
      let known = Set(fork.tracks.compactMap { state.tracks[$0]?.id })
      let outer = state.frames.last?.path ?? .agenda
      let born = engine.things(for: each, state, scope).filter { thing in
        let id = outer.appending("\(fork.place)@\(thing.pathWord)")
        return !known.contains(id) && state.tracks[id] == nil
      }
      if !born.isEmpty {
        _ = try self.fork(for: born, at: fork.place)
        return
      }
    }
    try goOn(at: (state.frames.last?.index ?? 0) + 1)
  }

  // MARK: By hand

  /// The host names the track that a command is about.
  mutating func focus(named id: TrackID) throws(Rejection) {
    try requireHost()
    guard let track = state.liveTracks.first(where: { $0.id == id }), let active = state.active(at: track.id) else {
      let known = state.trackList.filter { !$0.isDone }.map(\.title)
      throw Rejection(
        .noSuchPlace,
        known.isEmpty
          ? "nothing goes on beside this" : "that track is done; going on are: \(known.joined(separator: ", "))")
    }
    focus(active)
  }

  /// Makes a track the one that the host looks after, whatever has become of it, and leaves what was open around it.
  ///
  /// Tracks beside it that were left on the way are opened where they stood.
  mutating func takeUp(_ id: TrackID, remembersOrigin: Bool = false) throws(Rejection) {
    let leaving: Int? = if case .take(let number) = state.leaf { number } else { nil }
    let isLive = state.liveTracks.contains { $0.id == id }
    leaveTakes(around: id)
    emit(TrackFocused(track: id, remembersOrigin: remembersOrigin, leaving: leaving))
    guard !isLive else { return }
    for track in state.liveTracks where track.id != id && !track.isDone && track.leaf == .none {
      guard let last = state.takes.last(where: { $0.track == track.id }) else { continue }
      focus(track.id)
      try reenter(last, again: false)
    }
    focus(id)
  }

  /// Closes what is open in tracks that wait for that one, in those it waits for, and in itself.
  func isAround(_ take: Take, _ id: TrackID) -> Bool {
    state.isAncestor(take.track, of: id) || state.isAncestor(id, of: take.track)
  }
}
