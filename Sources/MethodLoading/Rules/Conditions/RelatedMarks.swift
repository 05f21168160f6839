import Diagnostics
import MethodModel

/// DOT0609: marks are put to use for what they were given to, and rounds are compared with rounds of their kind.
enum RelatedMarks: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for id in facts.tree.all {
      switch facts.tree.name(of: id) {
      case .select: checkRank(id, facts, &log)
      case .test: checkChange(id, facts, &log)
      default: continue
      }
    }
  }

  // MARK: Ranks

  private static func checkRank(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.rankedBy, of: id), let marks = tree.source(.rankedBy, of: id),
      let from = tree.source(.from, of: id), case let shape = facts.shape(of: marks, at: id),
      shape.isMarks || shape.isNumber,
      let ranked = origins(of: from.name, at: id, facts), let marked = origins(of: marks.name, at: id, facts),
      ranked.isDisjoint(with: marked)
    else { return }
    let about = facts.names.outcome(behind: marks.name, at: id, in: tree)
      .flatMap { facts.names.outcomes[$0].writers.first }.flatMap { tree.source(.of, of: $0) }
    guard shape.isMarks else {
      log.error(
        .unrelatedMarks, "`\(marks)` is a number of other things than `\(from)`", at: attribute.valueRange,
        help: "name a number field of what is chosen from")
      return
    }
    log.error(
      .unrelatedMarks, "`\(marks)` holds marks on \(about.map { "`\($0)`" } ?? "other things"), none on `\(from)`",
      at: attribute.valueRange, help: "vote on `\(from)`, or choose from what the votes are about")
  }

  /// Through more outcomes nobody follows a thing, and a file made to keep us busy would.
  private static let mostOrigins = 64

  /// The names from which the things of a name, or what its marks were given to, can come; `nil` when that cannot be
  /// told.
  private static func origins(of name: String, at node: MethodTree.ID, _ facts: MethodFacts) -> Set<String>? {
    var found: Set<String> = []
    var waiting = [(name, node)]
    var looked: Set<String> = []
    while let (name, node) = waiting.popLast() {
      switch facts.meaning(of: name, at: node) {
      case .subject(let element):
        guard let source = facts.tree.sourceOfThings(of: element), let parent = facts.tree.parent(of: element) else {
          return nil
        }
        waiting.append((source.name, parent))
      case .defined(let definition) where definition.outcome >= 0:
        guard looked.insert(name).inserted else { continue }
        guard looked.count <= mostOrigins else { return nil }
        found.insert(name)
        for writer in facts.names.outcomes[definition.outcome].writers {
          guard facts.tree.name(of: writer) != .take else { return nil }
          for attribute in [AttributeName.of, .from, .criteria, .zones] {
            if let source = facts.tree.source(attribute, of: writer) { waiting.append((source.name, writer)) }
          }
        }
      case .defined(let definition) where definition.kind == .list: found.insert(name)
      default: return nil
      }
    }
    return found
  }

  // MARK: Changes

  private static func checkChange(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.change, of: id), attribute.isSound, let source = tree.source(.of, of: id),
      let before = try? NameForm.source(attribute.value),
      facts.names.outcome(behind: before.name, at: id, in: tree) != nil
    else { return }
    let (new, old) = (facts.shape(of: source, at: id).family, facts.shape(of: before, at: id).family)
    guard new != .unknown, old != .unknown, new != old, let one = words(new), let two = words(old) else { return }
    log.error(
      .unrelatedMarks, "`\(source)` holds \(one), and `\(before)` \(two), so there is no change between them",
      at: attribute.valueRange, help: "compare with an earlier round of the same kind")
  }

  private static func words(_ family: Shape.Family) -> String? {
    switch family {
    case .ballots("dots"): "dots"
    case .ballots("approval"): "approvals"
    case .ballots: "rankings"
    case .ratings(let scale): "ratings on `\(scale)`"
    case .placements: "places"
    case .decision: "a decision"
    case .things, .selection, .clusters, .documents: "no marks"
    default: nil
    }
  }

  static let explanations = [
    Explanation(
      .unrelatedMarks, title: "marks of something else",
      what: "Things are ranked by marks that were given to other things, or a change is taken between rounds of"
        + " different kinds.",
      why: "None of them has a mark, so all would be tied, or there would be no data.", example: .unrelatedMarks,
      remedy: "Vote on what is chosen from, or choose from what was voted on; compare ratings with ratings on the same"
        + " scale.")
  ]
}
