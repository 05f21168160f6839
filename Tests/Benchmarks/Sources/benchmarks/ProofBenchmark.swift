import Diagnostics
import Foundation
import MethodLoading
import MethodModel
import Planning

/// The static proof of every shipped method over all its sizes and paths, one after the other on one core.
enum ProofBenchmark {
  static func run() async throws {
    let library = MethodLibrary(folders: [Machine.methods.path])
    let methods = try library.entries().map { entry in
      SourceText(name: entry.path, bytes: Array(try Data(contentsOf: URL(filePath: entry.path))))
    }
    var slowest = (name: "", seconds: 0.0)
    let times = try (0..<9).map { _ in
      try methods.reduce(0.0) { sum, source in
        let start = ContinuousClock.now
        guard MethodLoader.load(source, methods: library, planner: .course).method != nil else {
          throw Trouble("\(source.name) has mistakes")
        }
        let seconds = start.duration(to: .now).seconds
        if seconds > slowest.seconds { slowest = (URL(filePath: source.name).lastPathComponent, seconds) }
        return sum + seconds
      }
    }
    print("  \(methods.count) methods; the slowest, \(slowest.name): \(rounded(slowest.seconds * 1_000)) ms")
    Promise(what: "proof of all shipped methods", bound: .atMost, figure: 1_000)
      .hold(median(times) * 1_000, unit: " ms")
  }
}
