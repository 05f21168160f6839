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

      var (ours, theirs): ([Double], [Double]) = ([], [])
      for _ in 0..<100 {
        ours.append(try ChildProcess.run(program, ["list"], environment: environment).wall)
        theirs.append(try ChildProcess.run(git, ["--version"]).wall)
      }
      print("  dotank list \(rounded(median(ours) * 1_000)) ms, git --version \(rounded(median(theirs) * 1_000)) ms")
      Promise(what: "list to git --version, wall time", bound: .atMost, figure: 4).hold(median(ours) / median(theirs))
    }
  }
}
