import Diagnostics
import MethodModel

/// DOT0423: a used method is made for as many people as run it, as far as that is known beforehand.
enum FittingUse: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (use, used) in facts.used.resolved.sorted(by: { $0.key.index < $1.key.index }) {
      guard let attribute = facts.tree.attribute(.method, of: use), let sizes = sizes(around: use, facts) else {
        continue
      }
      let fit = used.facts.tree.child(.fit, of: .root).flatMap { used.facts.tree.value(.people, of: $0) }
      let ranges = fit.flatMap { try? NumberForm.ranges($0) } ?? []
      let unfit = sizes.filter { size in !ranges.contains { $0.contains(size) } }
      guard !ranges.isEmpty, let first = unfit.first else { continue }
      let made = ranges.map(\.description).joined(separator: ", ")
      let who = unfit.count == 1 ? "\(first)" : "\(first) and \(unfit.count - 1) other numbers"
      log.warning(
        .unfitUse, "`\(attribute.value)` is made for \(made) people, and here it may be run by \(who)",
        at: attribute.valueRange, help: "narrow people at <fit>, or the groups around it; the host is asked otherwise")
    }
  }

  /// How many people may run what stands there, smallest first; `nil` when that hangs on the people themselves.
  private static func sizes(around use: MethodTree.ID, _ facts: MethodFacts) -> [Int]? {
    let tree = facts.tree
    var next = tree.parent(of: use)
    while let id = next {
      if tree.name(of: id) == .phase, let with = tree.value(.with, of: id), with != "room" {
        return sizes(ofPartsOf: with, facts)
      }
      next = tree.parent(of: id)
    }
    return Set(facts.participants.flatMap { Array($0) }).sorted()
  }

  private static func sizes(ofPartsOf with: String, _ facts: MethodFacts) -> [Int]? {
    if with == "alone" { return [1] }
    guard case .defined(let definition) = facts.names.definitions[with].map({ NameTable.Meaning.defined($0) }),
      definition.kind == .grouping, let range = facts.tree.range(.size, of: definition.node),
      !facts.tree.has(.match, of: definition.node), !facts.tree.has(.split, of: definition.node)
    else { return nil }
    guard range.lower == range.upper else { return range.upper.map { Array(range.lower...max($0, range.lower)) } }
    let remainder: Grouping.Remainder = facts.tree.word(.remainder, of: definition.node) ?? .join
    let sizes = facts.participants.flatMap { people in
      people.flatMap { GroupPlan.of($0, size: range, remainder: remainder)?.sizes ?? [] }
    }
    return Set(sizes).sorted()
  }

  static let explanations = [
    Explanation(
      .unfitUse, title: "a used method that does not fit the number of people",
      what: "For some numbers of people, the group that runs a used method is smaller or larger than it is made for.",
      why:
        "Its groups may not be formable, and its minutes are meant for others. In the session the host is asked first.",
      example: .unfitUse,
      remedy: "Run it in the room or in larger groups, or narrow the numbers at <fit>.")
  ]
}
