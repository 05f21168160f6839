import Foundation

/// The program on a terminal of its own, of which somebody reads all that it writes.
enum ScreenProgram {
  /// Lets it run for so many seconds, ends it, and says what it used of a processor in all.
  static func processorSeconds(of path: String, _ arguments: [String], for seconds: Double) throws -> Double {
    var (main, side): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&main, &side, &name, nil, &size) == 0 else { throw Trouble("no pseudo-terminal is to be had") }
    defer { for end in [main, side] { close(end) } }
    for end in [main, side] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = try ChildProcess.start(
      path, arguments, environment: ["TERM": "xterm-256color"], terminal: String(cString: name))
    let deadline = Date(timeIntervalSinceNow: seconds)
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var written = 0
    while deadline > .now {
      var source = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, Int32(max(1, deadline.timeIntervalSinceNow * 1_000))) > 0 else { continue }
      let count = read(main, &room, room.count)
      guard count > 0 else { throw Trouble("the program ended by itself") }
      written += count
    }
    kill(process, SIGKILL)
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    guard written > 1_000 else { throw Trouble("the program took no screen; it wrote \(written) bytes") }
    return usage.ru_utime.seconds + usage.ru_stime.seconds
  }
}
