internal import Outcomes

/// Small drawings of the same form, one for each step or thing, and the same values as a table.
struct PanelsPart: Part {
  /// Of more there would be no comparing.
  static let mostPanels = 48

  let words: Words
  let panels: [PanelPart]
  /// Rows that have no drawing: their things stand in one session only, or there are too many.
  let more: Int

  static let shape = Shape<PanelsPart>(
    "panels",
    [
      .parts("panels", "The drawings.", \.panels),
      .flag("hasBars", "Some show amounts as bars.") { $0.panels.contains { !$0.bars.isEmpty } },
      .flag("hasPlans", "Some show what was planned.") { $0.panels.contains { !$0.plans.isEmpty } },
      .flag("hasRanges", "Some show medians with the range from the lowest to the highest.") {
        $0.panels.contains { !$0.middles.isEmpty }
      },
      .flag("hasCrosses", "In some sessions a step was left out.") { $0.panels.contains { !$0.crosses.isEmpty } },
      .flag("hasSquares", "Some figures are kept back.") { $0.panels.contains { !$0.squares.isEmpty } },
      .text("more", "How many have no drawing.") { part in
        part.more > 0 ? part.words.counted("more-panels", part.more) : nil
      },
    ])

  /// `nil` where there is nothing to draw.
  private init?(_ words: Words, _ panels: [PanelPart], more: Int) {
    guard !panels.isEmpty else { return nil }
    self.words = words
    self.panels = panels
    self.more = more
  }

  // MARK: What is drawn

  static func times(_ sheet: ComparisonSheet) -> PanelsPart? {
    let words = Words(language: sheet.language)
    let panels = sheet.times.map { row in
      let most = row.cells.compactMap { $0.map { max($0.used, $0.planned) } }.max() ?? 0
      let plot = PanelPlot(sessions: row.cells.count, low: 0, high: Double(most))
      var panel = PanelPart(words, row.title, plot, high: words.minutes(most), low: "0")
      for (place, cell) in row.cells.enumerated() {
        guard let cell else { continue }
        if cell.used > 0 { panel.bars += plot.bar(place, Double(cell.used)) }
        if cell.planned > 0 { panel.plans += plot.tick(place, Double(cell.planned)) }
        if cell.isSkipped, cell.used == 0 { panel.crosses += plot.cross(place) }
      }
      panel.cells = row.cells.map { cell in
        cell.map { cell in
          cell.isSkipped && cell.used == 0
            ? words.term("skipped") : words.phrase("used-of", words.minutes(cell.used), words.minutes(cell.planned))
        }
      }
      let ran = row.cells.compactMap { $0 }
      panel.sayings = [
        words.phrase("used", words.spread(Spread(ran.map { ($0.used + 30) / 60 }))),
        words.phrase("planned", words.spread(Spread(ran.map { ($0.planned + 30) / 60 }))),
      ]
      let skipped = ran.count(where: \.isSkipped)
      if skipped > 0 { panel.sayings.append(words.counted("skipped", skipped)) }
      return panel
    }
    return PanelsPart(words, Array(panels.prefix(mostPanels)), more: panels.count - mostPanels)
  }

  static func amounts(_ sheet: ComparisonSheet) -> PanelsPart? {
    let words = Words(language: sheet.language)
    let panels = sheet.amounts.map { row in
      let counts = row.cells.compactMap { $0 }
      let most = counts.map(\.all).max() ?? 0
      let plot = PanelPlot(sessions: row.cells.count, low: 0, high: Double(most))
      var panel = PanelPart(words, row.title, plot, high: String(most), low: "0")
      for (place, count) in row.cells.enumerated() {
        if let count, count.all > 0 { panel.bars += plot.bar(place, Double(count.all)) }
      }
      panel.cells = row.cells.map { $0.map { words.told($0) } }
      panel.sayings = [words.spread(Spread(counts.map(\.all))), words.counted("in-sessions", counts.count)]
      return panel
    }
    return PanelsPart(words, Array(panels.prefix(mostPanels)), more: panels.count - mostPanels)
  }

