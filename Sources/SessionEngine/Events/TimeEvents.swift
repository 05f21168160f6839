/// A leaf got another allotment.
package struct PlanChanged: EventContent {
  package static let type = "planChanged"
  package var take: Int
  /// Seconds in all.
  package var allotted: Int
  package var asBody: EventBody { .planChanged(self) }
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
