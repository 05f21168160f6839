import Diagnostics

/// A line in the making: characters and keys in, a line out. It knows nothing of a screen.
///
/// Moves go by what people see as one character. Keys are those of most shells: Home and Ctrl-A, End and Ctrl-E, Ctrl-U
/// and Ctrl-K to cut, Ctrl-W a word, Ctrl-Y to put back, Up and Down for what was entered before.
///
/// ```swift
/// var editor = LineEditor()
/// editor.apply(.text("more breks"))
/// editor.apply(.left)
/// editor.apply(.left)
/// editor.apply(.text("a"))
/// editor.text  // "more breaks"
/// ```
package struct LineEditor: Sendable, Hashable {
  /// What became of a key.
  package enum Outcome: Sendable, Hashable {
    case changed, submitted(String)
    /// Nothing that this line takes.
    case ignored
    /// More than a line holds; nothing was put in.
    case full
  }

  /// The most bytes of one line.
  package static let limit = 64 * 1024
  /// The most lines that are remembered.
  private static let remembered = 500

  package private(set) var before = ""
  package private(set) var after = ""
  private var cut = ""
  private var history: [String] = []
  /// Where in the history one looks; nil: at the line in the making.
  private var place: Int?
  private var draft = ""

  package init() {}

  package var text: String { before + after }
  package var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Cells before the cursor.
  package var column: Int { displayWidth(of: before) }

  /// The part around the cursor that fits into so many cells, and the cell of the cursor in it.
  func window(cells: Int) -> (text: String, cursor: Int) {
    var shown = before[...]
    while displayWidth(of: String(shown)) > cells { shown.removeFirst() }
    let cursor = displayWidth(of: String(shown))
    var text = String(shown)
    var used = cursor
    for character in after {
      used += displayWidth(of: character)
      if used > cells { break }
      text.append(character)
    }
    return (text, cursor)
  }

  /// Another line in its place, with the cursor at its end.
  package mutating func replace(with text: String) { (before, after) = (text, "") }

  /// Puts text in at the cursor.
  @discardableResult
  package mutating func insert(_ text: String) -> Outcome {
    guard before.utf8.count + after.utf8.count + text.utf8.count <= Self.limit else { return .full }
    before += text
    return .changed
  }

  @discardableResult
  package mutating func apply(_ key: Key) -> Outcome {
    switch key {
    case .text(let text), .paste(let text): return insert(text)
    case .enter: return submit()
    case .backspace, .control("h"): return changed(!before.isEmpty) { $0.before.removeLast() }
    case .delete, .control("d"): return changed(!after.isEmpty) { $0.after.removeFirst() }
    case .control("u"): return cutting(\.before)
    case .control("k"): return cutting(\.after)
    case .control("w"): return cutWord()
    case .control("y"): return insert(cut)
    case .up, .control("p"): return recall(-1)
    case .down, .control("n"): return recall(1)
    default: return move(key)
    }
  }

  // MARK: Moving

  private mutating func move(_ key: Key) -> Outcome {
    switch key {
    case .left, .control("b"): return changed(!before.isEmpty) { $0.shiftLeft() }
    case .right, .control("f"): return changed(!after.isEmpty) { $0.before.append($0.after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", before + after)
    case .end, .control("e"): (before, after) = (before + after, "")
    case .wordLeft, .alt("b"):
      let word = wordBefore()
      after = String(word) + after
      before.removeLast(word.count)
    case .wordRight, .alt("f"):
      let blanks = after.prefix { $0.isWhitespace }
      let word = blanks + after.dropFirst(blanks.count).prefix { !$0.isWhitespace }
      before += word
      after.removeFirst(word.count)
    default: return .ignored
    }
    return .changed
  }

  private mutating func shiftLeft() { after = String(before.removeLast()) + after }

  /// The word before the cursor, with the blanks behind it.
  private func wordBefore() -> Substring {
    let blanks = before.reversed().prefix { $0.isWhitespace }.count
    let word = before.dropLast(blanks).reversed().prefix { !$0.isWhitespace }.count
    return before.suffix(blanks + word)
  }

  private mutating func changed(_ isPossible: Bool, _ change: (inout Self) -> Void) -> Outcome {
    if isPossible { change(&self) }
    return .changed
  }

  // MARK: Cutting

  private mutating func cutting(_ side: WritableKeyPath<Self, String>) -> Outcome {
    if !self[keyPath: side].isEmpty { cut = self[keyPath: side] }
    self[keyPath: side] = ""
    return .changed
  }

  private mutating func cutWord() -> Outcome {
    let word = String(wordBefore())
    if !word.isEmpty { cut = word }
    before.removeLast(word.count)
    return .changed
  }

  // MARK: History

  private mutating func submit() -> Outcome {
    let line = text
    (before, after, place, draft) = ("", "", nil, "")
    if !line.allSatisfy(\.isWhitespace), history.last != line {
      history.append(line)
      if history.count > Self.remembered { history.removeFirst() }
    }
    return .submitted(line)
  }

  /// A line entered before, or after the last of them the one in the making.
  private mutating func recall(_ step: Int) -> Outcome {
    let next = (place ?? history.count) + step
    guard (0...history.count).contains(next) else { return .changed }
    if place == nil { draft = text }
    place = next == history.count ? nil : next
    replace(with: place.map { history[$0] } ?? draft)
    return .changed
  }
}
