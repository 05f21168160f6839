import MethodModel
import SessionEngine

extension ScreenText {
  /// What can be entered now, and what came in.
  func activity() -> [Line] { task() + arrivals() }

  /// What is put up, what is wanted, and how it is typed.
  func task() -> [Line] { putUp() + asked() }

  /// What is put up.
  func putUp() -> [Line] {
    guard let activity = view.activity else { return [] }
    var page = page()
    // A run-off comes after the parts that the method names.
    if activityCount > 1, activity.run.activity < activityCount {
      let more = activity.run.activity + 1 < activityCount ? "; /next brings the next one" : ""
      page.add("Part \(activity.run.activity + 1) of \(activityCount) of this step\(more).", .heading)
    }
    switch activity.kind {
    case .cluster: page.append(clusters(activity))
    case .connect: page.append(links(activity))
    default: addBallot(activity, to: &page)
    }
    return page.lines
  }

  /// What is wanted of it, and how it is typed.
  func asked() -> [Line] {
    guard let activity = view.activity else { return [] }
    var page = page()
    addFields(activity, to: &page)
    if activity.round > 1, [.vote, .rate, .place, .signal].contains(activity.kind) {
      page.add("Round", "\(activity.round)")
      page.append(before(activity))
    }
    if let wanted = wanted(activity) { page.add("Wanted", wanted) }
    for line in activity.uncovered { page.add("Not there yet", line) }
    addAnswers(activity, to: &page)
    addAxes(activity, to: &page)
    if let when = hidden(activity) { page.add("Kept private", when) }
    addNames(activity, to: &page)
    if activity.kind != .computed, activity.isOpen { page.add("Enter", hint(activity)) }
    return page.lines
  }

  /// What was decided or counted, and what came in.
  func arrivals() -> [Line] {
    guard let activity = view.activity else { return [] }
    var page = page()
    if activity.kind == .computed {
      page.append(result(activity))
      if activity.isTieOpen { page.add("Settle the tie", "type the numbers, for example: 1") }
    } else if !activity.isOpen {
      let progress = progress(activity)
      page.add("Entries are closed" + (progress.isEmpty ? "." : ": \(progress)."))
      if activity.isTieOpen { page.add("Settle the tie", "type the numbers, for example: 1") }
      page.append(result(activity))
    }
    if !activity.entries.isEmpty, ![.cluster, .connect].contains(activity.kind) { page.append(entries(activity)) }
    return page.lines
  }

  private func addBallot(_ activity: ActivityView, to page: inout Page) {
    if let missing = missing(activity) { page.add(missing, .warning) }
    guard !activity.ballot.isEmpty, activity.kind != .computed || activity.isTieOpen else { return }
    let label =
      switch activity.kind {
      case .collect where activity.isReply: "To answer"
      case .collect, .commit: "To take over"
      case .choose, .computed: "To choose from"
      case .vote: activity.isRunOff ? "Run-off between" : "On the ballot"
      case .rate: activity.isRunOff ? "Run-off between" : "To rate"
      case .signal: "Proposal"
      case .fill: "To fill in"
      case .cluster: "To sort"
      case .connect: "To link"
      case .place: "To place"
      case .table: "To go on with"
      }
    if activity.ballot.count == 1, let only = activity.ballot.first {
      page.add(label, labelled(only))
      addPrompts(of: only, to: &page)
    } else {
      page.add("\(label):")
      let all = activity.ballot.enumerated().filter { !$0.element.isGone }
      for (number, thing) in all.prefix(listed ?? all.count) {
        page.item(labelled(thing), mark: "\(number + 1)")
        addPrompts(of: thing, to: &page)
      }
      addRest(all.count - (listed ?? all.count), to: &page)
    }
    if activity.isRunOff { for own in activity.partVerdicts { addTied(own, activity, to: &page) } }
    if !activity.criteria.isEmpty {
      let names = activity.criteria.enumerated().map { number, criterion in
        if !criterion.thing.hasAuthoredWord { return "\(number + 1) \(criterion.label)" }
        let word = criterion.thing.word
        return criterion.label == word ? word : "\(criterion.label) (\(word))"
      }
      page.add("By", names.joined(separator: ", "))
      for criterion in activity.criteria where !criterion.prompts.isEmpty {
        page.item(criterion.label, mark: "-")
        addPrompts(of: criterion, to: &page)
      }
    }
  }

