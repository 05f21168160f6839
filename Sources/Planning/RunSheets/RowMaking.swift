import MethodModel
import SessionEngine

/// Turns a course into the rows of a run sheet, with the clock running along the likely path.
struct RowMaking {
  let engine: SessionEngine
  var words: SheetWords
  let start: SessionStarted
  private var cutting = Cutting.nothing
  private(set) var rows: [RunSheet.Row] = []
  /// Seconds from the start.
  private var clock = SheetClock()
  /// What had been taken when each row was begun.
  private var takenBefore: [Int: Int] = [:]
  /// The set of groups that everything around is done in, each by itself, or the role whose holders do it.
  private var circle: String?
  /// The lap of the nearest loop or rotation.
  private var round: Int?
  /// Whether what is laid out lies on the likely path.
  private var isExpected = true
  /// The steps of more things than this are laid out once.
  private static let thingsShown = 12

  init(engine: SessionEngine, words: SheetWords, start: SessionStarted) {
    self.engine = engine
    self.words = words
    self.start = start
  }

  /// When it ends, in seconds from the start.
  var end: Int { clock.now }
  /// Seconds that it takes, without the days in between.
  var minutesTaken: Int { clock.taken }

  /// Lays out the whole course; cut to an end, the times are whole minutes where the end allows it, else as coarse as it does.
  mutating func layOut(_ course: [Stretch], _ days: DayPlans?) {
    let bare = self
    for grid in days?.isCut == true ? [60, 30, 15, 5, 1] : [1] {
      self = bare
      clock = SheetClock(before: course.leadingWindows { lasts(of: $0) })
      clock.grid = grid
      if layOutInTime(course, days) { return }
    }
  }

  /// Whether every day ends when it is to, or no later than it has to.
  private mutating func layOutInTime(_ course: [Stretch], _ days: DayPlans?) -> Bool {
    var isInTime = true
    for (day, stretch) in zip(course.dayNumbers, course) {
      if let days { cutting = days.plans[day].cutting }
      add(stretch, depth: 0, path: "")
      if let days, clock.sinceMorning > days.longest(on: day) { isInTime = false }
    }
    rows.dateHeadings()
    return isInTime
  }

  private func lasts(of place: String) -> Int {
    guard case .meeting(let meeting)? = engine.index.element(place)?.kind else { return 0 }
    return engine.seconds(meeting.lasts, for: start) ?? 0
  }

  mutating func add(_ stretches: [Stretch], depth: Int, path: String) {
    for stretch in stretches { add(stretch, depth: depth, path: path) }
  }

  private mutating func add(_ stretch: Stretch, depth: Int, path: String) {
    let path = path.isEmpty ? stretch.place : "\(path)/\(stretch.place)"
    let before = isExpected
    isExpected = before && stretch.isExpected
    defer { isExpected = before }
    switch stretch.kind {
    case .step, .rest, .inserted: addLeaf(stretch, depth, path)
    case .float: break
    case .checkpoint:
      addLeaf(stretch, depth, path)
      addWays(of: stretch, depth + 1, path)
    case .phase: addPhase(stretch, depth, path)
    case .use: addUse(stretch, depth, path)
    case .meeting, .window: addMeeting(stretch, depth, path)
    case .parallel: addTracks(of: stretch, depth, path)
    case .loop: addLoop(stretch, depth, path)
    case .lap: add(stretch.inside, depth: depth, path: path)
    case .things(let names): addThings(stretch, names, depth, path)
    case .branch: addWays(of: stretch, depth, path)
    case .choice:
      addHeading(stretch, "Choice: \(words.title(stretch.place))", depth, path)
      addWays(of: stretch, depth + 1, path)
    case .way: add(stretch.inside, depth: depth, path: path)
    case .back(let place): addExit(stretch, "Back to “\(words.title(place))”", depth, path)
    case .end: addExit(stretch, "The end: \(words.title(stretch.place))", depth, path)
    }
  }

  // MARK: Rows

