/// What people gave, and the figures over it.
extension Tables {
  private typealias Asked = (outcome: OutcomeRecord, ballot: BallotRecord)

  static func ballotTables(_ record: Record, _ circles: Circles) -> [Table] {
    let asked = record.outcomes.flatMap { outcome in outcome.ballots.map { Asked(outcome, $0) } }
    return [
      ballots(asked, circles), answers(asked), axes(asked), marks(asked, circles),
      statistics(asked, circles), counts(asked),
    ]
  }

  private static func ballots(_ asked: [Asked], _ circles: Circles) -> Table {
    Table(
      "ballots", "Each asking of a vote, a rating or signals.", key: ["ballot_id"], asked,
      [
        .text("ballot_id", "Its id.") { $0.ballot.id },
        .text("outcome", "The outcome.") { $0.outcome.id },
        .word("kind", "What was asked.") { $0.ballot.kind },
        .word("unit", "What its numbers count or measure.") { $0.ballot.unit },
      ] + Column.place(circles) { $0.ballot.place } + [
        .integer("round", "Which round of the outcome it is.") { $0.ballot.round },
        .flag("counts", "Not replaced by another run.") { $0.ballot.counts },
        .text("scale", "The scale's id.") { $0.ballot.scale },
        .flag("names_shown", "People see whose marks they are.") { $0.ballot.namesShown },
        .integer("budget", "Of each voter, in the ballot's unit.", unit: .named) { $0.ballot.budget },
        .integer("entitled", "Units that could take part.", unit: .people) { $0.ballot.entitled },
        .integer("present", "Of those, how many were there.", unit: .people) { $0.ballot.present },
        .integer("answered", "Of those, how many answered.", unit: .people) { $0.ballot.answered },
        .word("enter", "What was to be typed of paper.") { $0.ballot.enter },
        .word("withheld", "Why there are no single marks, or no figures.") { $0.ballot.withheld },
      ])
  }

  private static func answers(_ asked: [Asked]) -> Table {
    let rows = asked.flatMap { asked in
      asked.ballot.answers.enumerated().map { (ballot: asked.ballot, place: $0.offset + 1, answer: $0.element) }
    }
    return Table(
      "answer-options", "The points of each scale, or the signals.", key: ["ballot_id", "value"], rows,
      [
        Column.text("ballot_id", "The ballot.") { $0.ballot.id }.joins("ballots", "ballot_id"),
        .integer("place", "Its place in their order, from 1.") { $0.place },
        .text("value", "The word that marks hold.") { $0.answer.id },
        .number("number", "What it counts.", unit: .named) { $0.answer.number },
        .text("label", "What it says.") { $0.answer.label },
        .word("unit", "What the number counts or measures.") { $0.ballot.unit },
      ])
  }

  private static func axes(_ asked: [Asked]) -> Table {
    let rows = asked.flatMap { asked in
      asked.ballot.axes.flatMap { axis in
        axis.points.enumerated().map { (ballot: asked.ballot, axis: axis, place: $0.offset + 1, point: $0.element) }
      }
    }
    return Table(
      "axes", "Where things could be put on each axis of a placement, lowest first.",
      key: ["ballot_id", "criterion", "place"], rows,
      [
        Column.text("ballot_id", "The ballot.") { $0.ballot.id }.joins("ballots", "ballot_id"),
        .text("criterion", "What stands as the criterion of its marks.") { $0.axis.id },
        .text("axis", "What the axis is called.") { $0.axis.label },
        .integer("place", "Its place in their order, from 1.") { $0.place },
        .text("value", "The word that marks hold.") { $0.point.id },
        .number("number", "What it counts.", unit: .named) { $0.point.number },
        .text("label", "What it says.") { $0.point.label },
        .word("unit", "What the number counts or measures.") { $0.ballot.unit },
      ])
  }

