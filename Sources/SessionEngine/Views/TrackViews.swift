import MethodModel

extension SessionEngine {
  /// What goes on beside each other now.
  func trackViews(_ state: SessionState, elapsed: Int) -> [TrackView] {
    guard state.tracks.count > 1 else { return [] }
    let list = state.trackList
    return list.count < 2 ? [] : list.map { view(of: $0, state, elapsed: elapsed) }
  }

  private func view(of track: Track, _ state: SessionState, elapsed: Int) -> TrackView {
    var view = TrackView(
      id: track.id, title: title(of: track, state), at: "", remaining: nil, isTimeUp: false, firedCues: [],
      isDone: track.isDone,
      isFocused: track.id == state.focus)
    switch track.leaf {
    case .take(let number):
      let take = state.takes[number - 1]
      view.at = take.title
      view.remaining = take.allotted - take.used(at: state.clock.running(at: elapsed))
      view.isTimeUp = take.isTimeUp
      view.firedCues = firedCues(of: take, state, scope(of: take))
    case .stop(let stop): view.at = stop.question
    case .none, .fork: break
    }
    return view
  }

  /// Its own title after those of the tracks around it.
  private func title(of track: Track, _ state: SessionState) -> String {
    guard let parent = track.parent.flatMap({ state.tracks[$0] }), parent.parent != nil else { return track.title }
    return "\(title(of: parent, state)), \(track.title)"
  }
}