  /// Each part votes only over what is tied there.
  private func addTied(_ own: PartVerdict, _ activity: ActivityView, to page: inout Page) {
    guard own.verdict.result == .tied else { return }
    let numbers = activity.ballot.indices.filter { own.verdict.tiedThings.contains(activity.ballot[$0].thing) }
    page.item("\(own.part): between \(numbers.map { String($0 + 1) }.joined(separator: " and "))", .quiet)
  }

  /// That there is nothing to choose, mark or answer, and what can be done about it.
  private func missing(_ activity: ActivityView) -> String? {
    guard activity.lacksThings, activity.isOpen else { return nil }
    let what =
      switch activity.kind {
      case .collect: "answer"
      case .choose: "choose from"
      case .vote: "vote on"
      case .rate: "rate"
      default: "place"
      }
    guard activity.keptBack == 0 else {
      let things = activity.keptBack == 1 ? "1 thing was" : "\(activity.keptBack) things were"
      return "\(things) written in private, and no screen shows them: nothing can be entered here. /next goes on."
    }
    return "There is nothing to \(what): nothing came in where it would come from. /back goes there, /next goes on."
  }

  func addRest(_ count: Int, to page: inout Page) {
    if count > 0 { page.item("and \(count) more; /items lists them all", .quiet) }
  }

  private func addPrompts(of thing: ThingView, to page: inout Page) {
    for prompt in thing.prompts { page.item(prompt, mark: "?") }
  }

  /// The axes from low to high, and the zones.
  private func addAxes(_ activity: ActivityView, to page: inout Page) {
    for (place, axis) in activity.axes.enumerated() {
      let ends = [axis.points.first?.id, axis.points.last?.id].compactMap { $0 }
      page.add(place == 0 ? "First axis" : "Second axis", "\(axis.label), \(ends.joined(separator: " to "))")
    }
    if !activity.zones.isEmpty {
      page.add(
        "Zones",
        activity.zones.map { $0.label == $0.thing.word ? $0.label : "\($0.label) (\($0.thing.word))" }
          .joined(separator: ", "))
    }
  }

  private func labelled(_ thing: ThingView) -> String {
    let words = thing.label.isEmpty ? thing.thing.word : thing.label
    return thing.figure.map { "\(words): \($0)" } ?? words
  }

  private func addFields(_ activity: ActivityView, to page: inout Page) {
    let fields = activity.fields.filter { field in
      activity.kind != .commit && (field.id != "text" || !field.ask.raw(in: language).isEmpty)
    }
    for field in fields {
      var words = [field.ask.raw(in: language)].filter { !$0.isEmpty }
      if !field.values.isEmpty { words.append(choices(of: field, activity)) }
      if field.required { words.append("(needed)") }
      page.item(words.isEmpty ? field.id : "\(field.id): \(words.joined(separator: " "))", mark: "-")
    }
  }

  /// Values by their words; things made in the session by their numbers, for nobody knows their ids.
  private func choices(of field: Field, _ activity: ActivityView) -> String {
    guard activity.fieldsOfThings.contains(field.id) else { return spokenList(field.values.map(\.id), "or") }
    return field.values.enumerated().map { "\($0 + 1) \($1.text.raw(in: language))" }.joined(separator: ", ")
  }

  /// What a field says: of a thing that was chosen its words.
  private func said(_ text: String, in field: Field, _ activity: ActivityView) -> String {
    guard activity.fieldsOfThings.contains(field.id), let value = field.values.first(where: { $0.id == text }) else {
      return text
    }
    return value.text.raw(in: language)
  }

