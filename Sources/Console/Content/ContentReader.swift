import MethodModel
import SessionEngine

/// Reads what is typed as content for the activity that is open.
///
/// `Aino: more breaks` is Aino's, `2: more breaks` the second group's, anything else belongs to the only unit or to
/// nobody in particular. Each kind of activity reads the rest in its own way.
struct ContentReader {
  let view: SessionView
  let activity: ActivityView
  let method: Method
  /// How many unnamed sheets have been entered so far.
  let sheets: SheetCount
  var ids: EntryIDs
  /// What entries were shown with.
  var numbers = EntryNumbers()

  /// The commands that a line stands for.
  ///
  /// Ballots of several people may stand in one line: `Aino: 1 1 3; Bo: 2 2 1`.
  mutating func read(_ line: String) throws(Complaint) -> [CommandBody] {
    guard activity.names.areStored else { return try readWithoutNames(line) }
    let ballots = try ballots(in: line)
    guard ballots.count > 1 else { return try readOne(line) }
    var bodies: [CommandBody] = []
    for ballot in ballots { bodies += try readOne(ballot) }
    return bodies
  }

  /// A line of marks in its ballots; one that is anything else, or in which a part names nobody, stays whole.
  func ballots(in line: String) throws(Complaint) -> [String] {
    guard [.vote, .rate, .signal].contains(activity.kind), line.contains(";") else { return [line] }
    let parts = line.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
    for part in parts {
      guard let (head, _) = splitAtColon(part), try owner(head) != nil else { return [line] }
    }
    return parts
  }

  mutating func readOne(_ line: String) throws(Complaint) -> [CommandBody] {
    activity.isTieOpen && activity.isRunOff ? try choice(line) : try readKind(line)
  }

  private mutating func readKind(_ line: String) throws(Complaint) -> [CommandBody] {
    switch activity.kind {
    case .collect, .commit: try items(line)
    case .choose: try choice(line)
    case .vote: try vote(line)
    case .rate: try rating(line)
    case .signal: try signal(line)
    case .fill: try cell(line)
    case .cluster: try sorting(line)
    case .connect: try linking(line)
    case .place: try placing(line)
    case .table: try row(line)
    case .computed:
      throw Complaint(
        "This is worked out from what came before; nothing is entered here, and nothing was.",
        "/note keeps a remark, /next goes on.")
    }
  }

  var names: PeopleNames { PeopleNames(people: view.people) }

  /// The groups that contribute here, with their numbers; empty when persons or the whole room do.
  var groups: [(number: String, unit: UnitView)] {
    activity.units.compactMap { unit in
      guard case .part(let key) = unit.ref, key != Part.roomKey else { return nil }
      return (String(key.split(separator: "/").last ?? ""), unit)
    }
  }

  /// Whether somebody has to be named: several groups, and nothing says which.
  var needsGroup: Bool { groups.count > 1 }

  var isByPerson: Bool { activity.units.contains { $0.ref.person != nil } }

  // MARK: Whose it is

  /// Whose turn it is: the answer is theirs where a line says nothing else.
  var speaking: UnitRef? {
    activity.units.lazy.map(\.ref).first { $0 == view.turns?.unit }
  }

  /// A line in two: whose it is, and what it says. Without a known owner all of it is content.
  func splitOwner(_ line: String) throws(Complaint) -> (owner: Owner?, text: String) {
    guard let (head, tail) = splitAtColon(line), let owner = try owner(head) else { return (nil, line.trimmed) }
    guard !tail.isEmpty else { throw Complaint("There is nothing after “\(head):”; nothing was entered.") }
    return (owner, tail)
  }

  /// Before and after the first colon; `nil` when nothing or much stands before it.
  func splitAtColon(_ line: String) -> (head: String, tail: String)? {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let head = line[..<colon].trimmed
    guard !head.isEmpty, head.count <= 80 else { return nil }
    return (head, line[line.index(after: colon)...].trimmed)
  }

