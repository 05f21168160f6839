/// The full screen before a session: what was asked and answered so far, the question that stands, and the answer.
///
/// ```swift
/// var screen = Questioning(title: "1-2-4-All", size: ScreenFrame.Size(columns: 80, rows: 24))
/// screen.ask([Line("Who is there?")])
/// screen.update(.text("12"))
/// screen.update(.enter)  // .answered("12")
/// ```
package struct Questioning: Sendable {
  /// What became of a key.
  package enum Outcome: Sendable, Hashable {
    case asking, answered(String), left, suspend, redraw
  }

  package var size: ScreenFrame.Size
  private let title: String
  private var said: [Line] = []
  private var question: [Line] = []
  private var editor = LineEditor()

  package init(title: String, size: ScreenFrame.Size) {
    self.title = title
    self.size = size
  }

  /// Something to know before the next question.
  package mutating func tell(_ lines: [Line]) { said += lines }

  package mutating func ask(_ lines: [Line]) { question = lines }

  package mutating func update(_ key: Key) -> Outcome {
    switch key {
    case .control("c"): return .left
    case .control("d") where editor.isEmpty: return .left
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .paste(let text):
      editor.insert(text.split(whereSeparator: \.isNewline).joined(separator: "; "))
      return .asking
    default:
      guard case .submitted(let line) = editor.apply(key) else { return .asking }
      said += question + [Line("> \(line)", .quiet), Line("")]
      question = []
      return .answered(line)
    }
  }

  package func frame() -> ScreenFrame {
    var frame = ScreenFrame(size: size)
    guard size.rows >= 4 else { return frame }
    frame.put([Row(title, .heading), Row(String(repeating: "─", count: size.columns), .rule)], at: 0)
    let asked = question.flatMap(rows)
    let room = max(0, size.rows - 4 - asked.count)
    let before = said.flatMap(rows).suffix(room)
    frame.put(Array(before) + asked, at: 2)
    var row = Row("> ", .label)
    let window = editor.window(cells: max(1, size.columns - 3))
    row.add(window.text)
    frame.put([Row("Enter answers, Ctrl-C leaves without starting anything.", .quiet), row], at: size.rows - 2)
    frame.cursor = ScreenFrame.Place(row: size.rows - 1, column: min(size.columns - 1, 2 + window.cursor))
    return frame
  }

  private func rows(_ line: Line) -> [Row] {
    line.text.isEmpty ? [Row()] : wrapped(line.text, width: size.columns).map { Row($0, Ink(line.style)) }
  }
}
