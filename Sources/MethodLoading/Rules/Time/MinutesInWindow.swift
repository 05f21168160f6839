import Diagnostics
import MethodModel

/// DOT0801: for every number of people that fits, the plan comes to the minutes that the method states.
///
/// What is planned is what `dotank plan` shows: expected laps and things, the longest of several ways, nothing optional.
enum MinutesInWindow: Rule {
  /// As many ranges of minutes as of people, or one for all, and none that is empty.
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let fit = tree.child(.fit, of: .root), let minutes = tree.attribute(.minutes, of: fit), minutes.isSound,
      let ranges = try? NumberForm.ranges(minutes.value), let people = tree.value(.people, of: fit),
      let sizes = try? NumberForm.ranges(people), ranges.count != 1, ranges.count != sizes.count
    else { return }
    log.error(
      .minutesOutside, "there are \(ranges.count) ranges of minutes for \(counted(sizes.count)) of people",
      at: minutes.valueRange, help: "write one range for all, or one for each range of people in the same order")
  }

  private static func counted(_ ranges: Int) -> String { ranges == 1 ? "1 range" : "\(ranges) ranges" }

  /// The proof itself, of a method without other mistakes.
  static func check(_ method: Method, _ facts: MethodFacts, with planner: TimePlanner, _ log: inout FindingLog) {
    var windows: [Window] = []
    if let fit = facts.tree.child(.fit, of: .root), let stated = facts.tree.attribute(.minutes, of: fit) {
      let sizes = facts.participants
      windows += method.fit.minutes.enumerated().map { place, minutes in
        Window(
          stated: stated.valueRange, minutes: minutes, meeting: nil,
          people: method.fit.minutes.count == 1 ? sizes : sizes.indices.contains(place) ? [sizes[place]] : [])
      }
    }
    for node in facts.tree.all where facts.tree.name(of: node) == .meeting {
      guard let stated = facts.tree.attribute(.minutes, of: node), let minutes = facts.tree.range(.minutes, of: node)
      else { continue }
      windows.append(
        Window(
          stated: stated.valueRange, minutes: minutes, meeting: facts.places.id(of: node), people: facts.participants))
    }
    let fitted = facts.tree.all.filter { facts.tree.name(of: $0) == .use && facts.tree.has(.time, of: $0) }
    guard !windows.isEmpty || !fitted.isEmpty else { return }
    let plan = planner.plan(method)
    for use in fitted { checkFitting(use, plan, modes(of: method), facts, &log) }
    for window in windows { check(window, plan, modes(of: method), facts, &log) }
  }

  /// What is stated, and for whom.
  private struct Window {
    let stated: SourceRange
    let minutes: CountRange
    /// The place of the meeting; `nil`: the whole method.
    let meeting: String?
    let people: [ClosedRange<Int>]
  }

  private static func modes(of method: Method) -> [Mode] {
    if let mode = method.fit.mode { return [mode] }
    return method.allElements.contains { $0.mode != nil } ? [.room, .remote] : [.room]
  }

  /// The steps of a used method bear being shortened to the time that it is given.
  private static func checkFitting(
    _ use: MethodTree.ID, _ plan: TimePlanner.Plan, _ modes: [Mode], _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let time = facts.tree.attribute(.time, of: use) else { return }
    let place = facts.places.id(of: use)
    let squeezed = facts.participants.joined().compactMap { people -> (people: Int, seconds: Int)? in
      modes.compactMap { plan(people, $0).squeezed[place] }.max().map { (people, $0) }
    }
    guard let most = squeezed.map(\.seconds).max() else { return }
    log.warning(
      .minutesOutside,
      "with \(listed(squeezed.map(\.people))) people its steps take \(minutes(most)) minutes even when they are shortest,"
        + " more than the time it is given",
      at: time.valueRange,
      help: "give it \(DurationForm.text((most + 59) / 60 * 60)), or run fewer of its places (only)")
  }

  // MARK: Holding the plan against what is stated

  /// A plan that leaves its window.
  private struct Miss {
    let people: Int
    let seconds: Int
    let plan: PlannedTime
  }

  private static func check(
    _ window: Window, _ plan: TimePlanner.Plan, _ modes: [Mode], _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    var short: [Miss] = []
    var long: [Miss] = []
    for people in window.people.joined() {
      for mode in modes {
        let planned = plan(people, mode)
        let seconds = window.meeting.map { planned.meetings[$0] ?? 0 } ?? planned.seconds
        let miss = Miss(people: people, seconds: seconds, plan: planned)
        if seconds < window.minutes.lower * 60 { short.append(miss) }
        if let most = window.minutes.upper, seconds > most * 60 { long.append(miss) }
      }
    }
    report(long, "longer", window, facts, &log)
    report(short, "shorter", window, facts, &log)
  }

  private static func report(
    _ misses: [Miss], _ word: String, _ window: Window, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let least = misses.min(by: { $0.seconds < $1.seconds }),
      let most = misses.max(by: { $0.seconds < $1.seconds })
    else { return }
    let worst = word == "longer" ? most : least
    let (from, to) = (minutes(least.seconds), minutes(most.seconds))
    let what = window.meeting == nil ? "the method" : "this meeting"
    log.error(
      .minutesOutside,
      "with \(listed(misses.map(\.people))) people \(what) takes \(from == to ? to : "\(from) to \(to)") minutes,"
        + " \(word) than the \(window.minutes) that are stated",
      at: window.stated, help: help(worst, word, window), see: see(worst, window, facts), way: way(worst, facts))
  }

  /// `95` or `95.5`: as exact as people plan.
  private static func minutes(_ seconds: Int) -> String {
    Number(units: Int64((seconds * 10 + 30) / 60) * (Number.unitsPerOne / 10)).description
  }

  private static func help(_ worst: Miss, _ word: String, _ window: Window) -> String {
    let least = min(window.minutes.lower, worst.seconds / 60)
    let most = window.minutes.upper.map { max($0, (worst.seconds + 59) / 60) }
    let range = most.map { "\(least)..\($0)" } ?? "\(least).."
    return "give steps \(word == "longer" ? "less" : "more") time, or write minutes=\"\(range)\""
  }

  /// Where most of the time goes.
  private static func see(_ worst: Miss, _ window: Window, _ facts: MethodFacts) -> FindingLog.Seen? {
    let leaves = worst.plan.leaves.lazy.compactMap { leaf in
      facts.places.nodes[leaf.place].map { (node: $0, seconds: leaf.seconds) }
    }
    let meeting = window.meeting.flatMap { facts.places.nodes[$0] }
    guard let leaf = leaves.first(where: { leaf in meeting.map { facts.isInside(leaf.node, $0) } ?? true }) else {
      return nil
    }
    // A meeting may come several times, and the leaf's time is that of all of them.
    let amount = meeting == nil ? ", \(DurationForm.text(leaf.seconds))," : ""
    return FindingLog.Seen(
      "with \(worst.people) people most of it\(amount) goes here",
      at: facts.tree[leaf.node].tag)
  }

  /// The last turn of the way that was counted.
  private static func way(_ worst: Miss, _ facts: MethodFacts) -> FindingLog.Seen? {
    let turns = worst.plan.ways.compactMap { way -> MethodTree.ID? in
      guard let node = facts.places.nodes[way.place] else { return nil }
      let bodies = facts.tree.children(of: node).filter {
        [.when, .otherwise, .option].contains(facts.tree.name(of: $0))
      }
      return bodies.indices.contains(way.body) ? bodies[way.body] : nil
    }
    return turns.last.map {
      FindingLog.Seen(
        "counted on the longest way, through this `\(facts.tree.name(of: $0).text)`", at: facts.tree.nameRange(of: $0))
    }
  }

  static let explanations = [
    Explanation(
      .minutesOutside, title: "minutes other than stated",
      what: "For some number of people the plan takes longer or shorter than `minutes` says. Counted is what"
        + " `dotank plan` comes to: the expected laps and things, the longest of several ways, nothing that is optional.",
      why: "Whoever chooses a method by its minutes plans a day with it.",
      example: .minutesOutside,
      remedy: "Give steps less or more time, let a time grow up to a limit only (at most 15m), narrow people at <fit>,"
        + " or state other minutes: one range, or one for each range of people. A meeting may state its own.")
  ]
}
