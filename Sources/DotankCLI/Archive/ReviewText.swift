import Archive
import Console
import Diagnostics
import SessionStore

/// The archive as a reviewer reads it in a terminal.
struct ReviewText {
  let cards: [SessionCard]
  let hits: [TextHit]
  /// How many sessions there are besides those shown.
  let more: Int
  let doubles: [[String]]
  let width: Int
  /// How this program is started.
  let command: String

  var text: String { [table, found, remarks].filter { !$0.isEmpty }.joined(separator: "\n") }

  private var table: String {
    var columns: [TextTable.Column] = [
      .init(title: "date"), .init(title: "method", least: 10), .init(title: "title", least: 8),
      .init(title: "site", least: 8), .init(title: "decision", least: 8), .init(title: "open", isNumber: true),
      .init(title: "steps done", isNumber: true),
    ]
    let isWide = width >= 120
    let isDoubtful = cards.contains { $0.journal != .whole }
    if isDoubtful { columns.append(.init(title: "journal")) }
    if isWide { columns.append(.init(title: "session", least: 20)) }
    var table = TextTable(columns)
    for card in cards {
      let open = card.actions == 0 ? "–" : "\(card.openActions) of \(card.actions)"
      let fidelity = card.fidelity?.percent.map { "\($0) %" } ?? "–"
      let cells = [
        card.date, card.method ?? "", card.title ?? card.trouble?.words ?? "", card.site ?? "", card.decision, open,
        fidelity,
      ]
      table.add(cells + (isDoubtful ? [card.journal.mark] : []) + (isWide ? [card.folder] : []))
    }
    return table.text(width: width)
  }

  /// The texts found, under the session they stand in.
  private var found: String {
    guard !hits.isEmpty else { return "" }
    var lines = ["Where it stands"]
    var session = ""
    for hit in hits {
      if hit.folder != session { lines.append(harmless(hit.folder)) }
      session = hit.folder
      let place = hit.place.isEmpty ? "" : ", " + hit.place
      let text = "\(hit.kind.rawValue)\(place): \(hit.excerpt.replacing("\n", with: " / "))"
      lines += wrapped(harmless(text), width: width, first: "  ", rest: "    ")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whose journal cannot vouch for what is shown of it.
  private var journals: [String] {
    let doubtful = cards.filter { $0.journal != .whole && $0.journal != .absent }
    let lines = doubtful.prefix(5).map { card in
      "\(card.folder): its journal \(card.journal.words); run \(command) verify \(card.folder)"
    }
    let more = doubtful.count - lines.count
    let records = cards.count { $0.journal == .absent }
    let alone = records == 1 ? "1 session is" : "\(records) sessions are"
    return lines + (more > 0 ? ["… and \(more) more with such a journal."] : [])
      + (records > 0 ? ["\(alone) told from the record alone: the journal that could vouch for it is not here."] : [])
  }

  private var remarks: String {
    var lines: [String] = []
    if more > 0 { lines.append("… and \(more) more; narrow them down by --search or --from, or see all by --limit 0.") }
    for card in cards.filter({ $0.trouble != nil }).prefix(5) {
      lines.append("\(card.folder) \(card.trouble?.words ?? ""): \(card.remedy(command) ?? "")")
    }
    lines += journals
    for names in doubles {
      lines.append("The same session stands here \(names.count) times: \(names.joined(separator: ", ")).")
    }
    lines = lines.flatMap { wrapped(harmless($0), width: width, first: "", rest: "  ") }
    // On a line of its own, to be copied.
    if let first = cards.first {
      lines += ["Read one by its name or the beginning of it:", "  \(command) review \(harmless(first.folder))"]
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension SessionCard {
  /// What can be done where its record cannot be read.
  fileprivate func remedy(_ command: String) -> String? {
    switch trouble {
    case nil: nil
    case .newer?: "update dotank to read it"
    case _ where journal == .absent: "its journal is not here either; ask whoever handed it on for it again"
    case .noRecord?, .unreadable?, .tooLarge?, .changed?:
      "\(command) export \(folder)  makes its files anew from its journal"
    }
  }
}

extension SessionCard {
  /// What it came to, or how far it is.
  var decision: String {
    if let verdict, status == "ended" { return verdict }
    return status ?? "–"
  }
}

extension JournalCondition {
  /// In a table's cell.
  var mark: String {
    switch self {
    case .whole: ""
    case .damaged, .unreadable: "damaged"
    case .torn: "torn"
    case .shorter: "cut off"
    case .newer: "newer"
    case .absent: "not here"
    }
  }

  /// As the rest of a sentence that begins with the journal.
  var words: String {
    switch self {
    case .whole: "is whole"
    case .damaged: "is damaged"
    case .torn: "ends in half an entry"
    case .shorter: "is shorter than its record"
    case .newer: "was written by a later version of dotank"
    case .unreadable: "cannot be read"
    case .absent: "is not here"
    }
  }
}

extension SessionCard {
  /// Why what is told of it should be taken with care; nil when its journal vouches for it.
  var doubt: String? {
    switch journal {
    case .whole: nil
    case .absent: "from the record, journal not here"
    default: "its journal \(journal.words)"
    }
  }
}
