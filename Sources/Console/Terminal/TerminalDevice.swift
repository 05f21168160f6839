internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The descriptors of a terminal or pipe: bytes in and out, its size, its modes, and signals as values. This is the one
/// file of the room that calls the system.
package final class TerminalDevice {
  /// What a wait brought.
  struct Arrival {
    var hasInput = false
    var signals: [Signal] = []
    /// A signal that nobody asked for ended the wait early.
    var wasCut = false
  }

  /// What the system tells a program.
  enum Signal: Sendable, Hashable {
    /// SIGINT, SIGTERM or SIGHUP.
    case stop
    /// The window has another size.
    case resized
    /// Asked to go to the background (SIGTSTP), and called back from there.
    case suspend, goOn
  }

  private let input: Int32
  private let output: Int32
  /// The reader of what is written has gone; nothing more is written.
  package private(set) var isOutputClosed = false

  /// Takes the signals that would end the program.
  package init(input: Int32 = 0, output: Int32 = 1) {
    self.input = input
    self.output = output
    SignalPipe.install([SIGINT, SIGTERM, SIGHUP])
  }

  var readsFromTerminal: Bool { isatty(input) == 1 }
  var writesToTerminal: Bool { isatty(output) == 1 }

  /// Cells of a line and lines; nil where there is no terminal or it does not say.
  package var size: ScreenFrame.Size? {
    var size = winsize()
    // Sound: the system fills the structure that outlives the call.
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return ScreenFrame.Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Seconds that local time is ahead of UTC at a moment given in seconds since 1970; `nil` when nobody can tell.
  static func utcOffset(at seconds: Int64) -> Int? {
    var moment = time_t(seconds)
    // Sound: both structures outlive the call; the zone's name in it is never followed.
    var local = unsafe tm()
    guard unsafe localtime_r(&moment, &local) != nil else { return nil }
    return unsafe Int(local.tm_gmtoff)
  }

  // MARK: Waiting and reading

  /// Waits for input or a signal, at most so many milliseconds; nil: as long as it takes.
  func wait(milliseconds: Int?) -> Arrival {
    var sources = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = milliseconds.map { Int32(max(0, min($0, 1 << 30))) } ?? -1
    // Sound: the list is lent for the length of the call, with its count.
    let count = unsafe poll(&sources, nfds_t(sources.count), timeout)
    let signals = SignalPipe.take().compactMap(Self.named)
    guard count > 0 else { return Arrival(signals: signals, wasCut: count < 0 && signals.isEmpty) }
    return Arrival(hasInput: sources[0].revents != 0, signals: signals)
  }

  /// Whether something is there to read, without waiting and without touching signals.
  var hasInput: Bool {
    var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    // Sound: one structure, lent for the length of the call.
    return unsafe poll(&source, 1, 0) > 0 && source.revents != 0
  }

  /// Signals that came since the last call.
  func takeSignals() -> [Signal] { SignalPipe.take().compactMap(Self.named) }

  private static func named(_ number: Int32) -> Signal? {
    switch number {
    case SIGINT, SIGTERM, SIGHUP: .stop
    case SIGWINCH: .resized
    case SIGTSTP: .suspend
    case SIGCONT: .goOn
    default: nil
    }
  }

  /// What is there to read; nil: the end. Empty: nothing just now.
  func read() -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: 16 * 1024)
    // Sound: the system writes at most as many bytes as the room has, and says how many.
    let count = unsafe systemRead(input, &room, room.count)
    if count > 0 { return Array(room[..<count]) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  // MARK: Writing

  /// A reader that has gone (`dotank run … | head`) is no error: the rest is left unwritten.
  func write(_ text: String) {
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

  // MARK: The whole screen

  /// Takes the whole screen, each key at once and unseen; `restore` gives back what there was, and so does every way out,
  /// crashes included. False where the terminal does not let itself be set.
  func takeScreen() -> Bool {
    guard ScreenKeeping.begin(input: input, output: output) else { return false }
    SignalPipe.install([SIGWINCH, SIGTSTP, SIGCONT])
    return true
  }

  func restoreScreen() { ScreenKeeping.end() }

  /// Stops the program, as Ctrl-Z does in a shell; comes back when it is called to the foreground again.
  func stopUntilCalled() {
    _ = signal(SIGTSTP, SIG_DFL)
    // To the process: the thread that runs this may have the signal blocked. It is stopped while it waits here.
    _ = kill(getpid(), SIGTSTP)
    _ = poll(nil, 0, 200)
    SignalPipe.install([SIGTSTP])
    _ = SignalPipe.take()
  }
}

private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int {
  // Sound: the caller's room outlives the call and is that large.
  unsafe read(descriptor, room, count)
}

/// What the terminal was set to, kept where a handler of signals can reach it, and what gives it back.
private enum ScreenKeeping {
  /// The settings from before, allocated once and never freed; zero bits while the screen is not taken.
  private static let before = Atomic<UInt>(0)
  private static let descriptors = Atomic<UInt64>(0)
  /// Another screen on which nothing of the shell's is lost, and pastes that say where they end.
  private static let taking = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[2J"
  /// As bytes that a handler can send without making anything.
  private static let giving = Array("\u{1B}[0m\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l".utf8)
  private static let keptGiving: UInt = {
    // Never freed: a handler may read it until the very end.
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: giving.count)
    for (place, byte) in giving.enumerated() { unsafe room[place] = byte }
    return UInt(bitPattern: room)
  }()
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  static func begin(input: Int32, output: Int32) -> Bool {
    var settings = termios()
    // Sound: the system fills and reads structures that outlive the calls.
    guard unsafe tcgetattr(input, &settings) == 0 else { return false }
    // Never freed: a handler may read it until the very end.
    let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    unsafe kept.initialize(to: settings)
    settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    settings.c_cflag |= tcflag_t(CS8)
    // What was typed already stays: it may be half a word. Sound: as above.
    guard unsafe tcsetattr(input, TCSADRAIN, &settings) == 0 else { return false }
    descriptors.store(UInt64(UInt32(input)) << 32 | UInt64(UInt32(output)), ordering: .sequentiallyConsistent)
    _ = keptGiving
    before.store(UInt(bitPattern: kept), ordering: .sequentiallyConsistent)
    for number in crashes { _ = signal(number, crashed) }
    send(Array(taking.utf8), to: output)
    return true
  }

  static func end() {
    guard giveBack() else { return }
    for number in crashes { _ = signal(number, SIG_DFL) }
  }

  /// Async-signal-safe: loads of atomics, `tcsetattr` and `write`.
  private static func giveBack() -> Bool {
    // Sound: the address is of settings that were allocated in `begin` and are never freed.
    guard let kept = unsafe UnsafePointer<termios>(bitPattern: before.exchange(0, ordering: .sequentiallyConsistent))
    else { return false }
    let both = descriptors.load(ordering: .sequentiallyConsistent)
    let (input, output) = (Int32(both >> 32), Int32(both & 0xFFFF_FFFF))
    // Sound: bytes that are never freed, with their count.
    if let bytes = unsafe UnsafeRawPointer(bitPattern: keptGiving) {
      _ = unsafe systemWrite(output, UnsafeRawBufferPointer(start: bytes, count: giving.count))
    }
    _ = unsafe tcsetattr(input, TCSANOW, kept)
    return true
  }

  private static func send(_ bytes: [UInt8], to output: Int32) {
    // Sound: the bytes are lent for the length of the call.
    _ = unsafe bytes.withUnsafeBytes { unsafe systemWrite(output, $0) }
  }

  /// The terminal as it was, then the end that was coming.
  private static let crashed: @convention(c) (Int32) -> Void = { number in
    _ = ScreenKeeping.giveBack()
    _ = signal(number, SIG_DFL)
    raise(number)
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

  /// From now on these become bytes, and writing to a closed pipe an error.
  static func install(_ numbers: [Int32]) {
    target.store(ends.write, ordering: .sequentiallyConsistent)
    _ = signal(SIGPIPE, SIG_IGN)
    for number in numbers { _ = signal(number, handler) }
  }

  /// The signals that came since the last call, each once.
  static func take() -> Set<Int32> {
    var byte: UInt8 = 0
    var came: Set<Int32> = []
    // Sound: one byte of room for one byte.
    while unsafe read(ends.read, &byte, 1) == 1 { came.insert(Int32(byte)) }
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
