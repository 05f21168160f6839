import Diagnostics
import MethodModel

/// DOT0804: a cue comes while its step runs.
enum CueInsideStep: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var left = mostGrowing
    for id in tree.all where tree.name(of: id) == .cue {
      guard let at = tree.attribute(.at, of: id), at.isSound, let moment = try? DurationForm.moment(at.value),
        let after = facts.seconds(of: moment.span, at: id), let step = tree.parent(of: id),
        let time = tree.value(.time, of: step), let formula = try? DurationForm.time(time)
      else { continue }
      if let most = facts.bounds(of: formula, at: step)?.most, after >= most {
        log.error(
          .cueOutsideStep, "this cue lies outside of its step, which takes \(DurationForm.text(most))",
          at: at.valueRange,
          help: "write less than \(DurationForm.text(most)); with a minus it counts from the end")
      } else if case .perLap(let laps) = formula {
        checkLaps(laps, step, at.valueRange, after, facts, &log)
      } else if left > 0 {
        left -= 1
        checkSizes(formula, step, at.valueRange, after, facts, &log)
      }
    }
  }

  /// No more cues are held against every number of people, so that a file made to keep us busy does not.
  private static let mostGrowing = 100

  /// In a shorter lap a cue may lie outside; laps that never come do not count.
  private static func checkLaps(
    _ laps: [Int], _ step: MethodTree.ID, _ range: SourceRange, _ after: Int, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    let rounds = facts.nearest([.repeat, .rotate], around: step).flatMap { facts.whole(.rounds, of: $0) } ?? laps.count
    guard let lap = laps.prefix(rounds).firstIndex(where: { after >= $0 }) else { return }
    log.warning(
      .cueOutsideStep,
      "in lap \(lap + 1) this cue lies outside of its step, which takes \(DurationForm.text(laps[lap])) then",
      at: range,
      help: "write less than \(DurationForm.text(laps[lap])), or let it be, and it is left out in that lap")
  }

  /// The same of small rooms, where a step takes less.
  private static func checkSizes(
    _ formula: TimeFormula, _ step: MethodTree.ID, _ range: SourceRange, _ after: Int, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    let outside = facts.sizes(of: formula, at: step) { after >= $0 }
    guard let least = outside.map(\.seconds).min() else { return }
    log.warning(
      .cueOutsideStep,
      "with \(listed(outside.map(\.people))) people this cue lies outside of its step, which takes"
        + " \(DurationForm.text(least)) with the fewest", at: range,
      help: "write less than \(DurationForm.text(least)), or let it be, and it is left out in small rooms")
  }

  static let explanations = [
    Explanation(
      .cueOutsideStep, title: "a cue outside of its step",
      what: "The moment of a cue lies before the start or after the end of its step: always,"
        + " or (as a warning) with few people or in a short lap.",
      why: "It would never be announced.", example: .cueOutsideStep,
      remedy: "Write a shorter moment, or give the step more time.")
  ]
}