  /// "at least 1, at most 3 each".
  private func wanted(_ activity: ActivityView) -> String? {
    var words: [String] = []
    if let least = activity.atLeast, least == activity.atMost {
      words.append("\(least)")
    } else {
      if let least = activity.atLeast { words.append("at least \(least)") }
      if let most = activity.atMost, activity.kind != .signal { words.append("at most \(most)") }
    }
    if let vote = activity.vote {
      switch vote.kind {
      case .dots: words.append("\(activity.budget ?? 0) dots each")
      case .approval:
        words.append(activity.budget == 1 ? "one each" : "up to \(activity.budget ?? 0) approvals each")
      case .ranking:
        let places = min(activity.budget ?? activity.ballot.count, activity.ballot.count)
        words.append("\(places) places each, \(vote.best == .first ? "1" : "\(places)") is the best")
      }
    }
    if activity.reason == .required { words.append(activity.kind == .choose ? "and why" : "a reason with every value") }
    guard !words.isEmpty else { return nil }
    let isEach = activity.units.count > 1 && activity.vote == nil && activity.answers.isEmpty
    return words.joined(separator: ", ") + (isEach ? " each" : "")
  }

  /// Signals and numbers in a row, named points of a scale one a line with the number to type.
  private func addAnswers(_ activity: ActivityView, to page: inout Page) {
    guard !activity.answers.isEmpty else { return }
    guard activity.kind == .rate, activity.answers.contains(where: { Number($0.id) == nil }) else {
      return page.add(
        activity.kind == .rate ? "Scale" : "Answers", activity.answers.map(\.id).joined(separator: ", "))
    }
    page.add("Scale:")
    for (place, answer) in activity.answers.enumerated() {
      let text = answer.text.raw(in: language)
      page.item(text.isEmpty ? answer.id : text, mark: Self.mark(of: answer, at: place))
    }
  }

  /// What is typed for a point of a scale: its number, else its place.
  static func mark(of answer: NamedValue, at place: Int) -> String {
    Number(answer.id) == nil ? answer.number?.description ?? "\(place + 1)" : answer.id
  }

  /// What is done with names, where people must know it before they answer.
  private func addNames(_ activity: ActivityView, to page: inout Page) {
    guard activity.isOpen else { return }
    switch activity.names {
    case .shown, .hidden: break
    case .unkept:
      page.add("Names", "nobody's is stored; the name you type only ticks them off. All of one person at once.")
    case .coded:
      page.add(
        "Names", "nobody's is stored; a word of their own links rounds: “Aino: #lake …”. All of one person at once.")
    }
  }

  private func hidden(_ activity: ActivityView) -> String? {
    guard !activity.isRevealed else { return nil }
    switch activity.reveal {
    case .endOfStep?: return "until the step ends."
    case .allAnswered?: return "until everybody has answered."
    case .host?: return "until you type /reveal."
    case .step?: return "until a later step."
    case nil: return nil
    }
  }

  // MARK: What came in

  /// "4 of 12 have answered", or how many there are so far.
  func progress(_ activity: ActivityView) -> String {
    let count = activity.entries.count + activity.hiddenCount
    switch activity.kind {
    case .collect, .commit, .table:
      // What is handed in without names is not counted before all of it comes to light.
      if !activity.names.areStored, count == 0, !activity.isRevealed {
        return "\(activity.answered) of \(activity.electorate) have handed in"
      }
      guard activity.units.count > 1 else { return "\(count) so far" }
      let from = activity.isPartOfPaper ? "\(activity.answered)" : "\(activity.answered) of \(activity.electorate)"
      return "\(count) so far, from \(from)"
    case .computed: return ""
    case .choose, .vote, .rate, .signal, .fill, .cluster, .connect, .place:
      if activity.isPartOfPaper { return "\(activity.answered) entered; the rest is on paper" }
      return activity.electorate == 1 && activity.units.count < 2
        ? "" : "\(activity.answered) of \(activity.electorate) have answered" + partly(activity)
    }
  }

