import Foundation

/// `dotank list` over 50 methods as a cold process, against `git --version` in turn with it.
enum ListBenchmark {
  static func run() async throws {
    let (program, git) = (try Machine.program(), try Machine.path(of: "git"))
    try await Machine.withScratchFolder { folder in
      let methods = folder.appending(path: "Methods")
      try FileManager.default.createDirectory(at: methods, withIntermediateDirectories: true)
      _ = try SampleMethod.write(50, into: methods)
      let environment = ["DOTANK_METHODS": methods.path, "DOTANK_HOME": folder.path]
      let output = folder.appending(path: "listed").path
      let listed = try ChildProcess.run(program, ["list"], environment: environment, output: output)
      let count = try String(contentsOfFile: output, encoding: .utf8).matches(of: /sample-\d+/).count
      guard listed.code == 0, count >= 50 else { throw Trouble("dotank list shows \(count) of 50 methods") }

      var (ours, theirs): ([ChildProcess], [ChildProcess]) = ([], [])
      for _ in 0..<100 {
        ours.append(try ChildProcess.run(program, ["list"], environment: environment))
        theirs.append(try ChildProcess.run(git, ["--version"]))
      }
      report("processor time", ours.map { $0.user + $0.system }, theirs.map { $0.user + $0.system })
      report("wall time", ours.map(\.wall), theirs.map(\.wall))
      Promise(what: "list to git --version, wall time", bound: .atMost, figure: 4)
        .hold(median(ours.map(\.wall)) / median(theirs.map(\.wall)))
    }
  }

  private static func report(_ what: String, _ ours: [Double], _ theirs: [Double]) {
    let (ours, theirs) = (median(ours) * 1_000, median(theirs) * 1_000)
    print(
      "  \(what): dotank list \(rounded(ours)) ms, git --version \(rounded(theirs)) ms, ratio \(rounded(ours / theirs))"
    )
  }
}
