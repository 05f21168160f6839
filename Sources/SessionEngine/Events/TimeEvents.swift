/// A leaf got another allotment.
package struct PlanChanged: EventContent {
  package static let type = "planChanged"
  package var take: Int
  /// Seconds in all.
  package var allotted: Int
  /// An undo brings the earlier allotment back.
  package var takesBack: Bool?
  package var asBody: EventBody { .planChanged(self) }
}

/// The leaves to come got other times, or the end was moved.
package struct Replanned: EventContent {
  package static let type = "replanned"
  /// Seconds of one open leaf in all.
  package struct Allotment: Hashable, Sendable, Codable {
    package var take: Int
    package var seconds: Int
  }

  /// Whole hundredths that are taken from each leaf when it opens, of what it may give.
  package var percent: Int
  /// Places that are left out.
  package var skipped: [String]
  /// The only places that give something; `nil`: all.
  package var only: [String]?
  package var allotments: [Allotment]
  /// When it is to end, where that was moved: in seconds since the start that count.
  package var agreedEnd: Int?
  /// The way that was chosen, and what it costs, in words.
  package var title: String
  /// An undo brings an earlier plan back.
  package var takesBack: Bool?
  package var asBody: EventBody { .replanned(self) }

  var isTakenBack: Bool { takesBack ?? false }

  package var cutting: Cutting {
    Cutting(percent: percent, skipped: Set(skipped), only: only.map { Set($0) })
  }
}

/// Somebody's turn has used its time.
package struct TurnUp: EventContent {
  package static let type = "turnUp"
  package var take: Int
  package var asBody: EventBody { .turnUp(self) }
}

/// Clocks of steps stand still.
package struct Paused: EventContent {
  package static let type = "paused"
  package var asBody: EventBody { .paused(self) }
}

/// The session goes on.
package struct Resumed: EventContent {
  package static let type = "resumed"
  /// Seconds between the last event and now by the wall clock; lost to the meeting, not to the step.
  package var gap: Int
  package var asBody: EventBody { .resumed(self) }
}

/// A cue's moment has come.
package struct CueFired: EventContent {
  package static let type = "cueFired"
  package var take: Int
  /// The cue's number among the step's cues, from 0.
  package var index: Int
  package var asBody: EventBody { .cueFired(self) }
}

/// A leaf's time is up.
package struct TimeUp: EventContent {
  package static let type = "timeUp"
  package var take: Int
  package var asBody: EventBody { .timeUp(self) }
}

/// What was done from that event on has been taken back by the events before this one.
package struct UndoMade: EventContent {
  package static let type = "undoMade"
  package var until: Int
  package var asBody: EventBody { .undoMade(self) }
}
