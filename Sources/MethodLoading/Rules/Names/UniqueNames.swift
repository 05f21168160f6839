import Diagnostics

/// Names and places are two spaces, each without doubles; values, fields and options are told apart inside their parent.
enum UniqueNames: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (second, first) in facts.names.doubles {
      log.error(
        .doubleName, "`\(second.value)` is the name of \(first.kind.noun) already", at: second.valueRange,
        help: "give one of them another name", see: .init("the first `\(second.value)`", at: first.range))
    }
    checkSubjects(facts, &log)
    checkPlaces(facts, &log)
    for id in facts.tree.all { checkLocalNames(among: id, facts, &log) }
  }

  /// An `as` ends with its element, so it may return after it, but not hide a name that still counts.
  private static func checkSubjects(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (attribute, node) in facts.names.subjects {
      if let first = facts.names.definitions[attribute.value] {
        log.error(
          .doubleName, "`\(attribute.value)` is the name of \(first.kind.noun) already", at: attribute.valueRange,
          help: "call the thing in hand something else",
          see: .init("the first `\(attribute.value)`", at: first.range))
      } else if let parent = facts.tree.parent(of: node),
        case .subject(let outer) = facts.meaning(of: attribute.value, at: parent),
        let first = facts.tree.attribute(.as, of: outer)
      {
        log.error(
          .doubleName, "`\(attribute.value)` is the thing in hand of an element around this one",
          at: attribute.valueRange, help: "call the inner one something else",
          see: .init("the first `\(attribute.value)`", at: first.valueRange))
      }
    }
  }

  private static func checkPlaces(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (second, first) in facts.places.doubles {
      guard let double = facts.tree.attribute(.id, of: second), let original = facts.tree.attribute(.id, of: first)
      else { continue }
      log.error(
        .doublePlace, "`\(double.value)` is the id of another place already", at: double.valueRange,
        help: "give one of them another id", see: .init("the first `\(double.value)`", at: original.valueRange))
    }
  }

  private static func checkLocalNames(among parent: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard facts.tree[parent].hasLocalNames, facts.tree[parent].firstChild >= 0 else { return }
    // Values, fields or options: never two of these kinds in one parent.
    var seen: [String: SourceRange] = [:]
    let isPeople = facts.tree.name(of: parent) == .people
    for child in facts.tree.children(of: parent) {
      let name = facts.tree.name(of: child)
      guard name == .value || name == .field || name == .option, !isPeople,
        let attribute = facts.tree.attribute(.id, of: child), attribute.isSound
      else { continue }
      if let first = seen[attribute.value] {
        log.error(
          .doubleValue, "a second <\(name.text)> with the id `\(attribute.value)`", at: attribute.valueRange,
          help: "give one of them another id", see: .init("the first `\(attribute.value)`", at: first))
      } else {
        seen[attribute.value] = attribute.valueRange
      }
    }
  }

  static let explanations = [
    Explanation(
      .doubleName, title: "a name given twice",
      what: "Two things of the method have the same name: outcomes, groupings, roles, scales, lists, settings, fields"
        + " of people and the `as` of an element share one space of names.",
      why: "A name that means two things would make every place that reads it ambiguous.",
      example: .doubleName,
      remedy: "Rename one of them. Several activities may write the same outcome; an `as` may be used again after its"
        + " element has ended."),
    Explanation(
      .doublePlace, title: "an id given twice",
      what: "Two elements of the agenda have the same id.",
      why: "`back`, `reveal` and the console's commands go to a place by its id.",
      example: .doublePlace, remedy: "Rename one of them."),
    Explanation(
      .doubleValue, title: "a value, field or option given twice",
      what:
        "Two values of one scale or list, two fields of one activity or two options of one choice have the same id.",
      why: "What people enter is stored under that id.", example: .doubleValue,
      remedy: "Rename one of them, or leave it out."),
  ]
}
