import MethodModel

/// What a time formula is multiplied by at one place.
struct TimeBasis {
  var parts: [Part]
  var scope: Scope
  var activities: [Activity] = []
  /// The lap of the nearest loop, from 1.
  var lap: Int?
}

extension SessionEngine {
  /// The seconds of a formula for the people, groups and things that are there.
  func seconds(of formula: TimeFormula, _ state: SessionState, _ basis: TimeBasis) -> Int {
    switch formula {
    case .sum(let terms, let most):
      let sum = terms.reduce(0) { sum, term in
        sum + term.seconds * (term.per.map { count($0, state, basis) } ?? 1)
      }
      return most.map { min($0, sum) } ?? sum
    case .perLap(let laps):
      let lap = basis.lap ?? state.frames.last { $0.lap != nil }?.lap ?? 1
      return laps.isEmpty ? 0 : laps[min(lap, laps.count) - 1]
    case .reference(let reference):
      let minutes = value(of: reference, state, basis.scope).flatMap { Int($0) } ?? defaultMinutes(reference)
      return min(max(0, minutes), 100_000) * 60
    }
  }

  private func defaultMinutes(_ reference: Reference) -> Int {
    method.setting(reference.name)?.defaultValue.flatMap { Int($0) } ?? 0
  }

  private func count(_ unit: TimeUnit, _ state: SessionState, _ basis: TimeBasis) -> Int {
    switch unit {
    case .person: basis.parts.reduce(0) { $0 + $1.members.count }
    case .group: basis.parts.count { $0.kind == .group }
    case .grouping(let set): state.groups[set]?.groups.count ?? expectedGroups(set, state)
    case .member: basis.parts.map(\.members.count).max() ?? 0
    case .item: items(state, basis)
    }
  }

  /// Things the step is about; before they exist, as many as the author expects.
  private func items(_ state: SessionState, _ basis: TimeBasis) -> Int {
    for activity in basis.activities {
      guard let source = activity.of ?? activity.from else { continue }
      let things = ballot(of: activity, state, basis.scope)
      if !things.isEmpty || isWritten(source, state) { return things.count }
      return expectedItems(source)
    }
    return 0
  }

  private func isWritten(_ source: SourceRef, _ state: SessionState) -> Bool {
    index.outcomeKinds[source.name] == nil || !(state.outcomes[source.name]?.runs.isEmpty ?? true)
  }

  /// How many things an author expects in a source.
  func expectedItems(_ source: SourceRef) -> Int {
    if let expect = method.setting(source.name)?.expect { return expect.likely }
    if source.part == "objections" || source.part == "concerns" { return 1 }
    switch index.writers[source.name]?.kind {
    case .collect(let limits, _, let expect)?: return expect?.likely ?? fixed(limits.atMost) ?? 0
    case .commit(let limits, let expect)?: return expect?.likely ?? fixed(limits.atMost) ?? 0
    case .select(let selection)?: return fixed(selection.top) ?? fixed(selection.limits.atMost) ?? 0
    case .fill(_, let limits)?: return fixed(limits.atMost) ?? 1
    default: return 0
    }
  }

  private func fixed(_ count: Count?) -> Int? { if case .fixed(let number)? = count { number } else { nil } }

  /// How many groups of a set there would be for the people present.
  func expectedGroups(_ set: String, _ state: SessionState) -> Int {
    guard let grouping = method.grouping(set) else { return 0 }
    let people = state.roster.present.count
    switch grouping.basis {
    case .size(let size?):
      let plan = try? GroupSizes.plan(
        people, size: size, ideal: grouping.ideal, remainder: grouping.remainder, named: set)
      return plan?.sizes.count ?? 1
    case .size(nil):
      let values = state.roster.present.map { person in
        grouping.match.map { person.fields[$0] ?? "" }.joined(separator: "|")
      }
      return Set(values).count
    case .merge(let base, let each):
      let whole = state.groups[base]?.groups.count ?? expectedGroups(base, state)
      return grouping.remainder == .join && whole > each ? whole / each : (whole + each - 1) / max(1, each)
    case .split(let base, _): return expectedGroups(base, state)
    }
  }

  /// The least seconds a take may be cut to: what the author says, else two thirds of the plan.
  func shortest(of take: Take) -> Int {
    let box: Timebox? =
      switch index.element(take.place)?.kind {
      case .step(let step)?: step.timebox
      case .rest(let rest)?: rest.timebox
      case .checkpoint(let checkpoint)?: checkpoint.timebox
      default: nil
      }
    return min(take.planned, box?.shortest ?? (take.planned * 2 + 2) / 3)
  }
}

/// Durations as people say them.
package enum Minutes {
  /// `45 s`, `5 min`, `5 min 30 s`, `1 h 30 min`.
  package static func spoken(_ seconds: Int) -> String {
    let magnitude = abs(seconds)
    let (hours, minutes, rest) = (magnitude / 3600, magnitude % 3600 / 60, magnitude % 60)
    var words: [String] = []
    if hours > 0 { words.append("\(hours) h") }
    if minutes > 0 { words.append("\(minutes) min") }
    if rest > 0, hours == 0 { words.append("\(rest) s") }
    return (seconds < 0 ? "−" : "") + (words.isEmpty ? "0 min" : words.joined(separator: " "))
  }

  /// `4:07`, `1:04:07`, `-0:30`.
  package static func clock(_ seconds: Int) -> String {
    let magnitude = abs(seconds)
    let (hours, minutes, rest) = (magnitude / 3600, magnitude % 3600 / 60, magnitude % 60)
    let tail = (rest < 10 ? "0" : "") + String(rest)
    let sign = seconds < 0 ? "-" : ""
    guard hours > 0 else { return "\(sign)\(minutes):\(tail)" }
    return "\(sign)\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
