/// A table for spreadsheets and data frames: a header, and a row for each observation.
package struct Table: Sendable {
  /// What stands in a cell; only texts can come from people.
  package enum Cell: Sendable {
    case empty
    case text(String)
    case integer(Int)
    case figure(Figure)
    case flag(Bool)

    package static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    package static func integer(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .empty }
    package static func figure(_ number: Figure?) -> Cell { number.map { .figure($0) } ?? .empty }
    static func moment(_ moment: Moment?) -> Cell { .text(moment?.description) }
  }

  /// The file's name without its ending.
  package let name: String
  package let columns: [String]
  private(set) var rows: [[Cell]] = []

  package init(_ name: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
  }

  /// Adds a row with a cell for each column.
  package mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of \(name) has a cell for each column")
    rows.append(cells)
  }

  /// The table by RFC 4180: UTF-8, lines end in CR LF, a header always.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with
  /// an apostrophe: to read a text as it was written, take one leading apostrophe away. Numbers stay numbers, `true`
  /// and `false` are flags, nothing is an empty cell.
  package var csv: String {
    let lines = [columns.map { Self.quoted(Self.harmless($0)) }] + rows.map { $0.map { Self.written($0) } }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(harmless(text))
    case .integer(let number): String(number)
    case .figure(let figure): figure.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// What a spreadsheet starts a formula by, wide forms too; blanks before it do not help.
  private static let formulaStarts: Set<Character> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  static func harmless(_ text: String) -> String {
    let isTabbed = text.first.map { "\t\r\n".contains($0) || $0 == "\r\n" } ?? false
    let shown = inert(text)
    let first = shown.first { !$0.isWhitespace }
    let isFormula = first.map { formulaStarts.contains($0) } ?? false
    return isTabbed || isFormula || shown.first == "'" ? "'" + shown : shown
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
