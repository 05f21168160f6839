/// A track by the path of its own first frame; the main one by the agenda's.
package typealias TrackID = InstancePath

/// One of the positions that a session has at the same time.
///
/// Where a session forks, the track that was on its way waits, and each of the new ones goes through a body of its own.
/// A child's frames begin with those of its parent, so that what is read in it is read as if it stood there alone.
package struct Track: Hashable, Sendable {
  package var id: TrackID
  /// The phase, part or thing it is for; empty for the main track.
  package var title: String
  /// `nil`: the main track.
  package var parent: TrackID?
  /// Where it began, with those that began beside it.
  package var origin: Fork?
  package var frames: [Frame] = []
  package var leaf: Leaf = .none
  /// How many of the frames are the parent's.
  package var base = 0
  package var isDone = false
  /// The name under which an `end` inside ended it for its part.
  package var result: String?

  init(id: TrackID, title: String = "", parent: TrackID? = nil) {
    self.id = id
    self.title = title
    self.parent = parent
  }
}

/// What a track waits for: others that began where it stands.
package struct Fork: Hashable, Sendable {
  /// The element with these tracks.
  package var place: String
  package var tracks: [TrackID]
}

extension SessionState {
  /// The track that the host's commands act on.
  package var track: Track { tracks[focus] ?? Track(id: focus) }

  /// The containers around the present leaf of the focused track, outermost first.
  package var frames: [Frame] {
    get { tracks[focus]?.frames ?? [] }
    set { tracks[focus, default: Track(id: focus)].frames = newValue }
  }

  /// What the focused track stands on.
  package var leaf: Leaf {
    get { tracks[focus]?.leaf ?? .none }
    set { tracks[focus, default: Track(id: focus)].leaf = newValue }
  }

  /// The tracks that stand somewhere now, parents before children, in the order in which they began.
  package var liveTracks: [Track] { live(from: .agenda) }

  private func live(from id: TrackID) -> [Track] {
    guard let track = tracks[id] else { return [] }
    guard case .fork(let fork) = track.leaf else { return [track] }
    return [track] + fork.tracks.flatMap { live(from: $0) }
  }

  /// The tracks beside each other now, done ones too, without those that only wait; empty where nothing has forked.
  package var trackList: [Track] {
    liveTracks.filter { track in
      if case .fork = track.leaf { return false }
      return track.parent != nil
    }
  }

  /// Takes that are open now, in the order in which they were opened.
  package var openTakes: [Take] { openTakeNumbers.map { takes[$0 - 1] } }

  /// The places of the takes that are open now, from 1; in a journal with holes a take may bear another number.
  var openTakeNumbers: [Int] {
    let live = tracks.count > 1 ? liveTracks : [track]
    let numbers = live.compactMap { track in
      if case .take(let number) = track.leaf { number } else { nil as Int? }
    }
    return numbers.sorted().filter { takes.indices.contains($0 - 1) }
  }

  /// A track on which somebody can act at or beneath that one: the first that is not done.
  func active(at id: TrackID) -> TrackID? {
    guard let track = tracks[id], !track.isDone else { return nil }
    guard case .fork(let fork) = track.leaf else { return id }
    return fork.tracks.lazy.compactMap { active(at: $0) }.first
  }

  /// Whether one track waits for the other, through however many forks; a track does for itself.
  func isAncestor(_ id: TrackID, of other: TrackID) -> Bool {
    var next: TrackID? = other
    while let present = next {
      if present == id { return true }
      next = tracks[present]?.parent
    }
    return false
  }
}
