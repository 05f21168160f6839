import Archive
import ArgumentParser
import Outcomes
import SessionEngine
import SessionStore

/// Looks back: at all sessions, or at one of them.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Looks back at sessions: what was decided, who still owes what, where a word was said.",
    discussion: """
      Example:  dotank review
                dotank review --search homework --from 2026-09 --site "North School"
                dotank review --method consent-decision --decision adopted --csv
                dotank review 2026-11-21-consent

      Without a session, all of them as a table. Fidelity is the share of the steps and checkpoints that came up and were
      done, not left out. Where a journal is not whole, or a folder holds a record without it, the table says so in a
      column of its own; --json and --csv always do. With a session (its folder, its name or the beginning of it) its report; as CSV what was decided
      and who owes what, while its folder holds tables of everything.

      Exit codes: 0 fine, 1 no session matches, 2 wrong usage, 65 a session cannot be read, 66 there is none.
      """)

  @Argument(help: "A session: its folder, its name, or the beginning of its name.")
  var session: String?

  @Option(help: ArgumentHelp("Only sessions in whose texts these words stand.", valueName: "words"))
  var search: String?

  @Option(help: ArgumentHelp("Only sessions from which this person still owes something.", valueName: "name"))
  var owner: String?

  @Option(help: "At most so many sessions; 0: all.")
  var limit = 50

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "As CSV; with --search the places found, of a session what was decided and who owes what.")
  var csv = false

  @Flag(name: .customLong("open"), help: "Opens the session's report in the browser.")
  var opens = false

  @OptionGroup var filters: ArchiveOptions
  @OptionGroup var sessions: SessionsOption

  func run() async throws {
    let world = World()
    let path = sessions.path(world)
    guard !(json && csv) else {
      throw Failure("--json and --csv exclude each other", remedy: "ask for one of them", code: Exit.usage)
    }
    if let session {
      try refuseChoosing()
      let review = try SessionReview(session, sessions, world)
      if opens { try review.open() } else { try await review.show(json ? .json : csv ? .csv : .text) }
      return
    }
    guard limit >= 0 else { throw Failure("--limit takes a whole number, 0 for all", code: Exit.usage) }
    if opens {
      throw Failure("--open needs a session", remedy: "name one:  dotank review <session> --open", code: Exit.usage)
    }
    try await list(path, world)
  }

  /// Options that choose among sessions say nothing of one that is named.
  private func refuseChoosing() throws(Failure) {
    let given = (search == nil ? [] : ["--search"]) + (owner == nil ? [] : ["--owner"]) + filters.given
    guard let first = given.first(where: { $0 != "--rehearsals" }) else { return }
    throw Failure(
      "\(first) chooses among all sessions, and one is named", remedy: "leave out the session, or \(first)",
      code: Exit.usage)
  }

  private func list(_ path: String, _ world: World) async throws {
    let query = try filters.query(search: search, owner: owner)
    let (found, nothing) = try await Archives.ask(path, world) { index throws(ArchiveError) in
      let found = try find(query, in: index, world)
      return (found, found.cards.isEmpty ? try NothingFound(query, in: index, of: path) : nil)
    }
    if json {
      world.write(ReviewFiles.json(found.cards, found.hits))
    } else if csv {
      world.write(search == nil ? ReviewFiles.csv(found.cards) : ReviewFiles.csv(found.hits))
    } else if !found.cards.isEmpty {
      world.write(found.text)
    }
    guard let nothing else { return }
    world.writeError("dotank: \(nothing.message)")
    throw ExitCode(Exit.notFine)
  }

  private func find(_ query: ArchiveQuery, in index: ArchiveIndex, _ world: World) throws(ArchiveError) -> ReviewText {
    let isWhole = limit == 0 || json || csv
    let page = try index.page(query, limit: isWhole ? nil : limit)
    return ReviewText(
      cards: page.cards,
      hits: search == nil || page.cards.isEmpty ? [] : try index.hits(query, limit: isWhole ? 1_000 : 12),
      more: page.total - page.cards.count, doubles: try index.doubles(), width: world.width, command: world.command)
  }
}
