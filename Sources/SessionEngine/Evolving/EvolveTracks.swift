extension SessionState {
  mutating func fork(_ content: TracksForked) {
    let parent = focus
    let names = content.tracks.map(\.frame.path)
    let fork = Fork(place: content.place, tracks: names)
    for start in content.tracks {
      var track = Track(id: start.frame.path, title: start.title, parent: parent)
      track.origin = fork
      track.base = frames.count
      track.frames = frames + [start.frame]
      tracks[track.id] = track
    }
    leaf = .fork(fork)
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
