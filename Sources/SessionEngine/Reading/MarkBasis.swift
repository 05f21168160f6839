import MethodModel

/// Who could answer what a measure reads, who did, and how many answers there could be, over every asking that is read.
struct MarkBasis {
  /// Those who were there while it was asked; whoever was asked several times is one.
  var present: Set<UnitRef> = []
  var entitled: Set<UnitRef> = []
  /// One for each thing and criterion that somebody could answer.
  var presentAnswers = 0
  var entitledAnswers = 0
  /// One for each thing on each ballot that was given: what a ballot leaves out it gave nothing.
  var ballotAnswers = 0
  var answered = VoterCount()
  /// Sums were entered without how many sheets there were.
  var isUncounted = false
}

/// Voters of several askings: people once, sheets without names as many as in the largest asking of each circle.
struct VoterCount {
  private var people: Set<UnitRef> = []
  private var sheets: [[String: String]: Int] = [:]

  var count: Int { people.count + sheets.values.reduce(0, +) }

  mutating func add(_ units: some Sequence<UnitRef>, sheets more: Int, in circle: [String: String]) {
    var unnamed = more
    for unit in units { if unit.isSheet { unnamed += 1 } else { people.insert(unit) } }
    sheets[circle] = max(sheets[circle, default: 0], unnamed)
  }
}

extension SessionEngine {
  func basis(
    of readings: [MarkReading], _ test: Test, _ subject: String?, _ state: SessionState, _ scope: Scope
  ) -> MarkBasis {
    var basis = MarkBasis()
    for reading in readings {
      guard let activity = activity(of: reading.run.id, state) else { continue }
      let criteria = test.filters.filter { $0.field == "criterion" }
        .compactMap { filter -> Set<String>? in
          guard case .words(let operands) = filter.expected else { return nil }
          return Set(operands.map { word(of: $0, state, scope) })
        }
      let asking = Asking(
        reading, activity, state.takes[reading.run.id.take - 1], test, subject, criteria: criteria)
      addElectors(of: asking, to: &basis, state, scope)
      addAnswers(of: asking, to: &basis, state, scope)
    }
    return basis
  }

  private func addElectors(of asking: Asking, to basis: inout MarkBasis, _ state: SessionState, _ scope: Scope) {
    let electorate = electorate(of: asking.reading.run, state)
    let present = Set(electorate.present.map(\.ref))
    let criteria = criteriaRead(in: asking, state)
    for unit in electorate.entitled where isMeant(unit.ref, by: asking, state, scope) {
      let answers = thingsFor(unit.ref, in: asking, state) * criteria
      guard answers > 0 else { continue }
      basis.entitled.insert(unit.ref)
      basis.entitledAnswers += answers
      guard present.contains(unit.ref) else { continue }
      basis.present.insert(unit.ref)
      basis.presentAnswers += answers
    }
  }

  private func addAnswers(of asking: Asking, to basis: inout MarkBasis, _ state: SessionState, _ scope: Scope) {
    let run = asking.reading.run
    let units = asking.isBallot || !asking.isNarrowed ? run.answered : Set(run.marks.keys.filter(asking.hasMark))
    let meant = units.filter { unit in
      if unit.isSheet { return asking.personFilters.isEmpty }
      return basis.entitled.contains(unit) && isMeant(unit, by: asking, state, scope)
    }
    basis.answered.add(meant, sheets: asking.sheetsSummed, in: asking.take.commonCircles)
    if asking.isUncounted { basis.isUncounted = true }
    guard asking.isBallot else { return }
    for (unit, marks) in run.marks where marks.values.contains(where: { $0.value != nil && !$0.isLate }) {
      basis.ballotAnswers += thingsFor(unit, in: asking, state)
    }
    let most = run.isSealed ? 0 : run.sheetsSummed
    for thing in asking.reading.things { basis.ballotAnswers += run.tallies[thing]?.ballots ?? most }
  }

