internal import MethodModel

extension MethodChanges {
  mutating func comparePlaces() {
    let (before, after) = (Places(old), Places(new))
    for place in before.all where after[place.id]?.noun != place.noun {
      add(.removed, "\(before.name(of: place)) removed")
    }
    var previous: Places.Place?
    for place in after.all {
      if let earlier = before[place.id], earlier.noun == place.noun {
        compare(earlier, place, before.name(of: earlier))
      } else {
        let position = previous.map { "after \(after.name(of: $0))" } ?? "at the beginning"
        add(.added, "\(after.name(of: place)) added \(position)")
      }
      previous = place
    }
    for place in before.moved(in: after) { add(.moved, "\(before.name(of: place)) moved") }
  }

  private mutating func compare(_ before: Places.Place, _ after: Places.Place, _ name: String) {
    switch (before.element.kind, after.element.kind) {
    case (.step(let old), .step(let new)): compare(old, new, name)
    case (.rest(let old), .rest(let new)): compare(old.timebox, new.timebox, name)
    case (.checkpoint(let old), .checkpoint(let new)): compare(old, new, name)
    case (.loop(let old), .loop(let new)):
      if old.rounds != new.rounds { add(.changed, "\(name): \(new.rounds) rounds, before \(old.rounds)") }
      if old.until?.condition != new.until?.condition { add(.changed, "\(name) ends by another test") }
    case (.each(var old), .each(var new)):
      (old.body, new.body) = ([], [])
      if old != new { add(.changed, "\(name) goes through things otherwise") }
    case (.phase(let old), .phase(let new)):
      if old.with != new.with { add(.changed, "\(name): with \(Self.words(new.with)), before \(Self.words(old.with))") }
    case (.branch(let old), .branch(let new)):
      if old.arms.map(\.condition) != new.arms.map(\.condition) {
        add(.changed, "\(name) chooses its way by other tests")
      }
    case (.use(let old), .use(let new)):
      if old.method != new.method { add(.changed, "\(name) runs “\(new.method)”, before “\(old.method)”") }
    default: break
    }
  }

  private mutating func compare(_ old: Step, _ new: Step, _ name: String) {
    compare(old.timebox, new.timebox, name)
    if old.with != new.with { add(.changed, "\(name): with \(new.with), before \(old.with)") }
    if old.voice != new.voice { add(.changed, "\(name): \(new.voice.rawValue), before \(old.voice.rawValue)") }
    if old.optional != new.optional {
      add(.changed, "\(name) is \(new.optional ? "now optional" : "no longer optional")")
    }
    compare(old.activities, new.activities, name)
    let isReworded = old.title != new.title || old.texts != new.texts
    if isReworded { add(.reworded, "\(name): what is said or shown was reworded") }
  }

  private mutating func compare(_ old: [Activity], _ new: [Activity], _ name: String) {
    let (before, after) = (old.map(\.target), new.map(\.target))
    for activity in old where !after.contains(activity.target) {
      add(.removed, "\(name) no longer \(activity.does) “\(activity.target)”")
    }
    for activity in new {
      guard let place = before.firstIndex(of: activity.target) else {
        add(.added, "\(name) now \(activity.does) “\(activity.target)”")
        continue
      }
      let earlier = old[place]
      if case .decide(let rule) = activity.kind, case .decide(let earlierRule) = earlier.kind,
        rule.rule != earlierRule.rule
      {
        add(.changed, "\(name) decides by \(rule.rule.rawValue), before by \(earlierRule.rule.rawValue)")
      } else if activity.names != earlier.names {
        add(
          .changed,
          "\(name): names of “\(activity.target)” are \(activity.names.rawValue), before \(earlier.names.rawValue)")
      } else if activity != earlier {
        add(.changed, "\(name) asks for “\(activity.target)” otherwise")
      }
    }
  }

  private mutating func compare(_ old: Checkpoint, _ new: Checkpoint, _ name: String) {
    compare(old.timebox, new.timebox, name)
    if old.by != new.by { add(.changed, "\(name): \(new.by) decides, before \(old.by)") }
    compare(old.criteria, new.criteria, name)
    for (way, before, after) in [("rework", old.rework, new.rework), ("stop", old.stop, new.stop)]
    where (before == nil) != (after == nil) {
      add(.changed, "\(name): “\(way)” is \(after == nil ? "no longer" : "now") possible")
    }
    if old.question != new.question {
      add(.reworded, "\(name): asks “\(Places.withoutReferences(new.question.raw(in: self.new.language)))”")
    }
  }

  private mutating func compare(_ old: Timebox, _ new: Timebox, _ name: String) {
    if old.time != new.time {
      let people = self.new.fit.ideal ?? self.new.fit.people.first?.lower ?? 12
      let (before, after) = (old.time.seconds(people: people), new.time.seconds(people: people))
      switch (before, after) {
      case (let before?, let after?) where before > after:
        add(.shortened, "\(name) shortened: \(Self.clock(after)), before \(Self.clock(before)) (for \(people) people)")
      case (let before?, let after?) where before < after:
        add(
          .lengthened, "\(name) lengthened: \(Self.clock(after)), before \(Self.clock(before)) (for \(people) people)")
      default: add(.changed, "\(name): its minutes are reckoned otherwise")
      }
    }
    if old.cut != new.cut {
      add(.changed, "\(name): when time is short, \(new.cut.rawValue), before \(old.cut.rawValue)")
    }
  }

  private static func words(_ with: Participation?) -> String { with?.description ?? "the whole circle" }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return rest == 0 ? "\(minutes) min" : "\(minutes):\(rest < 10 ? "0" : "")\(rest) min"
  }
}

extension Activity {
  /// As in `the step now collects “ideas”`.
  fileprivate var does: String {
    switch kind {
    case .collect: "collects"
    case .cluster: "clusters into"
    case .select: "selects"
    case .vote: "votes into"
    case .rate: "rates into"
    case .place: "places into"
    case .fill: "fills in"
    case .connect: "connects into"
    case .decide: "decides"
    case .commit: "commits to"
    }
  }
}

extension TimeFormula {
  /// For so many people, in groups of four, with six things; nil where only the session can tell.
  fileprivate func seconds(people: Int) -> Int? {
    switch self {
    case .perLap(let seconds): return seconds.first
    case .sum(let terms, let atMost):
      let sum = terms.reduce(0 as Int?) { sum, term in
        guard let sum, case .seconds(let seconds) = term.span else { return nil }
        return sum + seconds * times(term.per, people)
      }
      guard case .seconds(let most)? = atMost else { return atMost == nil ? sum : nil }
      return sum.map { min(most, $0) }
    }
  }

  private func times(_ unit: TimeUnit?, _ people: Int) -> Int {
    switch unit {
    case nil: 1
    case .person: people
    case .group, .grouping: max(1, people / 4)
    case .member: min(4, people)
    case .item: 6
    }
  }
}
