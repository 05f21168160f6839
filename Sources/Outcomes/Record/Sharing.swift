/// Why something is not in the record.
package enum Withheld: String, Codable, Sendable, Hashable, CaseIterable {
  /// Only its author, or some roles, may see it.
  case `private`
  /// It was to be revealed later, and was not.
  case notRevealed = "not-revealed"
  /// Names are hidden or the marks private, and fewer than five answered.
  case fewerThanFive = "fewer-than-five"
  /// Taken from figures beside it, it would tell of fewer than five.
  case byDifference = "by-difference"
  /// More than one file should hold; the journal has them.
  case tooMany = "too-many"
  /// It stands on paper, and nobody typed it.
  case notEntered = "not-entered"

  /// As a person reads it.
  package var words: String {
    switch self {
    case .private: "private"
    case .notRevealed: "not revealed"
    case .fewerThanFive: "too few to show"
    case .byDifference: "would give away too few"
    case .tooMany: "too many for these files; the journal holds them"
    case .notEntered: "not entered"
    }
  }
}

/// Whose something is, as far as it may be seen.
package struct Attribution: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case person, group, room, facilitator
    /// An answer whose owner was not named when it was entered.
    case sheet
    case notSaid = "not-said"
    case withheld
  }

  package var kind: Kind
  /// The person's or group's id, or the sheet's number.
  @OrNull package var id: String?
  @OrNull package var name: String?

  static let facilitator = Attribution(kind: .facilitator, id: nil, name: nil)
  static let notSaid = Attribution(kind: .notSaid, id: nil, name: nil)
  static let withheld = Attribution(kind: .withheld, id: nil, name: nil)
  static let room = Attribution(kind: .room, id: nil, name: nil)

  /// As a person reads it.
  package var words: String {
    switch kind {
    case .person, .group: name ?? id ?? ""
    case .room: "the room"
    case .facilitator: "the facilitator"
    case .sheet: "sheet \(id ?? "")"
    case .notSaid: "not said"
    case .withheld: "name withheld"
    }
  }
}

/// A person who may be named.
package struct NamedPerson: Codable, Sendable, Hashable {
  package var id: String
  package var name: String
}

/// Something that steps are about: an entry, a value of a list, a group or a person.
package struct ThingRecord: Codable, Sendable, Hashable {
  /// `entry:ideas-3`, `value:indicators/need`, `group:pairs/2`, `person:p4`; entries are listed under that id. `null`
  /// where it may not be seen.
  @OrNull package var id: String?
  /// Its words; `null` where they may not be seen.
  @OrNull package var label: String?

  static let withheld = ThingRecord(id: nil, label: nil)

  /// As a person reads it.
  package var words: String { label ?? "(private)" }
}

/// Where something was done.
package struct PlaceRecord: Codable, Sendable, Hashable {
  /// The step's id in the method.
  package var step: String
  /// With laps, things and ways: `rounds#2/each-objection@o7/hear`.
  package var path: String
  package var title: String
  /// The number of the take in `timing`.
  package var take: Int
  /// Which run of this step it was, from 1.
  package var attempt: Int
}

/// Several entries of one take that were kept back.
package struct WithheldCount: Codable, Sendable, Hashable {
  package var count: Int
  package var take: Int
  package var why: Withheld
}
