internal import Outcomes

/// A way of its own, gone beside others.
struct TrackPart: Part {
  let desk: Desk
  let track: TrackRecord

  static let shape = Shape<TrackPart>(
    "track",
    [
      .text("title", "The phase, part or thing it is for.") { $0.track.title },
      .text("end", "As what it ended, or that it is still open.") { part in
        part.track.result.map { part.desk.words.term($0) }
          ?? (part.track.done ? nil : part.desk.words.phrase("still-open"))
      },
      .text("steps", "The steps that ran in it, in order.") { $0.desk.titles(of: $0.track.takes) },
    ])
}

/// A meeting or window.
struct MeetingPart: Part {
  let desk: Desk
  let meeting: MeetingRecord

  static let shape = Shape<MeetingPart>(
    "meeting",
    [
      .text("title", "What it is called.") { $0.meeting.title },
      .text("kind", "Meeting or window.") { $0.desk.words.term($0.meeting.kind.rawValue) },
      .text("when", "Day, beginning and end.") { part in
        let (words, opened) = (part.desk.words, part.meeting.opened)
        // Where the session ends in it, nothing else closes it.
        guard let closed = part.meeting.closed ?? part.desk.record.session.ended else {
          return words.phrase("from", words.date(opened), words.time(opened))
        }
        let isSameDay = words.date(opened) == words.date(closed)
        let until = isSameDay ? words.time(closed) : "\(words.date(closed)) \(words.time(closed))"
        return words.phrase("from-to", words.date(opened), words.time(opened), until)
      },
      .text("steps", "The steps that ran in it, in order.") { $0.desk.titles(of: $0.meeting.takes) },
      .text("present", "Who was there at any moment of it.") { part in
        let names = part.meeting.present.map(\.name)
        return names.isEmpty ? nil : names.joined(separator: ", ")
      },
    ])
}

/// What a round of things came to, and what it did not.
struct QueuePart: Part {
  let desk: Desk
  let queue: QueueRecord

  private var words: Words { desk.words }

  static let shape = Shape<QueuePart>(
    "queue",
    [
      .text("title", "The steps that were done for each, the first three.") { $0.title },
      .text("reached", "What it came to.") { $0.words.things($0.queue.reached) },
      .text("waiting", "What it did not come to.") { $0.words.things($0.queue.waiting) },
      .text("dropped", "What the host took out.") { $0.words.things($0.queue.dropped) },
    ])

  /// The same things gone through in the same way several times are told once.
  static func all(_ desk: Desk) -> [QueuePart] {
    var seen: Set<[[ThingRecord]]> = []
    return desk.record.queues.filter { queue in
      seen.insert([queue.reached, queue.waiting, queue.dropped]).inserted
    }.map { QueuePart(desk: desk, queue: $0) }
  }

  private var title: String {
    var steps: [String] = []
    var titles: [String: SharedTitle] = [:]
    for take in desk.record.timing.takes where take.place.path.hasPrefix(queue.path + "@") {
      if titles[take.place.step] == nil { steps.append(take.place.step) }
      // A title that names the thing is one of many; so is one that only the first thing came to.
      let title = take.about.reduce(take.place.title) { $0.replacing(desk.words.thing($1), with: "…") }
      titles[take.place.step, default: SharedTitle()].add(title)
    }
    let named = steps.prefix(3).compactMap { titles[$0]?.words }
    return words.listed(named) + (steps.count > 3 ? " …" : "")
  }
}

/// What was filled in for a thing that was there already.
struct CellPart: Part {
  let desk: Desk
  let outcome: OutcomeRecord
  let cell: CellRecord

  static let shape = Shape<CellPart>(
    "cell",
    [
      .text("thing", "For what.") { $0.desk.words.thing($0.cell.thing) },
      .parts("fields", "What was filled in, by what was asked.") { part in
        let order = Dictionary(
          part.outcome.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return part.cell.fields.filter { !$0.value.isEmpty }
          .sorted { (order[$0.key] ?? -1, $0.key) < (order[$1.key] ?? -1, $1.key) }
          .map { field, text in
            PairPart(
              name: part.desk.ask(field, of: part.outcome), value: part.desk.shown(text, in: field, of: part.outcome))
          }
      },
      .text("withheld", "A sentence where it may not be shown.") { part in
        part.cell.withheld.map { part.desk.words.phrase("cell-withheld", part.desk.words.withheld($0)) }
      },
    ])
}

/// Cells of an outcome that the method does not promise.
struct FilledPart: Part {
  let desk: Desk
  let outcome: OutcomeRecord

  static let shape = Shape<FilledPart>(
    "filled",
    [
      .text("title", "What the outcome is called.") { $0.desk.name(of: $0.outcome) },
      .parts("cells", "What was filled in, thing by thing.") { part in
        part.outcome.cells.map { CellPart(desk: part.desk, outcome: part.outcome, cell: $0) }
      },
    ])

  static func all(_ desk: Desk) -> [FilledPart] {
    let promised = Set(desk.record.method.delivers.map { String($0.source.prefix { $0 != "/" }) })
    return desk.record.outcomes.filter { !$0.cells.isEmpty && !promised.contains($0.id) }
      .map { FilledPart(desk: desk, outcome: $0) }
  }
}

extension Desk {
  /// The titles of takes, each step once.
  func titles(of takes: [Int]) -> String {
    var seen: Set<String> = []
    return takes.compactMap { number in
      record.timing.takes.indices.contains(number - 1) ? title(of: record.timing.takes[number - 1]) : nil
    }.filter { seen.insert($0).inserted }.joined(separator: "; ")
  }
}
