import Foundation

/// One Swift file of the checkout.
struct SourceFile {
  /// From the top of the checkout, as `Sources/MethodModel/Flow.swift`.
  let path: String
  let scrubbed: ScrubbedSource

  init(path: String, text: String) {
    self.path = path
    scrubbed = ScrubbedSource(text)
  }

  /// The folder below `Sources` or `Tests`.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  func finding(line: Int, _ message: String, remedy: String) -> Finding {
    Finding(path: path, line: line, message: message, remedy: remedy)
  }
}

/// A place where the house breaks one of its rules, and what to do about it.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  /// One-based; nil where the path itself is what is wrong.
  let line: Int?
  let message: String
  let remedy: String

  var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message); \(remedy)" }
}

/// The checkout that these tests were compiled from.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let sources = swiftFiles(below: "Sources")
  static let tests = swiftFiles(below: "Tests")

  /// Everything that is committed or about to be; nil in a copy without its history.
  static let trackedPaths: [String]? = {
    guard FileManager.default.fileExists(atPath: root.appending(path: ".git").path) else { return nil }
    let git = Process()
    let output = Pipe()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", root.path, "-c", "safe.directory=*", "ls-files", "-z"]
    git.standardOutput = output
    guard (try? git.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return nil }
    git.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
  }()

  private static func swiftFiles(below folder: String) -> [SourceFile] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (paths ?? [])
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build") }
      .sorted()
      .map { path in
        let url = root.appending(path: folder).appending(path: path)
        return SourceFile(path: "\(folder)/\(path)", text: (try? String(contentsOf: url, encoding: .utf8)) ?? "")
      }
  }
}
