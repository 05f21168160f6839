/// What may stand in an attribute. One attribute has one type, but for the few that `ElementRow` says otherwise of.
package enum AttributeType: Sendable, Equatable {
  // Names made here.
  /// A new name in the space of names: outcomes, groupings, roles, scales, lists, settings, fields of people, `as`.
  case newName
  /// A new name that counts only inside its parent: a value, a field of an entry, an option.
  case localName
  /// A new name in the space of places.
  case newPlace
  /// The id of the method itself.
  case methodID

  // Names made elsewhere.
  case place
  /// An outcome or a part of one, a list, a setting of values, a grouping, a role, `people`, or an `as`.
  case source
  /// Several sources, with white space between.
  case sources
  case grouping, scale, setting, field
  /// Fields of people, or roles.
  case fieldsOrRoles
  /// Two scales, or one source that names the axes.
  case axes

  // People.
  /// One role or grouping.
  case who
  /// One role or grouping, or `author`.
  case contributor
  /// Several roles or groupings.
  case whoSeveral
  /// The same, or `author`.
  case silentOnes
  /// The same, and `everyone` for those who are not named.
  case speakers
  /// Several roles.
  case roles
  /// One role, or `author`.
  case oneRole
  /// One role, `author`, or a decision.
  case decider
  /// `room`, `alone`, a grouping or a role.
  case participation
  /// `person`, `group`, `room` or a grouping.
  case unit

  // Numbers and time.
  /// A whole number, mostly from 1; with `settings`, also `{setting}`.
  case whole(settings: Bool, from: Int = 1)
  /// One whole number, or low, likely and high.
  case expectation
  case range, ranges
  /// A number; with `percent`, also a percentage for a ratio.
  case number(percent: Bool)
  /// A whole number from 1, a percentage, or `{setting}`.
  case lot
  /// A number or percentage, or `{setting}` or `{outcome/field}`.
  case quantity
  case time
  /// Numbers with units, or `{setting}` or `{outcome/field}`.
  case duration
  /// From the start, or with a minus from the end.
  case moment
  case yesNo

  // Words.
  /// One of these.
  case word([String])
  /// Several of these, with white space between.
  case words([String])
  /// One of these, else a place (`reveal`).
  case reveal
  /// One of these, else roles (`visible`).
  case visible
  /// One of these, else a source (`order` of a for-each).
  case order
  /// `last-round`, else a setting that names an earlier session, or another outcome (`change`).
  case change
  /// The type of a field: a word, else a source.
  case fieldType
  /// Words, a range or `own` (`is`).
  case expected
  /// A value, or a name in braces (`for`).
  case operand
  /// A BCP 47 language tag.
  case languageTag
  /// Anything.
  case anything
}

extension AttributeType {
  /// Whether a name in braces may stand in it.
  var takesBraces: Bool {
    switch self {
    case .whole(let settings, _): settings
    case .lot, .quantity, .time, .duration, .moment, .expected, .operand: true
    default: false
    }
  }
}
