import MethodModel
import SessionEngine

extension CommandReader {
  private var names: PeopleNames { PeopleNames(people: view.people) }

  /// Commands about people, roles and groups.
  func people(_ command: ConsoleCommand, _ rest: String) throws(Complaint) -> Intent {
    switch command {
    case .late: return try late(rest)
    case .gone:
      guard !rest.isEmpty else { throw usage(.gone, "Say who has left") }
      return together(try several(rest).map { name throws(Complaint) in .leave(try names.required(name).id) })
    case .role where rest.isEmpty: return .display(.roles)
    case .role, .unrole:
      let (role, person) = try roleAndPerson(rest, command)
      return submit(command == .role ? .assign(role: role, person: person) : .unassign(role: role, person: person))
    case .move: return try move(rest)
    default: return submit(.form(set: try groupSet(rest)))
    }
  }

  /// Somebody new, or somebody on the list who was away: `Fatima | school=North`.
  private func late(_ rest: String) throws(Complaint) -> Intent {
    let sides = rest.split(separator: "|", maxSplits: 1).map(\.trimmed)
    let names = several(sides.first ?? "")
    guard !names.isEmpty else { throw usage(.late, "Say who has come") }
    var fields: [String: String] = [:]
    if sides.count == 2 {
      for piece in sides[1].split(separator: ";") {
        let halves = piece.split(separator: "=", maxSplits: 1).map(\.trimmed)
        guard halves.count == 2, method.people.contains(where: { $0.id == halves[0] }) else {
          let known = method.people.map(\.id)
          let which = known.isEmpty ? "nothing else is asked of people here" : "there are \(spokenList(known))"
          throw Complaint("“\(piece.trimmed)” is nothing known of people: \(which). Nothing was done.")
        }
        fields[halves[0]] = halves[1]
      }
    }
    var taken = Set(view.people.map(\.id))
    return together(
      names.map { name in
        let known = person(called: name)
        let id = known?.id ?? newPerson(besides: taken)
        taken.insert(id)
        return .arrive(Person(id: id, name: known?.name ?? name, fields: fields))
      })
  }

  /// Names apart by commas, each once; somebody whose own name has a comma stays whole.
  private func several(_ names: String) -> [String] {
    if person(called: names) != nil { return [names] }
    var seen: Set<String> = []
    return names.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty && seen.insert(Roster.folded($0)).inserted }
  }

  private func person(called name: String) -> PersonView? {
    view.people.first { Roster.folded($0.name) == Roster.folded(name) }
  }

  private func together(_ bodies: [CommandBody]) -> Intent {
    .submit(bodies.map { Submission($0, isOfOneLine: bodies.count > 1) })
  }

  /// The next free id: people stay on the list for good.
  private func newPerson(besides taken: Set<PersonID>) -> PersonID {
    var number = view.people.count + 1
    while taken.contains(PersonID("p\(number)")) { number += 1 }
    return PersonID("p\(number)")
  }

  /// `proposer Aino`: where the role ends and the name begins is tried out.
  private func roleAndPerson(_ rest: String, _ command: ConsoleCommand) throws(Complaint) -> (String, PersonID) {
    guard !view.roles.isEmpty else { throw Complaint("This method has no roles. Nothing was done.") }
    let words = rest.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2 else { throw usage(command, "Say the role and the person") }
    let candidates = view.roles.map { (names: [$0.id, $0.title], value: $0.id) }
    var complaint: Complaint?
    for cut in (1..<words.count).reversed() {
      switch pick(words[..<cut].joined(separator: " "), from: candidates, byNumber: false) {
      case .one(let role): return (role, try names.required(words[cut...].joined(separator: " ")).id)
      case .several(let roles):
        complaint = Complaint("That could be the role \(spokenList(roles, "or")). Nothing was done.")
      case .none: continue
      }
    }
    throw complaint
      ?? Complaint("There is no role “\(words[0])”: there are \(spokenList(view.roles.map(\.id))). Nothing was done.")
  }

  /// `Aino 2`, `Aino pairs/2`, `Aino B to group 2`; `pairs/3 pairs/1` for everybody of a group.
  private func move(_ rest: String) throws(Complaint) -> Intent {
    var words = rest.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard words.count >= 2, let last = words.popLast() else { throw usage(.move, "Say who, and into which group") }
    if words.count == 1, let group = words.first, group.contains("/"),
      !view.people.contains(where: { $0.name == group })
    {
      return submit(.joinGroups(from: group, into: last.contains("/") ? last : "\(group.prefix { $0 != "/" })/\(last)"))
    }
    while let word = words.last?.lowercased(), words.count > 1, ["to", "group", "into"].contains(word) {
      words.removeLast()
    }
    let person = try names.required(words.joined(separator: " "))
    return submit(.move(person: person.id, to: last.contains("/") ? last : "\(try groupSet(""))/\(last)"))
  }

  /// The set of groups that is meant: the one named, else the one at work, else the only one.
  private func groupSet(_ word: String) throws(Complaint) -> String {
    guard word.isEmpty else {
      switch pick(word, from: method.groupings.map { (names: [$0.id] + $0.title.variants.map(\.raw), value: $0.id) }) {
      case .one(let id): return id
      case .several(let ids): throw Complaint("“\(word)” could be \(spokenList(ids, "or")). Nothing was done.")
      case .none:
        let known = method.groupings.map(\.id)
        let which = known.isEmpty ? "this method forms none" : "there are \(spokenList(known))"
        throw Complaint("There are no groups “\(word)”: \(which). Nothing was done.")
      }
    }
    if let key = view.parts.first(where: { $0.key.contains("/") })?.key { return String(key.prefix { $0 != "/" }) }
    if method.groupings.count == 1, let only = method.groupings.first { return only.id }
    throw Complaint("Say which groups: there are \(spokenList(method.groupings.map(\.id))). Nothing was done.")
  }
}
