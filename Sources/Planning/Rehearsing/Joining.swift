import MethodModel
package import SessionEngine

extension Rehearsal {
  /// Simulated people take over a session that runs already: those who are there act, nobody comes or goes.
  ///
  /// - Parameters:
  ///   - elapsed: seconds since the start.
  package init(joining engine: SessionEngine, _ state: SessionState, seed: UInt64, elapsed: Int) {
    self.init(
      engine, people: 0, seed: seed, language: state.start?.language, mode: state.start?.mode ?? .room,
      methodHash: state.start?.methodHash ?? "")
    self.elapsed = elapsed
  }
}
