import SessionEngine

extension Cockpit {
  /// What a key comes to.
  mutating func press(_ key: Key, _ ahead: Bool) -> [Effect] {
    if farewell != nil { return [.leave(.ended)] }
    let armed = leavingKey
    leavingKey = nil
    if let effects = pressAnywhere(key, armed) { return effects }
    if overlay != nil, let effects = pressOverlay(key) { return effects }
    return pressLine(key, ahead)
  }

  /// Keys that mean the same wherever one is; nil: no such key.
  private mutating func pressAnywhere(_ key: Key, _ armed: Key?) -> [Effect]? {
    switch key {
    case .control("c"): return leaving(by: key, "Ctrl-C", .interrupted, armed)
    case .control("d") where editor.isEmpty: return leaving(by: key, "Ctrl-D", .endOfInput, armed)
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .function(1): open(.palette(Palette(screen)))
    case .function(2): open(board())
    case .function(3): foldsTips.toggle()
    case .function(4): open(.pages(Pager(said, atEnd: true)))
    default: return nil
    }
    return []
  }

  private mutating func open(_ overlay: Overlay?) {
    guard let overlay else { return replies = [Line("There is no table for this step; type what comes in.")] }
    self.overlay = overlay
  }

  /// Leaving wants the key twice, so that no slip ends a session in front of a room.
  private mutating func leaving(by key: Key, _ name: String, _ message: Message, _ armed: Key?) -> [Effect] {
    guard armed == key else {
      leavingKey = key
      replies = [Line("\(name) once more pauses the session and leaves; everything is kept. Any other key goes on.")]
      return []
    }
    return update(.message(message))
  }

  // MARK: The input line

  private mutating func pressLine(_ key: Key, _ ahead: Bool) -> [Effect] {
    // Nobody mends a line with a slash at its end: a command takes the place of what was refused.
    if isPutBack, case .text(let text) = key, text.hasPrefix("/") { editor.replace(with: "") }
    isPutBack = false
    switch key {
    case .text("?") where editor.isEmpty && screen.question == nil:
      overlay = .palette(Palette(screen))
      return []
    case .paste(let text): return paste(text)
    case .tab:
      complete()
      return []
    case .escape:
      editor.apply(.control("e"))
      editor.apply(.control("u"))
      replies = []
      return []
    case .pageUp, .pageDown:
      overlay = .pages(Pager(wholeStep()))
      return []
    case .enter:
      if case .submitted(let line) = editor.apply(.enter) {
        replies = []
        return enter(line, ahead: ahead)
      }
      return []
    default:
      if editor.apply(key) == .full { return full() }
      return []
    }
  }

  mutating func full() -> [Effect] {
    replies = [Line("A line holds \(LineEditor.limit / 1024) KiB; nothing was added to it.", .warning)]
    return [.bell]
  }

  /// Several lines at once are asked about: as many entries, or none.
  private mutating func paste(_ text: String) -> [Effect] {
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    guard lines.count > 1 else {
      return editor.insert(lines.first ?? "") == .full ? full() : []
    }
    overlay = .paste(Paste(lines: lines))
    return []
  }

  /// The step as the line mode tells it, whole, with what came in.
  func wholeStep() -> [Line] {
    guard let text = screen.screenText() else { return [] }
    return text.announcement(isWhole: true) + (screen.view?.activity == nil ? [] : text.items())
  }

  // MARK: Completion

  /// Fills in what can only go on one way.
  private mutating func complete() {
    let candidates = completions()
    guard let first = candidates.first else { return }
    let shared = candidates.dropFirst().reduce(first.line) { shared, other in
      String(zip(shared, other.line).prefix { $0 == $1 }.map(\.0))
    }
    let line = candidates.count == 1 ? first.line + (first.wantsMore ? " " : "") : shared
    if line.count > editor.text.count { editor.replace(with: line) }
  }

  /// What the line that begins with a slash can become; empty for content.
  func completions() -> [Completion] {
    guard let view = screen.view else { return [] }
    return Completion.candidates(for: editor.text, view: view, method: screen.method)
  }
}
