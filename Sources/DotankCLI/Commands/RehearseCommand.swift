import ArgumentParser
import Diagnostics
import MethodLoading
import MethodModel
import Outcomes
import Planning
import SessionEngine
import SessionStore

/// Runs a whole session with simulated people on a simulated clock.
struct RehearseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Runs a method with simulated people, to a full session folder marked as a rehearsal.",
    discussion: """
      Example:  dotank rehearse one-two-four-all --people 24 --seed 7

      Some come late, groups are slow, people object, some write nothing. The same seed gives the same bytes.
      Exit codes: 0 the rehearsal came to an end, 1 it stood still, 2 wrong usage, 65 the method has mistakes,
      66 no such method, 73 and 74 the folder cannot be written.
      """)

  @Argument(help: "A method's id, or a path to its file.")
  var method: String

  @Option(help: "How many simulated people; otherwise the method's ideal number.")
  var people: Int?

  @Option(help: "A number from which everything is drawn.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the method. Lists take the option several times.", valueName: "id=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("The language of the session, if the method has it.", valueName: "tag"))
  var language: String?

  @Flag(help: "The people are in a call, not in a room.")
  var remote = false

  @Flag(help: "What happened, as JSON.")
  var json = false

  @OptionGroup var methods: MethodOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    let loaded = try methods.load(method, world)
    let count = people ?? loaded.method.fit.ideal ?? loaded.method.fit.people.first?.lower ?? 12
    guard (1...PeopleList.most).contains(count) else {
      throw Failure("--people takes 1 to \(PeopleList.most), and \(count) was given", code: Exit.usage)
    }
    let engine = SessionEngine(loaded.method)
    let given = try StartOptions.pairs(settings, "--set")
    var rehearsal = Rehearsal(
      engine, people: count, seed: seed,
      settings: Dictionary(grouping: given, by: \.name).mapValues { $0.map(\.value) },
      language: try loaded.method.language(wanted: language), mode: remote ? .remote : .room)
    let (folder, result) = try await play(&rehearsal, engine, loaded, count, world)
    world.write(json ? result.json(folder) + "\n" : result.text(folder))
    if result.end == Ended.early { throw ExitCode(Exit.notFine) }
  }

  /// Has every command of the rehearsal decided and stored, as in a real session.
  private func play(
    _ rehearsal: inout Rehearsal, _ engine: SessionEngine, _ loaded: LoadedMethod, _ count: Int, _ world: World
  ) async throws(Failure) -> (SessionFolder, Result) {
    let pinned = PinnedMethod(
      files: [.init(name: FilePath.name(of: loaded.source.name), bytes: loaded.source.bytes)])
    guard var start = rehearsal.next(after: SessionState()) else {
      throw Failure("the rehearsal has no beginning", code: Exit.notFine)
    }
    if case .start(var content) = start.body {
      content.methodHash = pinned.hash
      start.body = .start(content)
    }
    do throws(Rejection) { _ = try engine.decide(start, SessionState()) } catch {
      throw Failure(error.message, code: Exit.usage)
    }
    do {
      let folder = try SessionFolder.create(
        in: sessions.path(world), day: "2030-01-07", method: loaded.method.id,
        site: "rehearsal \(count) people seed \(seed)")
      try folder.pin(pinned)
      let host = try await SessionHost.begin(
        folder, with: start, deciding: engine.decide,
        as: LockHolder(process: world.process, since: world.now()), random: SeededRandom(seed: seed),
        durability: .atTheEnd)
      var rejections = 0
      while let command = rehearsal.next(after: await host.view { $0 }) {
        do throws(SessionHost.Refusal) { _ = try await host.submit(command) } catch {
          guard case .rejected = error else { throw Failure(error) }
          rejections += 1
        }
      }
      try await host.synchronize()
      let record = await host.view { Record.make(from: $0, engine: engine) }
      for file in RecordFiles.all(record) { try folder.write(file.bytes, to: file.path) }
      let count = rejections
      return (folder, await host.view { Result($0, rejections: count) })
    } catch let error as SessionStoreError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch let refusal as SessionHost.Refusal {
      throw Failure(refusal)
    } catch {
      throw Failure("\(error)", code: Exit.notFine)
    }
  }
}

extension RehearseCommand {
  /// How a rehearsal went, for the terminal and for scripts.
  struct Result {
    let end: String
    let planned: Int
    let used: Int
    let takes: [(title: String, planned: Int, used: Int)]
    let rejections: Int

    init(_ state: SessionState, rejections: Int) {
      end = if case .ended(let ended) = state.status { ended.name } else { Ended.early }
      planned = state.start?.agreedEnd ?? 0
      used = state.clock.spent(at: state.clock.elapsed)
      takes = state.takes.filter { $0.status != .dropped }.map { take in
        (take.title, take.planned, take.used(at: state.clock.running(at: state.clock.elapsed)))
      }
      self.rejections = rejections
    }

    func text(_ folder: SessionFolder) -> String {
      let lines = takes.map { take in
        "  \(Minutes.clock(take.used)) of \(Minutes.clock(take.planned))  \(take.title)\n"
      }
      return lines.joined()
        + "\nIt ended as “\(end)” after \(Minutes.spoken(used)), planned \(Minutes.spoken(planned)).\n"
        + "The rehearsal is in \(folder.path)\n"
    }

    func json(_ folder: SessionFolder) -> String {
      JSONText.object([
        ("end", .string(end)), ("folder", .string(folder.path)), ("plannedSeconds", .number(planned)),
        ("rejections", .number(rejections)),
        (
          "steps",
          .array(
            takes.map { take in
              .object([
                ("plannedSeconds", .number(take.planned)), ("title", .string(take.title)),
                ("usedSeconds", .number(take.used)),
              ])
            })
        ), ("usedSeconds", .number(used)),
      ]).rendered
    }
  }
}
