import SessionEngine

/// The full screen: keys and messages in, effects out, and a frame at any moment. A second view on the same
/// `ScreenModel` as the line mode, without a terminal, clock or session.
///
/// Whatever can be done here comes to a line of the line mode, so both take the same and refuse the same.
///
/// ```swift
/// var cockpit = Cockpit(screen: screen, size: ScreenFrame.Size(columns: 80, rows: 24))
/// var effects = cockpit.update(.message(.opened(view, elapsed: 0)))
/// effects = cockpit.update(.key(.text("Aino: more breaks")))
/// effects = cockpit.update(.key(.enter))  // [.submit([… .add …])]
/// cockpit.frame().text  // what the person sees
/// ```
package struct Cockpit: Sendable {
  var screen: ScreenModel
  /// Cells and rows it is laid out for.
  package internal(set) var size: ScreenFrame.Size
  var editor = LineEditor()
  var overlay: Overlay?
  /// What was said last, above the input.
  var replies: [Line] = []
  /// Everything that was said, oldest first.
  var said: [Line] = []
  /// Lines that are entered one after the other, or many together, when those before them have been taken.
  var waiting: [String] = []
  /// Those that were entered together and are not answered yet.
  var together: [String] = []
  var foldsTips = false
  /// Ctrl-C or Ctrl-D, pressed just now: only the same key once more leaves.
  var leavingKey: Key?
  /// The line that is being entered, for when it is refused.
  var entered: String?
  /// A refused line stands in the input, and no key was pressed since.
  var isPutBack = false
  /// How the session ended, once it has.
  var farewell: [Line]?

  /// What happens to the full screen.
  package enum Event: Sendable {
    /// `ahead`: pressed before what the last line did could be seen.
    case key(Key, ahead: Bool = false)
    case resized(ScreenFrame.Size)
    case message(Message)
    /// The session is over and its record is written; where it lies.
    case closed([Line])
  }

  /// What the shell is asked to do, in this order.
  package enum Effect: Sendable, Hashable {
    /// As `Console.Effect.submit`.
    case submit([Submission])
    case leave(Leave)
    /// The session is over: the record is written, and where it lies comes back as `Event.closed`.
    case close
    /// Gives the terminal back until the program is called to the foreground again.
    case suspend
    /// Nobody knows what the terminal shows: all of it is drawn anew.
    case redraw
    case bell
  }

  /// `saying`: what stands above the input line at first, such as where everything is kept.
  package init(screen: ScreenModel, size: ScreenFrame.Size, saying words: [Line] = []) {
    self.screen = screen
    self.size = size
    replies = words
    said = words
    self.screen.options.height = nil
    resize(size)
  }

  /// What is to stay in sight once the screen is given back: how it ended, or how to go on.
  package var lastWords: [Line] { farewell ?? replies }

  /// As `ScreenModel.wantsNewView`.
  package var wantsNewView: Bool { screen.wantsNewView }

  /// What the screen shows now.
  package func frame() -> ScreenFrame { CockpitLayout(self).frame() }

  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .resized(let size):
      resize(size)
      return []
    case .message(let message): return absorb(message)
    case .closed(let lines):
      farewell = (farewell ?? []) + [Line("")] + lines
      return []
    case .key(let key, let ahead): return press(key, ahead)
    }
  }

  private mutating func resize(_ size: ScreenFrame.Size) {
    self.size = size
    screen.options.width = max(20, min(size.columns, 100))
  }

  // MARK: What the session says

  private mutating func absorb(_ message: Message) -> [Effect] {
    if message.isGoodbye {
      if farewell != nil { return [.leave(.ended)] }
      replies = []
    }
    var effects = absorb(screen.update(message))
    followBoard()
    switch message {
    case .answered(let answered) where answered.rejection == nil:
      (together, entered) = ([], nil)
      effects += enterNext()
    case .answered(let answered): refused(after: answered.accepted.count)
    case .storeFailed: refused(after: 0)
    default: break
    }
    return effects
  }

  /// Takes in what is printed, and hands on what is to be done.
  private mutating func absorb(_ effects: [Console.Effect]) -> [Effect] {
    effects.flatMap { effect -> [Effect] in
      switch effect {
      case .submit(let submissions): return [.submit(submissions)]
      // The last words are read before the screen is given back; any key leaves.
      case .leave(.ended) where farewell != nil: return [.close]
      case .leave(let leave): return [.leave(leave)]
      case .print(let lines, let occasion): return take(lines, occasion)
      }
    }
  }

  private mutating func take(_ lines: [Line], _ occasion: Occasion) -> [Effect] {
    if occasion != .page { remember(lines) }
    switch occasion {
    case .place: if case .ended? = screen.view?.status { farewell = lines }
    case .page: overlay = .pages(Pager(lines))
    case .reply, .refusal: say(lines)
    case .news:
      say(lines)
      if lines.contains(where: { $0.style == .cue }) { return [.bell] }
    }
    return []
  }

  /// Says something above the input; what is too long for that place is a page of its own.
  private mutating func say(_ lines: [Line]) {
    replies += lines.filter { !$0.text.isEmpty }
    guard replies.count > replyRows else { return }
    overlay = .pages(Pager(replies))
    replies = []
  }

  private mutating func remember(_ lines: [Line]) {
    said += lines
    if said.count > 4000 { said.removeFirst(said.count - 3000) }
  }

  /// Rows for replies: a quarter of the screen, at most eight.
  var replyRows: Int { max(2, min(8, size.rows / 4)) }

  // MARK: Lines

  /// Enters a line as if it had been typed in the line mode.
  mutating func enter(_ line: String, ahead: Bool = false) -> [Effect] {
    entered = line
    let effects = screen.update(.line(line, ahead: ahead))
    if effects.contains(where: { if case .print(_, .refusal) = $0 { true } else { false } }) {
      // What could not be taken stands in the line again, to be mended.
      if editor.isEmpty, waiting.isEmpty { putIntoLine(line) }
      putBack()
    }
    return absorb(effects)
  }

  /// Content that the session refused stands in the line again, to be mended; what is left of a paste is asked about.
  private mutating func refused(after taken: Int) {
    if together.count > taken {
      entered = together[taken]
      waiting = together.dropFirst(taken + 1) + waiting
      together = []
    }
    if waiting.isEmpty, editor.isEmpty, let entered, !entered.hasPrefix("/") { putIntoLine(entered) }
    putBack()
  }

  private mutating func putIntoLine(_ line: String) {
    editor.replace(with: line)
    isPutBack = true
  }

  /// The next of several lines, or as many as go together, once those before them were taken.
  mutating func enterNext() -> [Effect] {
    guard !waiting.isEmpty else { return [] }
    let submissions = screen.entries(in: waiting.prefix(Self.mostTogether))
    if submissions.count > 1 {
      together = Array(waiting.prefix(submissions.count))
      waiting.removeFirst(submissions.count)
      replies = []
      return [.submit(submissions)]
    }
    let effects = enter(waiting.removeFirst())
    let waitsForAnswer = effects.contains { if case .submit = $0 { true } else { false } }
    return waitsForAnswer ? effects : effects + enterNext()
  }

  /// So many lines wait for the disk together: the screen answers at least a few times a second.
  private static let mostTogether = 250

  /// Lines of a paste that come after one that was refused: they are asked about once more.
  private mutating func putBack() {
    guard !waiting.isEmpty else { return }
    overlay = .paste(Paste(lines: (entered.map { [Paste.unescaped($0)] } ?? []) + waiting.map(Paste.unescaped)))
    waiting = []
  }
}
