/// Sections below each other in so many rows: what matters most keeps most of itself, and what is cut says so.
struct BodyColumn {
  private let sections: [Section]
  private let budget: Int

  init(_ sections: [Section], rows: Int) {
    self.sections = sections.sorted { Self.order($0.kind) < Self.order($1.kind) }
    budget = rows
  }

  var rows: [Row] {
    let total = sections.reduce(0) { $0 + $1.lines.count }
    guard total > budget else { return apart(total) }
    let given = shares()
    var rows: [Row] = []
    for (section, share) in zip(sections, given) { rows += cut(section, to: share) }
    if given.contains(0), rows.count >= budget, !rows.isEmpty {
      let left = zip(sections, given).filter { $0.1 == 0 }.map { Self.name($0.0.kind) }
      rows[rows.count - 1] = Row("PgDn shows the rest: \(spokenList(left))", .quiet)
    }
    return rows
  }

  /// All of them, with as many empty rows between as there is room for.
  private func apart(_ total: Int) -> [Row] {
    let hasGaps = total + max(0, sections.count - 1) <= budget
    var rows: [Row] = []
    for section in sections {
      if hasGaps, !rows.isEmpty { rows.append(Row()) }
      rows += section.lines.map { Row($0) }
    }
    return rows
  }

  /// Rows for each section: first what each needs at least, then more, both by how much it matters now.
  private func shares() -> [Int] {
    var rest = budget
    var shares = Array(repeating: 0, count: sections.count)
    let byRank = sections.indices.sorted { Self.rank(sections[$0].kind) < Self.rank(sections[$1].kind) }
    for place in byRank {
      let kept = min(sections[place].kept, Self.mostKept)
      let least = max(Self.least(sections[place].kind), kept > 0 ? kept + 2 : 0)
      shares[place] = min(sections[place].lines.count, least, rest)
      rest -= shares[place]
    }
    for place in byRank {
      let more = min(sections[place].lines.count - shares[place], rest)
      shares[place] += more
      rest -= more
    }
    return shares
  }

  /// The first lines, or the last ones of what came in.
  private func cut(_ section: Section, to share: Int) -> [Row] {
    let lines = section.lines
    guard share < lines.count else { return lines.map { Row($0) } }
    guard share > 1 else { return lines.prefix(share).map { Row(Line($0.text.dropLast(8) + " … PgDn", $0.style)) } }
    let hidden = lines.count - share + 1
    let word = Row("  … \(counted(hidden, "line")) more, PgDn", .quiet)
    let last = section.kind == .arrivals ? share - 1 : min(section.kept, share - 1)
    return lines.prefix(share - 1 - last).map { Row($0) } + [word] + lines.suffix(last).map { Row($0) }
  }

  /// So many lines of how something is typed are kept whatever else there is.
  private static let mostKept = 5

  // MARK: What matters

  /// From the top down.
  private static func order(_ kind: Section.Kind) -> Int {
    [
      .question, .people, .stale, .say, .room, .checkpoint, .task, .tally, .arrivals, .rotations, .groups, .tips,
    ].firstIndex(of: kind) ?? 99
  }

  private static func rank(_ kind: Section.Kind) -> Int {
    [
      .question, .checkpoint, .say, .people, .task, .stale, .arrivals, .room, .groups, .rotations, .tally, .tips,
    ].firstIndex(of: kind) ?? 99
  }

  private static func least(_ kind: Section.Kind) -> Int {
    switch kind {
    case .question, .checkpoint: 8
    case .say, .task: 4
    case .arrivals: 3
    case .groups: 4
    case .rotations, .room, .people: 2
    default: 1
    }
  }

  /// What a part is called where it is only named.
  private static func name(_ kind: Section.Kind) -> String {
    switch kind {
    case .people: "vacancies"
    case .arrivals: "what came in"
    case .room: "what the room sees"
    case .stale: "what is out of date"
    default: kind.rawValue
    }
  }
}
