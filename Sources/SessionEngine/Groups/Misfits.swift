import MethodModel

/// Something that does not work out as the method means it, with the people who are there.
package struct Misfit: Sendable, Hashable {
  /// A short sentence without a full stop.
  package let text: String
  /// A rule of the method is broken, so that the session would stop there.
  package let isBreach: Bool
}

extension SessionEngine {
  /// What would break or suffer with the people at a start: groups, roles, rotations, and, where the method is made for
  /// other numbers, minutes.
  package func misfits(for start: SessionStarted) -> [Misfit] {
    let state = stateBefore(start)
    let count = state.roster.present.count
    return misfit(ofMode: start.mode).map { [$0] } ?? []
      + misfits(
        in: state, groupings: method.groupingsAtWork, roles: method.roles, elements: index.allElements,
        madeFor: method.fit.nearest(to: count))
  }

  /// Whether the method is made for a room and this is a call, or the other way round.
  private func misfit(ofMode mode: Mode) -> Misfit? {
    guard let meant = method.fit.mode, meant != mode else { return nil }
    return Misfit(
      text: meant == .room ? "it is made for a room, and this is a call" : "it is made for a call, and this is a room",
      isBreach: true)
  }

  /// The same for a used method and the people of the circle that would run it.
  func misfits(of use: Use, at place: String, for people: [PersonID], _ state: SessionState) -> [Misfit] {
    var inside = state
    let here = Set(people)
    for person in state.roster.people { inside.roster.setPresent(here.contains(person.id), person.id) }
    let own = method.groupingsAtWork.filter { $0.id.hasPrefix("\(place).") }
    for grouping in own { inside.groups[grouping.id] = nil }
    return misfits(
      in: inside, groupings: own, roles: method.roles.filter { $0.id.hasPrefix("\(place).") },
      elements: use.body.flatMap(\.withDescendants), madeFor: use.fit.nearest(to: people.count))
  }

  private func misfits(
    in state: SessionState, groupings: [Grouping], roles: [Role], elements: [FlowElement], madeFor count: Int?
  ) -> [Misfit] {
    let fitting = count.map { fittingState($0, state) }
    return groupings.flatMap { misfits(of: $0, state) } + misfits(of: roles, state)
      + elements.compactMap { misfit(ofRotation: $0, state, fitting) }
      + (fitting.map { longer(elements, state, $0) } ?? [])
  }

  // MARK: Groups and roles

  private func misfits(of grouping: Grouping, _ state: SessionState) -> [Misfit] {
    let people = state.roster.present.map(\.id).filter { admits($0, to: grouping, state) }
    guard !people.isEmpty, grouping.chosen != .own else { return [] }
    switch grouping.basis {
    case .size(let size?):
      let values = Dictionary(grouping: people) { matchKey(of: $0, grouping, state) }.sorted { $0.key < $1.key }
      return values.compactMap { value, alike in
        impossible(alike.count, size, grouping, of: grouping.match.isEmpty ? nil : value)
      }
    case .split(let base, let size):
      return expectedSizes(base, state).uniqued.compactMap { impossible($0, size, grouping, of: nil) }
    case .things(let source, let size?):
      let wanted = max(things(source, state, Scope()).count, expectedItems(source, state))
      let possible = people.count / max(1, size.lower)
      guard possible < wanted else { return [] }
      guard grouping.yields == .items else {
        let least = people.count / max(1, wanted)
        return [
          Misfit(
            text: "about \(wanted) groups have \(max(1, least)) each, fewer than \(size.lower) (“\(grouping.id)”)",
            isBreach: false)
        ]
      }
      return [
        Misfit(text: "there are people for \(possible) of about \(wanted) groups (“\(grouping.id)”)", isBreach: false)
      ]
    case .size(nil), .things, .merge: return []
    }
  }

  private func impossible(
    _ people: Int, _ size: CountRange, _ grouping: Grouping, of value: String?
  ) -> Misfit? {
    guard let plan = GroupPlan.of(people, size: size, ideal: grouping.ideal, remainder: grouping.remainder) else {
      return Misfit(text: noGroups(of: people, size, grouping, value), isBreach: true)
    }
    if size.lower == size.upper, people < size.lower {
      let who = people == 1 ? "one person is" : "\(people) people are"
      return Misfit(text: "\(who) one group, smaller than \(size) (“\(grouping.id)”)", isBreach: false)
    }
    return plan.remark.map { Misfit(text: "\($0) (“\(grouping.id)”)", isBreach: false) }
  }

