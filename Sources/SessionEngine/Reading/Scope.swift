import MethodModel

/// From where something is read: the subjects around, and the names bound to them.
package struct Scope: Sendable, Hashable {
  /// The present thing of each for-each around, by its place.
  package var about: [String: ThingRef] = [:]
  /// What each `as` stands for.
  package var names: [String: ThingRef] = [:]
  /// What the used methods around were given.
  package var given = GivenSettings()
  /// The innermost use around: what it works with was made in it.
  package var use: InstancePath?

  package init() {}

  /// Whether what a take made is read here: the same subject for every for-each around both, and the same use.
  func shares(with take: Take) -> Bool {
    if let use, !take.path.isWithin(use) { return false }
    if about.isEmpty || take.about.isEmpty { return true }
    return about.allSatisfy { place, thing in take.about[place].map { $0 == thing } ?? true }
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
        scope.use = frame.path
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
