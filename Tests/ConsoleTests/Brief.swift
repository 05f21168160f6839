import Console
import MethodModel
import SessionEngine

/// Commands in a few words, for tables in tests.
func brief(_ body: CommandBody) -> String {
  let parts: [String?]
  switch body {
  case .add(let entry):
    parts = [entry.author?.raw, entry.part, entry.copyOf.map { "copy of \($0)" }, brief(entry.fields)]
  case .reword(let entry): parts = [entry.id.raw, brief(entry.fields), entry.meaning?.rawValue]
  case .fill(let cell):
    parts = [
      cell.author?.raw, cell.part, cell.thing.map { "\($0)" }, "\(cell.field)=\(cell.text)", cell.meaning?.rawValue,
    ]
  case .choose(let chosen): parts = [chosen.author?.raw, chosen.part, brief(chosen.things)]
  case .mark(let mark):
    let value = (mark.criterion.map { "\($0)=" } ?? "") + (mark.value ?? "pass")
    parts = ["\(mark.unit)", "\(mark.thing)", value, mark.reason.map { "because \($0)" }]
  case .handIn(let ballot):
    let marks = ballot.marks.map { mark in
      let value = (mark.criterion.map { "\($0)=" } ?? "") + (mark.value ?? "pass")
      return "\(mark.thing) \(value)" + (mark.reason.map { " because \($0)" } ?? "")
    }
    parts = ["\(ballot.unit)", marks.joined(separator: ", ")]
  case .admitBallot(let ballot): parts = ["\(ballot.unit)"]
  case .tally(let tally): parts = ["\(tally.thing)", "\(tally.total)", tally.ballots.map { "of \($0)" }]
  case .answer(let answer): parts = [answer.option]
  case .verdict(let given): parts = [given.verdict.rawValue] + given.conditions.map { "if \($0)" }
  case .judge(let given): parts = ["\(given.index)", given.answer.rawValue]
  case .goTo(let goTo): parts = [brief(goTo.target), goTo.again ? "again" : nil]
  case .insert(let step): parts = [step.title, "\(step.seconds)", step.say]
  case .extend(let seconds): parts = ["\(seconds)"]
  case .end(let name): parts = [name]
  case .admit(let id), .withdraw(let id): parts = [id.raw]
  case .keep(let outcome): parts = [outcome]
  case .note(let text), .photo(let text): parts = [text]
  case .action(let change): parts = [change.action, "\(change.change)"]
  case .redact(let redaction): parts = [redaction.person.raw]
  case .merge(let merge):
    parts = ["\(merge.entries)", brief(merge.fields), merge.carries ? "with points" : nil]
  case .split(let split): parts = [split.entry.raw] + split.parts.map { "\(brief($0.fields)) \(brief($0.things))" }
  case .sort(let sort): parts = [sort.part, sort.cluster?.raw ?? "out", sort.name, brief(sort.things)]
  case .link(let link): parts = [link.part, "\(link.from)", "\(link.to)", link.word]
  case .assign(let role, let person), .unassign(let role, let person): parts = [role, person.raw]
  case .arrive(let person): parts = [person.id.raw, person.name, person.fields.isEmpty ? nil : brief(person.fields)]
  case .leave(let id): parts = [id.raw]
  case .form(let set): parts = [set]
  case .track(let track): parts = [track.raw]
  case .turn(let turn): parts = ["\(turn)"]
  case .queue(let change): parts = [change.kind.rawValue, change.thing.description]
  case .applyPlan(let plan): parts = [plan.way.rawValue]
  case .move(let person, let to): parts = [person.raw, to]
  case .joinGroups(let from, let into): parts = [from, into]
  case .start, .next, .returnToOrigin, .skip, .undo, .pause, .resume, .timeReached, .close, .reveal: parts = []
  }
  return ([family(body)] + parts.compactMap { $0 }).joined(separator: " ")
}

private func brief(_ fields: [String: String]) -> String {
  fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
}

private func brief(_ things: [ThingRef]) -> String { things.map(\.description).joined(separator: ", ") }

private func brief(_ target: GoTo.Target) -> String {
  switch target {
  case .before: "before"
  case .here: "here"
  case .place(let place): place
  }
}

/// The name of a command's family.
func family(_ body: CommandBody) -> String {
  switch body {
  case .start: "start"
  case .next: "next"
  case .answer: "answer"
  case .verdict: "verdict"
  case .judge: "judge"
  case .goTo: "goTo"
  case .track: "track"
  case .turn: "turn"
  case .queue: "queue"
  case .applyPlan: "applyPlan"
  case .returnToOrigin: "return"
  case .skip: "skip"
  case .insert: "insert"
  case .undo: "undo"
  case .extend: "extend"
  case .pause: "pause"
  case .resume: "resume"
  case .end: "end"
  case .timeReached: "timeReached"
  case .close: "close"
  case .reveal: "reveal"
  case .admit: "admit"
  case .add: "add"
  case .reword: "reword"
  case .withdraw: "withdraw"
  case .fill: "fill"
  case .choose: "choose"
  case .mark: "mark"
  case .handIn: "handIn"
  case .admitBallot: "admitBallot"
  case .tally: "tally"
  case .keep: "keep"
  case .note: "note"
  case .photo: "photo"
  case .action: "action"
  case .redact: "redact"
  case .merge: "merge"
  case .split: "split"
  case .sort: "sort"
  case .link: "link"
  case .assign: "assign"
  case .unassign: "unassign"
  case .arrive: "arrive"
  case .leave: "leave"
  case .form: "form"
  case .move: "move"
  case .joinGroups: "joinGroups"
  }
}

extension Stage {
  /// What a line submits, in a few words each, or what is said where it submits nothing. Nothing is carried out.
  func reading(_ line: String) -> [String] {
    var copy = screen
    return copy.update(.line(line)).flatMap { effect -> [String] in
      switch effect {
      case .submit(let submissions):
        return submissions.map { brief($0.body) + ($0.reason.map { " because \($0)" } ?? "") }
      case .print(let lines, _): return [lines.map(\.text).joined(separator: " ")]
      case .leave(let kind): return ["leave \(kind)"]
      }
    }
  }
}
