import Diagnostics

/// A text in lines of at most `width` cells, broken at blanks and, where there are none, between characters.
///
/// Line breaks in the text stay, other white space is folded. `first` stands before the first line, `rest` before the others.
package func wrapped(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
  var wrapper = Wrapper(width: width, first: first, rest: rest)
  let paragraphs = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
  for (number, paragraph) in paragraphs.enumerated() {
    if number > 0 { wrapper.breakLine() }
    for word in paragraph.split(whereSeparator: \.isWhitespace) { wrapper.put(harmless(String(word))) }
  }
  return wrapper.finished()
}

private struct Wrapper {
  private let width: Int
  private let rest: String
  private var lines: [String] = []
  private var line: String
  private var used: Int
  private var isAtStart = true

  init(width: Int, first: String, rest: String) {
    self.width = max(width, displayWidth(of: first) + 2, displayWidth(of: rest) + 2)
    self.rest = rest
    line = first
    used = displayWidth(of: first)
  }

  mutating func put(_ word: String) {
    let size = displayWidth(of: word)
    let blank = isAtStart ? 0 : 1
    if used + blank + size <= width { return append(word, size, blank) }
    guard size > width - displayWidth(of: rest) || hasWideCharacters(word) else {
      breakLine()
      return append(word, size, 0)
    }
    if blank == 1, used + 3 <= width { append("", 0, 1) } else if blank == 1 { breakLine() }
    for character in word {
      let size = displayWidth(of: character)
      if used + size > width { breakLine() }
      append(String(character), size, 0)
    }
  }

  mutating func breakLine() {
    lines.append(line)
    line = rest
    used = displayWidth(of: rest)
    isAtStart = true
  }

  func finished() -> [String] { (lines + [line]).map { String($0.trimmedAtEnd) } }

  private mutating func append(_ word: String, _ size: Int, _ blank: Int) {
    line += (blank == 1 ? " " : "") + word
    used += size + blank
    isAtStart = false
  }

  /// Scripts without blanks, such as Chinese, may be broken between any two characters.
  private func hasWideCharacters(_ word: String) -> Bool { word.contains { displayWidth(of: $0) == 2 } }
}

extension String {
  /// Without white space at the end.
  var trimmedAtEnd: Substring {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(String(start).trimmedAtEnd)
  }
}

/// `Aino`, `Aino and Bo`, `Aino, Bo and Chen`.
func spokenList(_ words: [String], _ last: String = "and") -> String {
  guard let final = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) \(final)"
}

/// `1 group`, `6 groups`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A sentence of the engine's as a sentence on a screen: with a capital letter and a full stop.
func sentence(_ text: String) -> String {
  let capital = text.prefix(1).uppercased() + text.dropFirst()
  return capital.last.map { ".!?…”".contains($0) } ?? true ? capital : capital + "."
}
