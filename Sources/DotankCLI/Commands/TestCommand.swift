import ArgumentParser
import Diagnostics
import MethodLoading
import Scenarios
import SessionStore

/// Runs the scenarios beside methods, and tells what does not hold.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the scenarios beside methods: what people do, and what must hold.",
    discussion: """
      Example:  dotank test
                dotank test one-two-four-all
                dotank test my-method.xml another.five-people.scenario.xml

      Without a target, every scenario on the method path. The same scenario gives the same result everywhere.
      Exit codes: 0 everything holds, 1 something does not, 65 a scenario or its method has mistakes, 66 no scenario.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit }

  @Argument(help: "Ids of methods, method or scenario files, or folders.")
  var targets: [String] = []

  @Option(help: "text (failures with the lines of both files), json, or junit (XML that build services read).")
  var format: Format = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "In text, only what does not hold.")
  var quiet = false

  @OptionGroup var methods: MethodOptions

  func run() throws {
    let world = World()
    var batch = ScenarioBatch()
    var reports: [ScenarioReport] = []
    let format = json ? .json : format
    for path in try paths(world) {
      let report = batch.report(on: path)
      reports.append(report)
      if format == .text { write(report, world) }
    }
    switch format {
    case .text: world.write(ScenarioSummary.line(reports) + "\n")
    case .json: world.write(JSONText.harmless(ScenarioSummary.json(reports)) + "\n")
    case .junit: world.write(ScenarioSummary.junit(reports) + "\n")
    }
    if reports.contains(where: { $0.outcome == .unreadable }) { throw ExitCode(Exit.data) }
    if reports.contains(where: { $0.outcome == .failed }) { throw ExitCode(Exit.notFine) }
  }

  // MARK: Finding

  /// Every scenario file that the targets mean, each once, in their order.
  private func paths(_ world: World) throws(Failure) -> [String] {
    var paths: [String] = []
    if targets.isEmpty {
      for folder in methods.path(world) { paths += ScenarioLoader.scenarios(at: folder) }
    }
    for target in targets {
      let found = try scenarios(of: target, world)
      guard !found.isEmpty else {
        throw Failure(
          "there is no scenario for \(target)",
          remedy: "scenarios stand beside their method, as in my-method.five-people\(ScenarioLoader.suffix)",
          code: Exit.noInput)
      }
      paths += found
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  private func scenarios(of target: String, _ world: World) throws(Failure) -> [String] {
    if FolderListing.isFolder(target) || FolderListing.isFile(target) { return ScenarioLoader.scenarios(at: target) }
    do { return ScenarioLoader.scenarios(at: try methods.library(world).find(target).path) } catch {
      throw Failure(error.diagnostics, code: Exit.noInput)
    }
  }

  // MARK: Telling

  private func write(_ report: ScenarioReport, _ world: World) {
    guard !report.isFine || !quiet else { return }
    world.write("\(report.isFine ? "holds " : "FAILS ") \(harmless(report.path)): \(harmless(report.title))\n")
    guard !report.findings.isEmpty else { return }
    world.write(report.excerpts(width: world.width, usesColour: world.usesColour) + "\n")
  }
}
