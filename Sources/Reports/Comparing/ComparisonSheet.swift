package import Outcomes

/// Sessions with one method side by side, as plain values: what the page of a comparison shows.
///
/// Every row has a cell for each session, in the order of `sessions`; nil where that session has nothing there. Times are
/// whole seconds, days `2026-11-21`.
package struct ComparisonSheet: Sendable {
  /// English where the sessions share no language that reports know.
  package var language: String
  package var title: String
  /// The oldest first.
  package var sessions: [Session]
  package var verdicts: [Row<Verdict>] = []
  package var marks: [Row<Marks>] = []
  package var times: [Row<Time>] = []
  package var amounts: [Row<Amount>] = []
  package var ways: [Way] = []
  package var versions: [VersionChange] = []

  package init(language: String, title: String, sessions: [Session]) {
    self.language = language
    self.title = title
    self.sessions = sessions
  }
}

extension ComparisonSheet {
  package struct Session: Sendable {
    package var folder: String
    package var day: String
    package var method: String
    package var version: String
    package var site: String?
    package var people: Int?
    package var verdict: String?
    /// Of the steps and checkpoints that came up, how many in a hundred were done.
    package var fidelity: Int?
    /// How often the room left the method's way.
    package var changes: Int?
    package var isRehearsal = false
    package var doubt: Doubt?

    /// Why what is told of a session should be taken with care.
    package enum Doubt: String, Sendable {
      case recordAlone = "record-alone"
      case brokenJournal = "broken-journal"
    }

    package init(folder: String, day: String, method: String, version: String) {
      self.folder = folder
      self.day = day
      self.method = method
      self.version = version
    }
  }

  package struct Row<Cell: Sendable>: Sendable {
    /// Rows of one group are drawn on one scale.
    package var group: String?
    package var title: String
    package var cells: [Cell?]

    package init(_ title: String, group: String? = nil, _ cells: [Cell?]) {
      self.group = group
      self.title = title
      self.cells = cells
    }
  }

  /// What was decided at a place: a result for each subject or part that decided for itself.
  package struct Verdict: Sendable {
    package struct Result: Sendable {
      package var result: String
      package var winners: String?
      package var isOverruled: Bool
      package var reason: String?
      /// How often this subject came up.
      package var attempts: Int

      package init(_ result: String, winners: String?, isOverruled: Bool, reason: String?, attempts: Int) {
        self.result = result
        self.winners = winners
        self.isOverruled = isOverruled
        self.reason = reason
        self.attempts = attempts
      }
    }

    package var results: [Result]

    package init(_ results: [Result]) { self.results = results }
  }

  /// How many things that count were written under a name.
  package struct Amount: Sendable {
    package var entries: Int
    /// Those of which only the number may be known, and why.
    package var keptBack: Int
    package var why: Withheld?

    package init(_ entries: Int, keptBack: Int = 0, why: Withheld? = nil) {
      (self.entries, self.keptBack, self.why) = (entries, keptBack, why)
    }

    var all: Int { entries + keptBack }
  }

  /// The newest marks on one thing or criterion: a rating has a median and a range, a vote a sum.
  package struct Marks: Sendable {
    package var n: Int?
    package var median: Figure?
    package var least: Figure?
    package var most: Figure?
    package var sum: Figure?
    package var withheld: Withheld?
    /// Of what was put into zones: how many put it where.
    package var zones: String?

    package init(n: Int?, median: Figure?, least: Figure?, most: Figure?, sum: Figure?, withheld: Withheld?) {
      (self.n, self.median, self.least, self.most) = (n, median, least, most)
      self.sum = sum
      self.withheld = withheld
    }
  }

  /// The runs of a step that count.
  package struct Time: Sendable {
    package var planned: Int
    package var used: Int
    package var isSkipped: Bool

    package init(planned: Int, used: Int, isSkipped: Bool) {
      self.planned = planned
      self.used = used
      self.isSkipped = isSkipped
    }
  }

  /// A way in which a session did not do what the method says.
  package struct Way: Sendable {
    /// The place of its session in `sessions`.
    package var session: Int
    package var kind: String
    package var subject: String
    package var reason: String?

    package init(session: Int, kind: String, subject: String, reason: String?) {
      self.session = session
      self.kind = kind
      self.subject = subject
      self.reason = reason
    }
  }

  /// Two versions of the method that follow each other among the sessions, and how they differ by meaning, in English.
  package struct VersionChange: Sendable {
    package var from: String
    package var to: String
    package var changes: [String]

    package init(from: String, to: String, changes: [String]) {
      self.from = from
      self.to = to
      self.changes = changes
    }
  }
}
