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

      With --html, your own compare.html may be used by --template; Templates/README.md lists what it may name. A file
      that stands there is replaced only by --replace.

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

  @OptionGroup var output: OutputOption
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
    try output.check()
    let templates = try template.templates(world)
    let path = sessions.path(world)
    let comparison = try await compared(in: path, world)
    let versions = VersionSteps.between(comparison.sessions, in: path)
    try output.write(written(comparison, versions, by: templates, world), world)
  }

  private func compared(in path: String, _ world: World) async throws -> Comparison {
    var query = try filters.query()
    query.method = of
    let asked = query
    let (comparison, nothing) = try await Archives.ask(path, world) { index throws(ArchiveError) in
      let comparison = try index.comparison(asked)
      return (comparison, comparison.sessions.isEmpty ? try NothingFound(asked, in: index, of: path) : nil)
    }
    if let nothing {
      world.writeError("dotank: \(nothing.message)")
      throw ExitCode(Exit.notFine)
    }
    if !comparison.copies.isEmpty {
      let names = comparison.copies.prefix(5).joined(separator: ", ")
      world.writeError(
        "dotank: left out as \(comparison.copies.count == 1 ? "a copy" : "copies") of a session that is counted already: "
          + names + (comparison.copies.count > 5 ? ", …" : ""))
    }
    return comparison
  }

  private func written(
    _ comparison: Comparison, _ versions: [VersionStep], by templates: TemplateSet, _ world: World
  ) -> [UInt8] {
    if html { return ReportFiles.comparison(ComparisonSheet(comparison, versions), by: templates) }
    let width = output.path == nil ? world.width : 100
    let text =
      json
      ? CompareFiles.json(comparison, versions)
      : csv
        ? CompareFiles.csv(comparison, versions)
        : CompareText(comparison: comparison, versions: versions, width: width).text
    return Array(text.utf8)
  }
}

/// What changed between the versions of a method that sessions were run with.
enum VersionSteps {
  /// In the order in which the versions were first used; each is read from the session's own copy.
  static func between(_ sessions: [SessionCard], in path: String) -> [VersionStep] {
    var order: [String] = []
    var users: [String: [Int]] = [:]
    for (place, card) in sessions.enumerated() {
      guard let method = card.method, let hash = card.hash else { continue }
      let key = "\(method) \(hash)"
      if users[key] == nil { order.append(key) }
      users[key, default: []].append(place)
    }
    guard order.count > 1 else { return [] }
    let used = order.compactMap { key -> (method: Method, sessions: [Int])? in
      let places = users[key] ?? []
      return places.first.map { SessionShelf(path).folder(named: sessions[$0].folder) }
        .flatMap { try? PinnedSource.method(of: $0) }.map { ($0, places) }
    }
    return zip(used, used.dropFirst()).map { old, new in
      let isOtherMethod = old.method.id != new.method.id
      func name(_ used: (method: Method, sessions: [Int])) -> String {
        (isOtherMethod ? "\(used.method.id) " : "") + "\(used.method.version) (\(named(used.sessions)))"
      }
      let isSameNumber = !isOtherMethod && old.method.version == new.method.version
      return VersionStep(
        from: name(old), to: name(new) + (isSameNumber ? ", another file with the same number" : ""),
        changes: MethodChanges.between(old.method, new.method))
    }
  }

  /// By their letters; of many how many there are.
  private static func named(_ sessions: [Int]) -> String {
    sessions.count > 6
      ? "\(sessions.count) sessions" : sessions.map { SessionLetters.letter($0) }.joined(separator: ", ")
  }
}
