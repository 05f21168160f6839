/// What may stand in an attribute of a scenario, or in an element's characters.
enum ScenarioValue: Sendable, Equatable {
  /// Any words.
  case words
  case whole
  /// `90s`, `5m`, `1h30m`.
  case duration
  /// The same, with a minus in front of what is taken away.
  case change
  case oneOf([String])
  /// Somebody who is there or comes.
  case person
  /// People by name, `everyone`, or `others`: those who have not answered yet.
  case people
  /// One person, or a screen that several see.
  case viewer
  /// A flow element of the method.
  case place
  /// Places, or whole paths.
  case places
  /// An outcome or a part of one, a list, a setting, a grouping, a role, `people`.
  case source
  case outcome, role, roles, grouping, groupings, setting, personField
}
