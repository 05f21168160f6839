extension SessionState {
  mutating func fork(_ content: TracksForked) {
    let parent = focus
    // A journal with holes may fork a track out of itself, which would never end.
    let around = lineage(of: parent)
    let starts = content.tracks.filter { !around.contains($0.frame.path) }
    let fork = Fork(place: content.place, tracks: starts.map(\.frame.path))
    for start in starts {
      var track = Track(id: start.frame.path, title: start.title, parent: parent)
      track.origin = fork
      track.base = frames.count
      track.frames = frames + [start.frame]
      tracks[track.id] = track
    }
    leaf = .fork(fork)
  }

  /// A track and those it came out of.
  private func lineage(of id: TrackID) -> Set<TrackID> {
    var line: Set<TrackID> = []
    var next: TrackID? = id
    while let current = next, line.insert(current).inserted { next = tracks[current]?.parent }
    return line
  }

  mutating func focus(_ content: TrackFocused) {
    guard tracks[content.track] != nil else { return }
    if content.remembersOrigin ?? false { rememberOrigin(leaving: content.leaving) }
    takeUp(content.track)
    focus = content.track
    if let take = origin?.take, leaf == .take(take) { origin = nil }
  }

  /// Puts everything that waits for a track back to where it waited.
  private mutating func takeUp(_ id: TrackID) {
    guard let track = tracks[id], let parent = track.parent, let origin = track.origin else { return }
    tracks[id]?.isDone = false
    if tracks[parent]?.leaf != .fork(origin) {
      tracks[parent]?.frames = Array(track.frames.prefix(track.base))
      tracks[parent]?.leaf = .fork(origin)
    }
    takeUp(parent)
  }

  mutating func finish(_ content: TrackDone) {
    tracks[content.track]?.isDone = true
    tracks[content.track]?.leaf = .none
    tracks[content.track]?.result = content.result
  }
}