  private mutating func addLeaf(_ stretch: Stretch, _ depth: Int, _ path: String) {
    var row = row(.step, stretch, words.title(stretch.place), depth, path)
    row.planned = stretch.reckoning.seconds
    row.seconds = isExpected ? cutting.seconds(of: stretch) : row.planned
    row.how = words.how(stretch.reckoning)
    if let uncut = stretch.uncut { row.remarks.append(fitRemark(uncut, row)) }
    switch engine.index.element(stretch.place)?.kind {
    case .step(let step)?: fill(&row, step, stretch)
    case .rest(let rest)?:
      row.kind = .rest
      if rest.floats { row.remarks.append("placed by the plan; it moves with the time") }
    case .checkpoint(let checkpoint)?: fill(&row, checkpoint)
    default:
      if stretch.kind == .rest { (row.kind, row.title, row.isChangeover) = (.rest, "Changeover", true) }
    }
    if isExpected {
      row.begins = clock.now
      row.seconds = clock.take(row.seconds, of: stretch)
      if row.seconds < row.planned { row.remarks.append(cutRemark(row)) }
    }
    rows.append(row)
  }

  private func fitRemark(_ uncut: Int, _ row: RunSheet.Row) -> String {
    row.planned == 0
      ? "left out, to fit into the part around it"
      : "cut from \(Minutes.spoken(uncut)), to fit into the part around it"
  }

  private func cutRemark(_ row: RunSheet.Row) -> String {
    row.seconds == 0 ? "left out, to end in time" : "cut from \(Minutes.spoken(row.planned)), to end in time"
  }

  private func fill(_ row: inout RunSheet.Row, _ step: Step, _ stretch: Stretch) {
    row.who = words.who(step, stretch, in: circle)
    if case .groups(let set) = step.with, words.isCounted(set) { row.groups = stretch.groups }
    if step.optional { row.remarks.append("only if you choose to; its time is not counted") }
    if step.texts.contains(where: { $0.rounds != nil }) { row.changesByRound = true }
    for text in step.texts where text.isThere(in: start.mode, round: round) {
      let words = words.text(text.text)
      switch text.audience {
      case .say: row.says.append(words)
      case .role(let role):
        row.notes.append(.init(kind: .role, label: self.words.title(ofRole: role), text: words))
      case .cue(let at):
        row.notes.append(.init(kind: .cue, label: self.words.moment(engine.seconds(at, for: start)), text: words))
      case .tip: row.notes.append(.init(kind: .tip, label: "", text: words))
      case .show: break
      }
    }
  }

  private func fill(_ row: inout RunSheet.Row, _ checkpoint: Checkpoint) {
    row.kind = .checkpoint
    row.who = "decided by \(words.title(ofRole: checkpoint.by))"
    row.remarks += checkpoint.criteria.compactMap(words.words(of:)).map { "looks at: \($0)" }
  }

  private mutating func addHeading(_ stretch: Stretch, _ title: String, _ depth: Int, _ path: String) {
    takenBefore[rows.count] = clock.taken
    rows.append(row(.heading, stretch, title, depth, path))
  }

  private mutating func addExit(_ stretch: Stretch, _ title: String, _ depth: Int, _ path: String) {
    rows.append(row(.exit, stretch, title, depth, path))
  }

  private func row(
    _ kind: RunSheet.Row.Kind, _ stretch: Stretch, _ title: String, _ depth: Int, _ path: String
  ) -> RunSheet.Row {
    RunSheet.Row(
      path: path, kind: kind, depth: depth, title: title, begins: isExpected ? clock.now : nil, day: clock.day,
      seconds: isExpected ? stretch.seconds(after: cutting) : stretch.seconds, planned: stretch.seconds)
  }

  // MARK: Containers

  private mutating func addPhase(_ stretch: Stretch, _ depth: Int, _ path: String) {
    addHeading(stretch, words.title(stretch.place), depth, path)
    guard case .phase(let phase)? = engine.index.element(stretch.place)?.kind else { return }
    let last = rows.count - 1
    let outer = circle
    defer { (circle, rows[last].seconds) = (outer, lengthSoFar(ofRow: last)) }
    rows[last].notes += phase.tips.map { .init(kind: .tip, label: "", text: words.text($0)) }
    if phase.optional { rows[last].remarks.append("only if you choose to; its time is not counted") }
    if case .groups(let set)? = phase.with {
      if words.isCounted(set) { rows[last].groups = stretch.groups }
      rows[last].who = "\(words.groups(stretch.groups, of: set)), each by itself"
      circle = set
    } else if case .role(let role)? = phase.with {
      rows[last].who = words.title(ofRole: role)
      circle = role
    }
    add(stretch.inside, depth: depth + 1, path: path)
  }

