import MethodModel
import SessionEngine

extension ContentReader {
  /// A new row, cell by cell: `school | Aino | 2027-03-01`, or by name `owner=Aino; what=school`; `3 owner: Bo` changes
  /// a cell of row 3, `3 owner:` empties it.
  mutating func row(_ line: String) throws(Complaint) -> [CommandBody] {
    if let cell = try cellOfRow(line) { return [cell] }
    let (owner, text) = try splitOwner(line)
    if let cell = try cellOfRow(text) { return [cell] }
    try requireOwner(owner, or: activity.fields.map { _ in "…" }.joined(separator: " | "))
    return [
      .add(
        AddEntry(
          run: activity.run, id: ids.next(), author: owner?.author, part: owner?.part, fields: try cells(of: text)))
    ]
  }

  private func cells(of text: String) throws(Complaint) -> [String: String] {
    let columns = activity.fields
    if !text.contains("|"), let equals = text.firstIndex(of: "="),
      try field(text[..<equals].trimmed, among: columns) != nil
    {
      return try assignments(in: text[...], to: columns)
    }
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    guard cells.count <= columns.count else {
      throw Complaint(
        "A row has \(counted(columns.count, "cell")), \(spokenList(columns.map(\.id))), and this has \(cells.count). "
          + "Nothing was entered.")
    }
    var fields: [String: String] = [:]
    for (column, cell) in zip(columns, cells) where !cell.isEmpty { fields[column.id] = try value(cell, of: column) }
    return fields
  }

  /// `3 owner: Bo`
  private func cellOfRow(_ line: String) throws(Complaint) -> CommandBody? {
    guard let (head, tail) = splitAtColon(line) else { return nil }
    let words = head.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard words.count == 2, let number = Int(words[0]), let field = try field(words[1], among: activity.fields) else {
      return nil
    }
    guard let id = numbers.id(number), let entry = activity.entries.first(where: { $0.id == id }) else {
      throw Complaint("There is no row \(number) here; /items lists them. Nothing was entered.")
    }
    let part: String? = if case .part(let key) = entry.unit { key } else { nil }
    return .fill(
      FillCell(
        run: activity.run, thing: .entry(id), part: part, field: field.id,
        text: tail.isEmpty ? "" : try value(tail, of: field)))
  }
}
