import MethodModel

/// From where something is read: the subjects around, and the names bound to them.
package struct Scope: Sendable, Hashable {
  /// The present thing of each for-each around, by its place.
  package var about: [String: ThingRef] = [:]
  /// What each `as` stands for.
  package var names: [String: ThingRef] = [:]
  /// What the used methods around were given.
  package var given = GivenSettings()
  /// How the steps in the used methods around fit into those methods' times, outermost first.
  var limits: [UseLimits] = []
  /// The innermost use around: what it works with was made in it.
  package var use: InstancePath?
  /// The circle it is read in: the part by the place of each phase with parts around.
  package var circles: [String: String] = [:]
  /// The innermost of these parts: what is its own where a `where` says so.
  var part: Part?

  package init() {}

  /// Whether what a take made is read here: the same subject for every for-each around both, the same use and circle.
  func shares(with take: Take) -> Bool {
    if let use, !take.path.isWithin(use) { return false }
    return shares(with: take.about) && (circles.isEmpty || sharesCircle(with: take.commonCircles))
  }

  /// Whether what belongs to that circle is read here: the same part for every phase around both.
  func sharesCircle(with other: [String: String]) -> Bool {
    if circles.isEmpty || other.isEmpty { return true }
    return circles.allSatisfy { place, part in other[place].map { $0 == part } ?? true }
  }

  /// Whether what was made for those subjects is read here.
  func shares(with other: [String: ThingRef]) -> Bool {
    if about.isEmpty || other.isEmpty { return true }
    return about.allSatisfy { place, thing in other[place].map { $0 == thing } ?? true }
  }

  func binding(_ name: String, to thing: ThingRef) -> Scope {
    var scope = self
    scope.names[name] = thing
    return scope
  }
}

extension SessionEngine {
  /// The scope inside these frames.
  package func scope(in frames: some Sequence<Frame>) -> Scope {
    var scope = Scope()
    for frame in frames {
      if let given = frame.given {
        scope.given.settings.merge(given.settings) { _, inner in inner }
        scope.given.things.merge(given.things) { _, inner in inner }
        if let limits = given.limits { scope.limits.append(limits) }
        scope.use = frame.path
      }
      if let part = frame.part {
        scope.circles[frame.place] = part.key
        scope.part = part
      }
      guard let queue = frame.queue, case .each(let each)? = index.element(frame.place)?.kind else { continue }
      scope.about[frame.place] = queue.current
      scope.names[each.name] = queue.current
    }
    return scope
  }

  /// The scope of a take.
  package func scope(of take: Take) -> Scope { scope(in: take.frames) }
}

extension Decision {
  var scope: Scope { engine.scope(in: state.frames) }
  /// The scope around the innermost frame.
  var outerScope: Scope { engine.scope(in: state.frames.dropLast()) }
}
