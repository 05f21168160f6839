/// What people enter in a step. `kind` holds what differs; the rest every activity may say.
package struct Activity: Sendable, Equatable {
  package var kind: Kind
  /// What it is about.
  package var of: SourceRef?
  /// What it starts with.
  package var from: SourceRef?
  package var within: [SourceRef]
  package var except: [SourceRef]
  /// The outcome written; `nil` only for a `fill` of what `of` names.
  package var into: String?
  /// Who may contribute; `nil`: everyone.
  package var by: String?
  /// Who owns one document, mark or verdict; `nil`: by the activity's default.
  package var per: Unit?
  package var visible: Visible?
  package var reveal: Reveal?
  package var names: Names
  package var capture: Capture
  package var enter: Enter
  package var filters: [FieldTest]
  package var fields: [Field]
  /// How what is filled in is laid out.
  package var shape: Shape
  package var mode: Mode?

  /// A canvas is a form shown as a board; the rows of a table are things of their own.
  package enum Shape: String, Sendable, CaseIterable, Codable { case text, form, canvas, table }

  package indirect enum Kind: Sendable, Equatable {
    case collect(Limits, unique: Bool, expect: Expectation?)
    case select(Selection)
    case vote(Vote)
    case rate(Rating)
    case cluster(Limits, expect: Expectation?)
    case connect(Connecting)
    case place(Placing)
    case fill(freeze: String?, limits: Limits)
    case decide(Decide)
    case commit(Limits, expect: Expectation?)
  }

  package enum Names: String, Sendable, CaseIterable, Codable {
    case shown, hidden
    /// Whose it is is stored nowhere; with a code of the sender's own, which links rounds and is never shown.
    case unkept, coded

    package var areStored: Bool { self == .shown || self == .hidden }
  }
  package enum Capture: String, Sendable, CaseIterable, Codable { case any, phone, paper }
  /// How what stands on paper is entered: every sheet, only the sums, some of it, or as a photograph that is kept.
  package enum Enter: String, Sendable, CaseIterable, Codable { case each, sum, selected, photo }

  package init(
    kind: Kind, of: SourceRef? = nil, from: SourceRef? = nil, within: [SourceRef] = [], except: [SourceRef] = [],
    into: String? = nil, by: String? = nil, per: Unit? = nil, visible: Visible? = nil, reveal: Reveal? = nil,
    names: Names = .shown, capture: Capture = .any, enter: Enter = .each, filters: [FieldTest] = [],
    fields: [Field] = [], shape: Shape = .text, mode: Mode? = nil
  ) {
    self.kind = kind
    self.of = of
    self.from = from
    self.within = within
    self.except = except
    self.into = into
    self.by = by
    self.per = per
    self.visible = visible
    self.reveal = reveal
    self.names = names
    self.capture = capture
    self.enter = enter
    self.filters = filters
    self.fields = fields
    self.shape = shape
    self.mode = mode
  }

  /// How many things its author expects, where that is said.
  package var expect: Expectation? {
    switch kind {
    case .collect(_, _, let expect), .cluster(_, let expect), .commit(_, let expect): expect
    case .select(let selection): selection.expect
    default: nil
    }
  }

  /// The outcome its entries belong to: `into`, else the one that `of` names.
  package var target: String { into ?? of?.name ?? "" }
}

/// How many entries a unit may make.
package struct Limits: Sendable, Equatable {
  package var atLeast: Count?
  package var atMost: Count?

  package init(atLeast: Count? = nil, atMost: Count? = nil) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  package static let none = Limits()
}

/// A whole number written down, or read from a setting.
package enum Count: Sendable, Hashable {
  case fixed(Int)
  case setting(Reference)
}

/// A number written down, or read from a setting or a field.
package enum Quantity: Sendable, Hashable {
  case number(Number)
  case reference(Reference)
}

/// Who owns one document, mark or verdict, or gets one piece of material.
package enum Unit: Sendable, Hashable {
  case person, group, room
  case grouping(String)
}

/// The widest audience of what is entered.
package enum Visible: Sendable, Hashable {
  case author, group, room
  case roles([String])
}

/// From when the audience has it.
package enum Reveal: Sendable, Hashable {
  case endOfStep, allAnswered, host
  /// When that later step opens.
  case step(String)
}

/// Choosing some of the things of `from`: by a condition, by rank, or by the unit itself.
/// Which score is the best.
package enum Best: String, Sendable, CaseIterable, Codable { case highest, lowest }

