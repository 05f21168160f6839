import MethodModel

/// A way to end when it was agreed, or to agree on a later end, with what it costs.
package struct WayToEnd: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Breaks give what they can.
    case breaks
    /// Everything gives alike.
    case shorten
    /// Some steps are left out.
    case skip
    /// Everything gives what it can, and that is not enough.
    case least
    /// The end is moved.
    case later
  }

  package var kind: Kind
  package var title: String
  /// One line for each thing that changes.
  package var costs: [String]
  package var cutting: Cutting
  /// By how many seconds it is still too long.
  package var overrun: Int
  /// The end that it agrees on, in seconds since the start that count.
  package var agreedEnd: Int?

  /// Title and costs as one sentence, for the record.
  var sentence: String { costs.isEmpty ? title : "\(title) (\(costs.joined(separator: "; ")))" }
}

extension SessionEngine {
  /// The ways to end in time that are open now; none while the session is on time.
  package func waysToEnd(_ state: SessionState, elapsed: Int) -> [WayToEnd] {
    guard state.status == .running, forecast(state, elapsed: elapsed).behind > 0 else { return [] }
    // A new way replaces an earlier one, so it is counted from the method's own times; what was left out stays out.
    var planned = state
    planned.replan = nil
    let skipped = state.replan?.cutting.skipped ?? []
    let rest = remaining(planned, elapsed: elapsed)
    let left = state.agreedEnd - state.clock.spent(at: elapsed)
    var ways = [breaks(rest, left, skipped), shorter(rest, left, skipped), skipping(rest, left, skipped)].compactMap(
      \.self)
    if ways.isEmpty {
      let least = rest.replanned(into: left)
      if least.cutting != .nothing { ways.append(way(.least, least, rest)) }
    }
    return ways.map { described($0, rest, skipped, state) } + [later(state, elapsed: elapsed)]
  }

  private func way(_ kind: WayToEnd.Kind, _ replan: Replan, _ rest: [Stretch]) -> WayToEnd {
    WayToEnd(kind: kind, title: "", costs: [], cutting: replan.cutting, overrun: replan.overrun, agreedEnd: nil)
  }

  private func breaks(_ rest: [Stretch], _ left: Int, _ skipped: Set<String>) -> WayToEnd? {
    let breaks = Set(rest.flatMap(\.leaves).filter { $0.leaf.kind == .rest }.map(\.leaf.place))
    guard !breaks.isEmpty else { return nil }
    let replan = rest.replanned(into: left, by: Cutting(skipped: skipped, only: breaks))
    return replan.overrun == 0 ? way(.breaks, replan, rest) : nil
  }

  /// The least from all; where that is not enough, as few steps left out as it takes.
  private func shorter(_ rest: [Stretch], _ left: Int, _ skipped: Set<String>) -> WayToEnd? {
    let replan = rest.replanned(
      into: left, by: rest.leavingOut(into: left, from: Cutting(percent: 100, skipped: skipped)))
    return replan.overrun == 0 && replan.cutting.percent > 0 ? way(.shorten, replan, rest) : nil
  }

  /// As few steps as it takes when nothing else gives, the one that frees most first.
  private func skipping(_ rest: [Stretch], _ left: Int, _ skipped: Set<String>) -> WayToEnd? {
    let cutting = rest.leavingOut(into: left, from: Cutting(skipped: skipped))
    guard cutting.skipped != skipped else { return nil }
    let replan = rest.replanned(into: left, by: cutting)
    return replan.overrun == 0 && replan.cutting.percent == 0 ? way(.skip, replan, rest) : nil
  }

  private func later(_ state: SessionState, elapsed: Int) -> WayToEnd {
    let forecast = forecast(state, elapsed: elapsed)
    let minutes = (forecast.behind + 59) / 60
    return WayToEnd(
      kind: .later, title: "End \(Minutes.spoken(minutes * 60)) later", costs: ["everybody has to agree to stay"],
      cutting: state.replan?.cutting ?? .nothing, overrun: 0, agreedEnd: state.agreedEnd + minutes * 60)
  }

  // MARK: Words

  private func described(
    _ way: WayToEnd, _ rest: [Stretch], _ skipped: Set<String>, _ state: SessionState
  ) -> WayToEnd {
    var way = way
    let amount = "by \(way.cutting.percent) % of what it can give"
    way.title =
      switch way.kind {
      case .breaks: "Shorten the breaks"
      case .shorten:
        way.cutting.skipped == skipped
          ? "Shorten what is left, \(amount)" : "Leave out as little as it takes, and shorten the rest \(amount)"
      case .skip: "Leave steps out"
      case .least: "As short as it can be, and still \(Minutes.spoken(way.overrun)) late"
      case .later: way.title
      }
    way.costs = costs(way.cutting, rest, state)
    if way.kind == .least {
      let holding = rest.longest(after: way.cutting).map { "“\(title(ofPlace: $0, state))”" }
      way.costs.insert("what takes longest even so: \(holding.joined(separator: ", "))", at: 0)
    }
    return way
  }

  /// What each place gives, the most first.
  private func costs(_ cutting: Cutting, _ rest: [Stretch], _ state: SessionState) -> [String] {
    var changes = usesLeftOut(cutting, rest, state)
    for (leaf, times) in rest.flatMap(\.leaves) {
      let (before, after) = (leaf.reckoning.seconds, cutting.seconds(of: leaf))
      guard after < before, !changes.contains(where: { isInside(leaf.place, $0.place) }) else { continue }
      let title = state.inserted.first { $0.place == leaf.place }?.title ?? self.title(ofPlace: leaf.place, state)
      let often = times > 1 ? ", \(times) times" : ""
      let isRead = index.element(leaf.place).map { !missing(without: $0, state, Scope()).isEmpty } ?? false
      let leftOut = isRead ? "left out, and later steps read what it makes" : "left out"
      let what = after == 0 ? leftOut : "\(Minutes.spoken(before)) → \(Minutes.spoken(after))"
      changes.append((leaf.place, "“\(title)”: \(what)\(often)", (before - after) * times))
    }
    return changes.sorted { $0.seconds > $1.seconds }.map(\.words)
  }

  /// Used methods that are left out as a whole: one line for each.
  private func usesLeftOut(
    _ cutting: Cutting, _ rest: [Stretch], _ state: SessionState
  ) -> [(place: String, words: String, seconds: Int)] {
    rest.skippable.filter { index.isUse($0.place) && cutting.skipped.contains($0.place) }.map { part in
      (part.place, "“\(title(ofPlace: part.place, state))”: \(Minutes.spoken(part.seconds)) → left out", part.seconds)
    }
  }

  private func isInside(_ place: String, _ container: String) -> Bool {
    place == container || (index.isUse(container) && index.ancestry(of: place).contains(container))
  }

  /// The seconds a leaf gets when it opens, where the session was planned anew; `nil`: as planned.
  func replanned(_ time: LeafTime, at place: String, _ state: SessionState) -> Int? {
    guard let cutting = state.replan?.cutting else { return nil }
    let seconds = cutting.seconds(of: time.seconds, shortest: time.shortest, cut: time.cut, at: place)
    return seconds == time.seconds ? nil : max(seconds, 1)
  }
}
