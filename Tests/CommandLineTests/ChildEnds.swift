import Foundation
import Testing

/// Both sides of what a child reads and writes.
struct ChildEnds {
  let input: Int32
  let output: Int32
  let errors: Int32?
  /// What the child gets as 0, 1 and 2; empty in a terminal.
  fileprivate var childSide: [Int32] = []
  /// Kept open until the child has opened it too.
  private var held: [Int32] = []
  /// The name of the terminal that the child opens.
  fileprivate var terminal: String?

  init(_ mode: Child.Mode) throws {
    switch mode {
    case .pipes:
      let (toChild, fromChild, errorsOfChild) = try (pipeEnds(), pipeEnds(), pipeEnds())
      (input, output, errors) = (toChild.write, fromChild.read, errorsOfChild.read)
      childSide = [toChild.read, fromChild.write, errorsOfChild.write]
      // A program that does not read must not stop the test that writes.
      _ = fcntl(input, F_SETFL, O_NONBLOCK)
    case .terminal(let columns, let rows):
      var (main, side): (Int32, Int32) = (-1, -1)
      var name = [CChar](repeating: 0, count: 256)
      var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      // Sound: all of it outlives the call; the name of a terminal is far shorter than its room.
      let refused = unsafe openpty(&main, &side, &name, nil, &size)
      try #require(refused == 0, "no pseudo-terminal is to be had")
      for end in [main, side] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (input, output, errors) = (main, main, nil)
      held = [side]
      terminal = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  func closeChildSide() { for end in childSide + held { close(end) } }
}

private func pipeEnds() throws -> (read: Int32, write: Int32) {
  var ends: [Int32] = [-1, -1]
  // Sound: the system fills two numbers of a list that outlives the call.
  let refused = unsafe pipe(&ends)
  try #require(refused == 0, "no pipe is to be had")
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

/// Starts a program with its own environment and folder, with default signals and none blocked.
func spawn(
  _ path: String, _ arguments: [String], _ ends: ChildEnds, environment: [String: String], folder: String
) throws -> pid_t {
  // Sound: what the calls fill outlives them, and is destroyed once.
  var actions = unsafe FileActions()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  var attributes = Attributes()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }

  var (none, all) = (sigset_t(), sigset_t())
  unsafe sigemptyset(&none)
  unsafe sigfillset(&all)
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  unsafe posix_spawnattr_setsigdefault(&attributes, &all)
  let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (ends.terminal == nil ? 0 : setsid)
  unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

  for (number, end) in ends.childSide.enumerated() {
    unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
  }
  if let terminal = ends.terminal {
    // The first terminal that the leader of a session opens becomes its own, so that Ctrl-C reaches it.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    for number: Int32 in [1, 2] { unsafe posix_spawn_file_actions_adddup2(&actions, 0, number) }
  }

  // The one way to another folder that every system has; the shell's process becomes the program's.
  let shell = "/bin/sh"
  let words = CStrings([shell, "-c", "cd \"$0\" && exec \"$@\"", folder, path] + arguments)
  let variables = CStrings(environment.map { "\($0)=\($1)" })
  var id = pid_t()
  let refused = unsafe posix_spawn(&id, shell, &actions, &attributes, words.pointers, variables.pointers)
  try #require(refused == 0, "\(shell) cannot be started: error \(refused)")
  return id
}

#if canImport(Darwin)
  private typealias FileActions = posix_spawn_file_actions_t?
  private typealias Attributes = posix_spawnattr_t?
  private let setsid = POSIX_SPAWN_SETSID
#else
  private typealias FileActions = posix_spawn_file_actions_t
  private typealias Attributes = posix_spawnattr_t
  /// `POSIX_SPAWN_SETSID`, which the headers only offer for `_GNU_SOURCE`.
  private let setsid: Int32 = 0x80
#endif

/// Strings as C wants them; they live as long as this value.
@safe private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { unsafe pointers = strings.map { unsafe strdup($0) } + [nil] }

  deinit { unsafe pointers.forEach { unsafe free($0) } }
}
