/// A terminal or pipe in the line mode: lines in, lines out, signals as values.
///
/// No thread waits: `next` returns when a line, a signal, the end or the timeout comes, whichever is first. On a
/// terminal the system keeps the line being typed, so what is printed meanwhile never destroys it.
package final class Terminal {
  /// What `next` brings.
  package enum Input: Sendable, Hashable {
    /// A line. `ahead`: on a terminal, typed before `next` was called for it.
    case line(String, ahead: Bool)
    case tooLong(limit: Int)
    /// Nothing more comes, or nobody reads any more what is written.
    case endOfInput
    /// SIGINT, SIGTERM or SIGHUP.
    case interrupted
    /// Nothing came in the given time.
    case timeout
  }

  /// Whether a person types here; only then are there prompts and questions.
  package let isInteractive: Bool
  /// Whether what is written goes to a terminal.
  package let writesToTerminal: Bool
  package let device: TerminalDevice
  private var buffer: LineBuffer
  private var hasEnded = false
  private var isPrompting = false
  /// A line was handed out and nothing has been waited for since: what is there already was typed without its answer.
  private var isFresh = false
  private static let prompt = "> "

  /// Reads from one descriptor and writes to another.
  package init(input: Int32 = 0, output: Int32 = 1, lineLimit: Int = 64 * 1024) {
    device = TerminalDevice(input: input, output: output)
    isInteractive = device.readsFromTerminal && device.writesToTerminal
    buffer = LineBuffer(limit: lineLimit, dropsKeys: isInteractive)
    writesToTerminal = device.writesToTerminal
  }

  /// The reader of what is written has gone; nothing more is written.
  package var isOutputClosed: Bool { device.isOutputClosed }

  /// Cells of a line; 80 where there is no terminal or it does not say.
  package var width: Int { device.size.flatMap { $0.columns < 20 ? nil : min($0.columns, 200) } ?? 80 }

  /// Lines of the screen; `nil` where there is no terminal or it does not say.
  package var height: Int? { device.size.flatMap { $0.rows < 10 ? nil : $0.rows } }

  /// Seconds that local time is ahead of UTC at a moment given in seconds since 1970; `nil` when nobody can tell.
  package static func utcOffset(at seconds: Int64) -> Int? { TerminalDevice.utcOffset(at: seconds) }

  // MARK: Reading

  /// Waits for what comes next, at most so many milliseconds; `nil`: as long as it takes.
  package func next(timeout: Int?) -> Input {
    if isOutputClosed { return .endOfInput }
    // Looked at before the prompt goes out: who answers the prompt at once has not typed ahead of it.
    let isWaiting = isInteractive && isFresh && device.hasInput
    if isInteractive, !isPrompting, !hasEnded {
      device.write(Self.prompt)
      isPrompting = true
    }
    if device.takeSignals().contains(.stop) { return .interrupted }
    if let piece = buffer.next() { return received(piece, ahead: isInteractive) }
    if hasEnded { return .endOfInput }
    isFresh = false
    var rest = timeout
    while true {
      let came = device.wait(milliseconds: rest)
      if came.signals.contains(.stop) { return .interrupted }
      guard came.hasInput else {
        if came.wasCut, rest == nil { continue }
        return .timeout
      }
      fill()
      if let piece = buffer.next() { return received(piece, ahead: isWaiting) }
      if hasEnded { return .endOfInput }
      if rest != nil { rest = 0 }
    }
  }

  private func received(_ piece: LineBuffer.Piece, ahead: Bool) -> Input {
    isPrompting = false
    isFresh = true
    switch piece {
    case .line(let line): return .line(line, ahead: ahead)
    case .tooLong: return .tooLong(limit: buffer.limit)
    }
  }

  private func fill() {
    guard let bytes = device.read() else {
      hasEnded = true
      return buffer.finish()
    }
    buffer.append(bytes)
  }

  // MARK: Writing

  /// Writes lines. Over a prompt they begin on a line of their own; the prompt comes again with the next wait.
  package func write(_ lines: [Line], inColour: Bool = false) {
    var text = isPrompting ? "\n" : ""
    isPrompting = false
    for line in lines { text += line.written(inColour: inColour && writesToTerminal) + "\n" }
    device.write(text)
  }
}
