import Foundation

/// What the figures were taken on.
enum Machine {
  static var description: String {
    get throws {
      """
      \(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(ProcessInfo.processInfo.operatingSystemVersionString)
      \(ChildProcess.firstLine(of: "swift", "--version")); \(ChildProcess.firstLine(of: "git", "--version")); \
      \(ChildProcess.firstLine(of: "xmllint", "--version"))
      """
    }
  }

  private static var processor: String {
    let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let model = info?.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return model.map { $0.trimmingCharacters(in: .whitespaces) } ?? ChildProcess.firstLine(of: "uname", "-mp")
  }

  /// What this process has used of all cores so far.
  static var processorSeconds: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The checkout that is measured.
  static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The methods that are shipped.
  static let methods = house.appending(path: "Methods")

  /// The program as people have it: built by the launcher, which is asked to do so here.
  static func program() throws -> String {
    let built = try ChildProcess.run(house.appending(path: "dotank").path, ["--version"])
    let path = house.appending(path: ".build/launch/dotank").path
    guard built.code == 0, FileManager.default.isExecutableFile(atPath: path) else {
      throw Trouble("./dotank --version does not work (exit code \(built.code)); try it by hand")
    }
    return path
  }

  static func path(of tool: String) throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let found = folders.map({ "\($0)/\(tool)" }).first(where: FileManager.default.isExecutableFile) else {
      throw Trouble("\(tool) is not installed")
    }
    return found
  }

  /// A folder on the checkout's own disk, since `/tmp` may be memory; gone after the work.
  static func withScratchFolder<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
    let folder = house.appending(path: ".build/benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
  }
}