package struct Selection: Sendable, Equatable {
  package var name: String?
  package var limits: Limits
  package var top: Count?
  package var rankedBy: SourceRef?
  package var cost: Cost?
  package var measure: Measure
  /// What each criterion of the ratings weighs.
  package var weights: SourceRef?
  package var best: Best
  package var ties: Ties
  package var condition: Condition?
  /// The outcome that names what was not taken.
  package var rest: String?
  /// How many it is expected to keep, for the plan.
  package var expect: Expectation?
  package var lot: Lot?

  package init(
    name: String? = nil, limits: Limits = .none, top: Count? = nil, rankedBy: SourceRef? = nil, cost: Cost? = nil,
    measure: Measure = .median, weights: SourceRef? = nil, best: Best = .highest, ties: Ties = .ask,
    condition: Condition? = nil,
    rest: String? = nil, expect: Expectation? = nil, lot: Lot? = nil
  ) {
    self.name = name
    self.limits = limits
    self.top = top
    self.rankedBy = rankedBy
    self.cost = cost
    self.measure = measure
    self.weights = weights
    self.best = best
    self.ties = ties
    self.condition = condition
    self.rest = rest
    self.expect = expect
    self.lot = lot
  }

  /// So many are drawn by lot.
  package struct Lot: Sendable, Hashable {
    package enum Size: Sendable, Hashable {
      case count(Count)
      /// Of those offered; what is less than one more is left.
      case share(Number)
    }

    package var size: Size
    /// Fields or roles of people in whose proportions they are drawn.
    package var mix: [String]

    package init(_ size: Size, mix: [String] = []) { (self.size, self.mix) = (size, mix) }

    /// How many a share of so many is.
    package static func part(_ share: Number, of offered: Int) -> Int {
      offered * Int(share.units) / Int(Number.unitsPerOne)
    }
  }

  /// Best first, whatever still fits is taken.
  package struct Cost: Sendable, Hashable {
    /// The field that says what a thing costs.
    package var field: String
    package var budget: Count
    /// A line is drawn at the first that does not fit, and nothing below it is taken.
    package var isStrict: Bool

    package init(field: String, budget: Count, isStrict: Bool = false) {
      (self.field, self.budget, self.isStrict) = (field, budget, isStrict)
    }
  }

  /// Neither a condition nor a rank nor a lot: the unit chooses.
  package var isOwnChoice: Bool { condition == nil && rankedBy == nil && lot == nil }
}

/// What happens where a cut falls between equals.
package enum Ties: String, Sendable, CaseIterable, Codable {
  case ask, all, none, draw, one
  /// The ballot once more over those tied; if they stay tied, somebody is asked.
  case runOff = "run-off"
}

/// A ballot.
package struct Vote: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable, Codable { case dots, approval, ranking }
  package enum Best: String, Sendable, CaseIterable, Codable { case first, last }

  package var kind: Kind
  /// Dots to give, options to approve, or places to fill; `nil`: as many as there are options.
  package var budget: Count?
  package var perItem: Count?
  package var best: Best
  package var neverOwn: Bool
  /// Fields of people, or roles: nobody marks what somebody made with whom they share one.
  package var apart: [String]

  package init(
    kind: Kind = .dots, budget: Count? = nil, perItem: Count? = nil, best: Best = .first, neverOwn: Bool = false,
    apart: [String] = []
  ) {
    self.kind = kind
    self.budget = budget
    self.perItem = perItem
    self.best = best
    self.neverOwn = neverOwn
    self.apart = apart
  }

  /// The number that stands for a place on a ranking, where the first place is the best.
  package func number(ofPlace place: Int, among places: Int) -> Int { best == .first ? place : places + 1 - place }
}

/// A value of a scale for each thing, and for each criterion if there are some.
package struct Rating: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable, Codable { case no, optional, required }

  package var scale: String
  package var criteria: SourceRef?
  package var reason: Reason
  package var neverOwn: Bool
  /// As with a vote.
  package var apart: [String]

  package init(
    scale: String, criteria: SourceRef? = nil, reason: Reason = .no, neverOwn: Bool = false, apart: [String] = []
  ) {
    self.scale = scale
    self.criteria = criteria
    self.reason = reason
    self.neverOwn = neverOwn
    self.apart = apart
  }
}

/// A place on two axes, a zone, or both for each thing.
package struct Placing: Sendable, Hashable {
  package enum Axes: Sendable, Hashable {
    /// Two scales, by name.
    case scales([String])
    /// The first two things of a source, chosen in the room, both on a scale; without one from 1, low, to 10, high.
    case things(SourceRef, scale: String?)
  }

  package var axes: Axes?
  /// The zones one of which is named for each thing.
  package var zones: SourceRef?

  package init(axes: Axes? = nil, zones: SourceRef? = nil) {
    self.axes = axes
    self.zones = zones
  }

  /// Under which a zone is filed, beside the axes.
  package static let zone = "zone"
  package static let corners = ["low-low", "low-high", "high-low", "high-high"]
}

/// Things joined by links.
package struct Connecting: Sendable, Hashable {
  package enum Shape: String, Sendable, CaseIterable, Codable { case graph, tree }

  /// A tree takes no second parent and no circle.
  package var shape: Shape
  /// What a link may say; empty: links say nothing.
  package var words: [String]

  package init(shape: Shape = .graph, words: [String] = []) {
    self.shape = shape
    self.words = words
  }
}

/// A decision by a rule.
package struct Decide: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable, Codable {
    case consent, consensus, majority, share, plurality, score, one
  }
  package enum Silence: String, Sendable, CaseIterable, Codable { case blocks, passes }

  package var rule: Rule
  package var measure: Measure?
  /// What the best has to reach: with a score at least, where the lowest is the best at most.
  package var atLeast: Quantity?
  package var best: Best
  package var among: Among
  /// The least part of the electorate that must have answered.
  package var quorum: Quantity?
  package var ties: Ties
  package var silence: Silence

  package init(
    rule: Rule, measure: Measure? = nil, atLeast: Quantity? = nil, best: Best = .highest, among: Among = .given,
    quorum: Quantity? = nil,
    ties: Ties = .ask, silence: Silence = .blocks
  ) {
    self.rule = rule
    self.measure = measure
    self.atLeast = atLeast
    self.best = best
    self.among = among
    self.quorum = quorum
    self.ties = ties
    self.silence = silence
  }
}

/// What a share is taken of.
package enum Among: String, Sendable, CaseIterable, Codable { case given, present, entitled }
