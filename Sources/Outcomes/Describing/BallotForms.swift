internal import SessionEngine

extension BallotRecord: RecordPart {
  package static let name = "ballot"
  package static let about = "One asking of a vote, a rating or signals."
  package static let members: [Member<BallotRecord>] = [
    Member("id", \.id, "The take's number and the activity's place in its step: 3.0."),
    Member(word: "kind", \.kind, "What was asked."),
    Member(word: "unit", \.unit, "What the numbers of its marks, tallies and statistics count or measure."),
    Member("round", \.round, "Which round of the outcome it is."),
    Member("counts", \.counts, "Not replaced by another run."),
    Member("closed", \.closed, "It takes no more marks."),
    Member("revealed", \.revealed, "Its marks were shown."),
    Member("namesShown", \.namesShown, "People see whose marks they are."),
    Member("scale", \.scale, "The scale's id."),
    Member("ordered", \.ordered, "The answers have an order."),
    Member("budget", \.budget, "Of each voter, in the ballot's unit.", unit: .named),
    Member("entitled", \.entitled, "Units that could take part.", unit: .people),
    Member("present", \.present, "Of those, how many were there.", unit: .people),
    Member(
      "answered", \.answered, "Of those, how many answered; null: not all of the paper was entered.", unit: .people),
    Member(word: "enter", \.enter, "What was to be typed of paper; null: each answer."),
    Member(word: "withheld", \.withheld, "Why there are no single marks, or no figures, here."),
    Member("place", \.place, "Where it was asked."),
    Member("answers", \.answers, "The points of the scale, or the signals, in their order."),
    Member("axes", \.axes, "Of a placement: the direction across, then the one upwards."),
    Member("criteria", \.criteria, "Of a rating by several criteria: what they are called."),
    Member("things", \.things, "What was put up, in its order."),
    Member("marks", \.marks, "Every mark as it stood in the end."),
    Member("tallies", \.tallies, "Counts that were entered for the whole room."),
    Member("statistics", \.statistics, "Figures over the marks on each thing, late ones and passes left out."),
  ]
}

extension BallotRecord.Answer: RecordPart {
  package static let name = "answer-option"
  package static let about = "A point of a scale or axis, or a signal."
  package static let members: [Member<BallotRecord.Answer>] = [
    Member("id", \.id, "The word that marks hold."),
    Member("number", \.number, "What it counts.", unit: .named),
    Member(prose: "label", \.label, "What it says."),
  ]
}

extension BallotRecord.Axis: RecordPart {
  package static let name = "axis"
  package static let about = "One of the directions in which things were placed."
  package static let members: [Member<BallotRecord.Axis>] = [
    Member("id", \.id, "What stands as the criterion of its marks and statistics."),
    Member(prose: "label", \.label, "What it is called."),
    Member("points", \.points, "Where things can be put on it, lowest first."),
  ]
}

extension BallotRecord.Criterion: RecordPart {
  package static let name = "criterion"
  package static let about = "By what things were rated."
  package static let members: [Member<BallotRecord.Criterion>] = [
    Member("id", \.id, "What stands as the criterion of its marks and statistics."),
    Member(prose: "label", \.label, "What it is called."),
  ]
}

extension BallotRecord.Mark: RecordPart {
  package static let name = "mark"
  package static let about = "One mark as it stood in the end."
  package static let members: [Member<BallotRecord.Mark>] = [
    Member("criterion", \.criterion, "By which criterion or axis."),
    Member("value", \.value, "A point, a number or a signal; null: a pass, or “don't know”."),
    Member("number", \.number, "What the value counts, in the ballot's unit.", unit: .named),
    Member("late", \.late, "It came after the reveal and is not counted."),
    Member(prose: "reason", \.reason, "Why."),
    Member("by", \.by, "Whose mark it is."),
    Member("thing", \.thing, "On what."),
  ]
}

extension BallotRecord.Tally: RecordPart {
  package static let name = "tally"
  package static let about = "A count that was entered for the whole room."
  package static let members: [Member<BallotRecord.Tally>] = [
    Member("total", \.total, "The sum, in the ballot's unit.", unit: .named),
    Member("ballots", \.ballots, "How many ballots it sums.", unit: .ballots),
    Member("thing", \.thing, "For what."),
  ]
}

extension BallotRecord.Statistics: RecordPart {
  package static let name = "statistics"
  package static let about = "Figures over the marks on one thing, late ones and passes left out."
  package static let members: [Member<BallotRecord.Statistics>] = [
    Member("criterion", \.criterion, "By which criterion or axis."),
    Member("newest", \.newest, "No later asking about this thing counts in its place."),
    Member(word: "withheld", \.withheld, "Why there are no figures here."),
    Member("n", \.n, "Values given.", unit: .marks),
    Member("passes", \.passes, "Passes, and “don't know”.", unit: .marks),
    Member("median", \.median, "The middle; of a middle pair, halfway.", unit: .named),
    Member("mean", \.mean, "Only where the scale has numbers.", unit: .named),
    Member("min", \.min, "The lowest.", unit: .named),
    Member("max", \.max, "The highest.", unit: .named),
    Member("spread", \.spread, "Highest less lowest.", unit: .named),
    Member("sum", \.sum, "For votes, with what was entered as a tally.", unit: .named),
    Member("thing", \.thing, "On what."),
    Member("counts", \.counts, "How many gave each value.", unit: .marks),
  ]
}

