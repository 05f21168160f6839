import Archive
import Console
import Diagnostics
import Outcomes
import SessionEngine
import SessionStore

/// What is open in earlier sessions and looked at again in a new one.
enum CarryingOver {
  /// The open actions of the sessions that are named, or of every session for `all`.
  static func actions(of named: [String], in sessions: SessionsOption, _ world: World) async throws(Failure)
    -> [CarriedAction]?
  {
    guard !named.isEmpty, named != ["none"] else { return nil }
    var wanted: Set<String>?
    if named != ["all"] {
      var paths: Set<String> = []
      for name in named { paths.insert(try sessions.session(name, world).identity?.description ?? "") }
      wanted = paths
    }
    let shelf = try await ActionShelf.read(sessions.path(world))
    for trouble in shelf.troubles where wanted == nil { world.writeError("dotank: \(trouble)") }
    return shelf.actions.filter { item in
      item.isOpen && (wanted?.contains(item.identity.description) ?? !item.isRehearsal)
    }.map { item in
      CarriedAction(
        id: shelf.short(item), session: item.folder.name, root: item.identity.description, action: item.action.id,
        text: item.action.text, owner: item.action.owner, due: item.action.due, measure: item.action.measure)
    }
  }

  /// Which sessions to look at first, asked where something is open and somebody is there to be asked; none when nothing is.
  static func asked(
    _ conversation: Conversation, _ sessions: SessionsOption, _ world: World
  ) async throws(Failure) -> [String] {
    // A question is no reason to stop: where the archive cannot be read, the session begins without it.
    guard conversation.isInteractive,
      let all = try? await Archives.ask(
        sessions.path(world), world, { index throws(ArchiveError) in try index.sessions(ArchiveQuery()) })
    else { return [] }
    let cards = all.filter { $0.openActions > 0 }
    guard !cards.isEmpty else { return [] }
    let count = cards.reduce(0) { $0 + $1.openActions }
    let newest = cards.prefix(3).map { "\($0.folder) (\($0.openActions))" }.joined(separator: ", ")
    let more = cards.count > 3 ? " and \(cards.count - 3) more sessions" : ""
    func lines(_ text: String) -> [Line] {
      wrapped(text, width: conversation.width, first: "", rest: "  ").map { Line($0) }
    }
    conversation.tell(
      lines("\(count == 1 ? "1 action is" : "\(count) actions are") still open, of \(newest)\(more)."))
    while true {
      let answer = try conversation.ask(
        lines("Look at them first? Enter: no; all; or the name of a session, or its beginning."))
      let name = answer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if name.isEmpty || ["no", "n"].contains(name.lowercased()) { return [] }
      if ["all", "yes", "y"].contains(name.lowercased()) { return ["all"] }
      if cards.contains(where: { $0.folder.hasPrefix(name) }) { return [name] }
      conversation.tell(lines("No session with something open is called “\(name)”."))
    }
  }

  /// Puts what was said here of carried actions into the journals of the sessions that they come from.
  ///
  /// Each thing is told once, however often this runs. Returned is, in words, what could not be told.
  static func tellBack(_ session: LiveSession, _ world: World) async -> [String] {
    let (start, changes) = await session.host.view { ($0.start, $0.actionChanges) }
    let shelf = SessionShelf(FilePath.parent(of: session.host.folder.path))
    let own = session.host.folder.identity?.description.prefix(16) ?? ""
    var troubles: [String] = []
    let told = Dictionary(grouping: (start?.carried ?? []).filter { changes[$0.id] != nil }, by: \.root)
    for (root, actions) in told.sorted(by: { $0.key < $1.key }) {
      do throws(Failure) {
        guard let identity = JournalHash(root), let folder = try found(identity, on: shelf) else {
          throw Failure("its folder is not here", code: Exit.noInput)
        }
        let origin = try await LiveSession.resume(folder, world, waits: true)
        for action in actions {
          for change in changes[action.id] ?? [] {
            try await origin.tell(change, of: action.action, as: CommandID("carried-\(own)-\(change.sequence)"))
          }
        }
        try await origin.writeRecord()
      } catch {
        troubles += actions.map { "“\($0.text)” of \($0.session) could not be marked there: \(error.message)" }
      }
    }
    return troubles
  }

  private static func found(_ identity: JournalHash, on shelf: SessionShelf) throws(Failure) -> SessionFolder? {
    do throws(SessionStoreError) { return try shelf.session(with: identity) } catch { throw Failure(error) }
  }
}

extension LiveSession {
  /// Repeats here what was said of an action elsewhere; what is so already is left as it is.
  fileprivate func tell(
    _ change: RecordedActionChange, of action: String, as id: CommandID
  ) async throws(Failure) {
    do throws(SessionHost.Refusal) {
      try await submit(.action(ChangeAction(action, change.asChange)), id: id, reason: change.note)
    } catch {
      if case .rejected(let rejection) = error, rejection.code == .alreadyIn { return }
      throw Failure(error)
    }
  }
}

extension RecordedActionChange {
  fileprivate var asChange: ChangeAction.Change {
    switch kind {
    case .done: .done
    case .dropped: .dropped
    case .moved: .moved(to: due ?? "")
    case .reopened: .reopened
    }
  }
}