  /// Another method, with what its own time makes of its steps.
  private mutating func addUse(_ stretch: Stretch, _ depth: Int, _ path: String) {
    addHeading(stretch, words.title(stretch.place), depth, path)
    let last = rows.count - 1
    defer { rows[last].seconds = lengthSoFar(ofRow: last) }
    if let fitting = stretch.fitting, fitting.planned > fitting.wanted {
      rows[rows.count - 1].remarks.append(
        "its steps would take \(Minutes.spoken(fitting.planned)), and it is given \(Minutes.spoken(fitting.wanted))")
    }
    add(stretch.inside, depth: depth + 1, path: path)
  }

  /// A meeting, or the days in which each works in their own time: those take none of the day's.
  private mutating func addMeeting(_ stretch: Stretch, _ depth: Int, _ path: String) {
    guard case .meeting(let meeting)? = engine.index.element(stretch.place)?.kind else { return }
    if let lasts = engine.seconds(meeting.lasts, for: start) {
      return addWindow(stretch, meeting, lasts, depth, path)
    }
    if isExpected { clock.meet() }
    addHeading(stretch, meeting.title.isEmpty ? "Meeting" : words.title(stretch.place), depth, path)
    let last = rows.count - 1
    add(stretch.inside, depth: depth + 1, path: path)
    rows[last].seconds = lengthSoFar(ofRow: last)
  }

  /// It stands at the moment when it opens, and what comes after waits for the day on which it closes.
  private mutating func addWindow(
    _ stretch: Stretch, _ meeting: Meeting, _ lasts: Int, _ depth: Int, _ path: String
  ) {
    var row = row(.window, stretch, meeting.title.isEmpty ? "In between" : words.title(stretch.place), depth, path)
    (row.lasts, row.seconds, row.planned) = (lasts, 0, 0)
    row.remarks.append("open for \(Minutes.calendar(lasts))")
    rows.append(row)
    let before = isExpected
    isExpected = false
    add(stretch.inside, depth: depth + 1, path: path)
    isExpected = before
    if isExpected { clock.wait(lasts) }
  }

  /// What was taken since a row that opens something, where its times are those of the clock.
  private func lengthSoFar(ofRow place: Int) -> Int {
    guard isExpected, rows[place].begins != nil, clock.grid > 1, let before = takenBefore[place] else {
      return rows[place].seconds
    }
    return clock.taken - before
  }

  /// Every track begins where the fork stands; what comes after waits for the longest.
  private mutating func addTracks(of stretch: Stretch, _ depth: Int, _ path: String) {
    addHeading(stretch, "\(stretch.inside.count) tracks at the same time", depth, path)
    let last = rows.count - 1
    let fork = clock
    var join = fork
    for track in stretch.inside {
      clock = fork
      add(track, depth: depth + 1, path: path)
      if clock.now > join.now { join = clock }
    }
    clock = isExpected ? join : fork
    rows[last].seconds = lengthSoFar(ofRow: last)
  }

  private mutating func addLoop(_ stretch: Stretch, _ depth: Int, _ path: String) {
    guard case .loop(let loop)? = engine.index.element(stretch.place)?.kind else {
      return addRotation(stretch, depth, path)
    }
    let outer = round
    defer { round = outer }
    let laps = stretch.inside.count { if case .lap = $0.kind { true } else { false } }
    let most = engine.rounds(of: loop, for: start)
    let until = loop.until.flatMap { words.words(of: $0.condition) }.map { ", until: \($0)" } ?? ""
    for lap in stretch.inside {
      guard case .lap(let number) = lap.kind else {
        addWay("If \(most) rounds were not enough", lap, depth, path)
        continue
      }
      round = number
      var row = row(.heading, lap, "Round \(number) of \(laps)", depth, "\(path)#\(number)")
      if number == 1, most != laps || loop.until != nil {
        row.remarks.append(
          "\(laps == 1 ? "one round is" : "\(laps) rounds are") expected, at most \(most)\(until)")
      }
      add(row, lap.inside)
    }
  }

  /// A row that opens something, and what is in it.
  private mutating func add(_ row: RunSheet.Row, _ inside: [Stretch]) {
    let place = rows.count
    takenBefore[place] = clock.taken
    rows.append(row)
    add(inside, depth: row.depth + 1, path: row.path)
    rows[place].seconds = lengthSoFar(ofRow: place)
  }

