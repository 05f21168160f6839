import Console
import MethodModel
import SessionEngine

/// Gathers what a session is started with: from the command line, from questions on a terminal, from defaults.
struct SessionOpening {
  private let method: Method
  private let conversation: Conversation
  private let world: World
  private let language: String
  private let mode: Mode
  private var list: PeopleList?
  private var settings: [String: [String]]
  private let namedRoles: [(name: String, value: String)]
  private var roles: [String: [PersonID]] = [:]
  private var acceptsSize: Bool

  init(_ method: Method, _ options: StartOptions, _ conversation: Conversation, _ world: World) throws(Failure) {
    self.method = method
    self.conversation = conversation
    self.world = world
    mode = method.fit.mode(isRemote: options.remote)
    language = try method.language(wanted: options.language)
    if let people = options.people { list = try PeopleList.read(people, for: method, world) }
    let given = try StartOptions.pairs(options.settings, "--set")
    settings = Dictionary(grouping: given, by: \.name).mapValues { $0.map(\.value) }
    namedRoles = try StartOptions.pairs(options.roles, "--role")
    acceptsSize = options.acceptsSize
  }

  /// What the session starts with. On a terminal, what is missing is asked for; elsewhere defaults are taken, and what
  /// has none is said clearly.
  mutating func startSession() throws(Failure) -> StartSession {
    var list = try peopleList()
    for column in list.ignored { tell("The column “\(column)” is not used by this method.") }
    try give(&list)
    if conversation.isInteractive {
      try interview(list)
    } else {
      try requireSettings()
    }
    try checkSize(list)
    return StartSession(
      methodHash: "", language: language, mode: mode, settings: settings, people: list.people, roles: roles,
      acceptsSize: acceptsSize)
  }

  private func tell(_ text: String) { conversation.tell(text) }

  // MARK: People

  private var ideal: Int { method.fit.ideal ?? method.fit.people.first?.lower ?? 12 }

  private mutating func peopleList() throws(Failure) -> PeopleList {
    if let list { return list }
    guard conversation.isInteractive else {
      tell("Nobody was named with --people, so \(ideal) people are assumed, the method's ideal number.")
      return try PeopleList.numbered(ideal)
    }
    while true {
      let question = "Who is there? A number, names with commas between, or a CSV file. Enter takes \(ideal) people."
      let answer = try conversation.ask([Line(question)])
      if answer.allSatisfy(\.isWhitespace) { return try PeopleList.numbered(ideal) }
      do throws(Failure) { return try PeopleList.read(answer, for: method, world) } catch { tell("\(error)") }
    }
  }

  /// Roles of the file, then those of `--role`.
  private mutating func give(_ list: inout PeopleList) throws(Failure) {
    roles = list.roles
    for (role, name) in namedRoles {
      guard method.role(role) != nil else {
        let known = method.roles.map(\.id).joined(separator: ", ")
        throw Failure(
          "there is no role “\(role)” in this method",
          remedy: known.isEmpty ? "it has no roles" : "its roles are \(known)", code: Exit.usage)
      }
      let wanted = Roster.folded(name)
      guard let person = list.people.first(where: { Roster.folded($0.name) == wanted }) else {
        throw Failure(
          "nobody called “\(name)” is on the list", remedy: "name people with --people \"Aino,Bo,…\" first",
          code: Exit.usage)
      }
      roles[role, default: []].append(person.id)
    }
  }

  // MARK: Settings

  private mutating func interview(_ list: PeopleList) throws(Failure) {
    var interview = Interview(
      method: method, language: language, settings: settings, people: list.people, roles: roles)
    while let question = interview.question(width: conversation.width) {
      conversation.tell(interview.answer(try conversation.ask(question)))
    }
    settings = interview.settings
    roles = interview.roles
  }

  private func requireSettings() throws(Failure) {
    let missing = Interview.missing(method, settings)
    guard let first = missing.first else { return }
    let asks = missing.map { "\($0.id): \($0.ask.raw(in: language))" }.joined(separator: "\n  ")
    throw Failure(
      "\(missing.count == 1 ? "a setting is" : "settings are") needed before “\(method.title.raw(in: language))” can start\n  \(asks)",
      remedy: "give it with  --set \(first.id)=\"…\"", code: Exit.usage)
  }

  // MARK: Size

  /// A number of people outside the method's range is said, and taken only on confirmation.
  private mutating func checkSize(_ list: PeopleList) throws(Failure) {
    let count = list.people.count
    let isFit = method.fit.admits(count)
    let misfits = self.misfits(list).filter { !isFit || $0.isBreach }
    guard !acceptsSize, !isFit || !misfits.isEmpty else { return }
    let sizes = method.fit.people.map(\.description).joined(separator: ", ").replacing("..", with: "–")
    let title = method.title.raw(in: language)
    let said =
      isFit
      ? "“\(title)” cannot be run as it is meant with the people on the list"
      : "“\(title)” is made for \(sizes) people, and \(count) are on the list"
    guard conversation.isInteractive else {
      throw Failure(
        ([said] + misfits.map { "  – \($0.text)" }).joined(separator: "\n"),
        remedy: "to start it all the same, add --accept-size", code: Exit.usage)
    }
    tell("\(said).")
    if !misfits.isEmpty { tell("With these people:") }
    for misfit in misfits { tell("  – \(misfit.text)") }
    let answer = try conversation.ask([Line("Type  yes  to start all the same.", .warning)])
    guard answer.lowercased().trimmingBlanks == "yes" else { throw Conversation.nothingStarted }
    acceptsSize = true
  }

  /// What would not work out with these people.
  private func misfits(_ list: PeopleList) -> [Misfit] {
    let engine = SessionEngine(method)
    var start = engine.previewedStart(people: 1, language: language)
    start.people = list.people
    start.roles = roles
    start.mode = mode
    start.settings.merge(settings) { $1 }
    return engine.misfits(for: start)
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest.drop { $0.isWhitespace }
  }
}
