import MethodModel
import SessionEngine

/// Makes the lines that tell a person where the session stands, from the view alone.
struct ScreenText {
  let view: SessionView
  let width: Int
  /// Lines of the screen; `nil`: of any length.
  let height: Int?
  /// How many things of a list are told; `nil`: all.
  var listed: Int?
  /// Seconds since the view was taken.
  let since: Int
  /// Seconds that local time is ahead of UTC.
  let utcOffset: Int?
  let numbers: EntryNumbers
  /// Of the method's own texts.
  let language: String
  /// How many activities the step has, one after the other.
  let activityCount: Int

  func page() -> Page { Page(width: width) }

  /// A step, break, checkpoint or question as it opens.
  ///
  /// On a screen with few lines, tips and then groups are left to `/show`, so that what is to be said stays in sight.
  func announcement(isWhole: Bool = false) -> [Line] {
    let whole = announced(groups: isWhole ? nil : 12, hasTips: true)
    guard !isWhole, let height, whole.count > height - 1 else { return whole }
    let withoutTips = announced(groups: 12, hasTips: false)
    let excess = withoutTips.count - (height - 1)
    let listed = min(12, view.parts.count)
    return excess <= 0 || view.parts.count < 2
      ? withoutTips : announced(groups: max(3, listed - excess - 1), hasTips: false)
  }

  private func announced(groups limit: Int?, hasTips: Bool) -> [Line] {
    var page = page()
    page.blank()
    for section in sections(groups: limit, hasTips: hasTips) { page.append(section.lines) }
    page.blank()
    return page.lines
  }

  /// The parts of the screen, those with nothing to say left out. `tallies`: with how much came from whom, which the line
  /// mode tells when it is asked. `only`: the kinds that are wanted; nothing of the others is made, however much came in.
  func sections(
    groups limit: Int?, hasTips: Bool = true, tallies: Bool = false, only wanted: Set<Section.Kind>? = nil
  ) -> [Section] {
    var sections: [Section] = []
    func add(
      _ kind: Section.Kind, _ made: @autoclosure () -> [Line], keeping last: @autoclosure () -> [Line] = []
    ) {
      guard wanted?.contains(kind) ?? true else { return }
      let (lines, last) = (made(), last())
      if !lines.isEmpty || !last.isEmpty { sections.append(Section(kind: kind, lines: lines + last, kept: last.count)) }
    }
    add(.place, place())
    if view.stop == nil, view.place.take != nil { add(.time, stepTime()) }
    add(.say, said())
    add(.room, room(), keeping: turns())
    if hasTips { add(.tips, tips()) }
    add(.groups, groups(atMost: limit))
    add(.rotations, rotations(atMost: limit))
    add(.people, (view.stop == nil ? lastTime() : []) + smallGroups() + vacancies())
    add(.task, putUp(), keeping: asked())
    if tallies, let activity = view.activity { add(.tally, tally(activity)) }
    add(.arrivals, arrivals())
    add(.checkpoint, criteria(), keeping: verdictAsked())
    add(.stale, stale())
    add(.question, stop())
    if view.stop == nil { add(.next, next(hasTips: hasTips)) }
    return sections
  }

  private func tips() -> [Line] {
    var page = page()
    for tip in view.tips { page.add("Tip", tip, .quiet) }
    return page.lines
  }

  private func place() -> [Line] {
    var page = page()
    let place = view.place
    let around = place.phases + place.laps
    let kind =
      switch place.kind {
      case .step?: "Step"
      case .rest?: "Break"
      case .checkpoint?: "Checkpoint"
      case .inserted?: "Inserted step"
      case nil: view.stop == nil ? "Place" : "Question"
      }
    if place.title == kind { page.add(kind, .heading) } else { page.add(kind, place.title, .heading) }
    if !around.isEmpty { page.add("In", around.joined(separator: ", "), .quiet) }
    if let track = view.tracks.first(where: \.isFocused) {
      let others = view.tracks.filter { !$0.isDone && !$0.isFocused }.count
      page.add("Track", "\(track.title)\(others > 0 ? ", one of \(others + 1) going on; /track lists them" : "")")
    }
    if place.attempt > 1 { page.add("This step runs for the \(Self.ordinal(place.attempt)) time.") }
    return page.lines
  }

