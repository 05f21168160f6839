import Foundation

/// A finished process, as the system accounts for it.
struct ChildProcess {
  let code: Int32
  /// Seconds.
  let wall: Double
  let user: Double
  let system: Double
  /// The most memory it held at once, in MB.
  let peakMemory: Double

  /// Runs a program to its end with its output thrown away, or sent to a file.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], output: String = "/dev/null"
  ) throws -> ChildProcess {
    var actions = FileActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    let start = ContinuousClock.now
    var process = pid_t()
    let refused = withCStrings([path] + arguments) { arguments in
      withCStrings(variables) { posix_spawn(&process, path, &actions, nil, arguments, $0) }
    }
    guard refused == 0 else { throw Trouble("\(path) cannot be started: \(String(cString: strerror(refused)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    return ChildProcess(
      code: status & 0x7f == 0 ? status >> 8 & 0xff : -1, wall: start.duration(to: .now).seconds,
      user: usage.ru_utime.seconds, system: usage.ru_stime.seconds,
      peakMemory: Double(usage.ru_maxrss) / unitsInMegabyte)
  }

  /// Starts a program at a terminal of its own, in a session of its own.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = FileActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    for number: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, number) }
    var attributes = Attributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(setsid))
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var process = pid_t()
    let refused = withCStrings([path] + arguments) { arguments in
      withCStrings(variables) { posix_spawn(&process, path, &actions, &attributes, arguments, $0) }
    }
    guard refused == 0 else { throw Trouble("\(path) cannot be started: \(String(cString: strerror(refused)))") }
    return process
  }

  /// What a program prints first.
  static func firstLine(of program: String, _ arguments: String...) -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil, let data = try? pipe.fileHandleForReading.readToEnd() else { return program }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? program
  }

  #if canImport(Darwin)
    private typealias FileActions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
    private static let setsid = POSIX_SPAWN_SETSID
    private static let unitsInMegabyte = 1_048_576.0
  #else
    private typealias FileActions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
    /// `POSIX_SPAWN_SETSID`, which the headers only offer for `_GNU_SOURCE`.
    private static let setsid: Int32 = 0x80
    private static let unitsInMegabyte = 1_024.0
  #endif
}

/// Lends strings to C; they live as long as the call.
private func withCStrings<Value>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
) -> Value {
  var copies = strings.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeMutableBufferPointer { body($0.baseAddress ?? .init(bitPattern: 0).unsafelyUnwrapped) }
}

extension timeval {
  var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
