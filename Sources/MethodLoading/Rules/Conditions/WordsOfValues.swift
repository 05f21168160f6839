import Diagnostics
import MethodModel

/// DOT0606: a bare word in `for` and `is` is a value of what is tested; what is meant as a name stands in braces.
enum WordsOfValues: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all {
      switch facts.tree.name(of: id) {
      case .test: checkSubject(of: id, facts.tree.source(.of, of: id), facts, &log)
      case .back: checkSubject(of: id, subjects(of: id, facts), facts, &log)
      case .where: checkFilter(id, facts, &log)
      default: continue
      }
    }
  }

  // MARK: for

  private static func checkSubject(
    of id: MethodTree.ID, _ source: SourceRef?, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let source, let attribute = facts.tree.attribute(.for, of: id), attribute.isSound,
      case .word(let word)? = try? ExpectedForm.operand(attribute.value)
    else { return }
    let values = names(of: source.name, at: id, facts)
    // Where nobody knows the values yet, what is in hand is surely meant by its name.
    let isInHand = if case .subject = facts.meaning(of: word, at: id) { true } else { false }
    guard values.map({ !$0.contains(word) }) ?? isInHand else { return }
    report(word, "`\(source.name)`", values ?? [], at: attribute.valueRange, id, facts, &log)
  }

  /// What the for-each around the place goes through that a `back` leads to.
  private static func subjects(of back: MethodTree.ID, _ facts: MethodFacts) -> SourceRef? {
    guard let place = facts.tree.value(.to, of: back).flatMap({ facts.places.nodes[$0] }) else { return nil }
    return facts.nearest([.forEach], around: place).flatMap { facts.tree.source(.itemOf, of: $0) }
  }

  /// By which words the things of a source can be named, empty where they are made in the session; `nil` where that
  /// cannot be told.
  private static func names(
    of name: String, at node: MethodTree.ID, _ facts: MethodFacts, depth: Int = 0
  ) -> [String]? {
    guard depth < 32 else { return nil }
    switch facts.meaning(of: name, at: node) {
    case .defined(let definition) where definition.kind == .list: return facts.valueIDs(of: definition.node)
    case .defined(let definition) where definition.outcome >= 0:
      let outcome = facts.names.outcomes[definition.outcome]
      // What was not taken has no writer of its own kind.
      guard outcome.writers.allSatisfy({ facts.tree.value(.into, of: $0) == name }) else { return nil }
      var all: [String] = []
      for writer in outcome.writers {
        guard let some = names(by: writer, facts, depth + 1) else { return nil }
        all += some
      }
      return all
    case .subject(let element):
      guard let source = facts.tree.sourceOfThings(of: element), let parent = facts.tree.parent(of: element) else {
        return nil
      }
      return names(of: source.name, at: parent, facts, depth: depth + 1)
    default: return nil
    }
  }

  private static func names(by writer: MethodTree.ID, _ facts: MethodFacts, _ depth: Int) -> [String]? {
    let tree = facts.tree
    switch tree.name(of: writer) {
    case .collect, .commit, .cluster, .fill: return []
    case .vote, .rate, .place, .select, .decide:
      guard let source = tree.source(.of, of: writer) ?? tree.source(.from, of: writer),
        var all = names(of: source.name, at: writer, facts, depth: depth)
      else { return nil }
      if let criteria = tree.source(.criteria, of: writer) {
        guard let more = names(of: criteria.name, at: writer, facts, depth: depth) else { return nil }
        all += more
      }
      return all
    default: return nil
    }
  }

  // MARK: is

  private static func checkFilter(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let field = tree.value(.field, of: id), let attribute = tree.attribute(.is, of: id), attribute.isSound,
      case .words(let operands)? = try? ExpectedForm.expected(attribute.value),
      let values = values(of: field, in: id, facts), !values.isEmpty
    else { return }
    for (operand, written) in zip(operands, words(of: attribute.value)) {
      guard case .word(let word) = operand, !values.contains(word) else { continue }
      let range = tree.range(of: written.offset..<written.offset + written.word.utf8.count, in: attribute)
      report(word, "`\(field)`", values, at: range, id, facts, &log)
    }
  }

  /// What a field that is asked about can hold; `nil` where anything may stand in it.
  private static func values(of field: String, in filter: MethodTree.ID, _ facts: MethodFacts) -> [String]? {
    let tree = facts.tree
    guard let parent = tree.parent(of: filter),
      let source = tree.source(.from, of: parent) ?? tree.source(.of, of: parent) ?? tree.source(.itemOf, of: parent)
    else { return nil }
    let shape = facts.shape(of: source, at: parent)
    if case .ratings(let scale) = shape.family, field == "value" { return facts.pointIDs(of: scale) }
    if field == "status", source.part == "objections" || source.part == "concerns" {
      return ["open", "qualified", "concern", "resolved", "withdrawn"]
    }
    if shape.isMarks || shape.family == .people {
      guard let definition = facts.names.definitions[field], definition.kind == .field else { return nil }
      return facts.values(ofField: definition.node)
    }
    let fields = facts.fields(of: Reference(name: source.name, field: field), at: parent)
    return fields.count == 1 ? facts.values(ofField: fields[0]) : nil
  }

  // MARK: Words

  private static func report(
    _ word: String, _ what: String, _ values: [String], at range: SourceRange, _ id: MethodTree.ID,
    _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let isName: Bool =
      switch facts.meaning(of: word, at: id) {
      case .subject: true
      case .defined(let definition): definition.kind == .setting || definition.kind == .outcome
      default: false
      }
    let help: String
    if isName {
      help = "a name stands in braces: write {\(word)}"
    } else if values.isEmpty {
      help = "these are made in the session; name the one in hand in braces, as in {i}"
    } else {
      help = log.suggestion(for: word) { values } ?? "write \(joined(values.prefix(8).map { "`\($0)`" }, "or"))"
    }
    log.error(.noValue, "`\(word)` is no value of \(what)", at: range, help: help)
  }

  static let explanations = [
    Explanation(
      .noValue, title: "a word that is no value of what is tested",
      what: "A bare word in `for` or `is` is none of the values that stand there.",
      why: "The test would look at nothing and have no data, without a word about it.", example: .noValue,
      remedy:
        "Correct the spelling. A bare word is a value; what is meant as a name, such as a thing in hand, stands in"
        + " braces: for=\"{i}\".")
  ]
}

extension MethodFacts {
  /// The values of a list or a choice.
  fileprivate func valueIDs(of node: MethodTree.ID) -> [String] {
    tree.children(of: node).compactMap { tree.name(of: $0) == .value ? tree.value(.id, of: $0) : nil }
  }

  /// `nil` for a scale that is not known.
  fileprivate func pointIDs(of scale: String) -> [String]? {
    guard let node = names.definitions[scale]?.node else { return nil }
    guard let range = tree.range(.range, of: node) else { return valueIDs(of: node) }
    return (range.lower...max(range.lower, range.upper ?? range.lower)).map { "\($0)" }
  }

  /// `nil` where anything may be written.
  fileprivate func values(ofField node: MethodTree.ID) -> [String]? {
    let type = tree.value(.type, of: node) ?? "text"
    if type == "choice" { return valueIDs(of: node) }
    guard let definition = names.definitions[type], definition.kind == .list else { return nil }
    return valueIDs(of: definition.node)
  }
}
