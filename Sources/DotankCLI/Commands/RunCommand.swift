import ArgumentParser
import Console
import MethodLoading
import MethodModel
import SessionEngine
import SessionStore

/// Leads a session from its start.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Leads a session with a method, and keeps what the room produces.",
    discussion: """
      Example:  dotank run one-two-four-all --people 12 --set question="What should we try next?"
                dotank run consent-decision --people "Aino,Bo,Chen,Dina" --site "North School"
                dotank run adoption-readiness-hexagon --people people.csv --role leader=Aino

      On a terminal it asks for what is missing. In a pipe it takes what has a default and says clearly what has none.
      During the session, what is typed is content and commands begin with a slash: /help lists them.

      Exit codes: 0 the session ended or was paused, 2 wrong usage, 65 the method or list has mistakes, 66 no such file,
      73 the folder cannot be made, 74 the disk is full or fails.
      """)

  @Argument(help: "A method's id, or a path to its file.")
  var method: String

  @Option(help: "Where the session takes place; becomes part of the folder's name.")
  var site: String?

  @Option(
    name: .customLong("tag"), parsing: .singleValue,
    help: "A word under which the session is found again. May be given several times.")
  var tags: [String] = []

  @Option(help: ArgumentHelp("When the session shall end; otherwise as the method plans.", valueName: "minutes"))
  var minutes: Int?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Look first at what is still open of an earlier session, or of “all”; “none”: do not ask. May be given several times.",
      valueName: "session"))
  var carry: [String] = []

  @OptionGroup var start: StartOptions
  @OptionGroup var screen: ScreenChoice
  @OptionGroup var methods: MethodOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    let loaded = try methods.load(method, world)
    if let minutes, !(1...100_000).contains(minutes) {
      throw Failure("--minutes takes a whole number from 1 to 100000", code: Exit.usage)
    }
    let terminal = Terminal()
    let title = loaded.method.title.raw(in: try loaded.method.language(wanted: start.language))
    let conversation = Conversation(terminal, screen, title: title, world)
    // However this is left, the terminal is given back before anything else is said.
    defer { conversation.screen?.restore() }
    var opening = try SessionOpening(loaded.method, start, conversation, world)
    var content = try opening.startSession()
    content.agreedEnd = minutes.map { $0 * 60 }
    if minutes != nil, loaded.method.hasMeetings {
      world.writeError("dotank: --minutes is not used: the meetings of this method end as they are planned")
    }
    content.site = site
    content.tags = Self.tidied(tags)
    content.earlier = try await EarlierSessions.read(content.settings, for: loaded.method, in: sessions.path(world))
    let carried = carry.isEmpty ? try await CarryingOver.asked(conversation, sessions, world) : carry
    content.carried = try await CarryingOver.actions(of: carried, in: sessions, world)
    let session = try await LiveSession.begin(content, loaded, site: site, in: sessions.path(world), world)
    let place = Line("Everything is kept in \(world.shortened(session.host.folder.path))", .quiet)
    let words = [place] + screen.stageWords(session.host.folder.path, world)
    if conversation.screen == nil { terminal.write(words) }
    try await SessionLeading(
      session: session, terminal: terminal, screen: conversation.screen, rings: screen.bell, world: world
    )
    .lead(opening: nil, saying: words)
  }

  /// Each tag once, without blanks around it; nil when there is none.
  private static func tidied(_ tags: [String]) -> [String]? {
    var seen: Set<String> = []
    let words = tags.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return words.isEmpty ? nil : words
  }
}

extension Method {
  /// Meetings have an end of their own each.
  fileprivate var hasMeetings: Bool {
    agenda.flatMap(\.withDescendants).contains { if case .meeting = $0.kind { true } else { false } }
  }
}
