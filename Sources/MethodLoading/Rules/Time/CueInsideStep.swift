import Diagnostics
import MethodModel

/// DOT0804: a cue comes while its step runs.
enum CueInsideStep: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .cue {
      guard let at = tree.attribute(.at, of: id), at.isSound, let moment = try? DurationForm.moment(at.value),
        let after = facts.seconds(of: moment.span, at: id), let step = tree.parent(of: id),
        let time = tree.value(.time, of: step), let formula = try? DurationForm.time(time),
        let most = facts.bounds(of: formula, at: step)?.most, after >= most
      else { continue }
      log.error(
        .cueOutsideStep, "this cue lies outside of its step, which takes \(DurationForm.text(most))", at: at.valueRange,
        help: "write less than \(DurationForm.text(most)); with a minus it counts from the end")
    }
  }

  static let explanations = [
    Explanation(
      .cueOutsideStep, title: "a cue outside of its step",
      what: "The moment of a cue lies before the start or after the end of its step.",
      why: "It would never be announced.", example: .cueOutsideStep,
      remedy: "Write a shorter moment, or give the step more time.")
  ]
}
