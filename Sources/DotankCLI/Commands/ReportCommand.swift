import ArgumentParser
import Outcomes
import Reports
import SessionEngine
import SessionStore

/// Makes a session's report anew, by the shipped templates or by somebody's own.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the report of a session, by your own templates if you like.",
    discussion: """
      Example:  dotank report 2026-11-21-consent-decision > report.md
                dotank report 2026-11-21-consent-decision --format html --output report.html
                dotank report 2026-11-21-consent-decision --format brief --template our-templates --output brief.html

      The session is read only: what stands in its folder stays. Templates are checked first, and every mistake is told
      with its file and line; Templates/README.md lists what they may name. A file that stands there is replaced only by
      --replace.
      Exit codes: 0 fine, 2 wrong usage, 65 a template has mistakes or the session is damaged, 66 no such session or
      folder, 73 the file cannot be written.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, brief

    var kind: ReportFiles.Format {
      switch self {
      case .html: .page
      case .md: .markdown
      case .brief: .brief
      }
    }
  }

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String

  @Option(help: "html (one page with drawings), md (plain text), or brief (the decisions on one sheet, as HTML).")
  var format: Format = .md

  @OptionGroup var output: OutputOption
  @OptionGroup var template: TemplateOption
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    try output.check()
    let templates = try template.templates(world)
    let folder = try sessions.session(session, world)
    let made: [UInt8]
    let doubt: SessionStoreError?
    do throws(SessionStoreError) {
      let engine = SessionEngine(try PinnedSource.method(of: folder))
      let replay = try await SessionReplay.of(folder)
      let found = replay.doubt(in: folder)
      if replay.state.sequence == 0, let found { throw found }
      let record = Record.make(from: replay.state, engine: engine)
      let bytes = ReportFiles.file(
        format.kind, of: record, showing: SessionFiles.pictures(of: record, in: folder), by: templates)
      (made, doubt) = (bytes, found)
    } catch {
      throw Failure(error)
    }
    try output.write(made, world)
    guard let doubt else { return }
    world.writeError("dotank: \(doubt.message); the report tells what can be read of it")
    throw ExitCode(Exit.data)
  }
}