  /// Every lap of a rotation, with who goes where as far as that is not drawn.
  private mutating func addRotation(_ stretch: Stretch, _ depth: Int, _ path: String) {
    let rotation = engine.expectedRotations(for: start).first { $0.place == stretch.place }
    let outer = (words.rotation, round)
    if case .rotate(let rotate)? = engine.index.element(stretch.place)?.kind { words.rotation = rotate }
    defer { (words.rotation, round) = outer }
    for lap in stretch.inside {
      guard case .lap(let number) = lap.kind else { continue }
      round = number
      var row = row(.heading, lap, "Round \(number) of \(stretch.inside.count)", depth, "\(path)#\(number)")
      row.who = rotation?.goings(in: number) ?? ""
      add(row, lap.inside)
    }
  }

  private mutating func addThings(_ stretch: Stretch, _ names: [String], _ depth: Int, _ path: String) {
    guard case .each(let each)? = engine.index.element(stretch.place)?.kind else { return }
    if each.atOnce { return addThingsAtOnce(stretch, each, names, depth, path) }
    let source = each.source(words.named)
    var single = stretch
    (single.times, single.limit) = (1, nil)
    let began = clock
    let reached = stretch.thingsReached(after: cutting)
    let shown = reached > Self.thingsShown ? 1 : reached
    for number in 0..<shown {
      let name = number < names.count ? names[number] : nil
      let outer = words.names[each.name]
      words.names[each.name] = name
      let title = "\(name ?? "Number \(number + 1)") (\(number + 1) of \(stretch.times), \(source))"
      var row = row(.heading, single, title, depth, "\(path)@\(number + 1)")
      if name == nil, number == 0 { row.remarks.append("\(stretch.times) are expected; none is known yet") }
      add(row, stretch.inside)
      words.names[each.name] = outer
    }
    if shown < reached { addRest(of: single, count: reached - shown, depth, path) }
    if let limit = stretch.limit, reached * single.seconds(after: cutting) > limit.seconds, !rows.isEmpty {
      rows[rows.count - 1].remarks.append("after \(Minutes.spoken(limit.seconds)) no other one begins")
      if isExpected { clock.leave(at: stretch.seconds(after: cutting), since: began) }
    }
    if stretch.times == 0 {
      addHeading(stretch, "For each of \(source)", depth, path)
      rows[rows.count - 1].remarks.append("none is expected")
    }
  }

  /// All at the same time, so that they are laid out once.
  private mutating func addThingsAtOnce(
    _ stretch: Stretch, _ each: ForEach, _ names: [String], _ depth: Int, _ path: String
  ) {
    let title = "For each of \(each.source(words.named)), all at once"
    var row = row(.heading, stretch, title, depth, "\(path)@…")
    if !names.isEmpty { row.remarks.append(names.joined(separator: ", ")) }
    if stretch.times == 0 { row.remarks.append("none is expected") }
    let outer = words.names[each.name]
    words.names[each.name] = nil
    add(row, stretch.inside)
    words.names[each.name] = outer
  }

  private mutating func addRest(of single: Stretch, count: Int, _ depth: Int, _ path: String) {
    var rest = single
    rest.times = count
    var row = row(.heading, rest, "The same for \(count) more", depth, "\(path)@…")
    row.remarks.append("\(Minutes.spoken(single.seconds(after: cutting))) each")
    if isExpected { row.seconds = clock.take(row.seconds, of: rest) }
    rows.append(row)
  }

  // MARK: Ways

  private mutating func addWays(of stretch: Stretch, _ depth: Int, _ path: String) {
    guard let element = engine.index.element(stretch.place) else { return }
    let isOpen = stretch.inside.count > 1
    for way in stretch.inside {
      guard case .way(let slot) = way.kind else { continue }
      if way.inside.isEmpty, slot != .otherwise { continue }
      addWay(words.way(slot, of: element), way, depth, path, note: isOpen && stretch.kind != .checkpoint)
    }
  }

  private mutating func addWay(_ title: String, _ way: Stretch, _ depth: Int, _ path: String, note: Bool = false) {
    guard case .way(let slot) = way.kind else { return }
    let before = isExpected
    isExpected = before && way.isExpected
    let path = "\(path)/\(slot.word)"
    var row = row(.way, way, title, depth, path)
    if !way.isExpected {
      row.remarks.append("not counted in the times")
    } else if note {
      row.remarks.append("the longest way, counted in the times")
    }
    add(row, way.inside)
    isExpected = before
  }
}
