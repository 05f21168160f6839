/// What is known of a column apart from its cells.
package struct ColumnFacts: Sendable {
  package enum Kind: String, Sendable { case string, integer, number, boolean, datetime }

  package let name: String
  package let kind: Kind
  package let about: String
  var unit: Unit?
  /// All words that may stand there; empty: any.
  var words: [String] = []
  /// The column of another table in which every value of this one stands.
  var reference: (table: String, column: String)?
}

/// A column: its description, and its cell in each row.
struct Column<Row> {
  var facts: ColumnFacts
  let cell: (Row) -> Table.Cell

  static func text(_ name: String, _ about: String, _ value: @escaping (Row) -> String?) -> Column {
    Column(facts: ColumnFacts(name: name, kind: .string, about: about)) { .text(value($0)) }
  }

  static func integer(
    _ name: String, _ about: String, unit: Unit? = nil, _ value: @escaping (Row) -> Int?
  ) -> Column {
    Column(facts: ColumnFacts(name: name, kind: .integer, about: about, unit: unit)) { .integer(value($0)) }
  }

  static func number(_ name: String, _ about: String, unit: Unit? = nil, _ value: @escaping (Row) -> Figure?) -> Column
  {
    Column(facts: ColumnFacts(name: name, kind: .number, about: about, unit: unit)) { .figure(value($0)) }
  }

  static func flag(_ name: String, _ about: String, _ value: @escaping (Row) -> Bool?) -> Column {
    Column(facts: ColumnFacts(name: name, kind: .boolean, about: about)) { row in
      value(row).map { .flag($0) } ?? .empty
    }
  }

  static func moment(_ name: String, _ about: String, _ value: @escaping (Row) -> Moment?) -> Column {
    Column(facts: ColumnFacts(name: name, kind: .datetime, about: about)) { .text(value($0)?.description) }
  }

  static func word<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ about: String, _ value: @escaping (Row) -> Value?
  ) -> Column {
    let words = Value.allCases.map(\.rawValue)
    return Column(facts: ColumnFacts(name: name, kind: .string, about: about, words: words)) {
      .text(value($0)?.rawValue)
    }
  }

  /// Every value stands in that column of that table.
  func joins(_ table: String, _ column: String) -> Column {
    var joined = self
    joined.facts.reference = (table, column)
    return joined
  }
}

/// A table for spreadsheets and data frames: a header, and a row for each observation.
package struct Table {
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
  }

  /// The file's name without its ending.
  package let name: String
  package let about: String
  /// Columns that name a row together; empty where rows have no name.
  package private(set) var key: [String]
  package private(set) var columns: [ColumnFacts]
  private var lines: (_ write: ([Cell]) -> Void) -> Void
  private var added: [[Cell]] = []

  /// One whose columns need no description.
  package init(_ name: String, _ columns: [String]) {
    self.name = name
    about = ""
    key = []
    self.columns = columns.map { ColumnFacts(name: $0, kind: .string, about: "") }
    lines = { _ in }
  }

  /// Adds a row with a cell for each column.
  package mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row of \(name) has a cell for each column")
    added.append(cells)
  }

  /// A row for each of `rows`, made when the table is written.
  init<Row>(_ name: String, _ about: String, key: [String] = [], _ rows: [Row], _ columns: [Column<Row>]) {
    self.name = name
    self.about = about
    self.key = key
    self.columns = columns.map(\.facts)
    lines = { write in for row in rows { write(columns.map { $0.cell(row) }) } }
  }

  /// The same with a column before the others, in which one value stands in every row; rows that have a name have it too.
  func behind(_ column: ColumnFacts, _ cell: Cell) -> Table {
    var table = self
    table.key = key.isEmpty ? [] : [column.name] + key
    table.columns = [column] + columns
    table.lines = { [lines] write in lines { write([cell] + $0) } }
    return table
  }

  /// The table by RFC 4180: UTF-8, lines end in CR LF, a header always.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with
  /// an apostrophe: to read a text as it was written, take one leading apostrophe away. Numbers stay numbers, `true`
  /// and `false` are flags, nothing is an empty cell.
  package var csv: String {
    var text = columns.map { Self.quoted(Self.harmless($0.name)) }.joined(separator: ",") + "\r\n"
    func write(_ cells: [Cell]) {
      for place in cells.indices {
        if place > 0 { text += "," }
        Self.write(cells[place], to: &text)
      }
      text += "\r\n"
    }
    lines(write)
    for cells in added { write(cells) }
    return text
  }

  private static func write(_ cell: Cell, to line: inout String) {
    switch cell {
    case .empty: return
    case .text(let text): if text.utf8.allSatisfy(isPlain) { line += text } else { line += quoted(harmless(text)) }
    case .integer(let number): line += String(number)
    case .figure(let figure): line += figure.description
    case .flag(let flag): line += flag ? "true" : "false"
    }
  }

  /// What a spreadsheet starts a formula by, wide forms too; blanks before it do not help.
  private static let formulaStarts: Set<Character> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    let isTabbed = text.first.map { "\t\r\n".contains($0) || $0 == "\r\n" } ?? false
    let shown = inert(text)
    let first = shown.first { !$0.isWhitespace }
    let isFormula = first.map { formulaStarts.contains($0) } ?? false
    return isTabbed || isFormula || shown.first == "'" ? "'" + shown : shown
  }

  /// Letters, digits and the like, of which no text can be made that is obeyed.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x3A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/")
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
