import SessionEngine

/// What is different from the view before.
struct Changes {
  /// What happened.
  var news: [Line] = []
  /// Where the session stands since.
  var place: [Line] = []

  var effects: [Effect] {
    (news.isEmpty ? [] : [.print(news, .news)]) + (place.isEmpty ? [] : [.print(place, .place)])
  }
}

extension ScreenModel {
  /// Takes a new view in, and says what is different from the one before.
  mutating func change(to new: SessionView, _ elapsed: Int) -> Changes {
    let old = view
    remember(new, elapsed)
    guard let old, let text = screenText() else { return Changes() }
    if case .ended = new.status {
      if case .ended = old.status { return Changes() }
      return Changes(place: text.ending())
    }
    var lines: [Line] = []
    if old.status != new.status { lines.append(Line(statusSentence(new))) }
    lines += text.tracks(since: old) + text.course(since: old)
    if stands(old) != stands(new) { return Changes(news: lines, place: text.announcement()) }
    lines += text.cues(since: old)
    if old.activity?.run != new.activity?.run { return Changes(news: lines, place: text.activity()) }
    if let activity = new.activity, let before = old.activity { lines += text.changes(in: activity, since: before) }
    var changes = Changes(news: lines)
    if let checkpoint = new.checkpoint, checkpoint != old.checkpoint { changes.place += text.checkpoint() }
    if old.parts.map(\.key) == new.parts.map(\.key), old.parts != new.parts { changes.place += text.groups(atMost: 12) }
    if old.smallGroups != new.smallGroups { changes.place += text.smallGroups() }
    if old.roles != new.roles { changes.place += text.vacancies() }
    if old.rotations != new.rotations { changes.place += text.rotations(atMost: 12) }
    return changes
  }

  /// What makes a place another place.
  private func stands(_ view: SessionView) -> [String] {
    [view.place.take.map { "\($0)" } ?? "-", "\(view.place.attempt)", view.stop.map { "\($0.kind) \($0.path)" } ?? "-"]
  }

  private func statusSentence(_ view: SessionView) -> String {
    view.status == .paused ? "The session is paused; /resume lets the clock run again." : "The clock runs again."
  }
}

extension ScreenText {
  /// The last words on a session.
  func ending() -> [Line] {
    guard case .ended(let ended) = view.status else { return [] }
    var page = page()
    page.blank()
    page.add("The session has ended", "\(ended.name.replacing("-", with: " ")).", .heading)
    if let words = ended.text { page.add(words) }
    return page.lines
  }

  /// Announcements whose moment has come since another view of the same step, and the end of its time.
  func cues(since old: SessionView) -> [Line] {
    var page = page()
    for cue in view.time.firedCues.dropFirst(old.time.firedCues.count) { page.add("Time cue", cue, .cue) }
    if view.time.isTimeUp, !old.time.isTimeUp {
      page.add("Time is up", "“\(view.place.title)” has used its \(Minutes.spoken(view.time.allotted)).", .cue)
      page.add("/next goes on, /extend 2 gives two more minutes. Nothing moves on by itself.", .cue)
    }
    if view.time.allotted != old.time.allotted { addTime(to: &page) }
    return page.lines
  }

  /// Entries closed or revealed, something decided.
  func changes(in activity: ActivityView, since before: ActivityView) -> [Line] {
    var page = page()
    let isRevealed = activity.isRevealed && !before.isRevealed
    if before.isOpen, !activity.isOpen {
      let progress = activity.answered == before.answered ? progress(activity) : ""
      page.add("Entries are closed" + (progress.isEmpty ? "." : ": \(progress)."))
    }
    if isRevealed, !activity.entries.isEmpty {
      page.add("Revealed:", .heading)
      for entry in activity.entries { page.append(line(for: entry, activity)) }
    }
    if activity.verdict != before.verdict || isRevealed || (before.isOpen && !activity.isOpen) {
      page.append(result(activity))
      if activity.isTieOpen { page.add("Settle the tie", "type the numbers, for example: 1") }
    }
    return page.lines
  }
}
