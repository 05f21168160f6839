import Outcomes

/// Rows for programs and spreadsheets, each column said once: its head in CSV, its member in JSON, and what stands there.
struct Columns<Row> {
  struct Column {
    let head: String
    /// The head in camel case, unless another is given.
    let member: String
    let cell: (Row) -> Table.Cell
    let json: (Row) -> JSONText
  }

  private let columns: [Column]

  init(_ columns: [Column]) { self.columns = columns }

  func csv(_ name: String, _ rows: [Row]) -> String {
    var table = Table(name, columns.map(\.head))
    for row in rows { table.add(columns.map { $0.cell(row) }) }
    return table.csv
  }

  func json(_ row: Row) -> JSONText { .object(columns.map { ($0.member, $0.json(row)) }) }

  /// The same columns for rows that hold such rows, with others before them.
  func behind<Outer>(_ first: [Columns<Outer>.Column], of inner: @escaping (Outer) -> Row) -> Columns<Outer> {
    Columns<Outer>(
      first
        + columns.map { column in
          .init(
            head: column.head, member: column.member, cell: { column.cell(inner($0)) }, json: { column.json(inner($0)) }
          )
        })
  }
}

extension Columns.Column {
  static func cell(_ head: String, member: String? = nil, _ cell: @escaping (Row) -> Table.Cell) -> Self {
    Self(head: head, member: member ?? camelCased(head), cell: cell, json: { cell($0).json })
  }

  static func text(_ head: String, member: String? = nil, _ text: @escaping (Row) -> String?) -> Self {
    cell(head, member: member) { .text(text($0)) }
  }

  static func integer(_ head: String, _ number: @escaping (Row) -> Int?) -> Self { cell(head) { .integer(number($0)) } }

  static func flag(_ head: String, _ flag: @escaping (Row) -> Bool) -> Self { cell(head) { .flag(flag($0)) } }

  /// A list in JSON, joined in one cell of CSV.
  static func texts(_ head: String, _ texts: @escaping (Row) -> [String]) -> Self {
    Self(
      head: head, member: camelCased(head), cell: { .text(texts($0).joined(separator: "; ")) },
      json: { .array(texts($0).map { .string($0) }) })
  }

  private static func camelCased(_ head: String) -> String {
    let words = head.split(separator: "_")
    return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension Table.Cell {
  fileprivate var json: JSONText {
    switch self {
    case .empty: .null
    case .text(let text): .string(text)
    case .integer(let number): .number(number)
    // Written exactly, as a text: JSON's own numbers are read as binary fractions.
    case .figure(let figure): .string(figure.description)
    case .flag(let flag): .bool(flag)
    }
  }
}

extension JSONText {
  static func string(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }
  static func number(_ number: Int?) -> JSONText { number.map { .number($0) } ?? .null }
}
