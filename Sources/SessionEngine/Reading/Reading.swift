package import MethodModel

/// The three results of a condition, in their order: fails < no data < holds.
package enum Trilean: String, Sendable, Hashable, Codable, Comparable, CaseIterable {
  case fails
  case noData = "no-data"
  case holds

  private var rank: Int {
    switch self {
    case .fails: 0
    case .noData: 1
    case .holds: 2
    }
  }

  package static func < (left: Trilean, right: Trilean) -> Bool { left.rank < right.rank }

  package init(_ holds: Bool) { self = holds ? .holds : .fails }

  /// Holds and fails swapped.
  package var swapped: Trilean {
    switch self {
    case .fails: .holds
    case .noData: .noData
    case .holds: .fails
    }
  }
}

/// A condition as it stood at one moment, with the value and the basis of each test in it.
package struct Reading: Sendable, Hashable, Codable {
  /// `test`, `judge`, `all`, `any`, `none`, `every` or `some`.
  package var kind: String
  package var result: Trilean
  /// The author's words for it.
  package var label: String?
  /// What was looked at, as a sentence: "median of need at least 4: 4.5 (9 of 11 answered)".
  package var sentence: String
  package var value: Number?
  package var answered: Int?
  package var electorate: Int?
  /// Why there is no data.
  package var why: String?
  package var children: [Reading]
  /// Why screens do not tell the value; `nil`: they may.
  package var withheld: String?

  package init(
    kind: String, result: Trilean, label: String? = nil, sentence: String, value: Number? = nil, answered: Int? = nil,
    electorate: Int? = nil, why: String? = nil, children: [Reading] = [],
    withheld: String? = nil
  ) {
    self.kind = kind
    self.result = result
    self.label = label
    self.sentence = sentence
    self.value = value
    self.answered = answered
    self.electorate = electorate
    self.why = why
    self.children = children
    self.withheld = withheld
  }

  /// The author's words, else the sentence.
  package var title: String { label ?? sentence }
}
