import Outcomes
import Planning
import SessionEngine

extension Sweep {
  /// A row for each size, by RFC 4180; times in seconds.
  var csv: String {
    var table = Table(
      "sweep",
      [
        "people", "runs", "planned_seconds", "least_seconds", "median_seconds", "most_seconds", "late_runs", "refused",
        "stuck_runs", "ends",
      ])
    for size in sizes {
      let ends = size.ends.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
      table.add([
        .integer(size.people), .integer(size.runs), .integer(size.planned), .integer(size.shortest),
        .integer(size.median), .integer(size.longest), .integer(size.late), .integer(size.refused),
        .integer(size.stuck), .text(ends),
      ])
    }
    return table.csv
  }

  /// The whole as JSON, `dotank-sweep` version 1; `wanted` is how many rehearsals were asked for.
  func json(wanted: Int) -> String {
    JSONText.object([
      ("format", .string("dotank-sweep")), ("version", .number(1)), ("method", .string(method)),
      ("runs", .number(runs)), ("wanted", .number(wanted)), ("ends", Self.counts(ends)),
      ("refused", Self.counts(Dictionary(uniqueKeysWithValues: refused.map { ($0.key.rawValue, $0.value) }))),
      ("sizes", .array(sizes.map(\.json))), ("ways", .array(ways.map(\.json))), ("loops", .array(laps.map(\.json))),
      ("unreached", .array(unreached.map { .object([("place", .string($0.id)), ("title", .string($0.title))]) })),
      ("undelivered", Self.counts(Dictionary(uniqueKeysWithValues: undelivered.map { ($0.key.id, $0.value) }))),
      ("worst", .array(worst.map(\.json))),
    ]).rendered + "\n"
  }

  fileprivate static func counts(_ counts: [String: Int]) -> JSONText {
    .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
  }
}

extension Sweep.Size {
  fileprivate var json: JSONText {
    .object([
      ("people", .number(people)), ("runs", .number(runs)), ("plannedSeconds", .number(planned)),
      ("leastSeconds", .number(shortest)), ("medianSeconds", .number(median)), ("mostSeconds", .number(longest)),
      ("late", .number(late)), ("refused", .number(refused)), ("stuck", .number(stuck)),
      ("ends", Sweep.counts(ends)),
    ])
  }
}

extension Sweep.Count {
  fileprivate var json: JSONText {
    .object([
      ("place", .string(place)), ("what", .string(what)), ("way", .string(way)), ("runs", .number(runs)),
    ])
  }
}

extension Sweep.Laps {
  fileprivate var json: JSONText {
    .object([
      ("place", .string(place)), ("atMost", .number(most)),
      (
        "runs",
        Sweep.counts(Dictionary(uniqueKeysWithValues: runs.map { (String($0.key), $0.value) }))
      ),
    ])
  }
}

extension SweepRun {
  fileprivate var json: JSONText {
    .object([
      ("people", .number(people)), ("seed", .string(String(seed))), ("plannedSeconds", .number(planned)),
      ("usedSeconds", .number(actual)), ("end", end.map { .string($0) } ?? .null), ("refused", .number(refusals)),
    ])
  }
}