  /// With several sessions, those that at least two of them have; each group on one scale.
  static func ratings(_ sheet: ComparisonSheet) -> PanelsPart? {
    let words = Words(language: sheet.language)
    let isAlone = sheet.sessions.count == 1
    let shared = sheet.marks.filter { row in
      // Zones have no scale to be drawn on.
      (isAlone || row.cells.count { $0 != nil } > 1) && row.cells.contains { $0 != nil && $0?.zones == nil }
    }.prefix(mostPanels)
    let groups = Dictionary(grouping: shared) { $0.group ?? "" }
    let panels = shared.map { row in
      var panel = PanelPart.marks(row, words, scale: MarkScale(groups[row.group ?? ""] ?? []))
      panel.group = groups.count > 1 ? row.group : nil
      return panel
    }
    return PanelsPart(words, panels, more: sheet.marks.count - panels.count)
  }
}

/// The scale of what was rated together: from the lowest to the highest mark that was given.
struct MarkScale {
  var low: Figure?
  var high: Figure?
  let isVote: Bool

  init(_ rows: [ComparisonSheet.Row<ComparisonSheet.Marks>]) {
    let cells = rows.flatMap { $0.cells.compactMap { $0 } }
    isVote = !cells.contains { $0.median != nil }
    let lows = cells.compactMap { $0.least ?? $0.median }
    let highs = cells.compactMap { isVote ? $0.sum : $0.most ?? $0.median }
    low = isVote ? nil : lows.min { $0.number < $1.number }
    high = highs.max { $0.number < $1.number }
  }
}

extension PanelPart {
  /// Ratings as a stroke from the lowest to the highest with the median on it, votes as bars.
  static func marks(
    _ row: ComparisonSheet.Row<ComparisonSheet.Marks>, _ words: Words, scale: MarkScale
  ) -> PanelPart {
    let plot = PanelPlot(sessions: row.cells.count, low: scale.low?.value ?? 0, high: scale.high?.value ?? 0)
    var panel = PanelPart(
      words, row.title, plot, high: words.figure(scale.high) ?? "", low: words.figure(scale.low) ?? "0")
    panel.answered = row.cells.map { $0?.n }
    for (place, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      if cell.withheld != nil {
        panel.squares += plot.square(place)
      } else if scale.isVote {
        if let sum = cell.sum, sum.value > 0 { panel.bars += plot.bar(place, sum.value) }
      } else if let median = cell.median {
        if let least = cell.least, let most = cell.most { panel.ranges += plot.range(place, least.value, most.value) }
        panel.middles += plot.circle(place, median.value)
      }
    }
    panel.cells = row.cells.map { cell in cell.map { words.told($0) } }
    let shown = row.cells.compactMap { $0 }.filter { $0.withheld == nil }
    let middles = shown.compactMap { scale.isVote ? $0.sum : $0.median }.map(\.number)
    panel.sayings = [words.spread(Spread(middles))]
    panel.sayings.append(words.counted("in-sessions", shown.count))
    let withheld = row.cells.compactMap { $0?.withheld }.count
    if withheld > 0 { panel.sayings.append(words.counted("kept-back", withheld)) }
    return panel
  }
}

extension Words {
  /// Whole minutes, as `12 min`; less than one as seconds.
  func minutes(_ seconds: Int) -> String { duration(seconds < 60 ? seconds : (seconds + 30) / 60 * 60) }

  /// The least, the middle and the most; one where they are the same, `–` where there is none.
  func spread(_ spread: Spread?) -> String { spread?.words { figure(Figure($0)) ?? "–" } ?? "–" }

  /// `12`, or `7 (private)` where only the number may be known of some.
  fileprivate func told(_ amount: ComparisonSheet.Amount) -> String {
    amount.why.map { phrase("amount-kept-back", String(amount.all), withheld($0)) } ?? String(amount.all)
  }

  /// `3 (2 to 4), n = 8`
  fileprivate func told(_ marks: ComparisonSheet.Marks) -> String {
    if let why = marks.withheld { return withheld(why) }
    if let zones = marks.zones { return zones + (marks.n.map { ", n = \($0)" } ?? "") }
    let middle = figure(marks.median ?? marks.sum) ?? "–"
    let range = marks.median == nil ? nil : zipped(marks.least, marks.most)
    return middle + (range.map { " (\($0))" } ?? "") + (marks.n.map { ", n = \($0)" } ?? "")
  }

  private func zipped(_ least: Figure?, _ most: Figure?) -> String? {
    guard let least = figure(least), let most = figure(most) else { return nil }
    return phrase("span", least, most)
  }
}
