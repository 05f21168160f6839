internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The terminal or pipe at the edge: lines in, lines out, signals as values. This is the one file of the room that calls
/// the system.
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
  /// The reader of what is written has gone; nothing more is written.
  package private(set) var isOutputClosed = false
  private let input: Int32
  private let output: Int32
  private var buffer: LineBuffer
  private var hasEnded = false
  private var isPrompting = false
  /// A line was handed out and nothing has been waited for since: what is there already was typed without its answer.
  private var isFresh = false
  private static let prompt = "> "

  /// Reads from one descriptor and writes to another, and takes the signals that would end the program.
  package init(input: Int32 = 0, output: Int32 = 1, lineLimit: Int = 64 * 1024) {
    self.input = input
    self.output = output
    isInteractive = isatty(input) == 1 && isatty(output) == 1
    buffer = LineBuffer(limit: lineLimit, dropsKeys: isInteractive)
    writesToTerminal = isatty(output) == 1
    SignalPipe.install()
  }

  /// Cells of a line; 80 where there is no terminal or it does not say.
  package var width: Int {
    var size = winsize()
    // Sound: the system fills the structure that outlives the call.
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return min(Int(size.ws_col), 200)
  }

  /// Lines of the screen; `nil` where there is no terminal or it does not say.
  package var height: Int? {
    var size = winsize()
    // Sound: the system fills the structure that outlives the call.
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row >= 10 else { return nil }
    return Int(size.ws_row)
  }

  /// Seconds that local time is ahead of UTC at a moment given in seconds since 1970; `nil` when nobody can tell.
  package static func utcOffset(at seconds: Int64) -> Int? {
    var moment = time_t(seconds)
    // Sound: both structures outlive the call; the zone's name in it is never followed.
    var local = unsafe tm()
    guard unsafe localtime_r(&moment, &local) != nil else { return nil }
    return unsafe Int(local.tm_gmtoff)
  }

  // MARK: Reading

  /// Waits for what comes next, at most so many milliseconds; `nil`: as long as it takes.
  package func next(timeout: Int?) -> Input {
    if isOutputClosed { return .endOfInput }
    // Looked at before the prompt goes out: who answers the prompt at once has not typed ahead of it.
    let isWaiting = isInteractive && isFresh && wait(milliseconds: 0).input
    if isInteractive, !isPrompting, !hasEnded {
      put(Self.prompt)
      isPrompting = true
    }
    if SignalPipe.take() { return .interrupted }
    if let piece = buffer.next() { return received(piece, ahead: isInteractive) }
    if hasEnded { return .endOfInput }
    isFresh = false
    var rest = timeout
    while true {
      let slice = rest.map { max(0, min($0, 1 << 30)) } ?? -1
      let came = wait(milliseconds: slice)
      if came.signal, SignalPipe.take() { return .interrupted }
      guard came.input else {
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

  /// Whether input or a signal came; `wasCut`: a signal ended the wait early.
  private func wait(milliseconds: Int) -> (input: Bool, signal: Bool, wasCut: Bool) {
    var sources = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    // Sound: the list is lent for the length of the call, with its count.
    let count = unsafe poll(&sources, nfds_t(sources.count), Int32(milliseconds))
    guard count > 0 else { return (false, count < 0, count < 0) }
    return (sources[0].revents != 0, sources[1].revents != 0, false)
  }

  private func fill() {
    var room = [UInt8](repeating: 0, count: 16 * 1024)
    // Sound: the system writes at most as many bytes as the room has, and says how many.
    let count = unsafe read(input, &room, room.count)
    if count > 0 { return buffer.append(room[..<count]) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    hasEnded = true
    buffer.finish()
  }

  // MARK: Writing

  /// Writes lines. Over a prompt they begin on a line of their own; the prompt comes again with the next wait.
  package func write(_ lines: [Line], inColour: Bool = false) {
    var text = isPrompting ? "\n" : ""
    isPrompting = false
    for line in lines { text += line.written(inColour: inColour && writesToTerminal) + "\n" }
    put(text)
  }

  /// A reader that has gone (`dotank run … | head`) is no error: the rest is left unwritten.
  private func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isOutputClosed {
      // Sound: the bytes are lent for the length of the call and only read.
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(output, $0) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var target = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        // Sound: one structure, lent for the length of the call.
        _ = unsafe poll(&target, 1, 1_000)
      } else if errno != EINTR {
        isOutputClosed = true
      }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  // Sound: the caller's buffer outlives the call.
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

/// Signals as bytes in a pipe, so that one `poll` waits for them and for input.
private enum SignalPipe {
  private static let ends: (read: Int32, write: Int32) = {
    var pair: [Int32] = [-1, -1]
    // Sound: the system fills the two numbers of a list that outlives the call.
    guard unsafe pipe(&pair) == 0 else { return (-1, -1) }
    for end in pair {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (pair[0], pair[1])
  }()

  /// What the handler writes to: an atomic, because a handler may touch nothing that takes a lock.
  static let target = Atomic<Int32>(-1)

  static var readEnd: Int32 { ends.read }

  /// From now on SIGINT, SIGTERM and SIGHUP become bytes, and writing to a closed pipe an error.
  static func install() {
    target.store(ends.write, ordering: .sequentiallyConsistent)
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] { _ = signal(number, handler) }
  }

  /// Whether a signal came since the last call.
  static func take() -> Bool {
    var byte: UInt8 = 0
    var came = false
    // Sound: one byte of room for one byte.
    while unsafe read(ends.read, &byte, 1) == 1 { came = true }
    return came
  }

  /// Async-signal-safe: one atomic load and one `write`, with the error number kept.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    // Sound: one byte that outlives the call.
    _ = unsafe write(SignalPipe.target.load(ordering: .relaxed), &byte, 1)
    errno = before
  }
}
