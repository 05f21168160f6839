import MethodModel

/// What a used method was given when it was entered: every setting of it that has a value.
package struct GivenSettings: Hashable, Sendable, Codable {
  /// As words, by the settings' names here.
  package var settings: [String: [String]]
  /// The things of list settings: those of an outcome keep their identity.
  package var things: [String: [ThingRef]]
  /// How its steps fit into the time it is given; `nil`: they fit, and may give what each bears.
  package var limits: UseLimits?

  package init(settings: [String: [String]] = [:], things: [String: [ThingRef]] = [:]) {
    self.settings = settings
    self.things = things
  }
}

/// One run of a used method.
package struct RecordedUse: Hashable, Sendable {
  package var place: String
  package var path: InstancePath
  package var given: GivenSettings
  /// Who the circle was, by the number of people that ran it.
  package var people: Int
  package var sequence: Int
  package var enteredWall: WallTime
  /// Under which name it ended; `nil` while it runs.
  package var end: String?
  package var endText: String?
  package var endedWall: WallTime?
}
