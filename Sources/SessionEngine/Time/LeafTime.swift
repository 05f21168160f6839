import MethodModel

/// The time of a leaf: as its author wants it, then as the used methods around it leave it.
struct LeafTime {
  var seconds: Int
  /// The least it may be cut to.
  var shortest: Int
  var cut: Timebox.Cut

  init(seconds: Int, shortest: Int, cut: Timebox.Cut) {
    self.seconds = seconds
    self.shortest = shortest
    self.cut = cut
  }

  /// Fits it into the time of a used method that it stands in.
  mutating func fit(into limits: UseLimits, at place: String) {
    if let bound = limits.bound {
      seconds = bound.seconds(of: seconds, shortest: shortest, cut: cut, at: place)
      shortest = min(shortest, seconds)
    }
    guard let floor = limits.floor else { return }
    // Left out is what the least time has no room for, and never shorter than it bears; everything else stays.
    if cut == .skip, floor.skipped.contains(place) { return }
    if cut == .skip { cut = .shorten }
    shortest = floor.seconds(of: seconds, shortest: shortest, cut: cut, at: place)
  }
}

/// What a used method's own time makes of the steps in it.
package struct UseLimits: Hashable, Sendable, Codable {
  /// What is taken from them so that they fit; `nil`: they fit.
  package var bound: Cutting?
  /// The most that a shortage of time may take from them; `nil`: what each bears.
  package var floor: Cutting?

  static let none = UseLimits()
}

extension SessionEngine {
  /// The time of a leaf that was planned at so many seconds, inside the used methods around it.
  func time(of element: FlowElement, planned: Int, _ state: SessionState, _ scope: Scope) -> LeafTime? {
    guard let box = element.timebox else { return nil }
    let isBreak = if case .rest = element.kind { true } else { false }
    return time(of: box, at: element.id, planned, isBreak: isBreak, state, scope)
  }

  func time(
    of box: Timebox, at place: String, _ planned: Int, isBreak: Bool, _ state: SessionState, _ scope: Scope
  ) -> LeafTime {
    let shortest = shortest(of: box, planned, isBreak: isBreak, state, scope)
    var time = LeafTime(seconds: planned, shortest: shortest, cut: box.cut)
    for limits in scope.limits { time.fit(into: limits, at: place) }
    return time
  }

  /// The least seconds a leaf of so many may be cut to: what the author says, else five minutes of a break and two
  /// thirds of anything else.
  func shortest(
    of box: Timebox, _ planned: Int, isBreak: Bool, _ state: SessionState, _ scope: Scope
  ) -> Int {
    min(planned, seconds(box.shortest, state, scope) ?? (isBreak ? 300 : (planned * 2 + 2) / 3))
  }

  /// How the steps of a used method fit into its time, as it stands when it is entered.
  func limits(of use: Use, _ state: SessionState, _ scope: Scope, in circle: ExpectedCircle) -> UseLimits {
    var planned = state
    planned.replan = nil
    let course = CoursePlan(engine: self, state: planned, scope: scope, circle: circle)
    return course.limits(of: use, course.stretches(of: use.body))
  }
}

extension CoursePlan {
  /// A used method, fitted into its own time.
  func stretch(_ use: Use, at place: String) -> Stretch {
    var inner = self
    // What a re-plan takes is taken from what fits, as it is when the used method is entered first.
    inner.cutting = nil
    let whole = inner.stretches(of: use.body)
    let limits = limits(of: use, whole)
    var stretch = Stretch(place: place, kind: .use)
    stretch.cut = use.cut == .skip ? .skip : .keep
    stretch.inside = limits == .none ? whole : whole.map { $0.fitted(into: limits) }
    if let time = use.time {
      stretch.fitting = Stretch.Fitting(wanted: seconds(of: time), planned: whole.seconds())
    }
    if let cutting { stretch.inside = stretch.inside.map { $0.cut(by: cutting) } }
    return stretch
  }

  func limits(of use: Use, _ whole: [Stretch]) -> UseLimits {
    var limits = UseLimits()
    if let time = use.time {
      let replan = whole.replanned(into: seconds(of: time))
      if replan.cutting != .nothing { limits.bound = replan.cutting }
    }
    let fitted = limits == .none ? whole : whole.map { $0.fitted(into: limits) }
    if use.cut == .keep {
      limits.floor = .nothing
    } else if let shortest = engine.seconds(use.shortest, state, scope) {
      limits.floor = fitted.replanned(into: shortest).cutting
    }
    return limits
  }

  private func seconds(of time: TimeFormula) -> Int {
    var basis = TimeBasis(expecting: circle, scope: scope)
    basis.lap = lap
    return engine.seconds(of: time, state, basis)
  }
}

extension Stretch {
  /// With the limits of a used method around it.
  fileprivate func fitted(into limits: UseLimits) -> Stretch {
    var stretch = self
    stretch.inside = inside.map { $0.fitted(into: limits) }
    guard reckoning.seconds > 0 else { return stretch }
    var time = LeafTime(seconds: reckoning.seconds, shortest: shortest, cut: cut)
    time.fit(into: limits, at: place)
    if time.seconds < reckoning.seconds, uncut == nil { stretch.uncut = reckoning.seconds }
    (stretch.reckoning.seconds, stretch.shortest, stretch.cut) = (time.seconds, time.shortest, time.cut)
    return stretch
  }

  /// With what a re-plan takes from it.
  func cut(by cutting: Cutting) -> Stretch {
    var stretch = self
    stretch.inside = inside.map { $0.cut(by: cutting) }
    guard reckoning.seconds > 0 else { return stretch }
    let seconds = cutting.seconds(of: self)
    stretch.reckoning.seconds = seconds
    stretch.shortest = min(shortest, seconds)
    return stretch
  }
}
