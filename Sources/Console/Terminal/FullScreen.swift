/// A terminal whose whole screen is taken: keys in, frames out. It is given back by `restore`, and however else the program
/// ends.
package final class FullScreen {
  /// What `next` brings.
  package enum Input: Sendable, Hashable {
    /// In the order they were pressed.
    case keys([Key])
    /// The window has another size, or the program was called back: all of it is drawn anew.
    case redraw
    /// SIGINT, SIGTERM, SIGHUP or the terminal is gone.
    case stop
    /// Asked to go to the background.
    case suspend
    case timeout
  }

  private let device: TerminalDevice
  private let writing: FrameWriting
  private var decoder = KeyDecoder()
  private var shown: ScreenFrame?
  private var early: [Key] = []
  /// How long half a key is waited for: terminals send a key's bytes together. A paste may come over a slow line.
  private static let patience = (key: 40, paste: 2_000)

  /// Nil where the terminal does not let its screen be taken.
  package init?(_ device: TerminalDevice, inColour: Bool) {
    guard device.takeScreen() else { return nil }
    self.device = device
    writing = FrameWriting(inColour: inColour)
  }

  package var size: ScreenFrame.Size { device.size ?? ScreenFrame.Size(columns: 80, rows: 24) }

  /// Whether something was typed that has not been read.
  package var hasInput: Bool { !early.isEmpty || decoder.isWaiting || device.hasInput }

  /// Waits for keys or a signal, at most so many milliseconds.
  package func next(timeout: Int) -> Input {
    if device.isOutputClosed { return .stop }
    if !early.isEmpty {
      defer { early = [] }
      return .keys(early)
    }
    let patience = decoder.isPasting ? Self.patience.paste : Self.patience.key
    let came = device.wait(milliseconds: decoder.isWaiting ? min(timeout, patience) : timeout)
    if came.signals.contains(.stop) { return .stop }
    if came.signals.contains(.suspend) { return .suspend }
    if came.signals.contains(.goOn) { return takenAgain() }
    // Also when keys came with it: there and back again, the size is as it was, and what is shown is not.
    if came.signals.contains(.resized) { forget() }
    if came.hasInput {
      guard let bytes = device.read() else { return .stop }
      decoder.append(bytes)
    } else if came.signals.contains(.resized) {
      return .redraw
    } else if decoder.isWaiting {
      if let key = decoder.giveUp() { return .keys([key]) }
      return .timeout
    }
    var keys: [Key] = []
    while let key = decoder.next() { keys.append(key) }
    return keys.isEmpty ? .timeout : .keys(keys)
  }

  /// Keys that were read too early: they come again with the next call.
  package func putBack(_ keys: [Key]) { early = keys + early }

  /// Shows a frame; only what is different from the last is written.
  package func draw(_ frame: ScreenFrame) {
    let change = writing.update(from: shown, to: frame)
    if !change.isEmpty { device.write(change) }
    shown = frame
  }

  /// The next frame is drawn whole.
  package func forget() { shown = nil }

  package func ring() { device.write("\u{7}") }

  package func restore() { device.restoreScreen() }

  /// Gives the terminal back and stops; goes on when the program is called to the foreground.
  package func suspend() {
    device.restoreScreen()
    device.stopUntilCalled()
    _ = takenAgain()
  }

  private func takenAgain() -> Input {
    device.restoreScreen()
    _ = device.takeScreen()
    forget()
    return .redraw
  }
}
