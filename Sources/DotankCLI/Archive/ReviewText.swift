import Archive
import Console
import Diagnostics

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
      .init(title: "fidelity", isNumber: true),
    ]
    let isWide = width >= 120
    if isWide { columns.append(.init(title: "session", least: 20)) }
    var table = TextTable(columns)
    for card in cards {
      let open = card.actions == 0 ? "–" : "\(card.openActions) of \(card.actions)"
      let fidelity = card.fidelity?.percent.map { "\($0) %" } ?? "–"
      let cells = [
        card.date, card.method ?? "", card.title ?? card.trouble?.words ?? "", card.site ?? "", card.decision, open,
        fidelity,
      ]
      table.add(isWide ? cells + [card.folder] : cells)
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

  private var remarks: String {
    var lines: [String] = []
    if more > 0 { lines.append("… and \(more) more; narrow them down by --search or --from, or see all by --limit 0.") }
    for card in cards.filter({ $0.trouble != nil }).prefix(5) {
      lines.append("\(card.folder) \(card.trouble?.words ?? ""): \(card.trouble?.remedy(command, card.folder) ?? "")")
    }
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

extension ExcerptTrouble {
  /// What can be done about it.
  fileprivate func remedy(_ command: String, _ folder: String) -> String {
    switch self {
    case .newer: "update dotank to read it"
    case .noRecord, .unreadable, .tooLarge: "\(command) export \(folder)  makes its files anew from its journal"
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
