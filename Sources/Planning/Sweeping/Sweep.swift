import MethodModel
package import SessionEngine

/// What many rehearsals of one method came to, for whoever wants to know whether it holds.
///
/// Made from the runs alone, in whatever order they came in; a part of a sweep is a sweep of fewer runs.
package struct Sweep: Sendable, Hashable {
  /// The runs with one number of people.
  package struct Size: Sendable, Hashable {
    package var people: Int
    package var runs: Int
    /// Seconds that the method plans for them.
    package var planned: Int
    package var shortest: Int
    package var median: Int
    package var longest: Int
    /// Runs that took over a tenth longer than planned.
    package var late: Int
    /// Commands that were refused, in all runs.
    package var refused: Int
    /// Runs by the name of their end; none for those that never came to one.
    package var ends: [String: Int]
    package var stuck: Int
  }

  /// How often something was reached.
  package struct Count: Sendable, Hashable {
    package var place: String
    /// Of a branch, a choice, a loop or a checkpoint.
    package var what: String
    /// As “When it is passed”.
    package var way: String
    /// In how many of the runs.
    package var runs: Int
  }

  package struct Place: Sendable, Hashable {
    package var id: String
    package var title: String
  }

  package struct Laps: Sendable, Hashable {
    package var place: String
    package var most: Int
    /// Runs by how many laps they made at most.
    package var runs: [Int: Int]
  }

  package var method: String
  package var title: String
  package var runs: Int
  package var sizes: [Size]
  package var ways: [Count]
  package var laps: [Laps]
  /// Places of steps, breaks and checkpoints that no run came to, and what they are called.
  package var unreached: [Place]
  package var ends: [String: Int]
  /// Commands that were refused, by the code of the refusal.
  package var refused: [Rejection.Code: Int]
  /// In how many completed runs nothing was made of what the method promises.
  package var undelivered: [Place: Int]
  /// Those that stood still, then those that took longest against their plan.
  package var worst: [SweepRun]
}

extension Sweep {
  /// Sums up the runs of a method.
  package init(_ runs: [SweepRun], of subject: SweepSubject) {
    let (engine, language) = (subject.engine, subject.language)
    let words = SheetWords(engine: engine, start: engine.previewedStart(people: 1, language: language))
    let elements = engine.index.allElements.filter { $0.mode == nil || ($0.mode == .remote) == subject.isRemote }
    method = engine.method.id
    title = engine.method.title.raw(in: language)
    self.runs = runs.count
    sizes = Dictionary(grouping: runs, by: \.people).map { Size($0.key, $0.value) }.sorted { $0.people < $1.people }
    ways = elements.flatMap { Self.ways(of: $0, in: runs, words) }
    laps = elements.compactMap { Self.laps(of: $0, in: runs, engine) }
    ends = Self.ends(of: runs)
    refused = runs.reduce(into: [:]) { $0.merge($1.refused, uniquingKeysWith: +) }
    undelivered = runs.reduce(into: [:]) { counts, run in
      for id in run.undelivered { counts[Place(id: id, title: words.named(SourceRef(name: id))), default: 0] += 1 }
    }
    worst = Array(runs.sorted(by: Self.isWorse).prefix(3))
    let reached = runs.reduce(into: Set<SweepRun.Reach>()) { $0.formUnion($1.reached) }
    unreached = elements.filter { $0.timebox != nil && !reached.contains(.place($0.id)) }
      .map { Place(id: $0.id, title: words.title($0.id)) }
  }

  /// Standing still is worst, then being late; of equals fewer people and the lower seed come first.
  private static func isWorse(_ first: SweepRun, _ second: SweepRun) -> Bool {
    let (left, right) = ((first.isStuck ? 1 : 0, first.late), (second.isStuck ? 1 : 0, second.late))
    return left == right ? (first.people, first.seed) < (second.people, second.seed) : left > right
  }

  fileprivate static func ends(of runs: [SweepRun]) -> [String: Int] {
    runs.reduce(into: [:]) { ends, run in
      if let end = run.end { ends[end, default: 0] += 1 }
    }
  }

  private static func ways(of element: FlowElement, in runs: [SweepRun], _ words: SheetWords) -> [Count] {
    func count(_ way: String, _ reach: SweepRun.Reach) -> Count {
      Count(
        place: element.id, what: words.title(element.id), way: way, runs: runs.count { $0.reached.contains(reach) })
    }
    switch element.kind {
    case .branch, .choice:
      return element.ways.map { count(words.way($0, of: element), .way(element.id, $0)) }
    case .loop(let loop):
      guard loop.exhausted != nil else { return [] }
      return [count("Rounds used up", .way(element.id, .exhausted))]
    case .checkpoint(let checkpoint):
      let verdicts: [(CheckpointVerdict, String, Bool)] = [
        (.pass, "Passed", true), (.rework, "More work", checkpoint.rework != nil),
        (.stop, "Stopped", checkpoint.stop != nil),
      ]
      return verdicts.filter(\.2).map { count($0.1, .verdict(element.id, $0.0)) }
    default: return []
    }
  }

  private static func laps(of element: FlowElement, in runs: [SweepRun], _ engine: SessionEngine) -> Laps? {
    guard case .loop(let loop) = element.kind else { return nil }
    let laps = runs.compactMap { $0.laps[element.id] }
    return Laps(
      place: element.id,
      most: engine.rounds(of: loop, for: engine.previewedStart(people: 1, language: engine.method.language)),
      runs: Dictionary(grouping: laps) { $0 }.mapValues(\.count))
  }
}

extension Sweep.Size {
  fileprivate init(_ people: Int, _ runs: [SweepRun]) {
    let times = runs.map(\.actual).sorted()
    self.people = people
    self.runs = runs.count
    planned = runs.map(\.planned).sorted()[runs.count / 2]
    shortest = times.first ?? 0
    median = times[times.count / 2]
    longest = times.last ?? 0
    late = runs.count { $0.late * 10 > $0.planned }
    refused = runs.reduce(0) { $0 + $1.refusals }
    ends = Sweep.ends(of: runs)
    stuck = runs.count(where: \.isStuck)
  }
}

extension FlowElement {
  /// The ways of a branch or choice, in document order.
  fileprivate var ways: [BodySlot] {
    switch kind {
    case .branch(let branch): branch.arms.indices.map { .arm($0) } + [.otherwise]
    case .choice(let choice): choice.options.map { .option($0.id) }
    default: []
    }
  }
}
