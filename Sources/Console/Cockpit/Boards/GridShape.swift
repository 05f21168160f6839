import MethodModel
import SessionEngine

/// What a grid of ballots has rows and columns for, and which line a row comes to.
struct GridShape: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    let title: String
    /// What stands before the ballot in its line: `Aino: `, `2: `, or nothing for a sheet without a name.
    let owner: String
    let hasAnswered: Bool
  }

  struct Word: Sendable, Hashable {
    let word: String
    let wantsReason: Bool
  }

  /// What goes into a cell.
  enum Taking: Sendable, Hashable {
    case ticks, numbers
    case values([String])
    case words([Word])
  }

  /// How a row becomes a line.
  private enum Form: Sendable, Hashable {
    case dots, ticks, values, sums, position, signal
    case ranking(best: Vote.Best)
  }

  /// What stands for everybody who is silent: the first signal.
  let everybody: String?

  let run: RunID
  let rows: [Row]
  let columns: [String]
  /// What goes into the cells; a zone beside axes has a column of its own.
  private let takings: [Taking]
  let wantsReason: Bool
  /// What a row may add up to; nil: no limit.
  let budget: Int?
  private let form: Form

  /// Nil where nothing is marked now.
  init?(_ view: SessionView) {
    guard view.stop == nil, let activity = view.activity, activity.isOpen else { return nil }
    run = activity.run
    var budget: Int?
    let answers = activity.answers
    let marks = answers.enumerated().map { ScreenText.mark(of: $0.element, at: $0.offset) }
    let things = activity.ballot.map { $0.label.isEmpty ? $0.thing.word : $0.label }
    var owners = Self.rows(activity)
    var (taking, everybody): (Taking, String?) = (.ticks, nil)
    var zone: Taking?
    switch activity.kind {
    case .vote where activity.takesSums, .rate where activity.takesSums:
      (form, taking, columns) = (.sums, .numbers, things + ["how many sheets"])
      owners = [Row(title: "The room", owner: "", hasAnswered: activity.answered > 0)]
    case .vote:
      budget = activity.vote?.kind == .ranking ? nil : activity.budget
      (form, taking) =
        switch activity.vote?.kind {
        case .approval: (.ticks, .ticks)
        case .ranking: (.ranking(best: activity.vote?.best ?? .first), .numbers)
        case .dots, nil: (.dots, .numbers)
        }
      columns = things
    case .rate:
      (form, taking) = (.values, .values(marks))
      columns = Self.targets(activity, things)
    case .choose:
      (form, taking, columns) = (.ticks, .ticks, things)
      budget = activity.atMost
    case .signal:
      // The first signal is the yes that needs no words.
      let words = answers.enumerated().map { Word(word: $0.element.id, wantsReason: $0.offset > 0) }
      (form, taking, columns) = (.signal, .words(words), ["signal"])
      everybody = words.first?.word
    case .place:
      form = .position
      columns = activity.axes.map(\.label) + (activity.zones.isEmpty ? [] : ["zone"])
      zone = .words(activity.zones.map { Word(word: $0.thing.word, wantsReason: false) })
      taking = .values(Self.points(of: activity.axes))
      owners = owners.flatMap { Self.rows($0, things) }
    default: return nil
    }
    guard !columns.isEmpty, !owners.isEmpty else { return nil }
    rows = owners
    takings = columns.indices.map { $0 >= activity.axes.count ? zone ?? taking : taking }
    (self.budget, self.everybody) = (budget, everybody)
    wantsReason = activity.reason == .required
  }

  /// Persons by name, groups by number; where ballots may go without a name, one row more for them.
  private static func rows(_ activity: ActivityView) -> [Row] {
    var rows = activity.units.map { unit in
      switch unit.ref {
      case .part(let key) where key == Part.roomKey: Row(title: "The room", owner: "", hasAnswered: unit.hasAnswered)
      case .part(let key):
        Row(title: unit.title, owner: "\(key.split(separator: "/").last ?? ""): ", hasAnswered: unit.hasAnswered)
      // Where names are not shown, nobody is told who has answered.
      default:
        Row(title: unit.title, owner: "\(unit.title): ", hasAnswered: unit.hasAnswered && activity.names == .shown)
      }
    }
    let isMarking = activity.kind == .vote || activity.kind == .rate
    if isMarking, activity.names == .shown, !rows.contains(where: { $0.owner.isEmpty }) {
      rows.append(Row(title: "a sheet without a name", owner: "", hasAnswered: false))
    }
    return rows
  }

  /// The points of two axes, each once, the lowest first.
  private static func points(of axes: [Axis]) -> [String] {
    Set(axes.flatMap { $0.points.map(\.id) }).sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
  }

  /// A row for each thing that somebody places.
  private static func rows(_ owner: Row, _ things: [String]) -> [Row] {
    things.enumerated().map { number, thing in
      Row(
        title: owner.owner.isEmpty ? thing : "\(owner.title), \(thing)", owner: "\(owner.owner)\(number + 1) ",
        hasAnswered: owner.hasAnswered)
    }
  }

  private static func targets(_ activity: ActivityView, _ things: [String]) -> [String] {
    guard !activity.criteria.isEmpty else { return things }
    return things.flatMap { thing in
      activity.criteria.map { things.count > 1 ? "\(thing): \($0.label)" : $0.label }
    }
  }

  /// What goes into the cells of a column.
  func taking(_ column: Int) -> Taking { takings[column] }

  /// What a column is called in a line: its number.
  func name(of column: Int) -> String { columns.count > 1 ? "\(column + 1)" : "" }

  /// The row as it would be typed; nil when two things have one place.
  func line(for row: Int, _ cells: [Int: String]) -> String? {
    let given = cells.sorted { $0.key < $1.key }
    let pairs = given.map { "\($0.key + 1)=\($0.value)" }.joined(separator: " ")
    let owner = rows[row].owner
    switch form {
    case .dots: return owner + pairs
    case .ticks: return owner + given.map { "\($0.key + 1)" }.joined(separator: " ")
    case .ranking(let best):
      guard Set(given.map(\.value)).count == given.count else { return nil }
      // With a name the numbers stay what they are; without one they would read as counts of the room.
      guard owner.isEmpty else { return owner + pairs }
      let order = given.sorted { (Int($0.value) ?? 0) < (Int($1.value) ?? 0) }
      return (best == .first ? order : order.reversed()).map { "\($0.key + 1)" }.joined(separator: " ")
    case .values:
      if columns.count == 1 { return owner + (given.first?.value ?? "") }
      if given.count == columns.count { return owner + given.map(\.value).joined(separator: " ") }
      return owner + pairs
    case .sums:
      let sums = given.filter { $0.key < columns.count - 1 }.map { "\($0.key + 1)=\($0.value)" }
      let count = cells[columns.count - 1].map { " of \($0)" } ?? ""
      return sums.joined(separator: " ") + count
    case .position: return owner + given.map { spoken($0.value, $0.key) }.joined(separator: " ")
    case .signal: return nil
    }
  }

  /// A word that stands in its cell as its number.
  private func spoken(_ text: String, _ column: Int) -> String {
    guard case .words(let words) = takings[column], let number = Int(text), words.indices.contains(number - 1) else {
      return text
    }
    return words[number - 1].word
  }
}
