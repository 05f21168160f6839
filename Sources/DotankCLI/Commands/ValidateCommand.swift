import ArgumentParser
import Diagnostics
import MethodLoading
import MethodModel
import Planning
import Scenarios
import SessionStore
import XMLReading

/// Checks method files, and tells every mistake in one run.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks method files and tells every mistake with its place and remedy.",
    discussion: """
      Example:  dotank validate Methods
                dotank validate my-method.xml --format line
                dotank validate Methods Templates --format sarif > dotank.sarif

      Exit codes: 0 no mistakes (warnings are allowed), 1 at least one mistake, 66 no such file.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, line, json, sarif }

  @Argument(help: "Files, folders with methods, or ids of methods on the method path.")
  var targets: [String]

  @Option(
    help: "text (with the line and a caret), line (one line each, for editors), json, or sarif (for code hosts).")
  var format: Format = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Warnings count as mistakes.")
  var strict = false

  @OptionGroup var methods: MethodOptions

  func run() throws {
    let world = World()
    var sources: [String: SourceText] = [:]
    var all: [Diagnostic] = []
    var scenarios = 0
    let library = methods.library(world)
    let files = try targets.flatMap { target throws(Failure) in try paths(of: target, world) }
    all += library.shadows().filter { shadow in
      [shadow.winner, shadow.hidden].contains { files.contains(world.shortened($0)) }
    }.map(\.finding)
    let shelf = MethodLibrary(folders: library.folders + targets.filter(isFolder))
    // A file that is named twice is looked at once.
    for path in files where sources[path] == nil {
      do throws(XMLReadingError) {
        let source = try XMLFile.read(path)
        sources[path] = source
        if ScenarioLoader.isScenario(source) {
          scenarios += 1
          all += ScenarioLoader.findings(in: source)
        } else {
          all += MethodLoader.check(source, methods: library, planner: .course) + shelf.misnamed(source)
        }
      } catch {
        all.append(error.diagnostic)
      }
    }
    let counts = (methods: Set(files).count - scenarios, scenarios: scenarios)
    write(DiagnosticLog(all).diagnostics, sources, counts, world)
    if all.contains(where: { $0.severity == .error || strict }) { throw ExitCode(Exit.notFine) }
  }

  private func isFolder(_ target: String) -> Bool { (try? SystemFiles().status(target))??.kind == .folder }

  /// A folder's methods, else the one file that a path or an id means.
  private func paths(of target: String, _ world: World) throws(Failure) -> [String] {
    if isFolder(target) {
      let entries = MethodLibrary(folders: [target]).entries()
      guard !entries.isEmpty else {
        throw Failure(
          "there is no method in \(target)", remedy: "methods are files that end in .xml", code: Exit.noInput)
      }
      return entries.map { world.shortened($0.path) }
    }
    if target.contains("/") || target.hasSuffix(".xml"), ((try? SystemFiles().status(target)) ?? nil) == nil {
      // A log for other programs holds it as one of its findings.
      guard format == .text, !json else { return [target] }
      throw Failure("there is no file \(target)", remedy: "look at how the path is written", code: Exit.noInput)
    }
    do {
      return [world.shortened(try methods.library(world).find(target).path)]
    } catch {
      throw Failure(error.diagnostics, code: Exit.noInput)
    }
  }

  private func write(_ diagnostics: [Diagnostic], _ looked: [String: SourceText], _ counts: Counts, _ world: World) {
    let sources = diagnostics.withOtherFiles(looked)
    switch json ? .json : format {
    case .json: world.write(JSONRenderer(sources: sources).render(diagnostics) + "\n")
    case .sarif:
      world.write(
        SARIFRenderer(sources: sources, explanations: CodePages.all, version: programVersion).render(diagnostics))
    case .line:
      let text = OneLineRenderer(sources: sources).render(diagnostics)
      if !text.isEmpty { world.write(text + "\n") }
    case .text:
      let renderer = ExcerptRenderer(sources: sources, usesColour: world.usesColour, width: world.width)
      if !diagnostics.isEmpty { world.write(renderer.render(diagnostics) + "\n\n") }
      world.write(summary(diagnostics, counts) + "\n")
    }
  }

  private typealias Counts = (methods: Int, scenarios: Int)

  private func summary(_ diagnostics: [Diagnostic], _ counts: Counts) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let looked = [(counts.methods, "method"), (counts.scenarios, "scenario")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let what = "\(looked.joined(separator: " and ")) checked"
    if errors == 0, warnings == 0 { return "\(what): no mistakes" }
    let parts = [(errors, "mistake"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return "\(what): \(parts.joined(separator: ", "))"
  }
}
