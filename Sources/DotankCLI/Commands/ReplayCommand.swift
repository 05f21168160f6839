import ArgumentParser
import Console
import Diagnostics
import Outcomes
import SessionEngine
import SessionStore

/// Shows where a session stood at a moment that is past.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Shows a session as it stood at any moment.",
    discussion: """
      Example:  dotank replay 2026-11-21-consent-decision
                dotank replay 2026-11-21-consent-decision --to respond
                dotank replay 2026-11-21-consent-decision --to-event 40 --json

      Without --to it lists the steps that ran and their entries in the journal. A step is shown as the screen showed it
      right before it was left; one that ran several times as it was the last time.
      Exit codes: 0 fine, 2 wrong usage, 65 the journal is damaged before that moment, 66 no such session, step or entry.
      """)

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String

  @Option(help: ArgumentHelp("A step, by its id, path or title: as it stood when it was left.", valueName: "step"))
  var to: String?

  @Option(name: .customLong("to-event"), help: ArgumentHelp("An entry of the journal, counted from 1.", valueName: "n"))
  var event: Int?

  @Flag(help: "The record at that moment as JSON, in the form of outcome.json.")
  var json = false

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    guard to == nil || event == nil else {
      throw Failure("--to and --to-event name two moments", remedy: "give one of them", code: Exit.usage)
    }
    let folder = try sessions.session(session, world)
    do {
      let engine = SessionEngine(try PinnedSource.method(of: folder))
      let course = try SessionCourse(of: folder, engine)
      if course.count == 0, let doubt = try await SessionReplay.of(folder).doubt(in: folder) { throw doubt }
      guard let moment = try moment(in: course, world) else {
        world.write(json ? course.json + "\n" : World.harmlessLines(course.listing))
        // What could be read is listed; that there was more is said.
        if let doubt = try await SessionReplay.of(folder).doubt(in: folder) { throw doubt }
        return
      }
      let state = try Self.state(of: folder, at: moment)
      world.write(json ? record(state, engine) : screen(state, engine, moment, of: course.count, world))
    } catch let error as SessionStoreError {
      throw Failure(error)
    }
  }

  /// The entry up to which the session is wanted; `nil`: all moments shall be listed.
  private func moment(in course: SessionCourse, _ world: World) throws(Failure) -> Int? {
    if let event {
      guard (1...max(1, course.count)).contains(event) else {
        if let unreadable = course.unreadable, event > course.count { throw Failure(unreadable) }
        throw Failure(
          "there is no entry \(event) in this session", remedy: "it has entries 1 to \(course.count)",
          code: Exit.noInput)
      }
      return event
    }
    guard let to else { return nil }
    let visits = course.visits(of: to)
    guard let last = visits.last else {
      throw Failure(
        "no step “\(to)” was reached in this session", remedy: "it went through\n\(course.listing)", code: Exit.noInput)
    }
    if visits.count > 1 {
      let others = visits.dropLast().map { "--to-event \($0.last)" }.joined(separator: ", ")
      world.writeError("dotank: “\(to)” ran \(visits.count) times; this is the last, those before are at \(others)")
    }
    return last.last
  }

  private static func state(of folder: SessionFolder, at moment: Int) throws(SessionStoreError) -> SessionState {
    var found = SessionState()
    _ = try SessionReplay.walk(folder) { event, state in
      if event.sequence == moment { found = state }
      return event.sequence < moment
    }
    return found
  }

  private func record(_ state: SessionState, _ engine: SessionEngine) -> String {
    JSONText.harmless(String(decoding: RecordFiles.json(Record.make(from: state, engine: engine)), as: UTF8.self))
  }

  private func screen(
    _ state: SessionState, _ engine: SessionEngine, _ moment: Int, of count: Int, _ world: World
  ) -> String {
    let view = engine.view(state, for: .host, elapsed: state.clock.elapsed)
    let seconds = state.clock.wall.milliseconds / 1000
    let lines = ScreenModel.lookingBack(
      at: view, elapsed: state.clock.elapsed, method: engine.method, language: engine.language(state),
      options: ScreenOptions(
        width: min(world.width, 100), utcOffset: Terminal.utcOffset(at: seconds),
        resumeCommand: "", idPrefix: ""))
    let head = Line("As it stood after entry \(moment) of \(count), \(state.clock.wall.iso8601):", .quiet)
    return ([head] + lines).map { $0.written(inColour: world.usesColour) + "\n" }.joined()
  }
}

/// The steps that a session went through, with where each stands in the journal.
struct SessionCourse {
  struct Visit {
    let take: Int
    let place: String
    let path: String
    let title: String
    let attempt: Int
    let first: Int
    /// The last entry at which it was open.
    var last: Int
  }

  private(set) var visits: [Visit] = []
  /// How many entries there are to look at.
  private(set) var count = 0
  /// What stopped the reading before the journal's end.
  private(set) var unreadable: SessionStoreError?

  init(of folder: SessionFolder, _ engine: SessionEngine) throws(SessionStoreError) {
    var visits: [Int: Visit] = [:]
    var last = 0
    unreadable = try SessionReplay.walk(folder) { event, state in
      last = event.sequence
      for take in state.openTakes {
        visits[
          take.number,
          default: Visit(
            take: take.number, place: take.place, path: take.path.raw, title: take.title, attempt: take.attempt,
            first: event.sequence, last: event.sequence)
        ].last = event.sequence
      }
      return true
    }
    count = last
    self.visits = visits.values.sorted { $0.take < $1.take }
  }

  /// Those of a step by its id, path or title, oldest first.
  func visits(of typed: String) -> [Visit] {
    let wanted = Roster.folded(typed)
    for name in [\Visit.place, \.path, \.title] {
      let found = visits.filter { Roster.folded($0[keyPath: name]) == wanted }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A line for each.
  var listing: String {
    let width = visits.map(\.place.count).max() ?? 0
    let lines = visits.map { visit in
      let place = visit.place + String(repeating: " ", count: width - visit.place.count)
      let again = visit.attempt > 1 ? ", take \(visit.attempt)" : ""
      return "  \(place)  \(visit.title)\(again)  (entries \(visit.first)–\(visit.last))"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  var json: String {
    JSONText.object([
      ("entries", .number(count)),
      (
        "steps",
        .array(
          visits.map { visit in
            .object([
              ("attempt", .number(visit.attempt)), ("first", .number(visit.first)), ("last", .number(visit.last)),
              ("path", .string(visit.path)), ("step", .string(visit.place)), ("take", .number(visit.take)),
              ("title", .string(visit.title)),
            ])
          })
      ),
    ]).rendered
  }
}
