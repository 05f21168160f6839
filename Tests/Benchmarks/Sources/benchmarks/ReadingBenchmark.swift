import Diagnostics
import Foundation
import MethodLoading

/// Reading and checking 1,000 methods in one process, against xmllint's plain parse of the same files in turn with it.
enum ReadingBenchmark {
  static func run() async throws {
    let sample = SampleMethod(number: 1).text
    let findings = MethodLoader.load(SourceText(name: "sample", text: sample)).diagnostics
    guard findings.isEmpty,
      sample.split(separator: "\n", omittingEmptySubsequences: false).count == SampleMethod.lines + 1
    else { throw Trouble("the sample is not a method of \(SampleMethod.lines) lines: \(findings)") }
    let (program, xmllint) = (try Machine.program(), try Machine.path(of: "xmllint"))
    try await Machine.withScratchFolder { folder in
      let paths = try SampleMethod.write(1_000, into: folder)
      let checked = try ChildProcess.run(program, ["validate"] + paths)
      let broken = folder.appending(path: "broken.xml").path
      try Data(sample.replacing("<agenda>", with: "<agende>").utf8).write(to: URL(filePath: broken))
      guard try ChildProcess.run(program, ["validate"] + paths + [broken]).code == 1 else {
        throw Trouble("dotank validate does not find the mistake in \(broken)")
      }
      guard checked.code == 0 else { throw Trouble("dotank validate refuses the samples (exit code \(checked.code))") }

      var (ours, theirs): ([Double], [Double]) = ([], [])
      for _ in 0..<9 {
        ours.append(try ChildProcess.run(program, ["validate"] + paths).user)
        theirs.append(try ChildProcess.run(xmllint, ["--noout"] + paths).user)
      }
      print(
        "  dotank validate \(rounded(median(ours) * 1_000)) ms, xmllint \(rounded(median(theirs) * 1_000)) ms, user time"
      )
      Promise(what: "validate to xmllint --noout, user time", bound: .atMost, figure: 1)
        .hold(median(ours) / median(theirs))
    }
  }
}
