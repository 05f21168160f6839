import Foundation

/// A checkout with the real launcher, on a machine whose toolchain and package manager are stubs that keep a log.
///
/// The path has blanks in it, as people's folders do. The stubs read the environment given to ``start(_:in:with:)``:
/// `SWIFT` is the toolchain's version (empty for none), `HEADERS=no` means that those of libxml2 and SQLite
/// are missing until `apt-get` has been run, `UID_IS` is who starts it, `SUDO` says what sudo does (`refuses`, else it obeys), `BREAK` is what a
/// failing compiler says, `EDIT=yes` saves a source while the build runs, `TESTS` is the exit code of the tests.
struct StubbedCheckout: ~Copyable {
  let folder: URL
  var home: URL { folder.appending(path: "check out") }
  private var tools: URL { folder.appending(path: "tools") }

  struct Result: Equatable {
    let code: Int32
    let output: String
    let errors: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dotank launcher \(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: home.appending(path: "Sources"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: home.appending(path: "Templates/reports"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.copyItem(at: root.appending(path: "dotank"), to: home.appending(path: "dotank"))
    try write("// swift-tools-version: 6.3\n", to: "check out/Package.swift")
    try write("let a = 1\n", to: "check out/Sources/a.swift")
    for (name, script) in Self.stubs { try writeTool(name, script) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts the launcher, or another path to it, and waits for it.
  func start(
    _ arguments: String..., by launcher: URL? = nil, input: String = "", with environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.executableURL = launcher ?? home.appending(path: "dotank")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "\(tools.path):/usr/bin:/bin", "LOG": log.path, "SWIFT": "6.3.1", "UID_IS": "0"]
      .merging(environment) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// What the stubs were asked to do, in order.
  var calls: [String] {
    let text = try? String(contentsOf: log, encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  var builds: Int { calls.count { $0.hasPrefix("swift build") && !$0.contains("--show-bin-path") } }

  private var log: URL { folder.appending(path: "log") }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  func writeTool(_ name: String, _ script: String) throws {
    try write("#!/bin/sh\n\(script)\n", to: "tools/\(name)")
    let path = tools.appending(path: name).path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private static let stubs = [
    "swift": """
    [ -n "$SWIFT" ] || exit 127
    case "$*" in
      --version) echo "Swift version $SWIFT (swift-RELEASE)"; exit ;;
      *--show-bin-path*) echo "$PWD/.build/release"; exit ;;
    esac
    echo "swift $*" >>"$LOG"
    case $1 in
      test) echo "tests ran"; exit "${TESTS:-0}" ;;
    esac
    echo "[1/1] Compiling"
    if [ -n "${BREAK:-}" ]; then echo "$BREAK" >&2; exit 1; fi
    sleep 0.05
    if [ "${EDIT:-}" = yes ]; then echo >>Sources/a.swift; fi
    mkdir -p .build/release
    printf '#!/bin/sh\\necho "$DOTANK_HOME|$PWD|$*"\\ncat\\nexit 7\\n' >.build/release/dotank
    chmod +x .build/release/dotank
    """,
    "git": "exit 0",
    "uname": "echo \"${SYSTEM:-Linux}\"",
    "id": "echo \"$UID_IS\"",
    "pkg-config": "[ \"${HEADERS:-}\" != no ] || grep -qs 'apt-get install' \"$LOG\"",
    "apt-get": "echo \"apt-get $*\" >>\"$LOG\"",
    "sudo": "[ \"${SUDO:-}\" != refuses ] || exit 1; if [ \"$1\" = -n ]; then shift; fi; \"$@\"",
    "xcrun": "echo \"${SDK:-}\"",
  ]
}