  /// Whether a unit is in the circle that is read, and is one of those a `where` asks for.
  private func isMeant(_ unit: UnitRef, by asking: Asking, _ state: SessionState, _ scope: Scope) -> Bool {
    if !scope.circles.isEmpty, asking.take.parts.count > 1,
      !scope.sharesCircle(with: asking.take.circles(of: unit))
    {
      return false
    }
    let mark = GivenMark(unit: unit, key: MarkKey(thing: .value("", of: "")), value: "")
    return asking.personFilters.allSatisfy {
      matches(mark, $0, state, scope)
    }
  }

  /// How many of the things that are read a unit may mark: all but its own and what does not lie before it.
  private func thingsFor(_ unit: UnitRef, in asking: Asking, _ state: SessionState) -> Int {
    let (run, things) = asking.reading
    guard asking.activity.excludesOwn || run.offers != nil else { return things.count }
    return things.count { thing in
      if let person = unit.person, isKeptApart(thing, from: person, in: asking.activity, state) { return false }
      return run.offers == nil || !run.onBallot.contains(thing) || isOffered(thing, in: run, to: unit, state)
    }
  }

  private func criteriaRead(in asking: Asking, _ state: SessionState) -> Int {
    guard case .rate(let rating) = asking.activity.kind, let criteria = rating.criteria else { return 1 }
    let all = things(criteria, state, scope(of: asking.take)).map(\.word)
    return all.contains { $0 == asking.subject } ? 1 : max(1, all.count(where: asking.reads))
  }
}

/// One asking as a test reads it.
private struct Asking {
  let reading: MarkReading
  let activity: Activity
  let take: Take
  let subject: String?
  /// Whether less is read than was asked.
  let isNarrowed: Bool
  /// What a test asks of those who answered; a share counts what they gave, whoever they are.
  let personFilters: [FieldTest]
  /// The criteria that each `where` asks for.
  private let criteria: [Set<String>]

  init(
    _ reading: MarkReading, _ activity: Activity, _ take: Take, _ test: Test, _ subject: String?,
    criteria: [Set<String>]
  ) {
    self.reading = reading
    self.activity = activity
    self.take = take
    self.subject = subject
    let filters = test.measure == .share ? [] : test.filters
    self.criteria = criteria
    personFilters = filters.filter { !["value", "reason", "criterion"].contains($0.field) }
    isNarrowed = subject != nil || !test.within.isEmpty || !test.except.isEmpty || !criteria.isEmpty
  }

  /// A ballot answers for everything on it.
  var isBallot: Bool { if case .vote = activity.kind { true } else { false } }

  /// The sheets that were only added up.
  var sheetsSummed: Int {
    let run = reading.run
    guard personFilters.isEmpty, !run.isSealed || isNarrowed && !isBallot && run.marks.isEmpty else { return 0 }
    guard isNarrowed, !isBallot else { return run.sheetsSummed }
    return reading.things.compactMap { run.tallies[$0]?.ballots }.max() ?? 0
  }

  var isUncounted: Bool { reading.run.isUncounted && reading.things.contains { reading.run.tallies[$0] != nil } }

  /// Whether a unit said something, if only a pass, to what is read.
  func hasMark(_ unit: UnitRef) -> Bool {
    (reading.run.marks[unit] ?? [:]).contains { key, mark in
      guard !mark.isLate, reading.things.contains(key.thing) else { return false }
      return reads(key.criterion ?? "") && (subject == nil || isRead(key))
    }
  }

  /// Whether marks by a criterion are among those that are read.
  func reads(_ criterion: String) -> Bool { criteria.allSatisfy { $0.contains(criterion) } }

  /// With a `for` that names a criterion only the marks by it are read.
  private func isRead(_ key: MarkKey) -> Bool {
    guard let subject, !reading.things.contains(where: { $0.isCalled(subject) }) else { return true }
    return key.criterion == subject
  }
}

extension ActivityRun {
  /// How many sheets were added up by hand, as far as it was said.
  var sheetsSummed: Int { tallies.values.compactMap(\.ballots).max() ?? 0 }

  /// Sums were entered, and not of how many sheets.
  package var isUncounted: Bool { !isSealed && !tallies.isEmpty && !isCounted }
}