  /// Which people cannot be put into which groups, in words.
  func noGroups(of people: Int, _ size: CountRange, _ grouping: Grouping, _ value: String?) -> String {
    let match = grouping.match.joined(separator: " and ")
    let who =
      switch value {
      case nil: "\(people) people"
      case ""?: "\(people) people without \(match)"
      case let value?: "\(people) people with the same \(match) “\(value)”"
      }
    return "\(who) cannot be put into groups of \(size.description.replacing("..", with: "–")) (“\(grouping.id)”)"
  }

  private func misfits(of roles: [Role], _ state: SessionState) -> [Misfit] {
    let people = state.roster.present.count
    return roles.filter { $0.per != .group && $0.filled != .rest && $0.filled != .selected }.compactMap { role in
      guard role.people.lower > people else { return nil }
      return Misfit(
        text: "the role “\(title(ofRole: role.id, state))” needs \(role.people.lower) people", isBreach: false)
    }
  }

  // MARK: Rotations and minutes

  private func misfit(
    ofRotation element: FlowElement, _ state: SessionState, _ fitting: SessionState?
  ) -> Misfit? {
    guard case .rotate(let rotate) = element.kind, let guarantee = expectedRotation(rotate, at: element.id, state)
    else { return nil }
    let before = fitting.flatMap { expectedRotation(rotate, at: element.id, $0) }?.shortcomings ?? []
    let new = guarantee.shortcomings.filter { !before.contains($0) }
    guard !new.isEmpty else { return nil }
    return Misfit(text: "in the rotation “\(element.id)” \(new.joined(separator: ", "))", isBreach: false)
  }

  /// Steps that take clearly longer than with as many people as the method is made for, the longest first.
  private func longer(_ elements: [FlowElement], _ state: SessionState, _ fitting: SessionState) -> [Misfit] {
    let now = CoursePlan(engine: self, state: state)
    let then = CoursePlan(engine: self, state: fitting)
    let grown = elements.filter { $0.timebox != nil }.compactMap { element -> (text: String, more: Int)? in
      let (long, usual) = (now.stretches(of: [element]).alone, then.stretches(of: [element]).alone)
      guard long >= usual + 120, 4 * long >= 5 * usual else { return nil }
      let title = element.title(in: language(state))
      return ("“\(title)” takes \(long / 60) minutes instead of \(usual / 60)", long - usual)
    }
    return grown.sorted { ($0.more, $1.text) > ($1.more, $0.text) }.map { Misfit(text: $0.text, isBreach: false) }
  }

  /// As many people as that, as far as possible those who are there.
  private func fittingState(_ count: Int, _ state: SessionState) -> SessionState {
    var fitting = state
    let present = state.roster.present
    for person in present.dropFirst(count) { fitting.roster.setPresent(false, person.id) }
    for number in present.count..<max(present.count, count) {
      let twin = present.isEmpty ? [:] : present[number % present.count].fields
      fitting.roster.put(Person(id: PersonID("more-\(number)"), name: "more-\(number)", fields: twin))
    }
    return fitting
  }
}

extension [Stretch] {
  /// The seconds of the leaves themselves, once each.
  fileprivate var alone: Int { reduce(0) { $0 + $1.reckoning.seconds } }
}

extension Fit {
  /// The number nearest to one that it does not admit; `nil` where it does.
  func nearest(to count: Int) -> Int? {
    guard !admits(count) else { return nil }
    return people.map { max($0.lower, min(count, $0.upper ?? count)) }
      .min { abs($0 - count) < abs($1 - count) }
  }
}

extension [Misfit] {
  /// The first of them as one sentence; how many more there are is said.
  package func sentence(atMost most: Int = 6) -> String {
    let more = count > most ? "; and \(count - most) more" : ""
    return prefix(most).map(\.text).joined(separator: "; ") + more
  }
}

extension Method {
  /// The sets of groups in which something is done, and those that they are made of: no other ones are ever formed.
  fileprivate var groupingsAtWork: [Grouping] {
    var names = Set(allElements.flatMap(\.groupingsNamed))
    for grouping in groupings.reversed() where names.contains(grouping.id) {
      switch grouping.basis {
      case .merge(let base, _), .split(let base, _): names.insert(base)
      case .size, .things: break
      }
      if let by = grouping.by { names.insert(by) }
    }
    return groupings.filter { names.contains($0.id) }
  }
}

extension FlowElement {
  /// Names of what people work in here; roles may be among them.
  fileprivate var groupingsNamed: [String] {
    switch kind {
    case .step(let step):
      let units = step.activities.compactMap { if case .grouping(let set)? = $0.per { set } else { nil } }
      if case .groups(let set) = step.with { return units + [set] }
      return units
    case .phase(let phase): if case .groups(let set)? = phase.with { return [set] } else { return [] }
    case .rotate(let rotate): return [rotate.move.name, rotate.through.name]
    default: return []
    }
  }
}
