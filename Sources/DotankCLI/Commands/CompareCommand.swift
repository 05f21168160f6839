import Archive
import ArgumentParser
import MethodModel
import Reports
import SessionStore

/// Lays sessions of one method side by side.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares sessions with the same method: decisions, ratings, time, and where rooms left its way.",
    discussion: """
      Example:  dotank compare consent-decision
                dotank compare adoption-readiness-hexagon --from 2026-09 --csv
                dotank compare adoption-readiness-hexagon --tag pilot --html --output compare.html

      Variants of a method are compared with it. Where sessions used several versions, what changed between them is told
      by its meaning. Figures with too few answers are kept back, as in each session's own record.

      With --html, your own compare.html may be used by --template; Templates/README.md lists what it may name.

      Exit codes: 0 fine, 1 no session matches, 2 wrong usage, 65 a template has mistakes, 66 there are no sessions, 73 the
      file cannot be written.
      """)

  @Argument(help: "The method's id.")
  var of: String

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "As CSV, one row an observation.")
  var csv = false

  @Flag(help: "As one HTML page with small drawings, for screen and paper.")
  var html = false

  @Option(help: ArgumentHelp("The file to write; otherwise standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var template: TemplateOption
  @OptionGroup var filters: ArchiveOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    guard [json, csv, html].count(where: { $0 }) < 2 else {
      throw Failure("--json, --csv and --html exclude each other", remedy: "ask for one of them", code: Exit.usage)
    }
    guard html || template.folder == nil else {
      throw Failure("--template is for --html", remedy: "add --html, or leave it out", code: Exit.usage)
    }
    let templates = try template.templates(world)
    let path = sessions.path(world)
    let index = try await Archives.open(path)
    var query = try filters.query()
    query.method = of
    let comparison: Comparison
    do { comparison = try index.comparison(query) } catch { throw Failure(error) }
    guard !comparison.sessions.isEmpty else {
      world.writeError("dotank: no session with “\(of)” matches; see what there is by  dotank review --rehearsals")
      throw ExitCode(Exit.notFine)
    }
    if !comparison.copies.isEmpty {
      let names = comparison.copies.prefix(5).joined(separator: ", ")
      world.writeError(
        "dotank: left out as \(comparison.copies.count == 1 ? "a copy" : "copies") of a session that is counted already: "
          + names + (comparison.copies.count > 5 ? ", …" : ""))
    }
    let versions = VersionSteps.between(comparison.sessions, in: path)
    let text =
      if json {
        CompareFiles.json(comparison, versions)
      } else if csv {
        CompareFiles.csv(comparison, versions)
      } else if html {
        String(
          decoding: ReportFiles.comparison(ComparisonSheet(comparison, versions), by: templates), as: UTF8.self)
      } else {
        CompareText(comparison: comparison, versions: versions, width: output == nil ? world.width : 100).text
      }
    guard let output else { return world.write(text) }
    do throws(SessionStoreError) { try AtomicFile.write(Array(text.utf8), to: output, in: SystemFiles()) } catch {
      throw Failure(error)
    }
  }
}

/// What changed between the versions of a method that sessions were run with.
enum VersionSteps {
  /// In the order in which the versions were first used; each is read from the session's own copy.
  static func between(_ sessions: [SessionCard], in path: String) -> [VersionStep] {
    var seen: Set<String> = []
    let first = sessions.filter { card in
      guard let method = card.method, let hash = card.hash else { return false }
      return seen.insert("\(method) \(hash)").inserted
    }
    guard first.count > 1 else { return [] }
    let methods = first.compactMap { card in
      SessionFolder.existing(named: card.folder, in: path).flatMap { try? PinnedSource.method(of: $0) }
    }
    return zip(methods, methods.dropFirst()).map { old, new in
      let names =
        old.id == new.id ? (old.version, new.version) : ("\(old.id) \(old.version)", "\(new.id) \(new.version)")
      return VersionStep(from: names.0, to: names.1, changes: MethodChanges.between(old, new))
    }
  }
}
