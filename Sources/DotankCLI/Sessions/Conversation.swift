import Console

/// Where the person is asked what a session needs before it starts: line by line, or on the whole screen.
final class Conversation {
  /// Whether somebody is there to answer.
  let isInteractive: Bool
  private let terminal: Terminal
  /// The screen on which the session goes on afterwards; nil in the line mode.
  let screen: FullScreen?
  private var questioning: Questioning
  private let inColour: Bool

  init(_ terminal: Terminal, _ choice: ScreenChoice, title: String, _ world: World) {
    self.terminal = terminal
    isInteractive = terminal.isInteractive
    inColour = world.usesColour
    screen = choice.isFull(terminal, world) ? FullScreen(terminal.device, inColour: inColour) : nil
    questioning = Questioning(title: title, size: screen?.size ?? ScreenFrame.Size(columns: 80, rows: 24))
  }

  /// Cells of a line.
  var width: Int { min(screen?.size.columns ?? terminal.width, 100) }

  func tell(_ lines: [Line]) {
    if screen == nil { terminal.write(lines, inColour: inColour) } else { questioning.tell(lines) }
  }

  func tell(_ text: String) { tell([Line(text, .quiet)]) }

  /// What is answered to a question; leaving starts nothing.
  func ask(_ question: [Line]) throws(Failure) -> String {
    guard let screen else {
      terminal.write(question, inColour: inColour)
      return try line()
    }
    questioning.ask(question)
    while true {
      questioning.size = screen.size
      screen.draw(questioning.frame())
      if let answer = try answer(screen) { return answer }
    }
  }

  private func answer(_ screen: FullScreen) throws(Failure) -> String? {
    switch screen.next(timeout: 60_000) {
    case .stop: throw Self.nothingStarted
    case .suspend: screen.suspend()
    case .redraw: screen.forget()
    case .timeout: break
    case .keys(let keys):
      for (place, key) in keys.enumerated() {
        switch questioning.update(key) {
        case .asking: continue
        case .left: throw Self.nothingStarted
        case .suspend: screen.suspend()
        case .redraw: screen.forget()
        case .answered(let line):
          // What was typed ahead answers the next question.
          screen.putBack(Array(keys[(place + 1)...]))
          return line
        }
      }
    }
    return nil
  }

  private func line() throws(Failure) -> String {
    while true {
      switch terminal.next(timeout: nil) {
      case .line(let line, _): return line
      case .tooLong: tell("That line was too long.")
      case .endOfInput, .interrupted: throw Self.nothingStarted
      case .timeout: continue
      }
    }
  }

  static let nothingStarted = Failure("nothing was started", code: Exit.usage)
}
