/// How long something takes, how short and long it may become, and what a shortage of time does to it.
package struct Timebox: Sendable, Equatable {
  package enum Cut: String, Sendable, CaseIterable, Codable { case shorten, keep, skip }

  package var time: TimeFormula
  /// `nil`: two thirds of the time.
  package var shortest: Span?
  /// `nil`: no limit.
  package var longest: Span?
  package var cut: Cut

  package init(time: TimeFormula, shortest: Span? = nil, longest: Span? = nil, cut: Cut = .shorten) {
    self.time = time
    self.shortest = shortest
    self.longest = longest
    self.cut = cut
  }
}

/// A length of time written down, in seconds, or read from a setting or field of minutes.
package enum Span: Sendable, Hashable {
  case seconds(Int)
  case reference(Reference)

  /// What it is read from.
  package var reference: Reference? { if case .reference(let reference) = self { reference } else { nil } }
}

/// A moment of a step: so long after its start, or before its end.
package struct CueMoment: Sendable, Hashable {
  package var span: Span
  package var isFromEnd: Bool

  package init(_ span: Span, isFromEnd: Bool = false) {
    self.span = span
    self.isFromEnd = isFromEnd
  }
}

/// Minutes that grow with people, groups and items.
package enum TimeFormula: Sendable, Hashable {
  /// `5m + {turn} per fours, at most 15m`.
  case sum(terms: [Term], atMost: Span?)
  /// `15m 10m 10m`: one per lap, the last repeating.
  case perLap([Int])

  package struct Term: Sendable, Hashable {
    package var span: Span
    package var per: TimeUnit?

    package init(_ span: Span, per: TimeUnit? = nil) {
      self.span = span
      self.per = per
    }
  }
}

/// What a term of a time formula is multiplied by.
package enum TimeUnit: Sendable, Hashable {
  /// The step's participants.
  case person
  /// The groups of the nearest `with`.
  case group
  /// The groups of a named set.
  case grouping(String)
  /// Members of the largest group.
  case member
  /// The things the step is about.
  case item
}
