import MethodModel
import SessionEngine

/// The fields of a form or table, one a row with what stands there: one moves to a field, and what is typed goes into
/// it.
struct FormBoard: Board, Sendable, Hashable {
  struct Row: Sendable, Hashable {
    /// Whose form it is, or which thing; empty where there is one only.
    let title: String
    let field: String
    /// What the author asks for.
    let ask: String
    /// What stands there; nil: nothing, or nothing that may be seen.
    let text: String?
    /// What a line for it begins with: `2: owner: `.
    let prefix: String
    /// What can be chosen by number; empty: anything is typed.
    let values: [String]
  }

  let rows: [Row]
  private let run: RunID
  private(set) var place = 0

  /// Nil where no fields are filled in.
  init?(_ view: SessionView, _ numbers: EntryNumbers, language: String) {
    guard view.stop == nil, let activity = view.activity, activity.isOpen else { return nil }
    run = activity.run
    let making = RowMaking(activity: activity, numbers: numbers, language: language)
    switch activity.kind {
    case .fill: rows = activity.ballot.count > 1 ? making.things() : making.documents()
    case .table: rows = making.table()
    default: return nil
    }
    guard !rows.isEmpty else { return nil }
    place = rows.firstIndex { $0.text == nil } ?? 0
  }

  /// Over what is filled in now: the next empty field is at hand once this one is filled; nil when the step went on.
  func following(_ view: SessionView, _ numbers: EntryNumbers, language: String) -> FormBoard? {
    guard var now = FormBoard(view, numbers, language: language), now.run == run else { return nil }
    let here = rows[place]
    let same = now.rows.firstIndex { $0.prefix == here.prefix } ?? min(place, now.rows.count - 1)
    let isFilled = now.rows[same].text != here.text
    let next = now.rows.indices.first { $0 > same && now.rows[$0].text == nil }
    now.place = isFilled ? next ?? min(same + 1, now.rows.count - 1) : same
    return now
  }

  mutating func press(_ key: Key) -> BoardAct {
    switch key {
    case .up, .backTab: place = max(0, place - 1)
    case .down, .tab: place = min(rows.count - 1, place + 1)
    case .pageUp: place = max(0, place - 10)
    case .pageDown: place = min(rows.count - 1, place + 10)
    case .home: place = 0
    case .end: place = rows.count - 1
    // What stands there is at hand to be mended.
    case .enter: return .begin(rows[place].prefix + (rows[place].values.isEmpty ? rows[place].text ?? "" : ""))
    case .text(let text):
      let row = rows[place]
      if text.hasPrefix("/") { return .begin(text) }
      if let number = Int(text), row.values.indices.contains(number - 1) {
        return .enter([row.prefix + row.values[number - 1]])
      }
      return .begin(row.prefix + text)
    default: break
    }
    return .nothing
  }
}

/// Makes the rows of a form: for each unit, each thing or each row of a table its fields.
private struct RowMaking {
  let activity: ActivityView
  let numbers: EntryNumbers
  let language: String

  /// A document for each unit.
  func documents() -> [FormBoard.Row] {
    let units = activity.units
    return units.flatMap { unit in
      let entry = activity.entries.first { $0.unit == unit.ref } ?? (units.count == 1 ? activity.entries.first : nil)
      return fields(units.count > 1 ? unit.title : "", owner(unit, among: units.count), entry?.fields)
    }
  }

  /// The fields of several things, each called by its number.
  func things() -> [FormBoard.Row] {
    activity.ballot.enumerated().filter { !$0.element.isGone }.flatMap { number, thing in
      let entry = thing.thing.entry.flatMap { id in activity.entries.first { $0.id == id } }
      return fields("\(number + 1)  \(thing.label)", "\(number + 1) ", entry?.fields)
    }
  }

  /// The cells of the rows that are there, and a new row for each unit.
  func table() -> [FormBoard.Row] {
    let cells = activity.entries.flatMap { entry -> [FormBoard.Row] in
      guard let number = numbers.number(of: entry.id) else { return [] }
      return fields("row \(number)", "\(number) ", entry.fields)
    }
    let columns = activity.fields.map(\.id).joined(separator: " | ")
    let units = activity.units
    return cells
      + units.map { unit in
        FormBoard.Row(
          title: units.count > 1 ? unit.title : "", field: "new row", ask: columns, text: nil,
          prefix: owner(unit, among: units.count), values: [])
      }
  }

  private func fields(_ title: String, _ owner: String, _ filled: [String: String]?) -> [FormBoard.Row] {
    activity.fields.map { field in
      let text = filled?[field.id] ?? ""
      return FormBoard.Row(
        title: title, field: field.id, ask: field.ask.raw(in: language), text: text.isEmpty ? nil : text,
        prefix: "\(owner)\(field.id): ", values: field.kind == .person ? [] : field.values.map(\.id))
    }
  }

  /// As the line mode names them: a group by its number, a person by name, the only one not at all.
  private func owner(_ unit: UnitView, among count: Int) -> String {
    switch unit.ref {
    case .part(let key) where key == Part.roomKey || count == 1: ""
    case .part(let key): "\(key.split(separator: "/").last ?? ""): "
    default: "\(unit.title): "
    }
  }
}
