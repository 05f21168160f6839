import ArgumentParser
import Diagnostics
import MethodLoading
import MethodModel
import Outcomes
import Reports
import SessionEngine
import SessionStore

/// Shows a method as it would be led, or what a session has produced.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a method, or the report of a session.",
    discussion: """
      Example:  dotank show consent-decision --people 8
                dotank show one-two-four-all --language fi
                dotank show Sessions/2026-11-21-consent-decision

      A session is read only: this works while it runs elsewhere, and when its journal is damaged.
      Exit codes: 0 fine, 2 wrong usage, 65 the method has mistakes, 66 no such method or session.
      """)

  @Argument(help: "A method's id or file, or a session's folder.")
  var target: String

  @Option(help: "For how many people minutes and groups are shown; otherwise for the ideal number.")
  var people: Int?

  @Option(help: "The language to show, if the method has it.")
  var language: String?

  @Flag(help: "As JSON: for a session its outcome.json.")
  var json = false

  @OptionGroup var methods: MethodOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    if let folder = session(world) { return try await show(folder, world) }
    let loaded = try methods.load(target, world)
    let count = people ?? loaded.method.fit.ideal ?? loaded.method.fit.people.first?.lower ?? 12
    guard (1...PeopleList.most).contains(count) else {
      throw Failure("--people takes 1 to \(PeopleList.most)", code: Exit.usage)
    }
    let handout = Handout(loaded.method, people: count, language: try loaded.method.language(wanted: language))
    world.write(json ? handout.json + "\n" : handout.text(width: min(world.width, 100)))
  }

  /// The session that is meant, if it is one: a folder with a journal, or a name among the sessions.
  private func session(_ world: World) -> SessionFolder? {
    if let folder = try? SessionFolder.existing(target) { return folder }
    let folder = SessionFolder.existing(named: target, in: sessions.path(world))
    return folder
  }

  private func show(_ folder: SessionFolder, _ world: World) async throws {
    do {
      let engine = SessionEngine(try PinnedSource.method(of: folder))
      let replay = try await SessionReplay.of(folder)
      let doubt = replay.doubt(in: folder)
      if replay.state.sequence == 0, let doubt { throw doubt }
      if let doubt { world.writeError("dotank: \(doubt.message); what can be read of it follows") }
      let record = Record.make(from: replay.state, engine: engine)
      let bytes = json ? RecordFiles.json(record) : ReportFiles.file(.markdown, of: record)
      let text = String(decoding: bytes, as: UTF8.self)
      world.write(json ? JSONText.harmless(text) : text)
      if doubt != nil { throw ExitCode(Exit.data) }
    } catch let error as SessionStoreError {
      throw Failure(error)
    }
  }
}

extension SessionFolder {
  static func existing(named name: String, in sessions: String) -> SessionFolder? {
    guard !name.contains("/") else { return nil }
    return try? SessionFolder.existing(FilePath.joined(sessions, name))
  }
}
