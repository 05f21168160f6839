/// Every element of the language, in the order of its reference.
///
/// Raw values are positions in the element table; the name as written stands in `text`.
package enum ElementName: UInt8, CaseIterable, Sendable {
  case method, title, purpose, origin, fit, useWhen, avoidWhen
  case settings, setting, ask, value, people, field, roles, role, text, groupings, groups
  case scales, scale, lists, list, materials, item, delivers, outcome
  case agenda, phase, step, `break`, `repeat`, until, exhausted, forEach, parallel, rotate
  case branch, when, otherwise, choice, option, use, give, take, meeting, window
  case checkpoint, question, criteria, pass, rework, stop, back, end
  case say, show, `do`, tip, cue
  case collect, cluster, select, vote, rate, place, fill, connect, decide, commit
  case `where`, test, judge, all, any, none, every, some
  case replace, insert, remove

  /// The name as it stands in a file: `for-each`.
  package var text: String { Self.texts[Int(rawValue)] }

  /// In the order of the cases.
  private static let texts = [
    "method", "title", "purpose", "origin", "fit", "use-when", "avoid-when", "settings", "setting", "ask", "value",
    "people", "field", "roles", "role", "text", "groupings", "groups", "scales", "scale", "lists", "list",
    "materials", "item", "delivers", "outcome", "agenda", "phase", "step", "break", "repeat", "until", "exhausted",
    "for-each", "parallel", "rotate", "branch", "when", "otherwise", "choice", "option", "use", "give", "take",
    "meeting", "window", "checkpoint", "question", "criteria", "pass", "rework", "stop", "back", "end", "say", "show",
    "do", "tip", "cue", "collect", "cluster", "select", "vote", "rate", "place", "fill", "connect", "decide",
    "commit", "where", "test", "judge", "all", "any", "none", "every", "some", "replace",
    "insert", "remove",
  ]

  /// The element of that name, `nil` when the language has none.
  package init?(text: String) {
    guard let found = Self.byText[text] else { return nil }
    self = found
  }

  private static let byText = Dictionary(allCases.map { ($0.text, $0) }) { first, _ in first }

  /// All names, for suggestions.
  package static var allTexts: [String] { texts }
}

/// Every attribute of the language.
package enum AttributeName: UInt8, CaseIterable, Sendable {
  case id, version, language, variantOf
  case people, ideal, minutes, pillar, mode, inRound
  case type, required, `default`, outcome, expect, never, cover
  case filled, from, per, marks, exclusive
  case size, merge, each, split, by, remainder, mix, match, avoid, chosen, yields, formed
  case range, ordered, number, means, count, ref
  case with, clock, optional
  case time, shortest, longest, voice, turn, silent, listens, cut, onOverrun, order, float
  case rounds, itemOf, `as`, `in`, except, atOnce, within, atEnd, rest
  case move, along, through, stay, changeover
  case method, only, setting, into, lasts
  case to, atMost, `for`
  case of, stats, role, at
  case visible, reveal, names, capture, enter
  case atLeast, exactly, unique, top, rankedBy, cost, draw, measure, weights, ties
  case kind, budget, perItem, best, scale, criteria, reason, axes, zones, shape, freeze, links
  case rule, among, quorum, silence
  case field, `is`, change, direction, last, needs, equals, above, below
  case before, after
  case rising, strict, apart

  /// The name as it stands in a file: `at-least`, `xml:lang`.
  package var text: String { Self.texts[Int(rawValue)] }

  /// In the order of the cases.
  private static let texts = [
    "id", "version", "xml:lang", "variant-of", "people", "ideal", "minutes", "pillar", "mode", "in-round", "type",
    "required",
    "default", "outcome", "expect", "never", "cover", "filled", "from", "per", "marks", "exclusive", "size", "merge",
    "each",
    "split", "by", "remainder", "mix", "match", "avoid", "chosen", "yields", "formed", "range", "ordered", "number",
    "means", "count", "ref", "with", "clock", "optional", "time", "shortest", "longest", "voice", "turn", "silent",
    "listens",
    "cut", "on-overrun", "order", "float", "rounds", "item-of", "as", "in", "except", "at-once", "within", "at-end",
    "rest", "move", "along", "through", "stay", "changeover", "method", "only", "setting", "into", "lasts", "to",
    "at-most",
    "for", "of", "stats", "role", "at", "visible", "reveal", "names", "capture", "enter", "at-least", "exactly",
    "unique", "top", "ranked-by", "cost", "draw", "measure", "weights", "ties", "kind", "budget", "per-item", "best",
    "scale",
    "criteria", "reason", "axes", "zones", "shape", "freeze", "links", "rule", "among", "quorum", "silence", "field",
    "is", "change", "direction", "last", "needs", "equals", "above", "below", "before", "after", "rising", "strict",
    "apart",
  ]

  /// The attribute of that name, `nil` when the language has none.
  package init?(text: String) {
    guard let found = Self.byText[text] else { return nil }
    self = found
  }

  private static let byText = Dictionary(allCases.map { ($0.text, $0) }) { first, _ in first }
}

/// A set of elements, as two machine words.
package struct ElementSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init(arrayLiteral elements: ElementName...) { self.init(elements) }

  package init(_ elements: [ElementName]) {
    for element in elements {
      if element.rawValue < 64 { low |= 1 << element.rawValue } else { high |= 1 << (element.rawValue - 64) }
    }
  }

  package func contains(_ element: ElementName) -> Bool {
    element.rawValue < 64 ? low >> element.rawValue & 1 == 1 : high >> (element.rawValue - 64) & 1 == 1
  }

  package func union(_ other: ElementSet) -> ElementSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }

  /// Its members in the order of the language.
  package var members: [ElementName] { ElementName.allCases.filter(contains) }
}

/// A set of attributes, as two machine words.
struct AttributeSet: Sendable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ names: [AttributeName] = []) { for name in names { insert(name) } }

  mutating func insert(_ name: AttributeName) {
    if name.rawValue < 64 { low |= 1 << name.rawValue } else { high |= 1 << (name.rawValue - 64) }
  }

  func contains(_ name: AttributeName) -> Bool {
    name.rawValue < 64 ? low >> name.rawValue & 1 == 1 : high >> (name.rawValue - 64) & 1 == 1
  }

  /// Whether all of its members are in the other one.
  func isSubset(of other: AttributeSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }
}
