import Foundation

/// Measures what the house promises about speed and memory, and prints ratios taken in one run.
///
///     swift run -c release --package-path Tests/Benchmarks benchmarks [list | reading | durable | reopen | record | proof | sweep | archive | console] ...
///
/// When files have come or gone in the house since the last run, `touch Tests/Benchmarks/Package.swift` first: the package
/// manager does not notice that in a package next door.
@main
struct Benchmarks {
  static func main() async {
    do { try await run(CommandLine.arguments.dropFirst()) } catch {
      print("error: \(error)")
      exit(1)
    }
  }

  private static func run(_ arguments: ArraySlice<String>) async throws {
    if arguments.first == ReopenBenchmark.argument, let folder = arguments.dropFirst().first {
      return try await ReopenBenchmark.reopen(folder)
    }
    if arguments.first == RecordBenchmark.argument, let what = arguments.dropFirst().first {
      return try RecordBenchmark.make(what)
    }
    let all: [(name: String, run: () async throws -> Void)] = [
      ("list", ListBenchmark.run), ("reading", ReadingBenchmark.run), ("durable", DurableBenchmark.run),
      ("reopen", ReopenBenchmark.run), ("record", RecordBenchmark.run), ("proof", ProofBenchmark.run),
      ("sweep", SweepBenchmark.run),
      ("archive", ArchiveBenchmark.run), ("console", ConsoleBenchmark.run),
    ]
    if let unknown = arguments.first(where: { name in !all.contains { $0.name == name } }) {
      throw Trouble("there is no benchmark '\(unknown)'; there are \(all.map(\.name).joined(separator: ", "))")
    }
    print(try Machine.description)
    for (name, run) in all where arguments.isEmpty || arguments.contains(name) {
      print("\n\(name)")
      try await run()
    }
  }
}

/// Why something could not be measured.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