  static func ordinal(_ number: Int) -> String {
    switch number {
    case 2: "second"
    case 3: "third"
    default: "\(number)th"
    }
  }

  /// What the facilitator says, one paragraph a text.
  func said() -> [Line] {
    var page = page()
    for text in view.say { page.add("Say", text, .say) }
    return page.lines
  }

  private func room() -> [Line] {
    var page = page()
    for (number, text) in view.show.enumerated() {
      if text.hasPrefix("• "), isPutUp(String(text.dropFirst(2))) { continue }
      if text.hasPrefix("? ") {
        page.item(String(text.dropFirst(2)), mark: "?")
      } else if text.hasPrefix("• ") {
        page.item(String(text.dropFirst(2)), mark: "-")
      } else {
        page.add(number == 0 ? "Show" : "Show also", text)
      }
    }
    for text in view.roleTexts {
      let holders = text.holders.isEmpty ? "nobody yet; give it with /role" : spokenList(text.holders)
      page.add("\(text.role) (\(holders))", text.text)
    }
    switch view.voice {
    case .spoken: break
    case .silent: page.add("Voice", "in silence")
    case .turns: page.add("Voice", view.turn.map { "in turns, \(Minutes.spoken($0)) each" } ?? "in turns")
    }
    for who in view.listeners {
      let holders = who.holders.isEmpty ? "nobody yet" : spokenList(who.holders)
      page.add("\(who.role) (\(holders))", "listening and writing, without a word in this step.")
    }
    return page.lines
  }

  /// What is on the ballot anyway, with its number, is told once.
  private func isPutUp(_ words: String) -> Bool {
    guard let activity = view.activity, activity.isOpen, activity.ballot.count > 1 else { return false }
    return activity.ballot.contains { $0.label == words && !$0.isGone }
  }

  private func next(hasTips: Bool) -> [Line] {
    var page = page()
    if view.endsNext { page.add("Then", "the session ends.", .quiet) }
    if !view.upcoming.isEmpty { page.add("Then", view.upcoming.joined(separator: ", then "), .quiet) }
    if !hasTips, !view.tips.isEmpty { page.add("/show also tells the tips.", .quiet) }
    if view.canReturn { page.add("/return takes you back to where you were.", .quiet) }
    return page.lines
  }

  // MARK: Groups

  /// Who is in which group; `nil`: all of them.
  func groups(atMost limit: Int?) -> [Line] {
    var page = page()
    let parts = view.parts.count > 1 ? view.parts.filter { !$0.members.isEmpty } : view.parts
    guard let first = parts.first else { return [] }
    if parts.count == 1 {
      if !first.title.isEmpty, first.members.isEmpty {
        let someone = view.people.first(where: \.isPresent)?.name ?? "Aino"
        page.add("With", "\(first.title): nobody stands here yet; /move \(someone) 1 puts somebody there")
      } else if !first.title.isEmpty {
        page.add("With", "\(first.title): \(spokenList(first.members))")
      }
      return page.lines
    }
    if parts.allSatisfy({ $0.members.count == 1 && !$0.key.contains("/") }) {
      page.add("Everybody alone: \(counted(parts.count, "person", "people")).")
      return page.lines
    }
    page.add("In groups: \(counted(parts.count, "group")).")
    for part in parts.prefix(limit ?? parts.count) { page.item("\(part.title): \(spokenList(part.members))") }
    if let limit, parts.count > limit { page.item("and \(parts.count - limit) more; /groups lists them all") }
    return page.lines
  }

  // MARK: Questions

  /// A question that stands, with its answers.
  func stop() -> [Line] {
    guard let stop = view.stop else { return [] }
    var page = page()
    if let reading = stop.reading {
      page.add("Looked at:")
      page.append(criterion(reading, mark: "-"))
    }
    for (number, option) in stop.options.enumerated() {
      page.item(option.title.isEmpty ? option.id : option.title, mark: "\(number + 1)")
    }
    if let role = view.roles.first(where: { $0.id == stop.by }) {
      let holders = role.holders.isEmpty ? "nobody yet" : spokenList(role.holders)
      page.add("Decides", "\(role.title) (\(holders))")
    }
    if stop.kind == .closed { page.append(lastTime()) }
    page.add("Answer", "type the number.")
    if stop.kind == .closed { page.add("To stop here for today: /quit. On the day, “dotank resume” goes on.", .quiet) }
    return page.lines
  }
}
