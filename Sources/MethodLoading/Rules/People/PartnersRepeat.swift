import Diagnostics
import MethodModel

/// DOT0504: where partners are to be new, they can be.
enum PartnersRepeat: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let count = PeopleCount(facts: facts)
    for id in facts.tree.all {
      switch facts.tree.name(of: id) {
      case .rotate: checkRotation(id, count, &log)
      case .phase, .step: checkRegrouping(id, count, &log)
      default: continue
      }
    }
    for nodes in sequences(count.facts) { checkSequence(nodes, count, &log) }
  }

  /// The steps and phases, one after the other, for which a set is formed anew without earlier partners.
  private static func sequences(_ facts: MethodFacts) -> [[MethodTree.ID]] {
    let tree = facts.tree
    var uses: [(set: String, nodes: [MethodTree.ID])] = []
    for id in tree.all where tree.name(of: id) == .step || tree.name(of: id) == .phase {
      guard let with = tree.attribute(.with, of: id)?.value, tree.value(.optional, of: id) != "yes",
        let parent = tree.parent(of: id),
        facts.nearest([.repeat, .forEach, .rotate, .branch, .choice, .parallel, .checkpoint, .phase], around: parent)
          == nil
      else { continue }
      if let place = uses.firstIndex(where: { $0.set == with }) {
        uses[place].nodes.append(id)
      } else {
        uses.append((with, [id]))
      }
    }
    return uses.map(\.nodes).filter { $0.count > 1 }
  }

  private static func checkSequence(_ nodes: [MethodTree.ID], _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard let with = tree.attribute(.with, of: nodes[0])?.value, let set = count.node(of: with),
      tree.value(.avoid, of: set) == "earlier", tree.value(.formed, of: set) == "each-time"
    else { return }
    var repeating: [Int: [Int]] = [:]
    for people in count.facts.participants.joined() {
      guard case .sizes(let sizes) = count.groups(of: with, people),
        let time = PartnerBound.firstRepeat(sizes: sizes, formings: nodes.count)
      else { continue }
      repeating[time, default: []].append(people)
    }
    guard let first = repeating.min(by: { $0.key < $1.key }),
      let attribute = tree.attribute(.with, of: nodes[first.key - 1])
    else { return }
    log.warning(
      .partnersRepeat,
      "with \(listed(repeating.values.flatMap { $0 })) people partners must repeat here"
        + (repeating.count > 1 ? " or later" : ""), at: attribute.valueRange,
      help: "form these groups less often, or let it be, and people meet again")
  }

  /// People who scatter over places in each lap.
  private static func checkRotation(_ id: MethodTree.ID, _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard tree.value(.move, of: id) == "people", let through = tree.source(.through, of: id), !tree.has(.stay, of: id),
      through.name != "people", count.node(of: through.name) == nil,
      let attribute = tree.attribute(.rounds, of: id) ?? tree.attribute(.move, of: id)
    else { return }
    var repeating: [Int: [Int]] = [:]
    for people in count.facts.participants.joined() {
      for circle in count.circles(around: id, of: people) ?? [] {
        guard let places = count.count(of: through, at: id, circle), places > 0, circle > 0 else { continue }
        let guarantee = RotationGuarantee(
          manner: .people, movers: circle, places: places, laps: count.facts.whole(.rounds, of: id))
        if let lap = guarantee.partnersRepeat { repeating[lap, default: []].append(people) }
      }
    }
    report(repeating, at: attribute.valueRange, &log)
  }

  /// Groups that are formed anew in each lap of a loop, without earlier partners.
  private static func checkRegrouping(_ id: MethodTree.ID, _ count: PeopleCount, _ log: inout FindingLog) {
    let tree = count.facts.tree
    guard let with = tree.attribute(.with, of: id), let set = count.node(of: with.value),
      tree.value(.avoid, of: set) == "earlier", tree.value(.formed, of: set) == "each-time",
      let loop = tree.parent(of: id).flatMap({ count.facts.nearest([.repeat], around: $0) }),
      let laps = count.facts.whole(.rounds, of: loop), laps > 1
    else { return }
    var repeating: [Int: [Int]] = [:]
    for people in count.facts.participants.joined() {
      for circle in count.circles(around: id, of: people) ?? [] {
        guard case .sizes(let sizes) = count.groups(of: with.value, circle),
          let lap = PartnerBound.firstRepeat(sizes: sizes, formings: laps)
        else { continue }
        repeating[lap, default: []].append(people)
      }
    }
    report(repeating, at: with.valueRange, &log)
  }

  private static func report(_ repeating: [Int: [Int]], at range: SourceRange, _ log: inout FindingLog) {
    guard !repeating.isEmpty else { return }
    log.warning(
      .partnersRepeat, listed(fromLap: repeating, "partners must repeat"), at: range,
      help: "fewer rounds, smaller groups or more places keep them new; or let it be, and people meet again")
  }

  static let explanations = [
    Explanation(
      .partnersRepeat, title: "partners that must meet again",
      what: "People are put together anew several times and are to meet new partners, but for some number of people"
        + " there are not enough of them: from some lap on a pair must come together again. All numbers are named for"
        + " which that is so, those first for which it comes first.",
      why: "The session avoids repeated partners as long as it can; it is better to know when it cannot.",
      example: .partnersRepeat,
      remedy: "Fewer rounds, smaller groups or more places. It is a warning: the method runs as it is.")
  ]
}
