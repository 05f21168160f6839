import Diagnostics
import MethodModel

/// DOT0412: where a decision answers a choice, its results can name the options.
enum AnsweredOptions: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all where facts.tree.name(of: id) == .choice {
      guard let by = facts.tree.attribute(.by, of: id),
        case .defined(let definition) = facts.meaning(of: by.value, at: id), definition.outcome >= 0,
        let known = answers(of: facts.names.outcomes[definition.outcome], facts)
      else { continue }
      check(id, by.value, known, facts, &log)
    }
  }

  /// What a decision can answer with.
  private struct Answers {
    /// Words and titles of what is decided about; empty where that is made in the session.
    let words: Set<String>
    /// Whether these are all that there are.
    let isFixed: Bool
  }

  private static func answers(of outcome: NameTable.Outcome, _ facts: MethodFacts) -> Answers? {
    let tree = facts.tree
    guard outcome.writers.count == 1, let writer = outcome.writers.first, tree.name(of: writer) == .decide,
      let source = tree.source(.of, of: writer), source.part == nil,
      case .defined(let definition) = facts.meaning(of: source.name, at: writer)
    else { return nil }
    if definition.kind == .list {
      let values = tree.children(of: definition.node).filter { tree.name(of: $0) == .value }
      let texts = values.flatMap { value in tree.children(of: value).filter { tree.name(of: $0) == .text } }
      let words = values.compactMap { tree.value(.id, of: $0) } + texts.map { tree.text(of: $0).lowercased() }
      return Answers(words: Set(words), isFixed: true)
    }
    guard definition.outcome >= 0 else { return nil }
    return Answers(words: [], isFixed: false)
  }

  private static func check(
    _ choice: MethodTree.ID, _ decision: String, _ known: Answers, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    let tree = facts.tree
    let options = tree.children(of: choice).filter { tree.name(of: $0) == .option }
    let unnamed = options.filter { !isNamed($0, known, tree) }
    guard let first = unnamed.first, let attribute = tree.attribute(.id, of: first) else { return }
    if !known.isFixed {
      guard unnamed.count == options.count, let by = tree.attribute(.by, of: choice) else { return }
      log.warning(
        .unansweredOption,
        "`\(decision)` is about what people say, so no result of it is sure to name one of these options",
        at: by.valueRange, help: "call options adopted and rejected, decide on a list, or let a person choose")
    } else {
      log.warning(
        .unansweredOption, "no result of `\(decision)` names the option `\(attribute.value)`", at: attribute.valueRange,
        help: "name it like a value that is decided on, or adopted or rejected: the facilitator is asked otherwise")
    }
  }

  private static func isNamed(_ option: MethodTree.ID, _ known: Answers, _ tree: MethodTree) -> Bool {
    guard let id = tree.value(.id, of: option) else { return true }
    let titles = tree.children(of: option).filter { tree.name(of: $0) == .title }.map { tree.text(of: $0).lowercased() }
    return results.contains(id) || known.words.contains(id) || titles.contains { known.words.contains($0) }
  }

  private static let results: Set<String> = [
    "adopted", "rejected", "won", "tied", "deferred", "no-quorum", "selected", "none",
  ]

  static let explanations = [
    Explanation(
      .unansweredOption, title: "an option that no result names",
      what: "A decision answers a choice, and nothing that it can come to is called like this option.",
      why: "The way could never be taken by the decision; the facilitator would be asked instead.",
      example: .unansweredOption,
      remedy: "Call options like the values that are decided on, by word or title, or adopted and rejected.")
  ]
}