  /// How many of those who answered still owe something, as `/who` counts them.
  private func partly(_ activity: ActivityView) -> String {
    let done = activity.units.count(where: \.hasAnswered)
    let owing = activity.isOpen && done < activity.answered ? activity.units.count(where: \.hasAnsweredPartly) : 0
    return owing == 0 ? "" : ", \(owing) of them not yet everything"
  }

  /// The answer to `/items`.
  func items() -> [Line] {
    guard let activity = view.activity else { return [Line("Nothing is collected in this step.")] }
    var page = page()
    switch activity.kind {
    case .cluster: page.append(clusters(activity, isWhole: true))
    case .connect: page.append(links(activity))
    default:
      addBallot(activity, to: &page)
      page.append(entries(activity))
    }
    if activity.verdict != nil { page.append(result(activity)) }
    let progress = progress(activity)
    if !progress.isEmpty { page.add(sentence(progress)) }
    page.append(tally(activity))
    return page.lines
  }

  /// How much came from each group, and from whom nothing came yet: where names are not shown never a person.
  func tally(_ activity: ActivityView) -> [Line] {
    guard activity.isOpen, activity.kind != .computed else { return [] }
    var page = page()
    let groups = activity.units.filter { $0.ref.person == nil && !$0.title.isEmpty }
    let given = groups.filter { $0.count > 0 }
    if groups.count > 1, !given.isEmpty {
      page.add("By group", given.map { "\($0.title) (\($0.count))" }.joined(separator: ", "))
    }
    let silent = silent(activity)
    if !silent.isEmpty, silent.count < activity.units.count || silent.count <= 12 {
      page.add("Still to come", silent.prefix(20).joined(separator: ", "))
    }
    return page.lines
  }

  /// From whom nothing came yet; persons only where names are shown.
  func silent(_ activity: ActivityView) -> [String] {
    activity.units.filter { unit in
      !unit.hasAnswered && unit.count == 0 && !unit.title.isEmpty
        && (unit.ref.person == nil || activity.names == .shown)
    }.map(\.title)
  }

  private func entries(_ activity: ActivityView) -> [Line] {
    var page = page()
    if !activity.entries.isEmpty { page.add(activity.kind == .fill ? "So far:" : "Came in:") }
    let shown = activity.entries.suffix(listed ?? activity.entries.count)
    if shown.count < activity.entries.count {
      page.item("\(activity.entries.count - shown.count) before these; /items lists them all", .quiet)
    }
    for entry in shown { page.append(line(for: entry, activity)) }
    if activity.hiddenCount > 0 { page.add("\(counted(activity.hiddenCount, "entry", "entries")) not shown.") }
    if activity.lateCount > 0 { page.add("\(activity.lateCount) came after the end; /admit counts them.") }
    return page.lines
  }

  /// `3  Aino: more breaks`, with what its fields say.
  func line(for entry: EntryView, _ activity: ActivityView) -> [Line] {
    var page = page()
    let number = numbers.number(of: entry.id).map { "\($0)" } ?? "-"
    let whose = [entry.unitTitle, entry.author].compactMap { $0 }.joined(separator: ", ")
    let late = entry.isLate ? " (late, not counted)" : ""
    var words = entry.fields["text"] ?? ""
    let fields = activity.fields.filter { $0.id != "text" && !(entry.fields[$0.id] ?? "").isEmpty }
    let details = fields.map { "\($0.id): \(said(entry.fields[$0.id] ?? "", in: $0, activity))" }
    if !details.isEmpty { words += (words.isEmpty ? "" : " | ") + details.joined(separator: "; ") }
    page.item((whose.isEmpty ? "" : "\(whose): ") + words + late, mark: number)
    return page.lines
  }
}

extension ActivityView {
  /// Whether it needs things, and there are none.
  var lacksThings: Bool {
    let needsThings = [.choose, .vote, .rate, .place].contains(kind) || isReply
    return needsThings && !ballot.contains { !$0.isGone }
  }
}
