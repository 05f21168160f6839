import ArgumentParser
import Console

/// Which screen a session is led on.
struct ScreenChoice: ParsableArguments {
  @Flag(help: "Line by line instead of the full screen; chosen by itself without a terminal and with TERM=dumb.")
  var plain = false

  @Flag(help: "Ring when a time cue is due and when time is up.")
  var bell = false

  @Flag(help: "Say how to show the session to the room in a second window, for a projector.")
  var stage = false

  /// What is said first about the window for the room.
  func stageWords(_ folder: String, _ world: World) -> [Line] {
    stage ? [Line("For the projector, in a second window:  \(world.stageCommand(folder))")] : []
  }

  func isFull(_ terminal: Terminal, _ world: World) -> Bool { !plain && Self.isFull(terminal, world) }

  /// The full screen needs a terminal that is large enough to hold it and understands where to write.
  static func isFull(_ terminal: Terminal, _ world: World) -> Bool {
    guard terminal.isInteractive, let size = terminal.device.size else { return false }
    let kind = world.variable("TERM") ?? "dumb"
    return kind != "dumb" && size.columns >= 40 && size.rows >= 12
  }
}
