import Diagnostics
import MethodModel

/// DOT0801 (of windows): what is to be done while a window is open can be done in that time.
enum WindowHolds: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .window {
      guard let lasts = tree.attribute(.lasts, of: id), let open = facts.duration(.lasts, of: id) else { continue }
      let work = tree.children(of: id).reduce(0) { $0 + least(of: $1, facts) }
      guard work > open else { continue }
      log.error(
        .minutesOutside,
        "what is to be done here takes \(DurationForm.text(work)) at least, and the window is open for"
          + " \(DurationForm.text(open))", at: lasts.valueRange,
        help: "write lasts=\"\(DurationForm.text(work))\" or more, or give the steps less time")
    }
  }

  /// The least that an element takes whatever way is gone; what may be left out takes nothing.
  private static func least(of id: MethodTree.ID, _ facts: MethodFacts) -> Int {
    let tree = facts.tree
    guard tree.value(.optional, of: id) != "yes", !tree.has(.mode, of: id), !tree.has(.inRound, of: id) else {
      return 0
    }
    switch tree.name(of: id) {
    case .step:
      guard let time = tree.value(.time, of: id), let formula = try? DurationForm.time(time) else { return 0 }
      return facts.bounds(of: formula, at: id)?.least ?? 0
    case .phase: return tree.children(of: id).reduce(0) { $0 + least(of: $1, facts) }
    default: return 0
    }
  }

  static let explanations: [Explanation] = []
}
