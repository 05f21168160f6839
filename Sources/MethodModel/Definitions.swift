/// Something asked for before the session starts.
package struct Setting: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, Codable { case text, number, minutes, date, choice, list, earlier }

  package var id: String
  package var kind: Kind
  package var required: Bool
  package var defaultValue: String?
  package var ask: LocalizedText
  /// The choices, for kind `choice`; the proposed values, for kind `list`.
  package var values: [NamedValue]
  /// How many values a list is expected to have, for the plan.
  package var expect: Expectation?
  /// The outcome that is read of an earlier session, for kind `earlier`.
  package var outcome: String?

  package init(
    id: String, kind: Kind, required: Bool = false, defaultValue: String? = nil, ask: LocalizedText,
    values: [NamedValue] = [], expect: Expectation? = nil, outcome: String? = nil
  ) {
    self.outcome = outcome
    self.id = id
    self.kind = kind
    self.required = required
    self.defaultValue = defaultValue
    self.ask = ask
    self.values = values
    self.expect = expect
  }
}

/// A named, possibly numbered word: a choice, a list item, a point of a scale.
package struct NamedValue: Sendable, Hashable {
  /// What the word stands for under consensus.
  package enum Meaning: String, Sendable, CaseIterable, Codable { case agree, aside, block }

  package var id: String
  package var number: Number?
  package var means: Meaning?
  package var text: LocalizedText
  /// Prompts that help to think about it, such as the questions that stand behind a criterion.
  package var asks: [LocalizedText]

  package init(
    id: String, number: Number? = nil, means: Meaning? = nil, text: LocalizedText = LocalizedText(variants: []),
    asks: [LocalizedText] = []
  ) {
    self.asks = asks
    self.id = id
    self.number = number
    self.means = means
    self.text = text
  }
}

/// One column of what people write, or of what is known of a person.
package struct Field: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case text, number, minutes, date, person, choice, file
    /// One of the things a source holds.
    case source(SourceRef)
  }

  package var id: String
  package var kind: Kind
  package var required: Bool
  /// `never="own"`: the unit's own things cannot be named.
  package var neverOwn: Bool
  /// `cover="each-value"`: somebody should choose each of its values at least once.
  package var coversEachValue: Bool
  /// Between which numbers one may be, for fields of numbers.
  package var range: CountRange?
  /// What counts in plans and limits while nothing is entered.
  package var defaultValue: String?
  package var ask: LocalizedText
  package var values: [NamedValue]

  package init(
    id: String, kind: Kind = .text, required: Bool = false, neverOwn: Bool = false, coversEachValue: Bool = false,
    range: CountRange? = nil, defaultValue: String? = nil, ask: LocalizedText = LocalizedText(variants: []),
    values: [NamedValue] = []
  ) {
    self.id = id
    self.kind = kind
    self.required = required
    self.neverOwn = neverOwn
    self.coversEachValue = coversEachValue
    self.range = range
    self.defaultValue = defaultValue
    self.ask = ask
    self.values = values
  }
}

/// A part somebody plays. `facilitator` is built in: the host, who is not a participant.
package struct Role: Sendable, Equatable {
  package enum Filled: String, Sendable, CaseIterable, Codable { case named, volunteer, drawn, selected, rest }
  /// How often it is filled: once, in each group at work, or anew at each step that names it.
  package enum Per: String, Sendable, CaseIterable, Codable { case room, group, step }

  package var id: String
  /// How many hold it; with `per` a group, in each of them.
  package var people: CountRange
  package var filled: Filled
  /// The people it goes to, for `filled` by a selection.
  package var from: SourceRef?
  /// Whose holders the rest leaves out; empty: those of all other roles.
  package var except: [String]
  package var per: Per
  /// `false`: its holders may not vote, rate or decide with the others.
  package var marks: Bool
  /// Nobody who holds it may hold another role.
  package var exclusive: Bool
  package var title: LocalizedText
  package var texts: [LocalizedText]

  package init(
    id: String, people: CountRange = CountRange(1, 1), filled: Filled = .named, from: SourceRef? = nil,
    except: [String] = [], per: Per = .room, marks: Bool = true,
    exclusive: Bool = false, title: LocalizedText = LocalizedText(variants: []), texts: [LocalizedText] = []
  ) {
    self.id = id
    self.people = people
    self.filled = filled
    self.from = from
    self.except = except
    self.per = per
    self.marks = marks
    self.exclusive = exclusive
    self.title = title
    self.texts = texts
  }

  /// Whether having another role keeps somebody out of it.
  package func leavesOut(holdersOf other: Role) -> Bool {
    guard filled == .rest, other.filled != .rest else { return false }
    return except.isEmpty || except.contains(other.id)
  }

  package static let facilitator = "facilitator"
  /// In `by` and `role`: whoever made the thing in hand, such as the convener of a talk.
  package static let author = "author"
}

