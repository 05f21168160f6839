import MethodModel
import SessionEngine

/// What the people of a rehearsal do in one activity: commands with the seconds after its opening at which they come.
struct SimulatedActivity {
  struct Action {
    var second: Int
    var body: CommandBody
    var actor = Actor.host
  }

  let engine: SessionEngine
  let state: SessionState
  let run: ActivityRun
  let activity: Activity
  /// Seconds that the activity may take.
  let time: Int
  private(set) var actions: [Action] = []

  init?(_ engine: SessionEngine, _ state: SessionState, _ run: ActivityRun, time: Int) {
    guard let activity = engine.activity(of: run.id, state) else { return nil }
    self.engine = engine
    self.state = state
    self.run = run
    self.activity = activity
    self.time = time
  }

  private var take: Take { state.takes[run.id.take - 1] }
  private var scope: Scope { engine.scope(of: take) }

  mutating func play(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    switch engine.kind(of: activity) {
    case .collect: collect(&words, &random)
    case .commit: commit(&words, &random)
    case .choose: choose(&random)
    case .vote: vote(&random)
    case .rate: rate(&words, &random)
    case .signal: signal(&words, &random)
    case .fill: fill(&words, &random)
    case .computed: break
    }
    actions.sort { $0.second < $1.second }
  }

  /// A moment in the time of a unit: most keep to it, one in six takes longer.
  private func moment(_ random: inout SeededRandom) -> Int {
    let most = Int.random(in: 0..<6, using: &random) == 0 ? 140 : 100
    return max(1, time * Int.random(in: 15...most, using: &random) / 100)
  }

  private var units: [OwningUnit] {
    engine.units(of: activity, take, state).filter { unit in
      unit.members.contains { state.roster[$0]?.isPresent ?? false }
    }
  }

  private func speaker(_ unit: OwningUnit, _ random: inout SeededRandom) -> PersonID? {
    unit.members.filter { (state.roster[$0]?.isPresent ?? false) && engine.admits($0, activity, state) }
      .randomElement(using: &random)
  }

  private func part(_ unit: OwningUnit) -> String? {
    switch unit.ref {
    case .part(let key): key
    case .person(let id): id.raw
    case .sheet: nil
    }
  }

  // MARK: Things

  private mutating func collect(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    guard case .collect(let limits, _, _) = activity.kind else { return }
    let most = engine.count(limits.atMost, state, scope) ?? 3
    for unit in units where Int.random(in: 0..<9, using: &random) > 0 {
      let least = min(most, engine.count(limits.atLeast, state, scope) ?? 1)
      for _ in 0..<Int.random(in: max(1, least)...max(1, least, min(most, 3)), using: &random) {
        let author = speaker(unit, &random)
        let own = run.ballot.filter { isOwn($0, unit) }
        let copied = Int.random(in: 0..<5, using: &random) < 2 ? own.randomElement(using: &random) : nil
        var fields: [String: String] = copied == nil ? ["text": words.sentence(using: &random)] : [:]
        for field in activity.fields { fields[field.id] = value(of: field, &words, &random) }
        add(fields, author, unit, copied, &random)
      }
    }
  }

  private func isOwn(_ thing: ThingRef, _ unit: OwningUnit) -> Bool {
    guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id] else {
      return false
    }
    return entry.author.map { unit.members.contains($0) } ?? false
  }

  private mutating func add(
    _ fields: [String: String], _ author: PersonID?, _ unit: OwningUnit, _ copied: ThingRef?,
    _ random: inout SeededRandom
  ) {
    let id = EntryID("\(activity.target)-\(run.id)-\(actions.count + 1)")
    actions.append(
      Action(
        second: moment(&random),
        body: .add(
          AddEntry(run: run.id, id: id, author: author, part: part(unit), fields: fields, copyOf: copied))))
  }

  private mutating func commit(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    guard case .commit(let limits, _) = activity.kind else { return }
    let most = engine.count(limits.atMost, state, scope) ?? 3
    for unit in units where Int.random(in: 0..<6, using: &random) > 0 || units.count == 1 {
      for _ in 0..<Int.random(in: 1...max(1, min(most, units.count == 1 ? 4 : 1)), using: &random) {
        let author = speaker(unit, &random)
        var fields = ["text": words.sentence(using: &random)]
        if Int.random(in: 0..<8, using: &random) > 0, let author { fields["owner"] = state.roster[author]?.name ?? "" }
        if Int.random(in: 0..<8, using: &random) > 0 { fields["due"] = date(&random) }
        if Int.random(in: 0..<3, using: &random) > 0 { fields["measure"] = words.phrase(using: &random) }
        for field in activity.fields { fields[field.id] = value(of: field, &words, &random) }
        add(fields, author, unit, nil, &random)
      }
    }
  }

  private func value(
    of field: Field, _ words: inout SimulatedWords, _ random: inout SeededRandom
  ) -> String {
    switch field.kind {
    case .number, .minutes: String(Int.random(in: 1...20, using: &random))
    case .date: date(&random)
    case .choice: field.values.randomElement(using: &random)?.id ?? ""
    case .person: state.roster.present.randomElement(using: &random)?.name ?? ""
    case .source(let source): engine.things(source, state, scope).randomElement(using: &random)?.word ?? ""
    case .text, .file: words.phrase(using: &random)
    }
  }

  /// A day in the months after the simulated session.
  private func date(_ random: inout SeededRandom) -> String {
    "2030-0\(Int.random(in: 2...6, using: &random))-\(Int.random(in: 10...28, using: &random))"
  }

  private mutating func choose(_ random: inout SeededRandom) {
    guard !run.ballot.isEmpty else { return }
    let view = engine.activityView(run, state, scope, for: .host)
    for unit in units {
      let most = min(run.ballot.count, view?.atMost ?? 1)
      let count = max(min(run.ballot.count, view?.atLeast ?? 1), Int.random(in: 1...max(1, most), using: &random))
      let things = Array(run.ballot.shuffled(using: &random).prefix(count))
      actions.append(
        Action(second: moment(&random), body: .choose(ChooseThings(run: run.id, part: part(unit), things: things))))
    }
  }

  private mutating func fill(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    let fields = engine.fields(of: activity, state)
    let things: [ThingRef?] = activity.into == nil && !run.ballot.isEmpty ? run.ballot : [nil]
    for unit in units {
      for thing in things {
        for field in fields where field.required || Int.random(in: 0..<10, using: &random) > 0 {
          var text = value(of: field, &words, &random)
          if field.kind == .text { text = words.sentence(using: &random) }
          if field.id == "status", field.values.contains(where: { $0.id == "resolved" }) {
            text = ["resolved", "resolved", "withdrawn", "qualified"].randomElement(using: &random) ?? "resolved"
          }
          actions.append(
            Action(
              second: moment(&random),
              body: .fill(
                FillCell(
                  run: run.id, thing: thing, author: speaker(unit, &random), part: part(unit), field: field.id,
                  text: text))))
        }
      }
    }
  }
}

