package import MethodModel
package import SessionEngine

extension TimePlanner {
  /// By the course that the plan shows and sessions are forecast by.
  package static let course = TimePlanner { method in
    let engine = SessionEngine(method)
    return { people, mode in
      var start = engine.previewedStart(people: people, language: method.language)
      start.mode = mode
      return PlannedTime(engine.course(for: start))
    }
  }
}

extension PlannedTime {
  /// The time of a course, as it is expected to run.
  package init(_ course: [Stretch]) {
    var leaves: [String: Int] = [:]
    for (leaf, times) in course.flatMap(\.leaves) { leaves[leaf.place, default: 0] += leaf.reckoning.seconds * times }
    self.init(
      seconds: course.seconds(),
      leaves: leaves.map { Leaf(place: $0, seconds: $1) }.sorted { ($1.seconds, $0.place) < ($0.seconds, $1.place) },
      ways: [], meetings: [:])
    for stretch in course { note(stretch) }
  }

  private mutating func note(_ stretch: Stretch) {
    guard stretch.isExpected else { return }
    switch stretch.kind {
    case .meeting: meetings[stretch.place] = max(meetings[stretch.place] ?? 0, stretch.seconds)
    case .use:
      if let fitting = stretch.fitting, stretch.seconds > fitting.wanted {
        squeezed[stretch.place] = max(squeezed[stretch.place] ?? 0, stretch.seconds)
      }
    case .branch, .choice:
      if let body = stretch.inside.firstIndex(where: \.isExpected) {
        ways.append(Way(place: stretch.place, body: body))
      }
    default: break
    }
    for inner in stretch.inside { note(inner) }
  }
}