/// How people are put into groups.
package struct Grouping: Sendable, Equatable {
  package enum Remainder: String, Sendable, CaseIterable, Codable { case join, smaller, observe }
  package enum Formed: String, Sendable, CaseIterable, Codable { case once, eachTime = "each-time" }
  /// How people come into them.
  package enum Chosen: String, Sendable, CaseIterable, Codable {
    case draw
    /// They sign up, and may move on while it lasts.
    case own = "self"
    /// To the thing they made themselves.
    case author
  }

  /// What gives way where there are more things than people for groups of that size.
  package enum Yields: String, Sendable, CaseIterable, Codable { case items, size }

  /// Where the groups come from.
  package enum Basis: Sendable, Equatable {
    /// Cut by size; `nil` with `match`: a group per value.
    case size(CountRange?)
    /// So many whole groups of another set joined.
    case merge(of: String, each: Int)
    /// Each group of another set cut by size.
    case split(of: String, size: CountRange)
    /// A group for each thing of a source; with a size, only for as many things as there are people for.
    case things(of: SourceRef, size: CountRange?)
  }

  package var id: String
  package var basis: Basis
  package var ideal: Int?
  package var remainder: Remainder
  /// Fields or roles spread evenly over the groups.
  package var mix: [String]
  /// Fields or roles that are alike within each group.
  package var match: [String]
  /// Partners of earlier groups are avoided.
  package var avoidsEarlier: Bool
  package var formed: Formed
  package var chosen: Chosen
  /// With `per`: the last things get no group, or groups become smaller than their size.
  package var yields: Yields
  /// The role or grouping whose people form them; `nil`: everybody.
  package var by: String?
  package var title: LocalizedText

  /// For how many of some things there are people: where things yield, groups keep the least of their size.
  package func thingsWithGroups(of things: Int, people: Int) -> Int {
    guard case .things(_, let size) = basis else { return things }
    return Self.thingsWithGroups(of: things, people: people, least: yields == .size ? 1 : size?.lower ?? 1)
  }

  /// The same for groups of at least so many.
  package static func thingsWithGroups(of things: Int, people: Int, least: Int) -> Int {
    min(things, max(1, people / max(1, least)))
  }

  package init(
    id: String, basis: Basis, ideal: Int? = nil, remainder: Remainder = .join, mix: [String] = [],
    match: [String] = [], avoidsEarlier: Bool = false, formed: Formed = .once, chosen: Chosen = .draw,
    yields: Yields = .items, by: String? = nil, title: LocalizedText = LocalizedText(variants: [])
  ) {
    self.id = id
    self.basis = basis
    self.ideal = ideal
    self.remainder = remainder
    self.mix = mix
    self.match = match
    self.avoidsEarlier = avoidsEarlier
    self.formed = formed
    self.chosen = chosen
    self.yields = yields
    self.by = by
    self.title = title
  }
}

/// The answers a rating can give: whole numbers of a range, or named values, lowest first.
package struct Scale: Sendable, Equatable {
  package var id: String
  /// `false`: values have no order, and only counts and shares can be taken.
  package var ordered: Bool
  package var title: LocalizedText
  package var points: [NamedValue]

  package init(
    id: String, ordered: Bool = true, title: LocalizedText = LocalizedText(variants: []), points: [NamedValue]
  ) {
    self.id = id
    self.ordered = ordered
    self.title = title
    self.points = points
  }

  package func point(_ id: String) -> NamedValue? { points.first { $0.id == id } }

  /// What a value counts: its `number`, else its position from 1.
  package func number(of id: String) -> Number? {
    guard let index = points.firstIndex(where: { $0.id == id }) else { return nil }
    return points[index].number ?? Number(index + 1)
  }

  /// What its values count, lowest first.
  package var numbers: [Number] { points.compactMap { number(of: $0.id) }.sorted() }
}

/// A fixed list of values that the method brings along, such as indicators.
package struct ValueList: Sendable, Equatable {
  package var id: String
  package var title: LocalizedText
  package var values: [NamedValue]

  package init(id: String, title: LocalizedText = LocalizedText(variants: []), values: [NamedValue]) {
    self.id = id
    self.title = title
    self.values = values
  }
}

/// A number the author expects, once or as low, likely and high.
package struct Expectation: Sendable, Hashable {
  package var low: Int
  package var likely: Int
  package var high: Int

  package init(low: Int, likely: Int, high: Int) {
    self.low = low
    self.likely = likely
    self.high = high
  }
}
