import Diagnostics

/// DOT0406: what a `use` names can be found, read and run, and does not come back to where it began.
enum UsableMethods: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for problem in facts.used.problems {
      log.error(problem.code, problem.message, at: problem.range, help: problem.help)
    }
  }

  static let explanations = [
    Explanation(
      .unusableMethod, title: "a method that cannot be used",
      what: "A <use> names a method that is not there, that has mistakes of its own, that lies behind a link, or that"
        + " uses the method which uses it.",
      why: "The session would stop in front of the room, or never end.",
      example: .unusableMethod,
      remedy:
        "A method is named by its id. It is looked for first in the folder of the method that uses it, where links"
        + " are not followed, then in the folders of methods in their order. Take what two methods both need out into a"
        + " third."),
    Explanation(
      .unfitOnly, title: "places of a used method that cannot be run alone",
      what: "`only` names a place that the used method does not have, or leaves out what the named places need.",
      why: "What is left out produces nothing, so the rest would wait for it.",
      example: .unfitOnly,
      remedy: "Name the places that it needs too. What a place stands in, such as a loop with its test, is kept."),
  ]
}
