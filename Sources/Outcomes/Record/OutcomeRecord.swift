package import MethodModel

/// All that was written under one name.
package struct OutcomeRecord: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case things, documents, tables, clusters, graphs, placements, votes, ratings, selections, decisions
  }

  package var id: String
  package var kind: Kind
  /// From what the method delivers; `null` for what is only used on the way.
  @OrNull package var title: String?
  package var promised: Bool
  /// There is something in it that counts.
  package var delivered: Bool
  package var rounds: Int
  /// What was to be typed of what stands on paper, of several steps the least; `null`: every answer.
  @OrNull package var enter: Activity.Enter?
  /// What was asked for besides the text, in the method's order.
  package var fields: [FieldRecord]
  /// Items, objections, concerns, documents, clusters and links; actions stand here too, with their history.
  package var entries: [EntryRecord]
  /// Entries of which only the number may be known.
  package var withheld: [WithheldCount]
  /// What is joined by links: every thing that was put up and still stands, those without links too.
  package var nodes: [ThingRecord]
  package var ballots: [BallotRecord]
  /// Over all ballots that count together, on things that were put up in several of them.
  package var figures: [BallotRecord.Statistics]
  package var selections: [SelectionRecord]
  package var decisions: [DecisionRecord]
  /// Fields written on values of lists, people and groups.
  package var cells: [CellRecord]
  /// What rests on something that was replaced since, and was neither asked again nor kept.
  package var stale: [StaleRecord]
}

/// What was made in one run of a step, out of date at the end.
package struct StaleRecord: Codable, Sendable, Hashable {
  package var place: PlaceRecord
  /// What was replaced, in words.
  package var why: String
}

/// One thing that was asked for.
package struct FieldRecord: Codable, Sendable, Hashable {
  /// A word to choose, and what it says.
  package struct Choice: Codable, Sendable, Hashable {
    package var id: String
    package var label: String
  }

  package var id: String
  /// `text`, `number`, `minutes`, `date`, `person`, `choice`, `file`, or `thing`: one of what `of` holds.
  package var kind: String
  @OrNull package var of: String?
  package var ask: String
  /// `min` for minutes.
  @OrNull package var unit: String?
  package var required: Bool
  /// `each-value`: at least one entry was wanted for each of its values.
  @OrNull package var cover: String?
  /// Of those values the ids that no entry has, with spaces between.
  @OrNull package var uncovered: String?
  package var choices: [Choice]
}

/// A thing or document with its history.
package struct EntryRecord: Codable, Sendable, Hashable {
  /// New words for a field.
  package struct Wording: Codable, Sendable, Hashable {
    package var field: String
    package var text: String
    /// Without names no times either: they would tell who wrote.
    @OrNull package var at: Moment?
    package var by: Attribution
    /// The take in which it was written; `null` when it was reworded outside of one.
    @OrNull package var take: Int?
    /// Written without having seen the wording before it; both are kept.
    package var rival: Bool
    /// It says something else than the wording before it; else the same in other words.
    package var changed: Bool
  }

  /// The sender's id where names are shown; else `<outcome>-<n>`, so that no id tells whose it is.
  package var id: String
  package var kind: String
  /// The words people read now.
  package var text: String
  /// Every field as it stands.
  package var fields: [String: String]
  /// The first words of every field.
  package var first: [String: String]
  @OrNull package var firstAt: Moment?
  /// Everything written later, oldest first.
  package var rewordings: [Wording]
  /// Wordings that were written where only their author could see them.
  package var withheldWordings: Int
  package var author: Attribution
  package var owner: Attribution
  /// The group in which it was written; `null` where there was none, or where it would tell who wrote.
  @OrNull package var group: ThingRecord?
  package var place: PlaceRecord
  package var round: Int
  /// The subjects around its step, and what it speaks to.
  package var about: [ThingRecord]
  /// The stations or sheets at which it was made, of the rotations around its step.
  package var at: [ThingRecord]
  @OrNull package var copiedFrom: ThingRecord?
  /// The things of a cluster as they were put there; from where to where a link goes.
  package var members: [ThingRecord]
  /// What it was merged or split from.
  package var parents: [ThingRecord]
  /// What it was merged or split into; what stands so is withdrawn too.
  package var successors: [ThingRecord]
  package var withdrawn: Bool
  package var late: Bool
  /// Neither withdrawn, late nor replaced by another run of its step.
  package var counts: Bool
}

/// What was said of something that is no entry.
package struct CellRecord: Codable, Sendable, Hashable {
  package var thing: ThingRecord
  package var fields: [String: String]
  @OrNull package var withheld: Withheld?
}

extension Sequence<BallotRecord.Statistics> {
  /// What counts in the end on each thing: where several askings count together the figures over all of them, else those
  /// of the newest.
  package func standing(with together: [BallotRecord.Statistics]) -> [BallotRecord.Statistics] {
    let several = Set(together.map(\.thing))
    return together + filter { $0.newest && !several.contains($0.thing) }
  }
}

extension KeyedDecodingContainer {
  /// Records of an older form have no figures over several ballots.
  package func decode(_ type: [BallotRecord.Statistics].Type, forKey key: Key) throws -> [BallotRecord.Statistics] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
