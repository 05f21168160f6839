import Diagnostics
import SessionEngine

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What comes from outside: environment, clocks, chance, the terminal. Built once, here, and handed on as values.
struct World: Sendable {
  /// Variables that dotank reads, as they were at the start.
  let environment: [String: String]
  let workingFolder: String
  let process: Int32
  private let began = ContinuousClock.now

  init() {
    let names = [
      "DOTANK_HOME", "DOTANK_METHODS", "DOTANK_SESSIONS", "XDG_DATA_HOME", "HOME", "NO_COLOR", "TERM", "COLUMNS",
      "LANG",
      "LC_ALL", "TZ",
    ]
    var environment: [String: String] = [:]
    for name in names {
      // getenv lends a pointer that stays valid while nothing sets variables; nothing here does.
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    self.environment = environment
    // A null buffer lets the system allocate; it is freed below.
    if let path = unsafe getcwd(nil, 0) {
      workingFolder = unsafe String(cString: path)
      unsafe free(path)
    } else {
      workingFolder = "."
    }
    process = getpid()
  }

  /// A variable that is set and not empty.
  func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// How this program is started here, for sentences that say what to type: the launcher where there is one.
  var command: String {
    guard let home = variable("DOTANK_HOME") else { return "dotank" }
    return home == workingFolder ? "./dotank" : "\(shortened(home))/dotank"
  }

  /// A path as somebody in the working folder would type it.
  func shortened(_ path: String) -> String {
    let here = workingFolder + "/"
    return path.hasPrefix(here) && path.utf8.count > here.utf8.count ? String(path.dropFirst(here.count)) : path
  }

  /// The wall clock.
  func now() -> WallTime {
    var time = timespec()
    // The pointer is used during the call only.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return WallTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Seconds since the program started, sleep of the machine included; unmoved by changes of the wall clock.
  func secondsSinceStart() -> Int { Int((ContinuousClock.now - began).components.seconds) }

  /// Milliseconds until `secondsSinceStart` is one more.
  func untilNextSecond() -> Int {
    1000 - Int((ContinuousClock.now - began).components.attoseconds / 1_000_000_000_000_000)
  }

  /// Today where the session takes place.
  func localDate(_ time: WallTime) -> String {
    var seconds = time_t(time.milliseconds / 1000)
    // Both pointers are used during the call only, and the zone's name in the parts is never followed.
    var parts = unsafe tm()
    _ = unsafe localtime_r(&seconds, &parts)
    let (year, month, day) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// What to type to go on with a session, as a shell takes it.
  func resumeCommand(_ path: String) -> String {
    "\(command) resume " + Self.quoted(shortened(path))
  }

  /// What to type to show a session to the room, as a shell takes it.
  func stageCommand(_ path: String) -> String { "\(command) stage " + Self.quoted(shortened(path)) }

  /// An argument as a shell takes it.
  static func quoted(_ argument: String) -> String {
    let isPlain = !argument.contains { $0.isWhitespace || #"'"\$`!*?[](){}<>|&;#~"#.contains($0) }
    return isPlain && !argument.isEmpty ? argument : "'\(argument.replacing("'", with: #"'\''"#))'"
  }

  /// Shows a file in the browser of this machine; false where there is none. Does not wait for it.
  func openInBrowser(_ file: String) -> Bool {
    #if canImport(Darwin)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    // Sound: the words are copied before the call and freed after it, and the list of them ends in nil.
    let words: [UnsafeMutablePointer<CChar>?] = unsafe [strdup(opener), strdup(file), nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    var status: Int32 = 0
    let failed = unsafe posix_spawnp(&child, opener, nil, nil, words, environ)
    return unsafe failed == 0 && waitpid(child, &status, 0) == child && status == 0
  }

  /// How many processors can be used at once.
  var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Gives input, output and errors that whoever started the program has closed a place that leads nowhere: else the
  /// next file to be opened would get their number, and what is said would be written into it.
  static func holdStandardStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest number that is free, which is this one. The path lives for the call.
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Colour only on a terminal that can show it, and not when `NO_COLOR` is set.
  var usesColour: Bool {
    isTerminal(STDOUT_FILENO) && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// Columns of the terminal; 80 where there is none.
  var width: Int {
    var size = winsize()
    // The pointer is used during the call only.
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return variable("COLUMNS").flatMap { Int($0) }.map { max(20, $0) } ?? 80
  }

  /// Writes all of a text; a reader that has gone away is no error.
  func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The buffer lives for the call; the count is its own.
      let written = unsafe bytes.withUnsafeBytes { unsafe Self.systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, bytes, count)
    #else
      unsafe Glibc.write(descriptor, bytes, count)
    #endif
  }

  /// Writes lines to standard error; whatever in them a terminal would obey is shown instead.
  func writeError(_ text: String) {
    write(Self.harmlessLines(text) + "\n", to: STDERR_FILENO)
  }

  /// Lines in which whatever a terminal would obey is shown instead.
  static func harmlessLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless(String($0)) }.joined(separator: "\n")
  }
}
