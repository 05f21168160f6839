package import MethodModel
package import SessionEngine

/// What the room sees on a projector: the title, a large countdown, what to do now, and what came of it as far as
/// everybody may see it. It only shows; nothing can be entered.
///
/// ```swift
/// var stage = StageModel(method: method, language: "en", size: ScreenFrame.Size(columns: 80, rows: 24))
/// stage.show(engine.view(state, for: .room, elapsed: 60), elapsed: 60)
/// stage.frame().text
/// ```
package struct StageModel: Sendable {
  private let method: Method
  private let language: String
  package var size: ScreenFrame.Size
  private var view: SessionView?
  private var viewElapsed = 0
  private var elapsed = 0

  package init(method: Method, language: String, size: ScreenFrame.Size) {
    self.method = method
    self.language = language
    self.size = size
  }

  /// Takes in what the room may see now: a view for `Viewer.room`, and never the host's.
  package mutating func show(_ view: SessionView, elapsed: Int) {
    self.view = view
    viewElapsed = elapsed
    self.elapsed = elapsed
  }

  /// Time went by; nothing else changed.
  package mutating func tick(elapsed: Int) { self.elapsed = max(self.elapsed, elapsed) }

  package func frame() -> ScreenFrame {
    var frame = ScreenFrame(size: size)
    guard let view else { return frame }
    let margin = size.columns >= 60 ? 4 : 1
    let rows = content(view, width: max(10, size.columns - 2 * margin))
    let indented = rows.prefix(size.rows).map { row in
      var line = Row(String(repeating: " ", count: margin))
      line.add(row)
      return line
    }
    frame.put(Array(indented), at: 0)
    return frame
  }

  private func content(_ view: SessionView, width: Int) -> [Row] {
    let text = ScreenText(
      view: view, width: width, height: nil, listed: size.rows, since: max(0, elapsed - viewElapsed), utcOffset: nil,
      numbers: numbers(view), language: language, activityCount: 1)
    if case .ended = view.status { return [Row(), Row(view.method, .heading), Row()] + text.ending().map { Row($0) } }
    var rows = [Row(), title(view), Row()]
    if let countdown = text.countdown {
      rows += digits(countdown.text, width: width).map { Row($0, countdown.ink) } + [Row()]
    }
    if view.status == .paused { rows += [Row("Paused", .cue), Row()] }
    for section in text.stageSections() where !section.isEmpty { rows += section.map { Row($0) } + [Row()] }
    return rows
  }

  private func numbers(_ view: SessionView) -> EntryNumbers {
    var numbers = EntryNumbers()
    numbers.follow(view.activity)
    return numbers
  }

  private func title(_ view: SessionView) -> Row {
    var row = Row(view.stop?.question ?? view.place.title, .heading)
    let around = view.place.phases + view.place.laps
    if !around.isEmpty { row.add("   \(around.joined(separator: ", "))", .quiet) }
    return row
  }

  /// As large as a third of the height and the whole width allow.
  private func digits(_ text: String, width: Int) -> [String] {
    let scales = [8, 6, 4, 2, 1].filter { scale in
      let rows = BigDigits.rows(text, scale: scale)
      return rows.count <= max(3, size.rows / 3) && rows[0].count <= width
    }
    return BigDigits.rows(text, scale: scales.first ?? 1)
  }
}

extension ScreenText {
  /// What everybody may see of a step, from the view for the room.
  func stageSections() -> [[Line]] {
    var shown = page()
    for text in view.show { shown.add(text.hasPrefix("• ") ? "–" + text.dropFirst() : text, .heading) }
    if view.voice == .silent { shown.add("In silence.") }
    for who in view.listeners { shown.add("\(who.role): listening and writing.") }
    var came = page()
    if let activity = view.activity {
      let progress = progress(activity)
      if activity.isOpen, activity.answered > 0, !progress.isEmpty { came.add(sentence(progress)) }
      if !activity.isOpen || activity.isRevealed { came.append(roomResult(activity)) }
      for entry in activity.entries.suffix(listed ?? activity.entries.count) { came.append(line(for: entry, activity)) }
    }
    return [
      shown.lines, view.stop == nil ? turns().map { Line(withoutCommands($0.text)) } : options(),
      groups(atMost: listed),
      rotations(atMost: listed), openSeats(), came.lines,
    ]
  }

  /// Which group has lost whoever had a part in it, so that somebody there can take it.
  private func openSeats() -> [Line] {
    var page = page()
    for role in view.roles where !role.gone.isEmpty && !role.missingIn.isEmpty && view.stop == nil {
      page.add("Nobody is “\(role.title)” in \(spokenList(role.missingIn)): who takes it?", .cue)
    }
    for group in view.smallGroups where group.members.isEmpty {
      page.add(group.isChosen ? "Nobody has chosen \(group.title)." : "Nobody is left in \(group.title).", .quiet)
    }
    return page.lines
  }

  /// Without what only the host can type.
  private func withoutCommands(_ text: String) -> String {
    text.replacing(" /turn goes on, /turn pass passes it.", with: "")
  }

  private func options() -> [Line] {
    guard let stop = view.stop else { return [] }
    var page = page()
    for (number, option) in stop.options.enumerated() {
      page.item(option.title.isEmpty ? option.id : option.title, mark: "\(number + 1)")
    }
    return page.lines
  }

  /// The result and its figures; who said what against it only where names are shown.
  private func roomResult(_ activity: ActivityView) -> [Line] {
    guard activity.names != .shown else { return result(activity) }
    var activity = activity
    activity.verdict?.dissent = []
    for place in activity.partVerdicts.indices { activity.partVerdicts[place].verdict.dissent = [] }
    return result(activity)
  }
}
