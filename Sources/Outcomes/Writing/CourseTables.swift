/// How the session went.
extension Tables {
  static func courseTables(_ record: Record, _ circles: Circles) -> [Table] {
    [
      timing(record, circles), deviations(record), answers(record), notes(record), tracks(record), meetings(record),
      queues(record), turns(record), rotations(record), uses(record),
    ]
  }

  private static func timing(_ record: Record, _ circles: Circles) -> Table {
    Table(
      "timing", "Every run of a step, break or checkpoint.", key: ["take"], record.timing.takes,
      [
        .integer("take", "Its number.") { $0.place.take },
        .text("step", "The step's id in the method.") { $0.place.step },
        .text("path", "With laps (#), things (@) and ways (%).") { $0.place.path },
        .text("circle", "The group that ran it by itself.") { circles.id(of: $0.place.path) },
        .text("title", "The step's title as it read then.") { $0.place.title },
        .text("kind", "What ran.") { $0.kind },
        .integer("attempt", "Which run of this step it was, from 1.") { $0.place.attempt },
        .text("status", "What became of it.") { $0.status },
        .flag("counts", "What was entered in it is read.") { $0.counts },
        .integer("planned_s", "As the method plans it.", unit: .seconds) { $0.planned },
        .integer("allotted_s", "With extensions and cuts.", unit: .seconds) { $0.allotted },
        .integer("used_s", "How long it ran, pauses left out.", unit: .seconds) { $0.used },
        .flag("time_up", "Its time was used up.") { $0.timeUp },
        .moment("at", "When it was opened last.") { $0.opened },
        .moment("closed", "When it was closed.") { $0.closed },
        Column.integer("supersedes", "The take that it replaced.") { $0.supersedes }.joins("timing", "take"),
        Column.integer("superseded_by", "The take that replaced it.") { $0.supersededBy }.joins("timing", "take"),
        Column.text("track_id", "The track it ran in.") { $0.track }.joins("tracks", "track_id"),
        .integer("people", "How many worked in it.", unit: .people) { $0.people },
        .integer("parts", "In how many parts.", unit: .parts) { $0.parts },
        .text("skip_reason", "Why it was left out.") { $0.skipReason },
        .text("missing", "Outcomes later steps read that it did not write.") { Tables.joined($0.missing) },
      ])
  }

  private static func deviations(_ record: Record) -> Table {
    Table(
      "deviations", "Every way in which the session left the method's path.", record.deviations,
      [
        .moment("at", "When.") { $0.at }, .text("kind", "What was done.") { $0.kind },
        .text("subject", "What or whom it concerns.") { $0.subject }, .take { $0.take },
        .integer("seconds", "For changes of time.", unit: .seconds) { $0.seconds },
        .text("reason", "Why, if that was said.") { $0.reason },
        .text("missing", "Outcomes that later steps miss by it.") { Tables.joined($0.missing) },
      ])
  }

  private static func answers(_ record: Record) -> Table {
    Table(
      "answers", "Questions at which the session stood.", key: ["sequence"], record.answers,
      [
        .integer("sequence", "Its place among all events.") { $0.sequence },
        .text("path", "What was asked about.") { $0.path }, .text("kind", "What was asked.") { $0.kind },
        .text("question", "The question.") { $0.question }, .text("option", "The option's id.") { $0.option },
        .text("answer", "The option as a person reads it.") { $0.answer },
        .text("role", "Whose answer it was, by role.") { $0.role },
        .text("reason", "Why, if that was said.") { $0.reason },
      ])
  }

  private static func notes(_ record: Record) -> Table {
    Table(
      "notes", "Remarks of the host.", record.notes,
      [
        .moment("at", "When.") { $0.at }, .text("step", "The step at which it was made.") { $0.place?.step },
        .take { $0.place?.take }, .text("text", "The words.") { $0.text },
        .text("speaker", "Whose turn to speak it was.") { $0.speaker?.name },
      ])
  }

  private static func tracks(_ record: Record) -> Table {
    Table(
      "tracks", "What ran beside each other.", key: ["track_id"], record.tracks,
      [
        .text("track_id", "The path of its first frame.") { $0.id }, .text("title", "What it is for.") { $0.title },
        Column.text("parent_id", "The track that waited for it.") { $0.parent }.joins("tracks", "track_id"),
        .flag("done", "It came to its end.") { $0.done },
        .text("result", "The name of the end that it met.") { $0.result },
      ])
  }

