package import MethodModel

/// One direction in which things are placed, lowest first.
package struct Axis: Sendable, Hashable {
  /// What marks on it are filed under.
  package let word: String
  package let label: String
  /// Lowest first.
  package let points: [NamedValue]

  /// A position as a number: a point's number, else its place.
  package func number(of value: String) -> Number? {
    points.first { $0.id == value }?.number ?? points.firstIndex { $0.id == value }.map { Number($0 + 1) }
  }

  /// `low` below the middle, `high` above it, neither in the middle.
  func side(of number: Number) -> String? {
    let numbers = points.compactMap { self.number(of: $0.id) }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    let twice = number + number
    return twice == low + high ? nil : twice < low + high ? "low" : "high"
  }
}

extension Axis {
  /// The first and the second axis by these names, whatever they stand for.
  static let ordinals = ["first", "second"]
}

extension [Axis] {
  /// An axis by its own word, or by its place.
  func called(_ word: String) -> Axis? {
    if let own = first(where: { $0.word == word }) { return own }
    return Axis.ordinals.firstIndex(of: word).flatMap { indices.contains($0) ? self[$0] : nil }
  }
}

extension SessionEngine {
  /// The axes of an activity: two scales, or the first two things that its source holds.
  package func axes(of activity: Activity, _ state: SessionState, _ scope: Scope) -> [Axis] {
    guard case .place(let placing) = activity.kind else { return [] }
    switch placing.axes {
    case nil: return []
    case .scales(let names)?:
      return names.compactMap { name in
        method.scale(name).map { scale in
          Axis(
            word: name, label: scale.title.isEmpty ? name : scale.title.raw(in: language(state)), points: scale.points)
        }
      }
    case .things(let source, let scale)?:
      let points =
        scale.flatMap { method.scale($0)?.points } ?? (1...10).map { NamedValue(id: "\($0)", number: Number($0)) }
      return things(source, state, scope).prefix(2).map { thing in
        Axis(word: thing.word, label: label(of: thing, state), points: points)
      }
    }
  }

  /// The zones a thing can be put into.
  package func zones(of activity: Activity, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    guard case .place(let placing) = activity.kind, let zones = placing.zones else { return [] }
    return things(zones, state, scope)
  }

  // MARK: In circles

  /// The axes that a unit works with: its circle may have chosen its own.
  package func axes(
    of activity: Activity, for unit: UnitRef?, in take: Take, _ state: SessionState
  ) -> [Axis] {
    axes(of: activity, in: take.circles(of: unit), take, state)
  }

  /// Of each circle at work its own axes, each pair once.
  func axesOfCircles(of activity: Activity, in take: Take, _ state: SessionState) -> [[Axis]] {
    take.parts.map(\.circles).uniqued.map { axes(of: activity, in: $0, take, state) }.uniqued
  }

  /// The axes as everybody would call them: where circles have chosen different ones, the first and the second of theirs.
  func commonAxes(of activity: Activity, in take: Take, _ state: SessionState) -> [Axis] {
    let all = axesOfCircles(of: activity, in: take, state).filter { !$0.isEmpty }
    guard all.count > 1, let one = all.first else { return all.first ?? [] }
    return zip(Axis.ordinals, one).map { ordinal, axis in
      Axis(word: ordinal, label: "the \(ordinal) that their group chose", points: axis.points)
    }
  }

  /// Every axis on which something could be placed in a run, each once.
  package func allAxes(of activity: Activity, in take: Take, _ state: SessionState) -> [Axis] {
    axesOfCircles(of: activity, in: take, state).joined().map { $0 }.uniqued
  }

  /// The axes on which a thing was placed: those of the circle that placed it, of several circles each axis once.
  package func axes(
    of activity: Activity, behind thing: ThingRef, in run: ActivityRun, _ state: SessionState
  ) -> [Axis] {
    let take = state.takes[run.id.take - 1]
    guard take.parts.contains(where: { !$0.circles.isEmpty }) else { return axes(of: activity, in: [:], take, state) }
    let units = run.marks.filter { $0.value.contains { $0.key.thing == thing } }.keys.sorted()
    let circles = (units.isEmpty ? [nil] : units.map { Optional($0) }).map { take.circles(of: $0) }.uniqued
    return circles.flatMap { axes(of: activity, in: $0, take, state) }.uniqued
  }

  private func axes(
    of activity: Activity, in circle: [String: String], _ take: Take, _ state: SessionState
  ) -> [Axis] {
    var inner = scope(of: take)
    inner.circles.merge(circle) { $1 }
    return axes(of: activity, state, inner)
  }
}
