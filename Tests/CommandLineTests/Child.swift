import Foundation
import Synchronization
import Testing

/// The program as a child of the tests, with its ends in their hands.
///
/// Started by `posix_spawn` with an empty signal mask and default signals: `Process` passes on the mask of the thread that
/// starts it, and a child that never sees SIGTERM proves nothing.
final class Child {
  enum Mode {
    case pipes
    /// A terminal of so many columns and lines.
    case terminal(columns: UInt16, rows: UInt16 = 24)
  }

  let id: pid_t
  private var input: Int32
  /// -1 once it is closed: its number is then another test's, which must not be closed with it.
  private var output: Int32
  /// None in a terminal, where both go to the same place.
  private let errors: Int32?
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []
  private var searched = 0
  private var openEnds: Set<Int32>
  private var status: Int32?
  /// Seconds before a test gives up; far more than anything takes on a busy machine.
  static let patience = 60.0
  /// One child at a time is started: between the making of a pipe and its mark, another would inherit it, and it would
  /// never end.
  private static let starting = Mutex(())

  init(_ path: String, _ arguments: [String], in mode: Mode, environment: [String: String], folder: String) throws {
    let (ends, id) = try Self.starting.withLock { _ in
      let ends = try ChildEnds(mode)
      defer { ends.closeChildSide() }
      return (ends, try spawn(path, arguments, ends, environment: environment, folder: folder))
    }
    self.id = id
    (input, output, errors) = (ends.input, ends.output, ends.errors)
    openEnds = Set([ends.output] + (ends.errors.map { [$0] } ?? []))
  }

  deinit {
    if status == nil {
      kill(id, SIGKILL)
      var ignored: Int32 = 0
      // Sound: one number that outlives the call.
      while unsafe waitpid(id, &ignored, 0) < 0, errno == EINTR {}
    }
    endInput()
    for end in [output] + (errors.map { [$0] } ?? []) where end >= 0 { close(end) }
  }

  // MARK: Talking

  /// Writes text as if it were typed; in a terminal `\u{3}` is Ctrl-C and `\u{4}` Ctrl-D.
  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !rest.isEmpty {
      try #require(deadline > .now, "the program does not read what it is sent; it wrote: \(written)")
      pump(milliseconds: 0)
      // Sound: the bytes are lent for the length of the call.
      let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(input, $0.baseAddress, min($0.count, 4096)) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno == EAGAIN { pump(milliseconds: 10) } else { return }
    }
  }

  func sendLine(_ line: String) throws { try send(line + "\n") }

  /// No more will be typed; nothing in a terminal, where the two ends are one.
  func endInput() {
    guard input >= 0, input != output else { return }
    close(input)
    input = -1
  }

  func signal(_ number: Int32) { kill(id, number) }

  /// Gives its terminal another size, of which the system tells it by SIGWINCH.
  func resize(columns: UInt16, rows: UInt16) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    // Sound: the system reads a structure that outlives the call.
    try #require(unsafe ioctl(output, UInt(TIOCSWINSZ), &size) == 0)
  }

  /// How its terminal is set: flags of input, output, control and lines.
  func settings() throws -> [tcflag_t] {
    var settings = termios()
    // Sound: the system fills a structure that outlives the call.
    try #require(unsafe tcgetattr(output, &settings) == 0)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  // MARK: Listening

  /// What it wrote to standard output so far.
  var written: String { String(decoding: outputBytes, as: UTF8.self) }

  /// What it wrote after the first so many bytes, once something more has come or so long went by.
  func written(after count: Int, waiting milliseconds: Int32) -> ArraySlice<UInt8> {
    if outputBytes.count == count { pump(milliseconds: milliseconds) }
    return outputBytes[count...]
  }

  /// Whether it can still write something.
  var isTalking: Bool { openEnds.contains(output) }

  /// Reads on until a text has come that was not there when the last call returned.
  @discardableResult
  func read(until text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      if let found = outputBytes[searched...].firstRange(of: wanted) {
        defer { searched = found.upperBound }
        return String(decoding: outputBytes[searched..<found.upperBound], as: UTF8.self)
      }
      try #require(
        deadline > .now && !openEnds.isEmpty, "“\(text)” never came; it wrote: \(written)",
        sourceLocation: sourceLocation)
      pump(milliseconds: 50)
    }
  }

  /// Closes standard output, as a reader does that has seen enough.
  func stopListening() {
    guard output >= 0, output != input else { return }
    openEnds.remove(output)
    close(output)
    output = -1
  }

  /// Reads to the end and waits for the program to end.
  func finish(sourceLocation: SourceLocation = #_sourceLocation) throws -> Finished {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !openEnds.isEmpty {
      try #require(deadline > .now, "the program does not end; it wrote: \(written)", sourceLocation: sourceLocation)
      pump(milliseconds: 50)
    }
    var status: Int32 = 0
    // Sound: one number that outlives the call.
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    self.status = status
    return Finished(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: written,
      errors: String(decoding: errorBytes, as: UTF8.self))
  }

  /// Takes in what has come, waiting at most so long for it.
  private func pump(milliseconds: Int32) {
    var ends = openEnds.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Sound: the list is lent for the length of the call, with its count.
    guard unsafe poll(&ends, nfds_t(ends.count), milliseconds) > 0 else { return }
    for end in ends where end.revents != 0 { take(from: end.fd) }
  }

  private func take(from end: Int32) {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    // Sound: the system writes at most as many bytes as the room has, and says how many.
    let count = unsafe Foundation.read(end, &room, room.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    // A terminal whose program has gone fails to read instead of ending.
    guard count > 0 else {
      openEnds.remove(end)
      return
    }
    if end == errors { errorBytes += room[..<count] } else { outputBytes += room[..<count] }
  }
}
