package import MethodModel

/// What is taken from the leaves that are still to come.
package struct Cutting: Sendable, Hashable, Codable {
  /// Whole hundredths of what each may give, which is its time less its shortest time.
  package var percent: Int
  /// Places that are left out, as often as they come.
  package var skipped: Set<String>
  /// The only places that are shortened; `nil`: all.
  package var only: Set<String>?

  package init(percent: Int = 0, skipped: Set<String> = [], only: Set<String>? = nil) {
    self.percent = percent
    self.skipped = skipped
    self.only = only
  }

  package static let nothing = Cutting()

  /// The seconds of one leaf that remain of its plan.
  package func seconds(of planned: Int, shortest: Int, cut: Timebox.Cut, at place: String) -> Int {
    if skipped.contains(place) { return 0 }
    if let only, !only.contains(place) { return planned }
    return cut == .keep ? planned : planned - (max(0, planned - shortest) * percent + 50) / 100
  }

  /// The seconds of one leaf of a course.
  package func seconds(of leaf: Stretch) -> Int {
    seconds(of: leaf.reckoning.seconds, shortest: leaf.shortest, cut: leaf.cut, at: leaf.place)
  }
}

/// Something that may be left out: a leaf, or a used method with all leaves in it.
struct LeftOut {
  var place: String
  /// The places of its leaves.
  var inside: Set<String>
  /// What it takes altogether.
  var seconds: Int
  var order: Int
}

extension Cutting {
  /// Nothing, where all of it is left out already.
  mutating func leaveOut(_ part: LeftOut) {
    if !skipped.isSuperset(of: part.inside) { skipped.formUnion(part.inside.union([part.place])) }
  }
}

extension Stretch {
  /// Everything expected that may be left out as a whole, outer ones first, with how often it comes.
  fileprivate var skippableParts: [(part: Stretch, times: Int)] {
    guard isExpected, times > 0, kind != .window else { return [] }
    let own = cut == .skip ? [(part: once, times: times)] : []
    return own + inside.flatMap { stretch in stretch.skippableParts.map { (part: $0.part, times: $0.times * times) } }
  }

  private var once: Stretch {
    var single = self
    single.times = 1
    return single
  }
}

/// How what remains can be made to end in time, or by how much it cannot.
package struct Replan: Sendable, Hashable {
  package var cutting: Cutting
  /// What remains then takes.
  package var seconds: Int
  /// By how many seconds it is still too long; 0 when it fits.
  package var overrun: Int
  /// Where it does not fit: the places that take longest even so, longest first.
  package var holding: [String]

  package init(cutting: Cutting, seconds: Int, overrun: Int, holding: [String]) {
    self.cutting = cutting
    self.seconds = seconds
    self.overrun = overrun
    self.holding = holding
  }
}

extension [Stretch] {
  /// Fits what is to come into so many seconds.
  ///
  /// The rule: the least whole percent of (plan − shortest) from every leaf that is not to be kept; where all of it is
  /// not enough, first leave out the leaf that may be left out and frees most (of equals the later), one at a time. Where
  /// that is not enough either, the answer is the least overrun and what holds it.
  package func replanned(into seconds: Int) -> Replan {
    replanned(into: seconds, by: leavingOut(into: seconds, from: Cutting(percent: 100)))
  }

  /// Leaves out as few parts as it takes; beside a longer track nothing is left out in vain.
  func leavingOut(into seconds: Int, from asked: Cutting) -> Cutting {
    var cutting = asked
    var candidates = skippable
    var taken: [LeftOut] = []
    while self.seconds(after: cutting) > seconds, let next = candidates.popLast() {
      cutting.leaveOut(next)
      taken.append(next)
    }
    let most = Swift.max(seconds, self.seconds(after: cutting))
    for place in taken.map(\.place) {
      let others = taken.filter { $0.place != place }
      var fuller = asked
      for part in others { fuller.leaveOut(part) }
      if self.seconds(after: fuller) <= most { (cutting, taken) = (fuller, others) }
    }
    return cutting
  }

  /// The least whole percent with which what is to come fits into so many seconds; all of it where it does not fit.
  func replanned(into seconds: Int, by asked: Cutting) -> Replan {
    var cutting = asked
    var (low, high) = (0, 100)
    while low < high {
      cutting.percent = (low + high) / 2
      if self.seconds(after: cutting) <= seconds { high = cutting.percent } else { low = cutting.percent + 1 }
    }
    cutting.percent = low
    let rest = self.seconds(after: cutting)
    let overrun = Swift.max(0, rest - seconds)
    return Replan(
      cutting: cutting, seconds: rest, overrun: overrun, holding: overrun > 0 ? longest(after: cutting) : [])
  }

  /// What may be left out, a leaf or a used method as a whole, the one that frees most at the end.
  var skippable: [LeftOut] {
    var found: [String: LeftOut] = [:]
    for (order, part) in flatMap(\.skippableParts).enumerated() {
      let (stretch, times) = part
      let leaves = stretch.leaves
      let seconds = leaves.reduce(0) { $0 + $1.leaf.reckoning.seconds * $1.times } * times
      var one = found[stretch.place] ?? LeftOut(place: stretch.place, inside: [], seconds: 0, order: 0)
      one.inside.formUnion(leaves.map(\.leaf.place))
      one.seconds += seconds
      one.order = order
      found[stretch.place] = one
    }
    return found.values.filter { $0.seconds > 0 }.sorted { ($0.seconds, $0.order) < ($1.seconds, $1.order) }
  }

  /// The places that take longest once something was cut, longest first.
  func longest(after cutting: Cutting) -> [String] {
    Array<String>(sums { cutting.seconds(of: $0) }.prefix(3))
  }

  /// Places by what they come to altogether, most first, of equals the later; none that come to nothing.
  private func sums(_ seconds: (Stretch) -> Int) -> [String] {
    var sums: [String: (total: Int, order: Int)] = [:]
    for (order, (leaf, times)) in flatMap(\.leaves).enumerated() {
      sums[leaf.place] = (sums[leaf.place, default: (0, 0)].total + seconds(leaf) * times, order)
    }
    return sums.filter { $0.value.total > 0 }
      .sorted { ($0.value.total, $0.value.order) > ($1.value.total, $1.value.order) }.map(\.key)
  }
}