// MARK: Marks

extension SimulatedActivity {
  private var electors: [UnitRef] { engine.electorate(of: run, state).present.map(\.ref) }

  private mutating func mark(
    _ unit: UnitRef, _ thing: ThingRef, _ value: String?, at second: Int, criterion: String? = nil,
    reason: String? = nil
  ) {
    actions.append(
      Action(
        second: second,
        body: .mark(
          SetMark(run: run.id, unit: unit, thing: thing, criterion: criterion, value: value, reason: reason))))
  }

  private mutating func vote(_ random: inout SeededRandom) {
    guard case .vote(let vote) = activity.kind, !run.ballot.isEmpty else { return }
    let budget = engine.budget(of: vote, run, state)
    let perItem = engine.count(vote.perItem, state, engine.scope(of: state.takes[run.id.take - 1])) ?? budget
    for unit in electors where Int.random(in: 0..<12, using: &random) > 0 {
      let second = moment(&random)
      let options = run.ballot.shuffled(using: &random)
      switch vote.kind {
      case .dots:
        var left = budget
        for thing in options where left > 0 {
          let dots = Int.random(in: 1...max(1, min(left, perItem)), using: &random)
          mark(unit, thing, String(dots), at: second)
          left -= dots
        }
      case .approval:
        for thing in options.prefix(Int.random(in: 1...max(1, min(budget, options.count)), using: &random)) {
          mark(unit, thing, "1", at: second)
        }
      case .ranking:
        for (place, thing) in options.prefix(min(budget, options.count)).enumerated() {
          mark(unit, thing, String(place + 1), at: second)
        }
      }
    }
  }

  /// Ratings gather around a value of each thing's own; some spread, some pass.
  private mutating func rate(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    guard case .rate(let rating) = activity.kind, let scale = engine.method.scale(rating.scale) else { return }
    let scope = engine.scope(of: state.takes[run.id.take - 1])
    let criteria: [String?] = rating.criteria.map { engine.things($0, state, scope).map(\.word) } ?? [nil]
    let points = scale.points.map(\.id)
    for thing in run.ballot {
      for criterion in criteria {
        let middle = Int.random(in: points.count / 2...max(points.count / 2, points.count - 1), using: &random)
        for unit in electors where Int.random(in: 0..<16, using: &random) > 0 {
          let spread = Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1
          let place = min(points.count - 1, max(0, middle + Int.random(in: -spread...spread, using: &random)))
          let passes = Int.random(in: 0..<16, using: &random) == 0
          let wantsReason = rating.reason == .required || (rating.reason == .optional && place % 2 == 0)
          mark(
            unit, thing, passes ? nil : points[place], at: moment(&random), criterion: criterion,
            reason: wantsReason ? words.phrase(using: &random) : nil)
        }
      }
    }
  }

  /// Fewer objections with every round, so that a proposal comes through in the end.
  private mutating func signal(_ words: inout SimulatedWords, _ random: inout SeededRandom) {
    guard case .decide(let decide) = activity.kind else { return }
    let thing = run.ballot.first ?? .value("proposal", of: activity.target)
    let isConsent = decide.rule == .consent
    for unit in electors {
      let chance = Int.random(in: 0..<100, using: &random)
      let signal: Signal =
        if chance < 14 / run.round {
          isConsent ? .objection : .block
        } else if chance < 30 {
          isConsent ? .concern : .aside
        } else {
          isConsent ? .consent : .agree
        }
      let needsReason = signal != .consent && signal != .agree
      mark(
        unit, thing, signal.rawValue, at: moment(&random),
        reason: needsReason ? words.sentence(using: &random) : nil)
    }
  }
}
