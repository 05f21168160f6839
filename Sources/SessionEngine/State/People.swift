/// Somebody on the roster. The host is not on it.
package struct Person: Hashable, Sendable, Codable {
  package var id: PersonID
  package var name: String
  /// What is known of the person, by the method's people fields (`school`).
  package var fields: [String: String]
  package var isPresent: Bool

  package init(id: PersonID, name: String, fields: [String: String] = [:], isPresent: Bool = true) {
    self.id = id
    self.name = name
    self.fields = fields
    self.isPresent = isPresent
  }
}

/// The participants, in the order in which they came onto the list.
package struct Roster: Hashable, Sendable {
  package private(set) var people: [Person] = []
  private var places: [PersonID: Int] = [:]

  package init() {}

  package subscript(id: PersonID) -> Person? { places[id].map { people[$0] } }

  /// Adds somebody, or replaces what is known.
  package mutating func put(_ person: Person) {
    if let place = places[person.id] {
      people[place] = person
    } else {
      places[person.id] = people.count
      people.append(person)
    }
  }

  package mutating func setPresent(_ isPresent: Bool, _ id: PersonID) {
    if let place = places[id] { people[place].isPresent = isPresent }
  }

  package var present: [Person] { people.filter(\.isPresent) }

  /// The person with that name, without regard to case and outer blanks.
  package func named(_ name: String) -> Person? {
    let wanted = Self.folded(name)
    return people.first { Self.folded($0.name) == wanted }
  }

  package static func folded(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var folded: [UInt8] = []
    var isApart = false
    for byte in name.utf8 {
      guard byte != 0x20, !(0x09...0x0D).contains(byte) else {
        isApart = !folded.isEmpty
        continue
      }
      if isApart { folded.append(0x20) }
      isApart = false
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

/// Those who act together in a step or circle.
package struct Part: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable { case room, person, group, role }

  package var kind: Kind
  /// `room`, a person's id, `pairs/2`, or a role's id.
  package var key: String
  package var title: String
  package var members: [PersonID]
  /// The circle it belongs to, by the place of each phase with parts around it.
  package var circles: [String: String]
  /// The station it is at, or the thing in hand, by the place of each rotation around it.
  package var at: [String: ThingRef]?

  package init(
    kind: Kind, key: String, title: String, members: [PersonID], circles: [String: String] = [:],
    at: [String: ThingRef]? = nil
  ) {
    self.kind = kind
    self.key = key
    self.title = title
    self.members = members
    self.circles = circles
    self.at = at
  }

  package static let roomKey = "room"

  /// Whether it belongs to the circle with these keys, or one inside it.
  func isWithin(_ circle: [String: String]) -> Bool { circle.allSatisfy { circles[$0.key] == $0.value } }

  /// Takes somebody in, once.
  mutating func add(_ person: PersonID) {
    if !members.contains(person) { members.append(person) }
  }
}

/// A group of a set.
package struct FormedGroup: Hashable, Sendable, Codable {
  /// `pairs/2`.
  package var key: String
  package var members: [PersonID]
  /// The groups it was merged from.
  package var mergedFrom: [String]?
  /// The circle it was formed in, by the place of each phase with parts around it.
  package var circles: [String: String]
  /// The thing it is the group of.
  package var about: ThingRef?

  package init(
    key: String, members: [PersonID], mergedFrom: [String]? = nil, circles: [String: String] = [:],
    about: ThingRef? = nil
  ) {
    self.key = key
    self.members = members
    self.mergedFrom = mergedFrom
    self.circles = circles
    self.about = about
  }

  /// The number after the set's name.
  package var number: String { key.split(separator: "/").last.map { String($0) } ?? key }
}

/// People who were together once, for keeping partners apart later.
package struct Encounter: Hashable, Sendable {
  package var groups: [[PersonID]]
  /// Only this person was new to the others; `nil`: all met.
  package var newcomer: PersonID?

  package init(_ groups: [[PersonID]], newcomer: PersonID? = nil) {
    self.groups = groups
    self.newcomer = newcomer
  }
}