  private static func marks(_ asked: [Asked], _ circles: Circles) -> Table {
    let rows = asked.flatMap { asked in asked.ballot.marks.map { (asked: asked, mark: $0) } }
    return Table(
      "marks", "Every single mark as it stood in the end.", rows,
      [
        Column.text("ballot_id", "The ballot.") { $0.asked.ballot.id }.joins("ballots", "ballot_id"),
        .text("outcome", "The outcome.") { $0.asked.outcome.id },
        .word("kind", "What was asked.") { $0.asked.ballot.kind },
      ] + Column.place(circles) { $0.asked.ballot.place } + [
        .integer("round", "Which round of the outcome it is.") { $0.asked.ballot.round },
        .flag("counts", "Not replaced by another run.") { $0.asked.ballot.counts },
      ] + Column.owner("voter", "Whose mark it is") { $0.mark.by }
        + Column.thing("thing", "On what") { $0.mark.thing } + [
          .text("criterion", "By which criterion or axis.") { $0.mark.criterion },
          .text("criterion_words", "The criterion as people call it.") {
            $0.asked.ballot.words(ofCriterion: $0.mark.criterion)
          },
          .text("value", "A point, a number or a signal.") { $0.mark.value },
          .number("number", "What the value counts, in the ballot's unit.", unit: .named) { $0.mark.number },
          .flag("pass", "No value: a pass, or “don't know”.") { $0.mark.value == nil },
          .text("reason", "Why.") { $0.mark.reason },
          .flag("late", "It came after the reveal and is not counted.") { $0.mark.late },
          .word("unit", "What the number counts or measures.") { $0.asked.ballot.unit },
        ])
  }

  private struct Figures {
    var asked: Asked
    var row: BallotRecord.Statistics
    var tally: BallotRecord.Tally?
  }

  private static func statistics(_ asked: [Asked], _ circles: Circles) -> Table {
    let rows = asked.flatMap { asked -> [Figures] in
      let tallies = Dictionary(asked.ballot.tallies.map { ($0.thing, $0) }, uniquingKeysWith: { first, _ in first })
      return asked.ballot.statistics.map { Figures(asked: asked, row: $0, tally: tallies[$0.thing]) }
    }
    return Table(
      "statistics", "Figures over the marks on each thing, late ones and passes left out.", rows,
      [
        Column.text("ballot_id", "The ballot.") { $0.asked.ballot.id }.joins("ballots", "ballot_id"),
        .text("outcome", "The outcome.") { $0.asked.outcome.id },
        .word("kind", "What was asked.") { $0.asked.ballot.kind },
      ] + Column.place(circles) { $0.asked.ballot.place } + [
        .integer("round", "Which round of the outcome it is.") { $0.asked.ballot.round },
        .flag("counts", "Not replaced by another run.") { $0.asked.ballot.counts },
      ] + Column.thing("thing", "On what") { $0.row.thing } + [
        .text("criterion", "By which criterion or axis.") { $0.row.criterion },
        .text("criterion_words", "The criterion as people call it.") {
          $0.asked.ballot.words(ofCriterion: $0.row.criterion)
        },
        .flag("newest", "No later asking counts in its place.") { $0.row.newest },
        .integer("n", "Values given.", unit: .marks) { $0.row.n },
        .integer("passes", "Passes, and “don't know”.", unit: .marks) { $0.row.passes },
        .number("median", "The middle; of a middle pair, halfway.", unit: .named) { $0.row.median },
        .number("mean", "Only where the scale has numbers.", unit: .named) { $0.row.mean },
        .number("min", "The lowest.", unit: .named) { $0.row.min },
        .number("max", "The highest.", unit: .named) { $0.row.max },
        .number("spread", "Highest less lowest.", unit: .named) { $0.row.spread },
        .number("sum", "For votes, with what was entered as a tally.", unit: .named) { $0.row.sum },
        .number("tally", "What was entered for the whole room.", unit: .named) { $0.tally?.total },
        .integer("tally_ballots", "How many ballots that sums.", unit: .ballots) { $0.tally?.ballots },
        .word("withheld", "Why there are no figures.") { $0.row.withheld },
        .word("unit", "What the figures count or measure.") { $0.asked.ballot.unit },
      ])
  }

  private static func counts(_ asked: [Asked]) -> Table {
    let rows = asked.flatMap { asked in
      asked.ballot.statistics.flatMap { row in
        row.counts.sorted { $0.key < $1.key }.map { (ballot: asked.ballot.id, row: row, count: $0) }
      }
    }
    return Table(
      "counts", "How many gave each value.", rows,
      [Column.text("ballot_id", "The ballot.") { $0.ballot }.joins("ballots", "ballot_id")]
        + Column.thing("thing", "On what") { $0.row.thing } + [
          .text("criterion", "By which criterion or axis.") { $0.row.criterion },
          .text("value", "The value.") { $0.count.key },
          .integer("count", "How many gave it.", unit: .marks) { $0.count.value },
        ])
  }
}