extension SelectionRecord: RecordPart {
  package static let name = "selection"
  package static let about = "What was taken of some things, by a unit's own choice or by rank or condition."
  package static let members: [Member<SelectionRecord>] = [
    Member("id", \.id, "The outcome's name and a number, in the order in which they were made."),
    Member("round", \.round, "Which round of the outcome it is."),
    Member("counts", \.counts, "Not replaced by a later round or another run."),
    Member("at", \.at, "When it was computed."),
    Member("rule", \.rule, "How it came about.", words: ["choice", "condition", "rank", "draw"]),
    Member(word: "withheld", \.withheld, "Why there are no scores, or no choice, here."),
    Member(prose: "remark", \.remark, "Ties, in words."),
    Member("place", \.place, "Where it was made."),
    Member("by", \.by, "Whose choice it is."),
    Member("among", \.among, "What it was taken from."),
    Member("taken", \.taken, "What was taken."),
    Member("rest", \.rest, "What was not."),
    Member("scores", \.scores, "Each option's score."),
  ]
}

extension ScoreRecord: RecordPart {
  package static let name = "score"
  package static let about = "One option's score."
  package static let members: [Member<ScoreRecord>] = [
    Member("score", \.score, "In the unit of the marks it rests on.", unit: .named),
    Member("holds", \.holds, "It meets the threshold or condition."),
    Member("round", \.round, "The round of the marks it is of, where a run-off scored some options anew."),
    Member("thing", \.thing, "The option."),
  ]
}

extension DecisionRecord: RecordPart {
  package static let name = "decision"
  package static let about = "A decision by a rule."
  package static let members: [Member<DecisionRecord>] = [
    Member("id", \.id, "The outcome's name and a number, in the order in which they were made."),
    Member("outcome", \.outcome, "The outcome's name."),
    Member("part", \.part, "The part that decided for itself; absent where one decided for all."),
    Member("round", \.round, "Which round of the outcome it is."),
    Member("at", \.at, "When it was decided."),
    Member("counts", \.counts, "Not replaced by a later round, verdict or run."),
    Member("rule", \.rule, "The rule: consent, majority and so on."),
    Member("result", \.result, "What came out.", words: Verdict.Result.allCases.map(\.rawValue)),
    Member("entitled", \.entitled, "How many were entitled to take part.", unit: .people),
    Member("present", \.present, "Of those, how many were there.", unit: .people),
    Member(
      "answered", \.answered, "Of those, how many answered; null: not all of the paper was entered.", unit: .people),
    Member("quorum", \.quorum, "The share that had to answer.", unit: .share),
    Member(
      "threshold", \.threshold, "What the winner had to reach, as a share or in the unit of the marks.", unit: .named),
    Member("among", \.among, "What a share is taken of.", words: ["given", "present", "entitled"]),
    Member("silence", \.silence, "How silence counts.", words: ["blocks", "passes"]),
    Member(word: "figuresWithheld", \.figuresWithheld, "Why there are no scores or signals here."),
    Member(word: "dissentWithheld", \.dissentWithheld, "Why there is no dissent here."),
    Member(prose: "remark", \.remark, "Ties and silence, in words."),
    Member(prose: "reason", \.reason, "Why, where one person decided."),
    Member("chosenBy", \.chosenBy, "Who chose, where one person decided; the last one's choice holds."),
    Member("place", \.place, "Where it was decided."),
    Member("electorate", \.electorate, "The people or groups that were entitled to take part."),
    Member("about", \.about, "What was decided on, in the words it had then."),
    Member("winners", \.winners, "What won or was adopted."),
    Member("rest", \.rest, "What did not."),
    Member("scores", \.scores, "Each option's score."),
    Member("signals", \.signals, "How many gave each signal.", unit: .people),
    Member("dissent", \.dissent, "Who did not go along."),
    Member("objections", \.objections, "Objections, and how each stood at the session's end."),
    Member("concerns", \.concerns, "Concerns that stay on record."),
  ]
}

extension DecisionRecord.Dissent: RecordPart {
  package static let name = "dissent"
  package static let about = "Somebody who did not go along."
  package static let members: [Member<DecisionRecord.Dissent>] = [
    Member("value", \.value, "The signal or value given."),
    Member(prose: "reason", \.reason, "Why."),
    Member("by", \.by, "Who."),
  ]
}

extension DecisionRecord.Raised: RecordPart {
  package static let name = "raised"
  package static let about = "An objection or concern, and how it ended."
  package static let members: [Member<DecisionRecord.Raised>] = [
    Member("entry", \.entry, "The entry that holds its words; null where they may not be seen."),
    Member(
      "status", \.status, "How an objection stood at the session's end.",
      words: ["open", "qualified", "concern", "resolved", "withdrawn"]),
    Member(prose: "text", \.text, "Its words."),
    Member("by", \.by, "Who raised it."),
  ]
}
