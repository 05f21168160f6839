import ArgumentParser
import Console
import SessionEngine
import SessionStore

/// Takes a person's name and words out of a session.
struct RedactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Takes a person's name and words out of a session's journal and every file of it, for good.",
    discussion: """
      Example:  dotank redact 2026-11-21-consent-decision Aino --reason "asked to be forgotten"
                dotank redact 2026-11-21-consent-decision Aino --reason "as asked" --also --yes

      The name on the list, what the person wrote, the reasons the person gave and what is known of the person go; so do
      torn ends that a crash left. Marks, counts and decisions stay as they were, and the journal's chain still verifies.
      Each text of others in which the person is named is listed and asked for; --also takes the name out of all of them,
      --leave out of none. What others wrote in the same words as the person is theirs and stays; it is listed, and goes
      only with --same-words. Where the record shows words without names, an empty place tells whose it was to whoever
      has an earlier copy or sees who is gone: --leave-hidden keeps the person's words there, --erase-hidden does not.
      A name that is not on the list, or no longer, is given with --name. It is put on record that something was erased, when, by whom, why and how much, never what.
      Left, and told: the folder's own name, for other sessions and people know it by that, the method as it was used, for
      its fingerprint stands in the journal, and pictures and other files that are no plain text.
      It cannot be taken back, and it does not reach copies, bundles or printed pages that are elsewhere.
      Exit codes: 0 erased, 1 nothing was erased, 2 wrong usage, 65 the journal is damaged, 66 no such session or person,
      74 the disk is full or fails, 75 the session is open in another window.
      """)

  @Argument(help: "A session's folder, its name, or the beginning of it.")
  var session: String

  @Argument(help: "The person, by the whole name on the list or the id.")
  var person: String

  @Option(help: ArgumentHelp("Why it is erased; goes on record, so do not name the person.", valueName: "words"))
  var reason: String?

  @Option(help: ArgumentHelp("Who has it erased, for the record.", valueName: "name"))
  var by = "the facilitator"

  @Flag(help: "Take the name out of all that others wrote, and out of text files that you put into the folder.")
  var also = false

  @Flag(help: "Leave what others wrote as it is.")
  var leave = false

  @Flag(name: .customLong("same-words"), help: "Take out also what others wrote in the same words as the person.")
  var sameWords = false

  @Flag(name: .customLong("leave-hidden"), help: "Keep what the person wrote where the record names nobody.")
  var leaveHidden = false

  @Flag(name: .customLong("erase-hidden"), help: "Erase that too, though it shows whose it was.")
  var eraseHidden = false

  @Option(
    name: .customLong("name"), parsing: .singleValue,
    help: ArgumentHelp("Another name by which others call the person. May be given several times.", valueName: "name"))
  var names: [String] = []

  @Flag(help: "Do not ask; needed where nobody can answer.")
  var yes = false

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    guard !(also && leave) else {
      throw Failure("--also and --leave say opposite things", remedy: "give one of them", code: Exit.usage)
    }
    guard !(leaveHidden && eraseHidden) else {
      throw Failure(
        "--leave-hidden and --erase-hidden say opposite things", remedy: "give one of them", code: Exit.usage)
    }
    let folder = try sessions.session(session, world)
    let terminal = Terminal()
    guard yes || terminal.isInteractive else {
      throw Failure(
        "erasing cannot be taken back, and nobody is here to be asked", remedy: "add  --yes", code: Exit.usage)
    }
    // What a crash may have left of an earlier erasing is finished first, and a torn end set aside.
    let live = try await LiveSession.resume(folder, world, waits: true)
    if let aside = live.host.recordSetAside { world.writeError("dotank: \(RecordSetAside.words(aside))") }
    let person = try await self.person(in: live)
    var asking = RedactionAsking(folder: folder, terminal: terminal, world: world)
    let reason = try reason ?? asking.reason(mayAsk: terminal.isInteractive)
    do {
      var scope = await scope(in: live)
      let plan = try RedactionPlan.of(person, in: folder, scope) { _ in false }
      let files = try OtherFiles(of: folder, plan, record: await live.recordPaths())
      asking.show(plan, files, leavesHidden: leaveHidden)
      let accepted = try accepted(plan, files, &asking)
      scope.leavesNameless = accepted.leavesHidden
      guard yes || asking.confirm() else {
        terminal.write([Line("Nothing was erased.")])
        throw ExitCode(Exit.notFine)
      }
      try await erase(person, reason, accepted, scope, files, live, &asking)
    } catch let error as SessionStoreError {
      throw Failure(error)
    }
  }

  private func scope(in live: LiveSession) async -> RedactionScope {
    let engine = live.engine
    let nameless = await live.host.view { engine.namelessRuns($0) }
    let isListed = await live.host.view { state in state.roster.people.contains { means($0) } }
    return RedactionScope(
      unwritten: engine.unwrittenFields, names: isListed ? names : names + [person], nameless: nameless,
      leavesNameless: leaveHidden)
  }

  private func means(_ somebody: Person) -> Bool {
    Roster.folded(somebody.name) == Roster.folded(person) || somebody.id.raw == person
  }

  private func person(in live: LiveSession) async throws(Failure) -> PersonID {
    let (people, redacted) = await live.host.view { ($0.roster.people, Set($0.redactions.map(\.person))) }
    if let found = people.first(where: means) { return found.id }
    let near = people.filter { Roster.folded($0.name).contains(Roster.folded(person)) }.map(\.name)
    if let earlier = try await nameLeft(from: redacted, in: live) { return earlier }
    throw Failure(
      "nobody called “\(person)” is on the list of this session",
      remedy: near.isEmpty
        ? "on it are \(people.prefix(20).map(\.name).joined(separator: ", "))"
        : "type the whole name: \(near.joined(separator: " or "))", code: Exit.noInput)
  }

  /// The person who was taken off the list before, where the name is still in what others wrote.
  private func nameLeft(from redacted: Set<PersonID>, in live: LiveSession) async throws(Failure) -> PersonID? {
    guard let first = redacted.min() else { return nil }
    do throws(SessionStoreError) {
      let scope = RedactionScope(unwritten: live.engine.unwrittenFields, names: [person])
      let plan = try RedactionPlan.of(first, in: live.host.folder, scope) { _ in false }
      let files = try OtherFiles(of: live.host.folder, plan, record: await live.recordPaths())
      guard plan.mentions.contains(where: { $0.reason == .namesPerson }) || !files.named.isEmpty else { return nil }
    } catch {
      throw Failure(error)
    }
    guard redacted.count == 1 else {
      let ids = redacted.sorted().map(\.raw)
      throw Failure(
        "“\(person)” is not on the list any more, and \(ids.joined(separator: " and ")) were taken off it",
        remedy: "say which it was:  dotank redact \(World.quoted(session)) \(ids[0]) --name \(World.quoted(person))",
        code: Exit.noInput)
    }
    return first
  }

  /// What is to go besides the person's own under the person's name.
  private func accepted(
    _ plan: RedactionPlan, _ files: OtherFiles, _ asking: inout RedactionAsking
  ) throws(Failure) -> Accepted {
    var accepted = Accepted()
    let named = plan.mentions.filter { $0.reason == .namesPerson }
    let same = plan.mentions.filter { $0.reason == .saysTheSame }
    let isOpen = !also && !leave && !(named.isEmpty && files.named.isEmpty)
    let isHiddenOpen = plan.nameless > 0 && !leaveHidden && !eraseHidden
    if yes, isOpen || isHiddenOpen { throw Self.undecided(others: isOpen, hidden: isHiddenOpen) }
    if isOpen {
      asking.ask(named, files, &accepted)
    } else if also {
      (accepted.mentions, accepted.files) = (Set(named), true)
    }
    if sameWords {
      accepted.mentions.formUnion(same)
      accepted.words = true
    } else if !yes {
      asking.ask(same, &accepted)
    }
    accepted.leavesHidden = isHiddenOpen ? asking.leavesHidden(plan) : leaveHidden
    return accepted
  }

  private static func undecided(others: Bool, hidden: Bool) -> Failure {
    let what = [
      others ? "others wrote of this person" : nil, hidden ? "words of this person stand where nobody is named" : nil,
    ].compactMap(\.self).joined(separator: ", and ")
    let remedies = [
      others ? "add  --also  to take the name out of what others wrote, or  --leave  to leave it" : nil,
      hidden ? "add  --leave-hidden  to keep what stands without a name, or  --erase-hidden  to erase it" : nil,
    ].compactMap(\.self).joined(separator: "\n  ")
    return Failure("\(what), as listed above, and nothing was erased yet", remedy: remedies, code: Exit.usage)
  }

  /// First the texts beside the journal, then the event, then the files of the record, and last the journal's own words.
  private func erase(
    _ person: PersonID, _ reason: String, _ accepted: Accepted, _ scope: RedactionScope, _ files: OtherFiles,
    _ live: LiveSession, _ asking: inout RedactionAsking
  ) async throws {
    let folder = live.host.folder
    let plan = try RedactionPlan.of(person, in: folder, scope) { accepted.mentions.contains($0) }
    var removed = plan.removed
    if accepted.files || accepted.words {
      removed.files = try files.clear(folder, plan, named: accepted.files, withWords: accepted.words)
    }
    do throws(SessionHost.Refusal) {
      try await live.submit(
        .redact(RedactPerson(person, by: by, standIns: plan.standIns, removed: removed)),
        id: CommandID("redact-\(asking.world.process)-\(asking.world.now().milliseconds)"), reason: reason)
    } catch {
      if case .notStored(let error) = error { throw Failure.notRecorded("nothing was erased from the session", error) }
      throw Failure(error)
    }
    let engine = live.engine
    await live.host.close()
    do { try await ErasureFinishing.finish(folder, engine, asking.world) } catch {
      throw Failure(
        "it is on record that this is erased, but not all of it is gone yet: \(Failure.reason(error))",
        remedy: "\(Failure.room(error)), then  dotank export \(World.quoted(folder.name))  finishes it",
        code: error.exit.rawValue)
    }
    asking.told(removed, plan, files, hasClearedFiles: accepted.files)
  }
}

/// What was agreed to go besides the person's own.
struct Accepted {
  var mentions: Set<RedactionPlan.Mention> = []
  /// Texts that people put into the folder.
  var files = false
  /// The same words in those.
  var words = false
  /// What the person wrote where nobody is named stays.
  var leavesHidden = false
}

extension SessionEngine {
  /// Where the record shows words without saying whose they are.
  fileprivate func namelessRuns(_ state: SessionState) -> Set<RunID> {
    Set(state.takes.flatMap(\.runs).filter { sightOfMarks(in: $0, state, for: .record) == .words }.map(\.id))
  }
}
