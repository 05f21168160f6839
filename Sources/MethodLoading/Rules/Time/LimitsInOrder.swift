import Diagnostics
import MethodModel

/// DOT0802: shortest, time and longest are in this order; what extends has a longest.
enum LimitsInOrder: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    var left = mostGrowing
    for id in tree.all where [.step, .break, .checkpoint, .use].contains(tree.name(of: id)) {
      checkExtension(id, tree, &log)
      checkLimits(id, facts, &left, &log)
    }
  }

  /// No more steps are held against every number of people, so that a file made to keep us busy does not.
  private static let mostGrowing = 100

  private static func checkExtension(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    guard let overrun = tree.attribute(.onOverrun, of: id), overrun.value == "extend", !tree.has(.longest, of: id)
    else {
      return
    }
    log.error(
      .limitsOutOfOrder, "this step extends itself, and nothing says how far", at: overrun.valueRange,
      help: "add longest=\"…\"")
  }

  private static func checkLimits(
    _ id: MethodTree.ID, _ facts: MethodFacts, _ left: inout Int, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    let shortest = facts.duration(.shortest, of: id)
    let longest = facts.duration(.longest, of: id)
    if let shortest, let longest, shortest > longest, let attribute = tree.attribute(.shortest, of: id) {
      log.error(
        .limitsOutOfOrder, "shortest is longer than longest", at: attribute.valueRange, help: "exchange the two")
      return
    }
    guard let time = tree.attribute(.time, of: id), let formula = try? DurationForm.time(time.value), time.isSound,
      let bounds = facts.bounds(of: formula, at: id)
    else { return }
    if let shortest, let most = bounds.most, shortest > most, let attribute = tree.attribute(.shortest, of: id) {
      log.error(
        .limitsOutOfOrder, "shortest is longer than the time itself", at: attribute.valueRange,
        help: "write at most \(DurationForm.text(most))")
    } else if let shortest, left > 0, let attribute = tree.attribute(.shortest, of: id) {
      left -= 1
      checkSizes(formula, shortest, id, attribute.valueRange, facts, &log)
    }
    if let longest, longest < bounds.least, let attribute = tree.attribute(.longest, of: id) {
      log.error(
        .limitsOutOfOrder, "longest is shorter than the time itself", at: attribute.valueRange,
        help: "write at least \(DurationForm.text(bounds.least))")
    }
  }

  /// A time that grows may be less than its shortest in a small room.
  private static func checkSizes(
    _ formula: TimeFormula, _ shortest: Int, _ id: MethodTree.ID, _ range: SourceRange, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    let short = facts.sizes(of: formula, at: id) { $0 < shortest }
    guard let least = short.map(\.seconds).min() else { return }
    log.warning(
      .limitsOutOfOrder,
      "with \(listed(short.map(\.people))) people shortest is longer than the time itself, which is"
        + " \(DurationForm.text(least)) with the fewest", at: range,
      help: "write shortest=\"\(DurationForm.text(least))\" or less")
  }

  static let explanations = [
    Explanation(
      .limitsOutOfOrder, title: "time limits out of order",
      what:
        "shortest is more than time or longest, longest is less than time, or a step extends itself without longest.",
      why: "The plan could neither shorten nor extend the step.", example: .limitsOutOfOrder,
      remedy: "Put them in the order shortest, time, longest. Without shortest two thirds of the time are kept.")
  ]
}

extension DurationForm {
  /// Seconds as an author writes them: `1h30m`.
  static func text(_ seconds: Int) -> String {
    var rest = seconds
    var text = ""
    for (unit, name) in [(86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")] where rest >= unit {
      text += "\(rest / unit)\(name)"
      rest %= unit
    }
    return text.isEmpty ? "0s" : text
  }
}
