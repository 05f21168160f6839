import ArgumentParser
import Console

/// Which screen a session is led on.
struct ScreenChoice: ParsableArguments {
  @Flag(help: "Line by line instead of the full screen; chosen by itself without a terminal and with TERM=dumb.")
  var plain = false

  @Flag(help: "Ring when a time cue is due and when time is up.")
  var bell = false

  /// The full screen needs a terminal that is large enough to hold it and understands where to write.
  func isFull(_ terminal: Terminal, _ world: World) -> Bool {
    guard !plain, terminal.isInteractive, let size = terminal.device.size else { return false }
    let kind = world.variable("TERM") ?? "dumb"
    return kind != "dumb" && size.columns >= 40 && size.rows >= 12
  }
}
