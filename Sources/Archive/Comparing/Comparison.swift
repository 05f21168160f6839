package import MethodModel
package import Outcomes

/// One method in many sessions, side by side: what came out, how long it took, and where rooms left the method's way.
///
/// Every row has a cell for each session, in the order of `sessions`; nil where that session has nothing there.
package struct Comparison: Sendable {
  /// The oldest first; of several copies of a session the first by name.
  package var sessions: [SessionCard] = []
  /// Folders that were left out because another one holds the same session.
  package var copies: [String] = []
  package var steps: [Step] = []
  package var outcomes: [Outcome] = []
  package var figures: [Figures] = []
  package var verdicts: [Verdict] = []
  package var deviations: [Deviation] = []

  /// A step, checkpoint or break of the method; laps and things of a loop count together.
  package struct Step: Sendable {
    package struct Cell: Sendable, Hashable {
      /// Of the runs that count, in seconds.
      package var planned: Int
      /// Of the runs that count, in seconds.
      package var used: Int
      /// Those that were replaced, too.
      package var runs: Int
      package var isSkipped: Bool
      package var reason: String?
    }

    package var id: String
    package var title: String
    package var cells: [Cell?]
  }

  /// How many things that count were written under a name.
  package struct Outcome: Sendable {
    package struct Cell: Sendable, Hashable {
      package var entries: Int
      /// Those of which only the number may be known, and why.
      package var keptBack: Int
      package var why: Withheld?
    }

    package var id: String
    package var title: String
    package var cells: [Cell?]
  }

  /// Figures over the newest marks on one thing or criterion; things are the same when their words are.
  package struct Figures: Sendable {
    package struct Cell: Sendable, Hashable {
      /// Why there are no figures, where there could be.
      package var withheld: Withheld?
      package var n: Int?
      package var median: Number?
      package var mean: Number?
      package var least: Number?
      package var most: Number?
      package var spread: Number?
      package var sum: Number?
      /// Of things that were put into zones: how many put it where, most first.
      package var zone: String?
    }

    package var outcome: String
    /// What people call the outcome.
    package var title: String
    package var label: String
    package var cells: [Cell?]
  }

  /// A decision, checkpoint or choice.
  package struct Verdict: Sendable {
    /// A result for each subject or part: of its attempts the newest that counts.
    package struct Result: Sendable, Hashable {
      package var title: String
      package var result: String
      package var winners: String?
      package var isOverruled: Bool
      package var reason: String?
      /// How often this subject came up in its round.
      package var attempts: Int
    }

    package struct Cell: Sendable, Hashable {
      package var results: [Result]
    }

    package var id: String
    package var title: String
    package var cells: [Cell?]
  }

  /// A way in which a room left the method's way.
  package struct Deviation: Sendable, Hashable {
    /// The place of its session in `sessions`.
    package var session: Int
    package var kind: String
    package var subject: String
    package var seconds: Int?
    package var reason: String?

    /// The room did not do what the method says.
    package var changesMethod: Bool { Self.changesMethod(kind) }

    /// People who come and go, pauses and interruptions change no method.
    static func changesMethod(_ kind: String) -> Bool {
      !["paused", "interrupted", "arrived-late", "left-early", "moved", "withdrawn"].contains(kind)
    }
  }
}
