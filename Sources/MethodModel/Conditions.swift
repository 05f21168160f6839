/// An outcome, or a part of one: `ratings`, `consent/objections`, `gaps/owner`.
package struct SourceRef: Sendable, Hashable, CustomStringConvertible {
  package let name: String
  package let part: String?

  package init(name: String, part: String? = nil) {
    self.name = name
    self.part = part
  }

  /// Splits `name/part`.
  package init(path: some StringProtocol) {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      self.init(name: String(path))
      return
    }
    self.init(name: String(path[..<slash]), part: String(path[path.utf8.index(after: slash)...]))
  }

  package var description: String { part.map { "\(name)/\($0)" } ?? name }
}

/// A figure taken over an outcome.
package enum Measure: String, Sendable, CaseIterable, Codable {
  case count, distinct, answered, share, median, mean, min, max, spread, sum, product, objections, decided

  /// Whether its figures are parts of a whole, told in percent.
  package var isPart: Bool { self == .share || self == .answered }
}

/// Something that holds, fails, or cannot be told yet.
package indirect enum Condition: Sendable, Equatable {
  case test(Test)
  /// A person says yes, no or not yet.
  case judge(by: String, text: LocalizedText)
  case all([Condition])
  case any([Condition])
  case none([Condition])
  case every(Quantifier)
  case some(Quantifier)
}

/// One condition over each thing of a source.
package struct Quantifier: Sendable, Equatable {
  package var itemOf: SourceRef
  package var name: String
  package var within: [SourceRef]
  package var except: [SourceRef]
  package var filters: [FieldTest]
  package var condition: Condition

  package init(
    itemOf: SourceRef, name: String, within: [SourceRef] = [], except: [SourceRef] = [], filters: [FieldTest] = [],
    condition: Condition
  ) {
    self.itemOf = itemOf
    self.name = name
    self.within = within
    self.except = except
    self.filters = filters
    self.condition = condition
  }
}

/// A measure compared with thresholds; all comparisons given must hold.
package struct Test: Sendable, Equatable {
  package enum Comparison: String, Sendable, CaseIterable, Codable {
    case atLeast = "at-least"
    case atMost = "at-most"
    case equals, above, below
  }

  package struct Threshold: Sendable, Equatable {
    package var comparison: Comparison
    package var quantity: Quantity

    package init(_ comparison: Comparison, _ quantity: Quantity) {
      self.comparison = comparison
      self.quantity = quantity
    }
  }

  /// What a figure's change is taken from.
  package enum Change: Sendable, Hashable {
    case lastRound
    /// The outcome of an earlier session, by the setting that names it, or another outcome of this one.
    case earlier(String)
  }

  /// Which way a change counts.
  package enum Direction: String, Sendable, CaseIterable, Codable { case either, up, down }

  /// Which rounds of an outcome are looked at.
  package enum Rounds: Sendable, Hashable {
    /// Of marks the newest in which each thing was put up; of things all.
    case newest
    /// The last so many laps.
    case last(Int)
    /// The one before the newest; of things all but the newest.
    case before
  }

  package var measure: Measure
  package var of: SourceRef
  /// What each criterion of a rating weighs: a number field of theirs, or marks on them.
  package var weights: SourceRef?
  /// One thing or criterion of it.
  package var subject: Operand?
  package var within: [SourceRef]
  package var except: [SourceRef]
  package var among: Among
  /// `nil`: the figure itself, not how far it has moved.
  package var change: Change?
  package var direction: Direction
  /// The change is told as a part of the figure that it is taken from: 0.2 where 10 has become 12.
  package var isRelative: Bool
  package var rounds: Rounds
  /// How many answers a figure takes at least.
  package var needs: Int
  package var thresholds: [Threshold]
  package var filters: [FieldTest]
  package var text: LocalizedText

  package init(
    measure: Measure, of: SourceRef, weights: SourceRef? = nil, subject: Operand? = nil, within: [SourceRef] = [],
    except: [SourceRef] = [], among: Among = .given, change: Change? = nil, direction: Direction = .either,
    isRelative: Bool = false, rounds: Rounds = .newest, needs: Int = 1, thresholds: [Threshold],
    filters: [FieldTest] = [],
    text: LocalizedText = LocalizedText(variants: [])
  ) {
    self.measure = measure
    self.of = of
    self.weights = weights
    self.subject = subject
    self.within = within
    self.except = except
    self.among = among
    self.change = change
    self.direction = direction
    self.isRelative = isRelative
    self.rounds = rounds
    self.needs = needs
    self.thresholds = thresholds
    self.filters = filters
    self.text = text
  }
}

/// A bare word is a value; braces name something.
package enum Operand: Sendable, Hashable {
  case word(String)
  case reference(Reference)
}

/// `where`: a field, a tag or `value`, compared with words, a range, or `own`.
package struct FieldTest: Sendable, Hashable {
  package enum Expected: Sendable, Hashable {
    case words([Operand])
    /// Numbers, of values of a scale what they count; both ends belong to it.
    case range(Number?, Number?)
    case own
  }

  package var field: String
  package var expected: Expected

  package init(field: String, expected: Expected) {
    self.field = field
    self.expected = expected
  }
}
