import Diagnostics

/// One line for the terminal: harmless and no wider than the screen it was made for.
package struct Line: Sendable, Hashable {
  /// What a line is, for colour; what it says never depends on it.
  package enum Style: Sendable, Hashable { case plain, heading, say, cue, warning, quiet }

  package let text: String
  package let style: Style

  /// Whatever could move the cursor or turn the direction of writing is shown instead of obeyed.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = harmless(text)
    self.style = style
  }

  /// The line as it is written, with colours only where they are wanted.
  package func written(inColour: Bool) -> String {
    guard inColour, let code = style.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Line.Style {
  /// The terminal's number for it: only attributes and colours that can be read on light and on dark ground.
  fileprivate var code: String? {
    switch self {
    case .plain, .say: nil
    case .heading: "1"
    case .cue: "35"
    case .warning: "31"
    case .quiet: "2"
    }
  }
}

/// Lines in the making, wrapped to a width.
struct Page {
  let width: Int
  private(set) var lines: [Line] = []

  init(width: Int) { self.width = max(20, width) }

  /// A sentence or paragraph of its own.
  mutating func add(_ text: String, _ style: Line.Style = .plain) {
    put(text, first: "", rest: "", style)
  }

  /// A label with its value; what does not fit goes on below, set in.
  mutating func add(_ label: String, _ text: String, _ style: Line.Style = .plain) {
    put(text, first: "\(label): ", rest: "  ", style)
  }

  /// One of several, set in.
  mutating func item(_ text: String, mark: String = "", _ style: Line.Style = .plain) {
    let first = mark.isEmpty ? "  " : "  \(mark)  "
    put(text, first: first, rest: String(repeating: " ", count: displayWidth(of: first)), style)
  }

  /// An empty line, never two.
  mutating func blank() {
    if lines.last?.text.isEmpty != true { lines.append(Line("")) }
  }

  mutating func append(_ other: [Line]) { lines += other }

  private mutating func put(_ text: String, first: String, rest: String, _ style: Line.Style) {
    for piece in wrapped(text, width: width, first: first, rest: rest) { lines.append(Line(piece, style)) }
  }
}
