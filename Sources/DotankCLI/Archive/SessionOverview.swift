import Outcomes
import SessionEngine

/// What one session came to, as one table: a row for each decision, checkpoint, choice and action, in this order.
enum SessionOverview {
  static func table(_ record: Record) -> Table {
    var table = Table(
      "overview",
      [
        "session", "kind", "id", "counts", "at", "title", "about", "result", "advice", "overruled", "by", "rule",
        "entitled",
        "present", "answered", "against", "reason", "owner", "due", "measure", "status", "follows",
      ])
    let id = record.session.id
    for row in decisions(record) + checkpoints(record) + choices(record) + actions(record) {
      table.add([
        .text(id), .text(row.kind), .text(row.id), .flag(row.counts), .text(row.at?.description), .text(row.title),
        .text(row.about), .text(row.result), .text(row.advice), row.overruled.map { .flag($0) } ?? .empty,
        .text(row.by), .text(row.rule),
        .integer(row.entitled), .integer(row.present), .integer(row.answered), .text(row.against), .text(row.reason),
        .text(row.owner), .text(row.due), .text(row.measure), .text(row.status), .text(row.follows),
      ])
    }
    return table
  }

  private struct Row {
    var kind: String
    var id: String
    var counts = true
    var at: Moment?
    var title: String
    var about: String?
    var result: String?
    var advice: String?
    var overruled: Bool?
    var by: String?
    var rule: String?
    var entitled: Int?
    var present: Int?
    var answered: Int?
    var against: String?
    var reason: String?
    var owner: String?
    var due: String?
    var measure: String?
    var status: String?
    var follows: String?
  }

  private static func decisions(_ record: Record) -> [Row] {
    record.outcomes.flatMap(\.decisions).map { decision in
      let winners = words(decision.winners)
      var row = Row(
        kind: "decision", id: decision.id, counts: decision.counts, at: decision.at, title: decision.place.title)
      row.about = words(decision.about)
      row.result = winners.isEmpty || winners == row.about ? decision.result : "\(decision.result): \(winners)"
      row.by = decision.part?.name
      row.rule = decision.rule
      (row.entitled, row.present, row.answered) = (decision.entitled, decision.present, decision.answered)
      let against = decision.dissent.map { dissent in
        let who = dissent.by.name.map { "\($0): " } ?? ""
        return who + dissent.value + (dissent.reason.map { " (\($0))" } ?? "")
      }
      row.against = decision.dissentWithheld.map { "not shown: \($0.words)" } ?? against.joined(separator: "; ")
      row.reason = decision.reason
      return row
    }
  }

  private static func checkpoints(_ record: Record) -> [Row] {
    record.checkpoints.map { checkpoint in
      var row = Row(
        kind: "checkpoint", id: checkpoint.id, counts: checkpoint.counts, at: checkpoint.at, title: checkpoint.question)
      (row.result, row.advice, row.overruled) = (checkpoint.verdict, checkpoint.advice, checkpoint.overruled)
      row.by = (checkpoint.deciders.isEmpty ? [checkpoint.deciderTitle] : checkpoint.deciders.map(\.name))
        .joined(separator: ", ")
      row.reason = checkpoint.reason
      return row
    }
  }

  private static func choices(_ record: Record) -> [Row] {
    record.answers.filter { $0.kind == "choice" }.map { answer in
      var row = Row(kind: "choice", id: answer.path, title: answer.question)
      (row.result, row.by, row.reason) = (answer.answer, answer.role, answer.reason)
      return row
    }
  }

  private static func actions(_ record: Record) -> [Row] {
    record.actions.map { action in
      var row = Row(kind: "action", id: action.id, counts: action.stands, title: action.text)
      (row.owner, row.due, row.measure) = (action.owner, action.due, action.measure)
      row.status = action.status.rawValue
      row.follows = action.follows?.id
      row.reason = action.history.last?.note
      return row
    }
  }

  private static func words(_ things: [ThingRecord]) -> String {
    things.map { $0.label ?? "(private)" }.joined(separator: "; ")
  }
}
