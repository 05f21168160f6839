import MethodModel

/// From where something is read: the subjects around, and the names bound to them.
package struct Scope: Sendable, Hashable {
  /// The present thing of each for-each around, by its place.
  package var about: [String: ThingRef] = [:]
  /// What each `as` stands for.
  package var names: [String: ThingRef] = [:]

  package init() {}

  /// Whether entries made there are read here: the same subject for every for-each around both.
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
