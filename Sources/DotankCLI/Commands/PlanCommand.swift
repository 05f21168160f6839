import ArgumentParser
import MethodLoading
import MethodModel
import Planning
import SessionEngine
import SessionStore

/// Lays a method out for one day and so many people.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Writes the run sheet of a method: days and times of the clock, groups, materials counted, breaks.",
    discussion: """
      Example:  dotank plan one-two-four-all --people 24 --start 09:00
                dotank plan adoption-readiness-hexagon --people 9 --start 13:00 --end 15:00
                dotank plan consent-decision --people 8 --start 09:00 --format html --output sheet.html

      With --end the method is cut to end in time, where it can be: the same share of what each step can give, and
      what may be left out only when that is not enough. Hours from 24 on are the next day's: --end 25:30.
      Where the method meets on several days, --date is the day of the first meeting; what is done before it stands on the
      days before, and each meeting begins at the time of --start.
      Formats: text; html prints on A4; ics for calendars; csv for spreadsheets; json for programs.
      Exit codes: 0 fine, 1 it cannot end at the time that is wanted, 2 wrong usage or a number of people the
      method is not made for, 65 the method has mistakes, 66 no such method, 74 the file cannot be written.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, ics, csv, json }

  @Argument(help: "A method's id, or a path to its file.")
  var method: String

  @Option(parsing: .unconditional, help: "For how many people; otherwise for the ideal number.")
  var people: Int?

  @Option(help: ArgumentHelp("When it begins, as 09:00.", valueName: "time"))
  var start = "09:00"

  @Option(help: ArgumentHelp("When it has to end, as 12:00.", valueName: "time"))
  var end: String?

  @Option(help: ArgumentHelp("On which day, as 2026-11-23; for a calendar otherwise today.", valueName: "day"))
  var date: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the method. Lists take the option several times.", valueName: "id=value"))
  var settings: [String] = []

  @Option(help: "room or remote: whether the people share a room or a call.")
  var mode: Mode = .room

  @Option(help: ArgumentHelp("The language of the sheet, if the method has it.", valueName: "tag"))
  var language: String?

  @Option(help: "text, html, ics, csv or json.")
  var format: Format = .text

  @Option(help: ArgumentHelp("A file to write instead of the terminal.", valueName: "file"))
  var output: String?

  @Flag(name: .customLong("accept-size"), help: "Plan although the method is made for another number of people.")
  var acceptsSize = false

  @OptionGroup var methods: MethodOptions

  func run() throws {
    let world = World()
    let occasion = try readOccasion()
    let loaded = try methods.load(method, world)
    let engine = SessionEngine(loaded.method)
    let sheet = RunSheet(engine, for: try complete(occasion, for: loaded.method))
    let text = try written(sheet, world)
    if let output {
      do throws(SessionStoreError) { try AtomicFile.write(Array(text.utf8), to: output) } catch { throw Failure(error) }
    } else {
      world.write(text)
    }
    guard let fitting = sheet.fitting, fitting.plan.overrun > 0 else { return }
    if format != .text || output != nil { world.writeError("dotank: " + sheet.verdict.joined(separator: "\n  ")) }
    throw ExitCode(Exit.notFine)
  }

  // MARK: What it is for

  private func readOccasion() throws(Failure) -> Occasion {
    var occasion = Occasion(people: 0, language: "", start: try time(start, "--start").seconds)
    guard occasion.start < 86_400 else {
      throw Failure("--start takes a time from 00:00 to 23:59, and \(start) was given", code: Exit.usage)
    }
    if let end {
      let time = try time(end, "--end")
      guard time.seconds > occasion.start else {
        throw Failure(
          "--end \(end) is not after --start \(start)",
          remedy: "past midnight the hours go on: \(DayTime(seconds: time.seconds).nextDay) is \(end) on the next day",
          code: Exit.usage)
      }
      occasion.end = time.seconds
    }
    if let date {
      guard let day = CalendarDate(date) else {
        throw Failure("--date takes a day such as 2026-11-23, and “\(date)” is none", code: Exit.usage)
      }
      occasion.day = day
    }
    return occasion
  }

  private func time(_ text: String, _ option: String) throws(Failure) -> DayTime {
    guard let time = DayTime(text) else {
      throw Failure("\(option) takes a time such as 09:00, and “\(text)” is none", code: Exit.usage)
    }
    return time
  }

  private func complete(_ given: Occasion, for method: Method) throws(Failure) -> Occasion {
    var occasion = given
    occasion.people = people ?? method.fit.ideal ?? method.fit.people.first?.lower ?? 12
    try checkSize(occasion.people, of: method)
    occasion.language = try method.language(wanted: language)
    occasion.isRemote = method.fit.mode(isRemote: mode == .remote) == .remote
    let pairs = try StartOptions.pairs(settings, "--set")
    for (name, values) in Dictionary(grouping: pairs, by: \.name).sorted(by: { $0.key < $1.key }) {
      occasion.settings[name] = try StartOptions.checked(name, values.map(\.value), of: method)
    }
    return occasion
  }

  private func checkSize(_ count: Int, of method: Method) throws(Failure) {
    guard (1...PeopleList.most).contains(count) else {
      throw Failure("--people takes 1 to \(PeopleList.most), and \(count) was given", code: Exit.usage)
    }
    guard !acceptsSize, !method.fit.admits(count) else { return }
    let sizes = method.fit.people.map(\.description).joined(separator: ", ").replacing("..", with: "–")
    let engine = SessionEngine(method)
    let misfits = engine.misfits(for: engine.previewedStart(people: count, language: method.language))
    throw Failure(
      (["“\(method.title.raw(in: method.language))” is made for \(sizes) people, and --people is \(count)"]
        + misfits.map { "  – \($0.text)" }).joined(separator: "\n"),
      remedy: "to plan it all the same, add --accept-size", code: Exit.usage)
  }

  // MARK: The file

  private func written(_ sheet: RunSheet, _ world: World) throws(Failure) -> String {
    switch format {
    case .text: return RunSheetText(sheet, width: output == nil ? min(world.width, 120) : 80).text
    case .html: return RunSheetPage(sheet: sheet).html
    case .csv: return sheet.csv
    case .json: return sheet.json
    case .ics:
      let now = world.now()
      guard let day = sheet.day ?? CalendarDate(world.localDate(now)) else {
        throw Failure("the day is not known", remedy: "give it as --date 2026-11-23", code: Exit.usage)
      }
      return RunSheetCalendar(sheet: sheet, day: day, stamp: now).text
    }
  }
}

extension Mode: ExpressibleByArgument {}

extension DayTime {
  /// The same time one day later, with its hours going on.
  fileprivate var nextDay: String {
    let minutes = seconds / 60 % 60
    return "\(seconds / 3_600 + 24):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
