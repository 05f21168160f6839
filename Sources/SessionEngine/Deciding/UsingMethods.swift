import MethodModel

extension Decision {
  /// Enters a used method; one that is not made for so many people only when the host says so.
  mutating func enterUse(_ use: Use, _ element: FlowElement, _ path: InstancePath) -> Entered {
    let place = element.id
    if isLeftOutByPlan(place), !state.takes.contains(where: { $0.path.isWithin(path) && $0.isCurrent }) {
      leaveOut(element, path)
      return .passed
    }
    let sizes = circles.map(\.members.count)
    let isAccepted = state.answers.contains { $0.kind == .fit && $0.path == path && $0.option == "do" }
    guard isAccepted || sizes.allSatisfy(use.fit.admits) else {
      let made = use.fit.people.map(\.description).joined(separator: ", ")
      let here = Set(sizes).sorted().map(String.init).joined(separator: " and ")
      let misfits = circles.filter { !use.fit.admits($0.members.count) }.prefix(1)
        .flatMap { engine.misfits(of: use, at: place, for: $0.members, state) }
      let broken = misfits.isEmpty ? "" : " With them, \(misfits.sentence())."
      stop(
        .fit, at: path, place,
        "“\(render(use.title))” is made for \(made) people, and here are \(here).\(broken) Do we do it?",
        [.init("do", "Do it all the same"), .init("leave-out", "Leave it out")])
      return .reached
    }
    pushUse(use, place, path)
    return .inside
  }

  mutating func pushUse(_ use: Use, _ place: String, _ path: InstancePath) {
    var given = engine.given(to: use, at: path, state, scope)
    let limits = engine.limits(of: use, state, scope, in: engine.largestCircle(in: state.frames, state))
    if limits != .none { given.limits = limits }
    push(Frame(place: place, path: path, index: -1, given: given))
  }

  mutating func answerFit(_ stop: StopPoint, _ option: String) throws(Rejection) {
    guard let element = index.element(stop.place), case .use(let use) = element.kind else {
      return try advance(after: nil)
    }
    guard option == "do" else {
      emit(TakeSkipped(path: stop.path, place: stop.place, title: render(element), number: nil, missing: []))
      return try advance(after: nil)
    }
    try follow(enterUse(use, element, stop.path))
  }

  /// Ends the innermost used method under a name: where to go on in its caller, `nil` when there is no use around.
  mutating func endUse(as name: String, text: String?) -> Int? {
    guard let frame = state.frames.last(where: { $0.given != nil }) else { return nil }
    emit(UseEnded(path: frame.path, place: frame.place, name: name, text: text))
    return (state.frames.last?.index ?? 0) + 1
  }
}
