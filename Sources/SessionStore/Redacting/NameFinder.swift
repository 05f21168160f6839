/// Finds a person's name in texts: as a word, never inside another one, and not where it is a part of somebody else's.
struct NameFinder: Sendable {
  /// The whole name, then its parts that nobody else on the list bears; longest first.
  private let names: [String]
  /// Longer names of others that begin or end with this one: "Aino B" beside "Aino".
  private let others: [String]

  /// `others`: the names of everybody else on the list.
  init(_ wholeNames: [String], others: [String]) {
    let bearers = others.flatMap { Self.words($0).map { $0.lowercased() } }
    let parts = wholeNames.flatMap { name in
      let words = Self.words(name)
      return words.count < 2 ? [] : words.filter { $0.count >= 3 && !bearers.contains($0.lowercased()) }
    }
    names = Set(wholeNames + parts).filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
    self.others = others
  }

  private static func words(_ name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  /// Where the name stands as whole words, in order.
  func places(in text: String) -> [Range<String.Index>] {
    let taken = others.flatMap { Self.places(of: $0, in: text) }
    var found: [Range<String.Index>] = []
    for name in names {
      for place in Self.places(of: name, in: text) where !(found + taken).contains(where: { $0.overlaps(place) }) {
        found.append(place)
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Words that begin with the name and go on, as in other cases of the language: "Ainon", "Ainolle".
  func forms(in text: String) -> [String] {
    let taken = others.map { $0.lowercased() }
    return text.split { !$0.isLetter && !$0.isNumber }.map { String($0) }.filter { word in
      let folded = word.lowercased()
      return !taken.contains(folded)
        && names.contains { $0.count >= 3 && folded.hasPrefix($0.lowercased()) && folded.count > $0.count }
    }
  }

  /// Occurrences of a text between words, without regard to case.
  static func places(of wanted: String, in text: String) -> [Range<String.Index>] {
    let pattern = Array(wanted.lowercased())
    guard !pattern.isEmpty else { return [] }
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isAtWord = start == text.startIndex || !isPartOfWord(text[text.index(before: start)])
      if isAtWord, let end = match(pattern, in: text, at: start), end == text.endIndex || !isPartOfWord(text[end]) {
        found.append(start..<end)
        start = end
      } else {
        start = text.index(after: start)
      }
    }
    return found
  }

  private static func match(_ pattern: [Character], in text: String, at start: String.Index) -> String.Index? {
    var (index, place) = (start, 0)
    while place < pattern.count {
      guard index < text.endIndex else { return nil }
      // One character may be several when it is made small.
      for small in text[index].lowercased() {
        guard place < pattern.count, small == pattern[place] else { return nil }
        place += 1
      }
      index = text.index(after: index)
    }
    return index
  }

  private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension String {
  /// The text with other words in these places, which are in order and apart.
  func replacing(_ places: [Range<Index>], by words: String) -> String {
    var result = ""
    var rest = startIndex
    for place in places {
      result += self[rest..<place.lowerBound] + words
      rest = place.upperBound
    }
    return result + self[rest...]
  }
}
