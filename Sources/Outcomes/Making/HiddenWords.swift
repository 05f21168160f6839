/// Words that may not be seen, to be covered where the engine has put them into a title or sentence of the method's.
struct HiddenWords {
  private var texts: Set<String> = []
  /// Longest first, so that a short one does not break up a longer one.
  private var ordered: [String] = []

  static let cover = "(private)"

  mutating func add(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    texts.insert(text)
    // Conditions speak names without hyphens and slashes.
    texts.insert(text.replacing("/", with: " ").replacing("-", with: " "))
  }

  mutating func finish() {
    ordered = texts.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// The text with every whole occurrence of hidden words covered.
  func covered(_ text: String) -> String {
    ordered.reduce(text) { covered, words in
      guard covered.utf8.count >= words.utf8.count else { return covered }
      return Self.cover(words, in: covered)
    }
  }

  private static func cover(_ words: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    for range in text.ranges(of: words) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      guard range.lowerBound >= rest.startIndex, !continues(before), !continues(after) else { continue }
      result += text[rest.startIndex..<range.lowerBound] + cover
      rest = text[range.upperBound...]
    }
    return result + rest
  }

  private static func continues(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }
}
