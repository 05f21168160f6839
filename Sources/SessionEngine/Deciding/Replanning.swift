import MethodModel

extension Decision {
  /// Takes one of the ways to end in time.
  mutating func apply(_ plan: ApplyPlan) throws(Rejection) {
    try requireHost()
    let ways = engine.waysToEnd(state, elapsed: command.elapsed)
    guard let way = ways.first(where: { $0.kind == plan.way }) else {
      throw Rejection(
        .noSuchOption,
        ways.isEmpty
          ? "the session is on time; there is nothing to plan anew" : "that way is no longer open; look again")
    }
    emit(
      Replanned(
        percent: way.cutting.percent, skipped: way.cutting.skipped.sorted(), only: way.cutting.only?.sorted(),
        allotments: way.kind == .later ? [] : allotments(way.cutting), agreedEnd: way.agreedEnd, title: way.sentence))
  }

  /// What open leaves get: what they have used, and what is left of their time less what they give.
  private func allotments(_ cutting: Cutting) -> [Replanned.Allotment] {
    var planned = state
    planned.replan = nil
    let leaves = engine.remaining(planned, elapsed: command.elapsed).flatMap(\.leaves).map(\.leaf)
    return leaves.compactMap { leaf in
      guard let number = leaf.take, state.takes.indices.contains(number - 1) else { return nil }
      let take = state.takes[number - 1]
      // A leaf that is open is not left out any more.
      var kept = cutting
      kept.skipped.remove(leaf.place)
      let seconds = take.used(at: running) + kept.seconds(of: leaf)
      return seconds == take.allotted ? nil : Replanned.Allotment(take: number, seconds: seconds)
    }
  }

  mutating func takeBack(to before: Replanned?, _ end: Int, _ allotments: [Replanned.Allotment]) {
    emit(
      Replanned(
        percent: before?.percent ?? 0, skipped: before?.skipped ?? [], only: before?.only, allotments: allotments,
        agreedEnd: end, title: before?.title ?? "as planned", takesBack: true))
  }

  /// Leaves out a leaf that the new plan, or the time of a used method around, has no room for.
  mutating func leaveOutByPlan(_ element: FlowElement, _ path: InstancePath) -> Bool {
    guard isLeftOutByPlan(element.id), newestCurrentTake(at: path) == nil else { return false }
    leaveOut(element, path)
    return true
  }

  func isLeftOutByPlan(_ place: String) -> Bool {
    state.replan?.skipped.contains(place) ?? false
      || scope.limits.contains { $0.bound?.skipped.contains(place) ?? false }
  }

  mutating func leaveOut(_ element: FlowElement, _ path: InstancePath) {
    let missing = engine.missing(without: element, state, scope)
    emit(TakeSkipped(path: path, place: element.id, title: render(element), number: nil, missing: missing))
  }
}
