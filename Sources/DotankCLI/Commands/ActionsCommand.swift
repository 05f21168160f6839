import ArgumentParser
import Diagnostics
import Outcomes
import SessionEngine
import SessionStore

/// Who owes what across all sessions, and what became of it.
struct ActionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "Lists who owes what across all sessions, and records what became of it.",
    discussion: """
      Example:  dotank actions
                dotank actions --due --owner Aino
                dotank actions done 3f2a91 it hangs by the door
                dotank actions moved 3f2a91 2027-03-01 the hall is shut until then

      What became of an action is recorded in the journal of its session, after its end, and that session's files are
      made anew. To look at what is open in the next session:  dotank run METHOD --carry SESSION
      Exit codes: 0 fine, 1 nothing matches, 2 wrong usage, 65 a journal is damaged, 66 no such action, 74 the disk is
      full or fails, 75 the session is open in another window.
      """,
    subcommands: [List.self, Done.self, Dropped.self, Moved.self, Reopened.self], defaultSubcommand: List.self)

  /// What is open, or everything.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists actions; without options those that are open.",
      discussion: "Example:  dotank actions list --by 2027-03-01 --csv\n\nExit codes: 0 fine, 1 nothing matches.")

    @Flag(help: "Only what is overdue or due today.")
    var due = false

    @Option(help: ArgumentHelp("Only what is due up to and with this day, month or year.", valueName: "date"))
    var by: String?

    @Option(help: ArgumentHelp("Only what this person owes, by the name or the beginning of it.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("Only of this session.", valueName: "session"))
    var session: String?

    @Flag(help: "Also what is done or dropped.")
    var all = false

    @Flag(help: "Also what people who were made up agreed in rehearsals.")
    var rehearsals = false

    @Flag(help: "As JSON.")
    var json = false

    @Flag(help: "As CSV.")
    var csv = false

    @OptionGroup var sessions: SessionsOption

    func run() async throws {
      let world = World()
      let last = try DateOption.read(by, "--by")
      let folder = try session.map { name throws(Failure) in try sessions.session(name, world) }
      let shelf = try await ActionShelf.read(sessions.path(world))
      let today = world.localDate(world.now())
      // A month or year ends after its last day: `2026-11` before `2026-11~`.
      let limit = last.map { $0 + "~" } ?? (due ? today : nil)
      let wanted = owner.map(Roster.folded)
      let chosen = shelf.actions.filter { item in
        (all || item.isOpen) && (rehearsals || folder != nil || !item.isRehearsal)
          && (folder.map { $0.identity == item.identity } ?? true)
          && (limit.map { limit in item.action.due.map { $0 <= limit } ?? false } ?? true)
          && (wanted.map { Roster.folded(item.action.owner ?? "").hasPrefix($0) } ?? true)
      }.sorted { ($0.action.due ?? "9999", $0.folder.name) < ($1.action.due ?? "9999", $1.folder.name) }
      let listing = ActionListing(shelf: shelf, chosen: chosen, today: today)
      for trouble in shelf.troubles { world.writeError("dotank: \(trouble)") }
      world.write(
        json ? listing.json : csv ? listing.csv : World.harmlessLines(listing.text(width: min(world.width, 100))))
      if chosen.isEmpty {
        if !json, !csv { world.writeError("dotank: no action matches; dotank actions --all lists every one") }
        throw ExitCode(Exit.notFine)
      }
    }
  }

  struct Done: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says that an action is done.",
      discussion:
        "Example:  dotank actions done 3f2a91 it hangs by the door\n\nExit codes: 0 fine, 2 done already, 66 no such action."
    )
    @OptionGroup var target: Target
    @Argument(help: "How one sees it, for the record.")
    var note: [String] = []

    func run() async throws { try await target.change(.done, note: note) }
  }

  struct Dropped: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says that an action will not be done, and why.",
      discussion:
        "Example:  dotank actions dropped 3f2a91 nobody needs it now\n\nExit codes: 0 fine, 2 no reason given, 66 no such action."
    )
    @OptionGroup var target: Target
    @Argument(help: "Why, for the record.")
    var note: [String] = []

    func run() async throws { try await target.change(.dropped, note: note) }
  }

  struct Moved: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives an action another day, and says why.",
      discussion:
        "Example:  dotank actions moved 3f2a91 2027-03-01 the hall is shut\n\nExit codes: 0 fine, 2 no such day or no reason, 66 no such action."
    )
    @OptionGroup var target: Target
    @Argument(help: "The day on which it is due now, as 2027-03-01.")
    var day: String
    @Argument(help: "Why, for the record.")
    var note: [String] = []

    func run() async throws { try await target.change(.moved(to: day), note: note) }
  }

  struct Reopened: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says that an action is open after all.",
      discussion:
        "Example:  dotank actions reopened 3f2a91 it fell down\n\nExit codes: 0 fine, 2 it is open, 66 no such action.")
    @OptionGroup var target: Target
    @Argument(help: "Why, for the record.")
    var note: [String] = []

    func run() async throws { try await target.change(.reopened, note: note) }
  }
}

extension ActionsCommand {
  /// One action, and how it is changed.
  struct Target: ParsableArguments {
    @Argument(help: "The action's id, or the beginning of it, as  dotank actions  lists it.")
    var id: String

    @OptionGroup var sessions: SessionsOption

    /// Records the change in the journal of the action's session, and makes its files anew.
    func change(_ change: ChangeAction.Change, note words: [String]) async throws(Failure) {
      let world = World()
      let item = try await ActionShelf.read(sessions.path(world)).action(id)
      let note = words.joined(separator: " ")
      let live = try await LiveSession.resume(item.folder, world, waits: true)
      if let aside = live.host.recordSetAside { world.writeError("dotank: \(RecordSetAside.words(aside))") }
      do throws(SessionHost.Refusal) {
        try await live.submit(
          .action(ChangeAction(item.action.id, change)),
          id: CommandID("actions-\(world.process)-\(world.now().milliseconds)"), reason: note.isEmpty ? nil : note)
      } catch {
        if case .notStored(let error) = error { throw .notRecorded("this was not recorded", error) }
        throw Failure(error)
      }
      try await live.writeRecord()
      world.write(
        World.harmlessLines(
          "“\(item.action.text)” is \(Self.word(change)).\nThe record in \(item.folder.name) says so now.\n"))
    }

    private static func word(_ change: ChangeAction.Change) -> String {
      switch change {
      case .done: "done"
      case .dropped: "dropped"
      case .moved(let day): "due on \(day) now"
      case .reopened: "open again"
      }
    }
  }
}