  private static func meetings(_ record: Record) -> Table {
    Table(
      "meetings", "Meetings and windows.", key: ["path"], record.meetings,
      [
        .text("path", "Its path.") { $0.path }, .text("meeting", "The flow element's id.") { $0.id },
        .word("kind", "People come together, or each works in their own time.") { $0.kind },
        .text("title", "As people say it.") { $0.title }, .moment("at", "When it began.") { $0.opened },
        .moment("closed", "When it was over.") { $0.closed },
        .moment("closes", "When a window was to close.") { $0.closes },
        .integer("agreed_end_s", "When a meeting was to end, from the start.", unit: .seconds) { $0.agreedEnd },
        .text("present", "Who was there at any moment of it.") { Tables.joined($0.present.map(\.name)) },
      ])
  }

  private static func queues(_ record: Record) -> Table {
    let rows = record.queues.flatMap { queue in
      [("reached", queue.reached), ("waiting", queue.waiting), ("dropped", queue.dropped)].flatMap { state, things in
        things.enumerated().map { (queue: queue, state: state, place: $0.offset + 1, thing: $0.element) }
      }
    }
    return Table(
      "queues", "What each for-each came to, and what it did not.", rows,
      [
        .text("queue", "The flow element's id.") { $0.queue.id }, .text("path", "Its path.") { $0.queue.path },
        .text("state", "reached, waiting or dropped.") { $0.state },
        .integer("place", "Its place among those, from 1.") { $0.place },
      ] + Column.thing("thing", "The thing") { $0.thing })
  }

  private static func turns(_ record: Record) -> Table {
    let rows = record.timing.takes.flatMap { take in
      let turns = take.turns
      let spoke = (turns?.spoke ?? []).map { (who: $0, spoke: true, passed: false) }
      let passed = (turns?.passed ?? []).map { (who: $0, spoke: false, passed: true) }
      let waiting = (turns?.waiting ?? []).map { (who: $0, spoke: false, passed: false) }
      return (spoke + passed + waiting).enumerated().map { place, turn in
        (take: take.place.take, round: turns?.round ?? 1, place: place + 1, turn: turn)
      }
    }
    return Table(
      "turns", "Who spoke in turn.", rows,
      [
        .take { $0.take }, .integer("round", "The newest round.") { $0.round },
        .integer("place", "Their place in it, from 1: first those who spoke, then those who passed and those left.") {
          $0.place
        },
        .flag("spoke", "They had their turn and used it.") { $0.turn.spoke },
        .flag("passed", "They passed it, or entered nothing where something is entered.") { $0.turn.passed },
      ] + Column.owner("who", "Who") { $0.turn.who })
  }

  private struct Visit {
    var rotation: RotationRecord
    var circle: Int
    var lap: Int
    var place: ThingRecord
    var here: ThingRecord
    var isHost: Bool
  }

  private static func rotations(_ record: Record) -> Table {
    var circles: [String: Int] = [:]
    let rows = record.rotations.flatMap { rotation -> [Visit] in
      circles[rotation.id, default: 0] += 1
      let circle = circles[rotation.id] ?? 1
      return rotation.laps.enumerated().flatMap { lap, seats in
        seats.flatMap { seat -> [Visit] in
          func visit(_ here: ThingRecord, isHost: Bool) -> Visit {
            Visit(rotation: rotation, circle: circle, lap: lap + 1, place: seat.place, here: here, isHost: isHost)
          }
          let hosts = seat.hosts.map { ThingRecord(id: "person:\($0.id)", label: $0.name) }
          return seat.here.map { visit($0, isHost: false) } + hosts.map { visit($0, isHost: true) }
        }
      }
    }
    return Table(
      "rotations", "Who or what was where in each lap of a rotation.", rows,
      [
        .text("rotation", "The flow element's id.") { $0.rotation.id },
        .integer("circle", "Which circle's schedule it is, from 1.") { $0.circle },
        .integer("lap", "The lap, from 1.") { $0.lap },
      ] + Column.thing("place", "Where") { $0.place } + Column.thing("here", "Who or what") { $0.here } + [
        .flag("host", "They stayed there.") { $0.isHost }
      ])
  }

  private static func uses(_ record: Record) -> Table {
    Table(
      "uses", "Every run of a used method.", key: ["path"], record.uses,
      [
        .text("path", "Its path.") { $0.path }, .text("use", "The id of the use.") { $0.place },
        .text("method", "The used method's id.") { $0.method }, .text("version", "Its version.") { $0.version },
        .text("hash", "SHA-256 of its own bytes.") { $0.hash }, .text("title", "Its title.") { $0.title },
        .moment("at", "When it was entered.") { $0.started }, .moment("ended", "When it was left.") { $0.ended },
        .text("end", "As what it ended.") { $0.end?.name },
        .integer("planned_s", "Planned for its steps that ran.", unit: .seconds) { $0.planned },
        .integer("used_s", "Running time of its steps.", unit: .seconds) { $0.used },
      ])
  }
}
