/// Somebody is here: new on the roster, or back.
package struct PersonArrived: EventContent {
  package static let type = "personArrived"
  package var person: Person
  package var asBody: EventBody { .personArrived(self) }
}

/// Somebody left the room.
package struct PersonLeft: EventContent {
  package static let type = "personLeft"
  package var id: PersonID
  package var asBody: EventBody { .personLeft(self) }
}

/// Groups of a set were formed; replaces an earlier forming in the same circles.
package struct GroupsFormed: EventContent {
  package static let type = "groupsFormed"
  package var set: String
  package var groups: [FormedGroup]
  /// What was done with those left over, in words, when the plain rule could not be kept.
  package var remark: String?
  /// How many pairs had been together before, where the method minds.
  package var repeats: Int?
  /// The circles in which they were formed; `nil`: all that there are.
  package var circles: [[String: String]]?
  /// They stand beside those that there are, instead of replacing them.
  package var adds: Bool?
  package var asBody: EventBody { .groupsFormed(self) }
}

/// Somebody has a place in a group.
package struct MemberMoved: EventContent {
  package static let type = "memberMoved"
  package var set: String
  package var person: PersonID
  package var to: String
  /// The circle of a group that is new by this.
  package var circles: [String: String]?
  package var asBody: EventBody { .memberMoved(self) }
}

/// A part of an open take that is new, or has others in it, after somebody came or went elsewhere.
package struct PartJoined: EventContent {
  package static let type = "partJoined"
  package var take: Int
  package var part: Part
  /// What lies before it in the open activity, where nothing was put up to such a part.
  package var ballot: [ThingRef]?
  package var asBody: EventBody { .partJoined(self) }
}

/// Somebody holds a role.
package struct RoleFilled: EventContent {
  package static let type = "roleFilled"
  package var role: String
  package var person: PersonID
  package var drawn: Bool
  /// A selection gave it; `nil`: somebody did, or the draw.
  package var bySelection: Bool?
  package var asBody: EventBody { .roleFilled(self) }
}

/// Somebody no longer holds a role.
package struct RoleLeft: EventContent {
  package static let type = "roleLeft"
  package var role: String
  package var person: PersonID
  /// The selection that gave it no longer holds the person.
  package var bySelection: Bool?
  package var asBody: EventBody { .roleLeft(self) }
}
