import Foundation
import Testing

/// A folder of its own in which one test works: methods to be had, sessions to be kept, files to be given.
final class Workplace: Sendable {
  let path: String
  var sessions: String { path + "/Sessions" }

  init() throws {
    path = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path + "/dotank-line-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What the program sees of the machine: nothing that the person who runs the tests has set for themselves.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    let own = [
      "PATH": "/usr/bin:/bin", "HOME": path, "TZ": "UTC", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "DOTANK_METHODS": Program.methods, "DOTANK_SESSIONS": sessions,
    ]
    return own.merging(more) { $1 }
  }

  /// Starts the program with pipes, or in a pseudo-terminal.
  func start(
    _ arguments: [String], in mode: Child.Mode = .pipes, environment: [String: String] = [:]
  ) throws -> Child {
    try Child(Program.path, arguments, in: mode, environment: self.environment(environment), folder: path)
  }

  /// Runs the program to its end with an input that ends.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Finished {
    try run(arguments, input: input, environment: environment)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Finished {
    let child = try start(arguments, environment: environment)
    try child.send(input)
    child.endInput()
    return try child.finish()
  }

  /// Runs a line of shell in which `$DOTANK` is the program.
  func shell(_ script: String, input: String = "") throws -> Finished {
    let child = try Child(
      "/bin/sh", ["-c", script], in: .pipes, environment: environment(["DOTANK": Program.path]), folder: path)
    try child.send(input)
    child.endInput()
    return try child.finish()
  }

  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult func write(_ data: Data, to name: String) throws -> String {
    let file = name.hasPrefix("/") ? name : path + "/" + name
    let parent = URL(filePath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: file))
    return file
  }

  func read(_ name: String) throws -> String {
    let file = name.hasPrefix("/") ? name : path + "/" + name
    let data = try #require(FileManager.default.contents(atPath: file), "\(name) is not there")
    return String(decoding: data, as: UTF8.self)
  }

  /// The folders of the sessions that there are, by name.
  func sessionFolders() throws -> [String] {
    guard FileManager.default.fileExists(atPath: sessions) else { return [] }
    // Beside the folders stands the index of the archive.
    return try FileManager.default.contentsOfDirectory(atPath: sessions).filter { !$0.hasPrefix(".") }.sorted()
      .map { sessions + "/" + $0 }
  }

  /// The one session that there is.
  func session() throws -> String {
    let all = try sessionFolders()
    try #require(all.count == 1, "there are \(all.count) sessions")
    return all[0]
  }
}

/// How a program ended, and what it wrote.
struct Finished {
  /// The exit code; `nil` when a signal ended it.
  let code: Int32?
  let output: String
  let errors: String

  /// For the message of a test that fails.
  var told: Comment { "code \(code.map(String.init) ?? "none")\noutput: \(output)\nerrors: \(errors)" }
}
