import ArgumentParser
import MethodLoading
import MethodModel
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
                dotank rehearse one-two-four-all --sweep --seeds 20

      Some come late, groups are slow, people object, some write nothing. The same seed gives the same bytes.
      A sweep keeps no folders: it says how long each size took, which ways were taken, what was never reached, and how
      to see the worst rehearsal again. Ctrl-C ends it with the table so far.
      Exit codes: 0 every rehearsal came to an end, 1 one stood still or the sweep was interrupted, 2 wrong usage,
      65 the method has mistakes, 66 no such method, 73 and 74 the folder cannot be written.
      """)

  @Argument(help: "A method's id, or a path to its file.")
  var method: String

  @Option(help: "How many simulated people; otherwise the method's ideal number.")
  var people: Int?

  @Option(help: "A number from which everything is drawn.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A setting of the method. Lists take the option several times; an earlier session that is not named is made up.",
      valueName: "id=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("The language of the session, if the method has it.", valueName: "tag"))
  var language: String?

  @Flag(help: "The people are in a call, not in a room.")
  var remote = false

  @Flag(help: "What happened, as JSON.")
  var json = false

  @OptionGroup var sweeping: SweepOptions
  @OptionGroup var methods: MethodOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    let loaded = try methods.load(method, world)
    if sweeping.sweep { return try await runSweep(of: loaded.method, world) }
    let count = people ?? loaded.method.fit.ideal ?? loaded.method.fit.people.first?.lower ?? 12
    guard (1...PeopleList.most).contains(count) else {
      throw Failure("--people takes 1 to \(PeopleList.most), and \(count) was given", code: Exit.usage)
    }
    let engine = SessionEngine(loaded.method)
    let settings = try await given(for: loaded.method, world)
    var rehearsal = Rehearsal(
      engine, people: count, seed: seed, settings: settings.words, earlier: settings.earlier,
      language: try loaded.method.language(wanted: language), mode: loaded.method.fit.mode(isRemote: remote))
    let founding = SessionFounding(
      loaded: loaded, engine: engine, sessions: sessions.path(world), day: Self.day,
      site: "rehearsal \(count) people seed \(seed)", durability: .atTheEnd)
    let (folder, summary) = try await play(&rehearsal, founding, world)
    world.write(json ? summary.json(folder) + "\n" : summary.text + "The rehearsal is in \(folder.path)\n")
    if summary.endedAs == Ended.early { throw ExitCode(Exit.notFine) }
  }

  private func runSweep(of loaded: Method, _ world: World) async throws {
    guard people == nil else {
      throw Failure("--people is for one rehearsal", remedy: "for a sweep give  --sizes 6..12", code: Exit.usage)
    }
    guard (1...100_000).contains(sweeping.seeds), sweeping.jobs.map({ (1...256).contains($0) }) ?? true else {
      throw Failure("--seeds takes 1 to 100000, and --jobs 1 to 256", code: Exit.usage)
    }
    let settings = try await given(for: loaded, world)
    let subject = SweepSubject(
      SessionEngine(loaded), settings: settings.words, earlier: settings.earlier,
      language: try loaded.language(wanted: language),
      isRemote: loaded.fit.mode(isRemote: remote) == .remote)
    let cases = try sweeping.people(for: loaded).flatMap { people in
      (0..<UInt64(sweeping.seeds)).map { SweepWork.Case(people: people, seed: seed &+ $0) }
    }
    let runs = await SweepWork(subject, cases, world).run(jobs: sweeping.jobs ?? world.cores)
    let sweep = Sweep(runs, of: subject)
    let isWhole = runs.count == cases.count
    if json {
      world.write(sweep.json(wanted: cases.count))
    } else if sweeping.csv {
      world.write(sweep.csv)
    } else {
      world.write(SweepText(sweep: sweep, replay: replay(world), wanted: isWhole ? nil : cases.count).text)
    }
    if !isWhole || runs.contains(where: \.isStuck) { throw ExitCode(Exit.notFine) }
  }

  /// The answers to settings, and what the earlier sessions came to that are named among them.
  private func given(
    for method: Method, _ world: World
  ) async throws(Failure) -> (words: [String: [String]], earlier: [String: EarlierOutcome]) {
    let pairs = try StartOptions.pairs(settings, "--set")
    let words = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
    for (name, values) in words.sorted(by: { $0.key < $1.key }) where method.setting(name)?.kind != .earlier {
      _ = try StartOptions.checked(name, values, of: method)
    }
    return (words, try await EarlierSessions.read(words, for: method, in: sessions.path(world)) ?? [:])
  }

  /// What to type to see a rehearsal of the sweep again, but for its size and seed.
  private func replay(_ world: World) -> String {
    let settings = settings.map { " --set " + World.quoted($0) }.joined()
    let language = language.map { " --language \($0)" } ?? ""
    return "\(world.command) rehearse \(World.quoted(method))\(settings)\(language)\(remote ? " --remote" : "")"
  }

  /// The day on which every simulated session takes place.
  private static let day = String(Rehearsal.start.iso8601.prefix(10))

  /// Has every command of the rehearsal decided and stored, as in a real session.
  private func play(
    _ rehearsal: inout Rehearsal, _ founding: SessionFounding, _ world: World
  ) async throws(Failure) -> (SessionFolder, RehearsalSummary) {
    guard var start = rehearsal.next(after: SessionState()) else {
      throw Failure("the rehearsal has no beginning", code: Exit.notFine)
    }
    // All rehearsals begin at the same moment; by this they are told apart, as sessions are by the sender's own id.
    start.id = CommandID("\(start.id.raw)-\((founding.site ?? "").replacing(" ", with: "-"))")
    let host = try await founding.host(startedBy: start, random: SeededRandom(seed: seed), world)
    var refused: [Rejection] = []
    while let command = rehearsal.next(after: await host.view { $0 }) {
      do throws(SessionHost.Refusal) { _ = try await host.submit(command) } catch {
        guard case .rejected(let rejection) = error else { throw Failure(error) }
        refused.append(rejection)
      }
    }
    do throws(SessionStoreError) { try await host.synchronize() } catch { throw Failure(error) }
    try await host.writeRecord(founding.engine)
    Archives.take(host.folder)
    let state = await host.view { $0 }
    return (host.folder, RehearsalSummary(state, engine: founding.engine, seed: seed, refused: refused))
  }
}

extension RehearsalSummary {
  fileprivate func json(_ folder: SessionFolder) -> String {
    JSONText.object([
      ("contributions", .number(contributions)), ("end", endedAs.map { .string($0) } ?? .null),
      ("folder", .string(folder.path)), ("method", .string(method)), ("overrules", .number(overrules)),
      ("people", .number(people)), ("plannedSeconds", .number(planned)),
      ("refused", .array(refused.map(\.json))), ("rejections", .number(rejections)),
      ("reworks", .number(reworks)), ("seed", .string(String(seed))), ("skips", .number(skips)),
      ("steps", .array(takes.map(\.json))), ("unopened", .array(unopened.map { .string($0) })),
      ("usedSeconds", .number(actual)),
    ]).rendered
  }
}

extension RehearsalSummary.Refusal {
  fileprivate var json: JSONText {
    .object([("code", .string(code)), ("count", .number(count)), ("message", .string(message))])
  }
}

extension RehearsalSummary.Line {
  fileprivate var json: JSONText {
    .object([
      ("attempt", .number(attempt)), ("plannedSeconds", .number(planned)), ("status", .string(status.rawValue)),
      ("title", .string(title)), ("usedSeconds", .number(used)),
    ])
  }
}
