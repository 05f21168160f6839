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
      What others wrote about the person is listed and asked for one by one; --also takes the name out of all of it,
      --leave out of none. It is put on record that something was erased, when, by whom, why and how much, never what.
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

  @Flag(help: "Do not ask; needed where nobody can answer.")
  var yes = false

  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    guard !(also && leave) else {
      throw Failure("--also and --leave say opposite things", remedy: "give one of them", code: Exit.usage)
    }
    let folder = try sessions.session(session, world)
    let terminal = Terminal()
    guard yes || terminal.isInteractive else {
      throw Failure(
        "erasing cannot be taken back, and nobody is here to be asked", remedy: "add  --yes", code: Exit.usage)
    }
    // What a crash may have left of an earlier erasing is finished first, and a torn end set aside.
    let live = try await LiveSession.resume(folder, world)
    if let aside = live.host.recordSetAside { world.writeError("dotank: \(RecordSetAside.words(aside))") }
    let person = try await self.person(in: live)
    var asking = RedactionAsking(folder: folder, terminal: terminal, world: world)
    let reason = try reason ?? asking.reason(mayAsk: terminal.isInteractive)
    do {
      let plan = try RedactionPlan.of(person, in: folder, unwritten: live.engine.unwrittenFields) { _ in false }
      let files = try OtherFiles(of: folder, plan, record: await live.recordPaths())
      asking.show(plan, files)
      let accepted = try mentions(plan, files, &asking)
      guard yes || asking.confirm() else {
        terminal.write([Line("Nothing was erased.")])
        throw ExitCode(Exit.notFine)
      }
      try await erase(person, reason, accepted, files, live, &asking)
    } catch let error as SessionStoreError {
      throw Failure(error)
    }
  }

  private func person(in live: LiveSession) async throws(Failure) -> PersonID {
    let people = await live.host.view { $0.roster.people }
    let wanted = Roster.folded(person)
    if let found = people.first(where: { Roster.folded($0.name) == wanted || $0.id.raw == person }) { return found.id }
    let near = people.filter { Roster.folded($0.name).contains(wanted) }.map(\.name)
    throw Failure(
      "nobody called “\(person)” is on the list of this session",
      remedy: near.isEmpty
        ? "on it are \(people.prefix(20).map(\.name).joined(separator: ", "))"
        : "type the whole name: \(near.joined(separator: " or "))", code: Exit.noInput)
  }

  /// What others wrote that is to go too; `nil` in place of a list of all.
  private func mentions(
    _ plan: RedactionPlan, _ files: OtherFiles, _ asking: inout RedactionAsking
  ) throws(Failure) -> Accepted {
    if also { return Accepted(mentions: Set(plan.mentions), files: true) }
    if leave || plan.mentions.isEmpty && files.named.isEmpty { return Accepted(mentions: [], files: false) }
    guard !yes else {
      throw Failure(
        "others wrote of this person, as listed above, and nothing was erased yet",
        remedy: "add  --also  to take the name out of that too, or  --leave  to leave it", code: Exit.usage)
    }
    return asking.accepted(plan, files)
  }

  /// First the texts beside the journal, then the event, then the files of the record, and last the journal's own words.
  private func erase(
    _ person: PersonID, _ reason: String, _ accepted: Accepted, _ files: OtherFiles, _ live: LiveSession,
    _ asking: inout RedactionAsking
  ) async throws {
    let folder = live.host.folder
    let plan = try RedactionPlan.of(person, in: folder, unwritten: live.engine.unwrittenFields) {
      accepted.mentions.contains($0)
    }
    var removed = plan.removed
    if accepted.files { removed.files = try files.clear(folder, plan) }
    do throws(SessionHost.Refusal) {
      try await live.submit(
        .redact(RedactPerson(person, by: by, standIns: plan.standIns, removed: removed)),
        id: CommandID("redact-\(asking.world.process)-\(asking.world.now().milliseconds)"), reason: reason)
    } catch {
      throw Failure(error)
    }
    let engine = live.engine
    await live.host.close()
    try await ErasureFinishing.finish(folder, engine, asking.world)
    asking.told(removed, plan, files, hasClearedFiles: accepted.files)
  }
}

/// What was agreed to go besides the person's own.
struct Accepted {
  var mentions: Set<RedactionPlan.Mention>
  /// Texts that people put into the folder.
  var files: Bool
}
