import Console
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal at the edge, on pipes and pseudo-terminals of the test's own. One after the other: signals are the
/// whole program's.
@Suite(.serialized) struct TerminalTests {
  @Test func `a pipe gives its lines, then its end, and is asked nothing`() throws {
    let (input, output) = (try Channel(), try Channel())
    let terminal = Terminal(input: input.reading, output: output.writing)
    input.send("one\r\ntwo")
    #expect(terminal.next(timeout: 0) == .line("one", ahead: false))
    #expect(terminal.next(timeout: 0) == .timeout)
    input.closeWriting()
    #expect(terminal.next(timeout: 1_000) == .line("two", ahead: false))
    #expect(terminal.next(timeout: 5_000) == .endOfInput)
    #expect(terminal.next(timeout: 5_000) == .endOfInput)
    #expect(!terminal.isInteractive)
    terminal.write([Line("Step", .heading)], inColour: true)
    #expect(output.received() == "Step\n")
  }

  @Test func `a line that is too long is told, and the next one read`() throws {
    let (input, output) = (try Channel(), try Channel())
    let terminal = Terminal(input: input.reading, output: output.writing, lineLimit: 100)
    input.send(String(repeating: "x", count: 5_000) + "\nafter\n")
    #expect(terminal.next(timeout: 0) == .tooLong(limit: 100))
    #expect(terminal.next(timeout: 0) == .line("after", ahead: false))
  }

  @Test func `a reader that has gone is no error`() throws {
    let (input, output) = (try Channel(), try Channel())
    let terminal = Terminal(input: input.reading, output: output.writing)
    output.closeReading()
    terminal.write([Line("Step")])
    #expect(terminal.isOutputClosed)
    terminal.write([Line("Step")])
    #expect(terminal.next(timeout: 5_000) == .endOfInput)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends the wait and is told once`(number: Int32) throws {
    let (input, output) = (try Channel(), try Channel())
    let terminal = Terminal(input: input.reading, output: output.writing)
    // To the whole program: the threads of the test runner itself take no signals.
    kill(getpid(), number)
    #expect(terminal.next(timeout: 5_000) == .interrupted)
    #expect(terminal.next(timeout: 0) == .timeout)
  }

  @Test func `on a terminal there is a prompt, and lines typed ahead are told apart`() throws {
    let pair = try PseudoTerminal()
    let terminal = Terminal(input: pair.inner, output: pair.inner)
    #expect(terminal.isInteractive)
    pair.type("/next\n")
    #expect(terminal.next(timeout: 2_000) == .line("/next", ahead: false))
    pair.type("/next\n")
    #expect(terminal.next(timeout: 2_000) == .line("/next", ahead: true))
    #expect(terminal.next(timeout: 0) == .timeout)
    pair.type("/time\n")
    #expect(terminal.next(timeout: 2_000) == .line("/time", ahead: false))
  }

  @Test func `what is printed while somebody types stands on a line of its own`() throws {
    let pair = try PseudoTerminal()
    let terminal = Terminal(input: pair.inner, output: pair.inner)
    #expect(terminal.next(timeout: 0) == .timeout)
    pair.type("Aino: mo")
    #expect(pair.sees("> Aino: mo"))
    terminal.write([Line("Time cue: half a minute left")])
    pair.type("re\n")
    #expect(terminal.next(timeout: 2_000) == .line("Aino: more", ahead: false))
    #expect(pair.sees("\nTime cue: half a minute left\n"))
  }

  @Test func `without a terminal lines have 80 cells`() throws {
    let (input, output) = (try Channel(), try Channel())
    #expect(Terminal(input: input.reading, output: output.writing).width == 80)
  }
}

/// A pipe with both its ends.
private final class Channel {
  let reading: Int32
  let writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    // Sound: the system fills the two numbers of a list that outlives the call.
    try #require(unsafe pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  func send(_ text: String) { put(text, on: writing) }
  func closeWriting() { close(writing) }
  func closeReading() { close(reading) }
  func received() -> String { take(from: reading) }
}

/// A terminal whose outer side the test holds.
private final class PseudoTerminal {
  let outer: Int32
  let inner: Int32

  init() throws {
    #if canImport(Darwin)
      outer = posix_openpt(O_RDWR | O_NOCTTY)
      try #require(outer >= 0 && grantpt(outer) == 0 && unlockpt(outer) == 0)
      // Sound: the name is copied before anybody else can ask for one in this suite.
      let name = try #require(unsafe String(validatingCString: ptsname(outer)))
    #else
      // Sound: names and numbers outlive the calls; the codes are Linux's TIOCSPTLCK and TIOCGPTN.
      outer = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number) = (Int32(0), Int32(-1))
      #expect(unsafe ioctl(outer, UInt(0x4004_5431), &lock) == 0)
      #expect(unsafe ioctl(outer, UInt(0x8004_5430), &number) == 0)
      let name = "/dev/pts/\(number)"
    #endif
    // Sound: the name outlives the call.
    inner = unsafe open(name, O_RDWR | O_NOCTTY)
    try #require(inner >= 0)
  }

  deinit {
    close(inner)
    close(outer)
  }

  func type(_ text: String) { put(text, on: outer) }

  /// Whether a text comes to be seen next.
  func sees(_ text: String) -> Bool {
    var seen = ""
    while !seen.contains(text) {
      var source = pollfd(fd: outer, events: Int16(POLLIN), revents: 0)
      // Sound: one structure, lent for the length of the call.
      guard unsafe poll(&source, 1, 5_000) == 1 else {
        Issue.record("seen: \(seen.debugDescription)")
        return false
      }
      seen += String(String.UnicodeScalarView(take(from: outer).unicodeScalars.filter { $0 != "\r" }))
    }
    return true
  }
}

private func put(_ text: String, on descriptor: Int32) {
  let bytes = Array(text.utf8)
  // Sound: the bytes are lent for the length of the call and only read.
  _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
}

private func take(from descriptor: Int32) -> String {
  var room = [UInt8](repeating: 0, count: 64 * 1024)
  // Sound: at most as many bytes as there is room for are written.
  let count = unsafe read(descriptor, &room, room.count)
  return String(decoding: room.prefix(max(0, count)), as: UTF8.self)
}
