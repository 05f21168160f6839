package import MethodModel

/// One asking of a vote, a rating or signals.
package struct BallotRecord: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case dots, approval, ranking, rating, signal, placement

    /// What a mark's number counts.
    var unit: MarkUnit {
      switch self {
      case .dots: .dots
      case .approval: .approvals
      case .ranking: .points
      case .rating: .scale
      case .placement: .axis
      case .signal: .signals
      }
    }
  }

  /// What the numbers of a ballot count or measure.
  package enum MarkUnit: String, Codable, Sendable, Hashable, CaseIterable {
    case dots, approvals, signals
    /// For a place: m for the first of m, 1 for the last.
    case points
    /// Points of the scale by their numbers, else by their order.
    case scale
    case axis
  }

  /// A point of the scale, or a signal.
  package struct Answer: Codable, Sendable, Hashable {
    package var id: String
    @OrNull package var number: Figure?
    package var label: String
  }

  /// One of the directions in which things were placed.
  package struct Axis: Codable, Sendable, Hashable {
    /// What stands as the criterion of its marks.
    package var id: String
    package var label: String
    /// Lowest first.
    package var points: [Answer]
  }

  /// By what things were rated.
  package struct Criterion: Codable, Sendable, Hashable {
    /// What stands as the criterion of its marks.
    package var id: String
    package var label: String
  }

  /// One mark as it stood in the end.
  package struct Mark: Codable, Sendable, Hashable {
    package var by: Attribution
    package var thing: ThingRecord
    @OrNull package var criterion: String?
    /// `null`: a pass, or "don't know".
    @OrNull package var value: String?
    /// What the value counts.
    @OrNull package var number: Figure?
    @OrNull package var reason: String?
    package var late: Bool
  }

  /// A count that was entered for the whole room.
  package struct Tally: Codable, Sendable, Hashable {
    package var thing: ThingRecord
    package var total: Figure
    @OrNull package var ballots: Int?
  }

  /// Figures over the marks on one thing, late ones and passes left out.
  package struct Statistics: Codable, Sendable, Hashable {
    package var thing: ThingRecord
    @OrNull package var criterion: String?
    /// No later asking about this thing counts in its place.
    package var newest: Bool
    @OrNull package var withheld: Withheld?
    /// Values given.
    @OrNull package var n: Int?
    @OrNull package var passes: Int?
    @OrNull package var median: Figure?
    @OrNull package var mean: Figure?
    @OrNull package var min: Figure?
    @OrNull package var max: Figure?
    @OrNull package var spread: Figure?
    /// For votes, with what was entered as a tally.
    @OrNull package var sum: Figure?
    /// How many gave each value.
    package var counts: [String: Int]
  }

  /// `<take>.<activity>`
  package var id: String
  package var kind: Kind
  package var unit: MarkUnit
  package var place: PlaceRecord
  package var round: Int
  /// Not replaced by another run.
  package var counts: Bool
  package var closed: Bool
  package var revealed: Bool
  package var namesShown: Bool
  @OrNull package var scale: String?
  package var ordered: Bool
  package var answers: [Answer]
  /// Of a placement: across, then up.
  package var axes: [Axis]
  /// Of a rating by several.
  package var criteria: [Criterion]
  /// Dots, approvals or places of each voter.
  @OrNull package var budget: Int?
  package var things: [ThingRecord]
  package var entitled: Int
  package var present: Int
  /// `null` where not all of the paper was entered.
  @OrNull package var answered: Int?
  /// What was to be typed of what stands on paper; `null`: every answer.
  @OrNull package var enter: Activity.Enter?
  package var marks: [Mark]
  /// Why there are no single marks here.
  @OrNull package var withheld: Withheld?
  package var tallies: [Tally]
  package var statistics: [Statistics]
}

extension BallotRecord {
  /// A criterion as people call it.
  package func words(ofCriterion id: String?) -> String? {
    id.map { id in criteria.first { $0.id == id }?.label ?? id }
  }
}

/// What was taken of some things, by a unit's own choice or by rank or condition.
package struct SelectionRecord: Codable, Sendable, Hashable {
  /// `<outcome>#<n>`, in the order in which they were made.
  package var id: String
  package var place: PlaceRecord
  package var round: Int
  /// Not replaced by a later round or run.
  package var counts: Bool
  @OrNull package var at: Moment?
  /// `choice`, `condition` or `rank`.
  package var rule: String
  package var by: Attribution
  package var among: [ThingRecord]
  package var taken: [ThingRecord]
  package var rest: [ThingRecord]
  package var scores: [ScoreRecord]
  @OrNull package var withheld: Withheld?
  @OrNull package var remark: String?
}

/// One option's score.
package struct ScoreRecord: Codable, Sendable, Hashable {
  package var thing: ThingRecord
  @OrNull package var score: Figure?
  /// It meets the threshold or condition.
  package var holds: Bool
  /// Of which round of the marks the score is, where a run-off scored some options anew.
  @OrNull package var round: Int?
}

/// A decision by a rule.
package struct DecisionRecord: Codable, Sendable, Hashable {
  /// Somebody who did not go along.
  package struct Dissent: Codable, Sendable, Hashable {
    package var by: Attribution
    package var value: String
    @OrNull package var reason: String?
  }

  /// An objection or concern, and how it ended.
  package struct Raised: Codable, Sendable, Hashable {
    /// The entry that holds its words; `null` where they may not be seen.
    @OrNull package var entry: String?
    @OrNull package var text: String?
    /// `open`, `qualified`, `concern`, `resolved` or `withdrawn`; `null` for concerns.
    @OrNull package var status: String?
    package var by: Attribution
  }

  /// `<outcome>#<n>`, in the order in which they were made.
  package var id: String
  package var outcome: String
  /// The part that decided for itself; `null` where one decided for all.
  @OrNull package var part: Attribution?
  package var place: PlaceRecord
  package var round: Int
  package var at: Moment
  /// Not replaced by a later round, verdict or run.
  package var counts: Bool
  package var rule: String
  package var about: [ThingRecord]
  package var result: String
  package var winners: [ThingRecord]
  package var rest: [ThingRecord]
  /// Who was entitled to take part.
  package var electorate: [Attribution]
  package var entitled: Int
  package var present: Int
  /// `null` where not all of the paper was entered.
  @OrNull package var answered: Int?
  @OrNull package var quorum: Figure?
  @OrNull package var threshold: Figure?
  /// What a share is taken of: `given`, `present` or `entitled`.
  package var among: String
  /// How silence counts: `blocks` or `passes`.
  package var silence: String
  package var scores: [ScoreRecord]
  /// How many gave each signal.
  package var signals: [String: Int]
  /// Why there are no scores or signals here.
  @OrNull package var figuresWithheld: Withheld?
  package var dissent: [Dissent]
  @OrNull package var dissentWithheld: Withheld?
  package var objections: [Raised]
  package var concerns: [Raised]
  @OrNull package var remark: String?
  @OrNull package var reason: String?
  /// Who chose where one decides, the last one's choice being that which holds.
  package var chosenBy: [Attribution]
}
