/// What things are called together whose titles name another subject each: `Third gate: does “…” start?`.
package struct SharedTitle: Sendable {
  private var first = ""
  private var before: [Character]?
  private var after: [Character] = []

  package init() {}

  package init(_ titles: [String]) { for title in titles { add(title) } }

  /// Takes in one more title.
  package mutating func add(_ title: String) {
    let letters = Array(title)
    guard let known = before else {
      (first, before, after) = (title, letters, letters)
      return
    }
    before = Array(zip(known, letters).prefix { $0 == $1 }.map(\.0))
    after = Array(zip(after.reversed(), letters.reversed()).prefix { $0 == $1 }.map(\.0).reversed())
  }

  /// The title where there is one; else what they share, with `…` where they differ; the first where they share little.
  package var words: String { shared ?? first }

  /// The same; nothing where they share little.
  package var shared: String? {
    guard let before else { return nil }
    guard before.count < first.count else { return first }
    let head = String(Self.wholeWords(before[...]))
    let tail = String(Self.wholeWords(after.reversed()[...]).reversed())
    return head.count + tail.count < min(12, first.count / 3) ? nil : "\(head)…\(tail)"
  }

  /// Without a word that is cut off at its end.
  private static func wholeWords(_ letters: ArraySlice<Character>) -> ArraySlice<Character> {
    var kept = letters
    while let last = kept.last, last.isLetter || last.isNumber { kept.removeLast() }
    return kept
  }
}
