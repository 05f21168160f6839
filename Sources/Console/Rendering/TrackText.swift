import SessionEngine

extension ScreenText {
  /// What goes on side by side: where each stands, and how long it has left.
  func tracks() -> [Line] {
    var page = page()
    page.add("Side by side: \(counted(view.tracks.count, "track")).")
    for (number, track) in view.tracks.enumerated() {
      let left = track.remaining.map { $0 - since }.map {
        $0 >= 0 ? ", \(Minutes.clock($0)) left" : ", \(Minutes.clock(-$0)) over"
      }
      let place = track.isDone ? "done" : "“\(track.at)”\(left ?? "")"
      page.item("\(track.title): \(place)\(track.isFocused ? " (here)" : "")", mark: "\(number + 1)")
    }
    page.add("/track 2 goes over to the second.")
    return page.lines
  }

  /// What has happened in the other tracks since another view: announcements, time that is up, an end.
  func tracks(since old: SessionView) -> [Line] {
    var page = page()
    for track in old.tracks where !track.isDone {
      guard let now = view.tracks.first(where: { $0.id == track.id }) else { continue }
      if now.isDone { page.add("“\(track.title)” is done and waits for the others.") }
      guard !now.isFocused, now.at == track.at else { continue }
      for cue in now.firedCues.dropFirst(track.firedCues.count) {
        page.add("Time cue in “\(track.title)”", cue, .cue)
      }
      if now.isTimeUp, !track.isTimeUp { page.add("Time is up in “\(track.title)”", "“\(now.at)”.", .cue) }
    }
    if !old.tracks.isEmpty, view.tracks.isEmpty, old.tracks.count(where: { !$0.isDone }) == 1 {
      page.add("All tracks are done; everybody goes on together.")
    }
    return page.lines
  }
}
