package import MethodModel

/// A stretch of the agenda as it is expected to run: a leaf with its time, or stretches one after the other.
///
/// The plan, the forecast and the re-plan are sums over such values, so that they cannot disagree.
package struct Stretch: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case step, rest, inserted
    /// Where a floating break may come: nothing, until it is placed.
    case float
    /// The talk at a checkpoint, and after it the ways on.
    case checkpoint
    case phase
    /// Another method, fitted into the time it is given.
    case use
    case meeting
    /// Days in which each works in their own time: no minutes of the session's.
    case window
    /// What goes on beside each other: the longest counts.
    case parallel
    case loop
    /// One lap of a loop, from 1.
    case lap(Int)
    /// The body of a for-each, as often as there are things; their names where they are known.
    case things([String])
    /// One of several ways on, and whether it is the likely one is said by `isExpected`.
    case branch, choice
    case way(BodySlot)
    case back(to: String)
    case end(String)
  }

  /// The id of the flow element.
  package var place: String
  package var kind: Kind
  /// Whether it lies on the likely path and counts; the rest is known, but adds nothing.
  package var isExpected = true
  /// Of a leaf: its seconds, and how they come about.
  package var reckoning = Reckoning.none
  /// Of a leaf: the least seconds it may be cut to.
  package var shortest = 0
  package var cut = Timebox.Cut.keep
  /// Of a leaf that was shortened to fit into a used method's time: its seconds before.
  package var uncut: Int?
  /// Of a used method with a time of its own.
  package var fitting: Fitting?
  /// Of a step or phase in groups: how many people are in each, in all circles together.
  package var groups: [Int] = []
  /// The take, of a leaf that is open: what is left of it.
  package var take: Int?
  /// How often it comes in a row.
  package var times = 1
  /// Of things that are gone through one by one: the seconds after which no other one begins.
  package var limit: Within?
  package var inside: [Stretch] = []

  /// The seconds of a `within`, and whether what is in hand then is left at once.
  package struct Within: Sendable, Hashable {
    package var seconds: Int
    package var leavesAtOnce: Bool

    /// Of so many things that take so long each.
    func seconds(of each: Int, times: Int) -> Int {
      guard each > 0, each * times > seconds else { return each * times }
      return leavesAtOnce ? max(0, seconds) : min(times, max(0, seconds + each - 1) / each) * each
    }
  }

  /// The time that a used method is given, and what its steps come to by themselves.
  package struct Fitting: Sendable, Hashable {
    package var wanted: Int
    package var planned: Int
  }

  package init(place: String, kind: Kind) {
    self.place = place
    self.kind = kind
  }

  /// Seconds on the likely path.
  package var seconds: Int { seconds(after: .nothing) }

  /// Seconds on the likely path once something was cut; nothing is shorter than its shortest time.
  package func seconds(after cutting: Cutting) -> Int {
    guard kind != .window, kind != .float else { return 0 }
    let own = cutting.seconds(of: self)
    guard kind != .parallel else { return times * (own + (inside.map { [$0].seconds(after: cutting) }.max() ?? 0)) }
    let each = own + inside.seconds(after: cutting)
    return limit?.seconds(of: each, times: times) ?? times * each
  }

  /// How many of its things are begun before no other one is.
  package func thingsReached(after cutting: Cutting) -> Int {
    guard let limit else { return times }
    var one = self
    (one.times, one.limit) = (1, nil)
    let each = one.seconds(after: cutting)
    return each > 0 ? min(times, max(0, limit.seconds + each - 1) / each) : times
  }

  /// This stretch and everything expected inside it that takes time of its own, with how often each comes.
  package var leaves: [(leaf: Stretch, times: Int)] {
    let times = thingsReached(after: .nothing)
    guard isExpected, times > 0, kind != .window, kind != .float else { return [] }
    let own = reckoning.seconds > 0 ? [(leaf: self, times: times)] : []
    return own + inside.flatMap { stretch in stretch.leaves.map { (leaf: $0.leaf, times: $0.times * times) } }
  }
}

extension Sequence<Stretch> {
  /// Seconds on the likely path, one after the other.
  package func seconds(after cutting: Cutting = .nothing) -> Int {
    reduce(0) { $0 + ($1.isExpected ? $1.seconds(after: cutting) : 0) }
  }
}

extension [Stretch] {
  /// The first stretch of a place, expected or not; `nil` for what is not run in this mode.
  func first(at place: String) -> Stretch? {
    for stretch in self {
      if stretch.place == place { return stretch }
      if let inner = stretch.inside.first(at: place) { return inner }
    }
    return nil
  }
}

/// How the length of something comes about.
package struct Reckoning: Sendable, Hashable {
  package struct Term: Sendable, Hashable {
    package var seconds: Int
    /// The setting or field that holds them.
    package var reference: Reference?
    package var per: TimeUnit?
    /// What it was multiplied by.
    package var count: Int

    package init(seconds: Int, reference: Reference? = nil, per: TimeUnit? = nil, count: Int) {
      (self.seconds, self.reference) = (seconds, reference)
      (self.per, self.count) = (per, count)
    }
  }

  package enum Basis: Sendable, Hashable {
    case sum([Term], atMost: Int?)
    /// A time of its own for each lap.
    case lap(Int)
  }

  package var seconds: Int
  package var basis: Basis

  static let none = Reckoning(seconds: 0, basis: .sum([], atMost: nil))
}