  /// Who or which group a word names; `nil`: it names nobody.
  func owner(_ word: String) throws(Complaint) -> Owner? {
    if let group = try group(word) { return .group(group) }
    return try names.person(word).map { .person($0) }
  }

  /// `2`, `group 2`, `#2`, `pairs/2`, or a group's title.
  private func group(_ word: String) throws(Complaint) -> UnitView? {
    let groups = groups
    guard !groups.isEmpty else { return nil }
    let wanted = Roster.folded(word)
    if let named = groups.first(where: { Roster.folded($0.unit.title) == wanted || $0.unit.ref == .part(word) }) {
      return named.unit
    }
    guard let number = Self.groupNumber(wanted) else { return nil }
    if let unit = groups.first(where: { $0.number == number })?.unit { return unit }
    throw Complaint("There is no group \(number) here: \(groupRange). Nothing was entered.")
  }

  /// The number in `2`, `#2`, `g2` or `group 2`, also as the shipped methods' languages say it.
  static func groupNumber(_ word: String) -> String? {
    let digits = ["groupe ", "ryhmä ", "group ", "group", "g", "#", ""].lazy.compactMap { prefix -> Substring? in
      word.hasPrefix(prefix) ? word.dropFirst(prefix.count) : nil
    }.first { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    return digits.flatMap { Int($0) }.map { String($0) }
  }

  var groupRange: String {
    let numbers = groups.map(\.number)
    guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else {
      return "there is only group \(numbers.first ?? "1")"
    }
    return "the groups are \(first) to \(last)"
  }

  /// Refuses content that could be anybody's where it has to be somebody's.
  func requireOwner(_ owner: Owner?, or example: String) throws(Complaint) {
    guard owner == nil else { return }
    if needsGroup {
      throw Complaint("Say which group it is, as in “2: \(example)”: \(groupRange). Nothing was entered.")
    }
    let name = view.people.first(where: \.isPresent)?.name ?? "Aino"
    if isByPerson { throw Complaint("Say whose it is, as in “\(name): \(example)”. Nothing was entered.") }
  }
}

/// Whose a contribution is.
enum Owner {
  case person(PeopleNames.Candidate)
  case group(UnitView)

  var author: PersonID? { if case .person(let person) = self { person.id } else { nil } }

  /// The key of a group.
  var part: String? {
    if case .group(let unit) = self, case .part(let key) = unit.ref { key } else { nil }
  }

  /// As whose a mark counts.
  var unit: UnitRef {
    switch self {
    case .person(let person): .person(person.id)
    case .group(let unit): unit.ref
    }
  }
}

/// Makes ids that no other entry of the session has.
struct EntryIDs: Sendable, Hashable {
  private let prefix: String
  private var made = 0

  init(prefix: String) { self.prefix = prefix }

  mutating func next() -> EntryID {
    made += 1
    return EntryID("\(prefix)-\(made)")
  }
}

/// How many unnamed sheets were entered, by activity and by what is marked on them.
struct SheetCount: Hashable, Sendable {
  private var counts: [String: Int] = [:]

  /// The number of the next sheet for a target; `atLeast` are known to be there from before.
  func next(_ run: RunID, _ target: String, atLeast: Int = 0) -> Int {
    max(counts["\(run) \(target)"] ?? 0, counts.isEmpty ? atLeast : 0) + 1
  }

  mutating func take(_ mark: SetMark, in run: RunID) {
    take(mark.unit, [MarkTarget.key(mark.thing, mark.criterion)], in: run)
  }

  mutating func take(_ ballot: HandIn, in run: RunID) {
    take(ballot.unit, ballot.marks.map { MarkTarget.key($0.thing, $0.criterion) }, in: run)
  }

  private mutating func take(_ unit: UnitRef, _ targets: [String], in run: RunID) {
    guard case .sheet(let number) = unit else { return }
    for target in [""] + targets { counts["\(run) \(target)"] = max(counts["\(run) \(target)"] ?? 0, number) }
  }
}
