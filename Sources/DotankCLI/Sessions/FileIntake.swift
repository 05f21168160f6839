import MethodModel
import SessionEngine
import SessionStore

/// Takes the files of one command into the session's folder, and out again when the command is refused.
struct FileIntake {
  private let folder: SessionFolder
  private let home: String?
  private var new: [FileReference] = []

  init(folder: SessionFolder, home: String?) {
    self.folder = folder
    self.home = home
  }

  /// A path that a command names, for which nothing was taken in yet.
  private struct Wanted: Error { let path: String }

  /// The command with the files of its paths, or the next path that has none.
  private static func command(
    _ body: CommandBody, with taken: [String: FileReference], _ state: SessionState, _ engine: SessionEngine
  ) -> Result<CommandBody, Wanted> {
    Result { () throws(Wanted) in
      try engine.keepingFiles(body, state) { path throws(Wanted) in
        guard let file = taken[path] else { throw Wanted(path: path) }
        return file
      }
    }
  }

  /// The command as it can be decided, each file that it names copied.
  mutating func take(
    _ body: CommandBody, _ host: SessionHost, _ engine: SessionEngine
  ) async throws(SessionHost.Refusal) -> CommandBody {
    var taken: [String: FileReference] = [:]
    while true {
      let known = taken
      switch await host.view({ Self.command(body, with: known, $0, engine) }) {
      case .success(let ready): return ready
      case .failure(let wanted): taken[wanted.path] = try file(at: wanted.path)
      }
    }
  }

  private mutating func file(at typed: String) throws(SessionHost.Refusal) -> FileReference {
    do throws(SessionStoreError) {
      let (file, isNew) = try folder.keep(fileAt: resolved(typed))
      if isNew { new.append(file) }
      return file
    } catch {
      giveBack()
      throw .rejected(Rejection(.valueInvalid, error.description))
    }
  }

  /// Takes out again what was copied for this command.
  func giveBack() { for file in new { folder.drop(file) } }

  /// A path as people type or drop it: in quotes, with escaped blanks, from home.
  private func resolved(_ typed: String) -> String {
    var path = typed
    if let quote = path.first, quote == "\"" || quote == "'", path.count > 1, path.last == quote {
      path = String(path.dropFirst().dropLast())
    } else {
      path = path.replacing("\\ ", with: " ")
    }
    if path.hasPrefix("file://") { path = String(path.dropFirst(7)).replacing("%20", with: " ") }
    if path == "~" || path.hasPrefix("~/"), let home { path = home + path.dropFirst() }
    return path
  }
}
