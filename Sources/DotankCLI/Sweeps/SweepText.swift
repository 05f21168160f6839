import Console
import Diagnostics
import Planning
import SessionEngine

/// A sweep as text of at most 80 columns.
struct SweepText {
  let sweep: Sweep
  /// How a rehearsal is made again, but for its size and seed.
  let replay: String
  /// What was asked for, when not all of it was made.
  var wanted: Int?

  private static let width = 80

  var text: String {
    var lines = wrapped(
      "\(sweep.title) (\(sweep.method)), rehearsed \(Self.counted(sweep.runs, "time"))"
        + (wanted.map { " of \($0), then interrupted" } ?? ""))
    guard sweep.runs > 0 else { return lines.map { $0 + "\n" }.joined() }
    lines += ["", Self.row(["people", "runs", "plan", "least", "median", "most", "late", "refused", "stuck"])]
    lines += sweep.sizes.map { size in
      Self.row([
        String(size.people), String(size.runs), Minutes.clock(size.planned), Minutes.clock(size.shortest),
        Minutes.clock(size.median), Minutes.clock(size.longest), Self.orDash(size.late), Self.orDash(size.refused),
        Self.orDash(size.stuck),
      ])
    }
    lines += wrapped("Late are runs that took over a tenth longer than planned; stuck, those that never ended.")
    lines += section("Ends", sweep.ends.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(line))
    lines += section("Ways", sweep.ways.map { "\($0.what): \($0.way): \(share($0.runs))" })
    lines += section("Rounds", sweep.laps.map(rounds))
    lines += section(
      "Refused, commands of all rehearsals",
      sweep.refused.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue): \($0.value)" })
    lines += section(
      "Promised, and nothing made of it",
      sweep.undelivered.sorted { $0.key.id < $1.key.id }.map { line("\($0.key.title) (\($0.key.id))", $0.value) })
    lines += section("Never reached", sweep.unreached.map { "\($0.title) (\($0.id))" })
    lines += (sweep.worst.isEmpty ? [] : ["", "Worst"]) + sweep.worst.flatMap(worst)
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Parts

  private func line(_ name: String, _ runs: Int) -> String { "\(name): \(share(runs))" }

  private func share(_ runs: Int) -> String {
    guard runs > 0 else { return "never" }
    return runs == sweep.runs ? "always" : "\(runs) of \(sweep.runs)"
  }

  private func rounds(_ laps: Sweep.Laps) -> String {
    let counts = laps.runs.sorted { $0.key < $1.key }.map { "\($0.key) in \($0.value)" }.joined(separator: ", ")
    return "\(laps.place), at most \(laps.most): \(counts.isEmpty ? "never entered" : counts)"
  }

  /// The command stands on a line of its own, to be copied.
  private func worst(_ run: SweepRun) -> [String] {
    let time = "\(Minutes.clock(run.actual)) for a plan of \(Minutes.clock(run.planned))"
    let end = run.isStuck ? "stood still after \(time)" : "\(time), ended as “\(run.end ?? "")”"
    return wrapped("\(end):", "  ", "  ") + ["    \(replay) --people \(run.people) --seed \(run.seed)"]
  }

  private func section(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["", title] + items.flatMap { wrapped($0, "  ", "    ") }
  }

  private func wrapped(_ text: String, _ first: String = "", _ rest: String = "") -> [String] {
    Console.wrapped(text, width: Self.width, first: first, rest: rest)
  }

  private static let columns = [6, 6, 9, 9, 9, 9, 6, 9, 7]

  private static func row(_ cells: [String]) -> String {
    zip(cells, columns).map { cell, width in String(repeating: " ", count: max(0, width - cell.count)) + cell }.joined()
  }

  private static func orDash(_ number: Int) -> String { number == 0 ? "–" : String(number) }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
