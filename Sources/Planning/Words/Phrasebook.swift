/// What simulated people say in one language.
struct Phrasebook: Sendable {
  /// Ideas are an opening, a subject and an ending.
  var openings: [String]
  var subjects: [String]
  var endings: [String]
  /// Between two halves of an idea.
  var joining: String
  /// With `*` for the subject.
  var questions: [String]
  var objections: [String]
  var concerns: [String]
  /// The smallest change that settles an objection.
  var amendments: [String]
  /// Reasons for a high and for a low rating.
  var praise: [String]
  var doubts: [String]
  /// How one will see whether an action was done.
  var measures: [String]
  var conditions: [String]
  var notes: [String]
  /// What a question in a form is answered with, when words are wanted.
  var answers: [String]
  var steering: Steering

  /// Why the facilitator leaves the plan.
  struct Steering: Sendable {
    var skip: [String]
    var extend: [String]
    var back: [String]
    var again: [String]
    var pause: [String]
    var withdraw: [String]
    var overrule: [String]
    /// The title of a step put in between.
    var inserted: [String]
  }

  /// The phrases of a language, else the English ones.
  static func inLanguage(_ language: String) -> Phrasebook {
    switch language.prefix(2) {
    case "fi": finnish
    case "fr": french
    default: english
    }
  }
}
