package import Diagnostics

/// The methods that can be found by their ids, in a list of folders of which the first that has one wins.
///
/// A method is `<id>.xml` or, with files beside it such as scenarios, `<id>/method.xml`. The caller gives the folders in
/// order: those of `--methods`, of `DOTANK_METHODS`, `Methods` of the working folder, the user's, what is shipped.
/// Folders that do not exist count as empty.
///
/// ```swift
/// let library = MethodLibrary(folders: ["Methods", "/usr/share/dotank/Methods"])
/// let loaded = try library.load("one-two-four-all")
/// ```
package struct MethodLibrary: Sendable {
  /// One method file under its id, which nobody has read yet.
  package struct Entry: Sendable, Hashable {
    package let id: String
    package let path: String
  }

  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// What can be found, by id; of several with one id the one that wins.
  package func entries() -> [Entry] { winners(among: everything()) }

  /// A warning for each method that another one with the same id hides.
  package func shadowed() -> [Diagnostic] { shadows().map(\.finding) }

  /// Which method hides which, told at the file that is hidden.
  package func shadows() -> [(winner: String, hidden: String, finding: Diagnostic)] {
    let everything = everything()
    let winners = Dictionary(winners(among: everything).map { ($0.id, $0.path) }) { first, _ in first }
    return everything.compactMap { entry in
      guard let winner = winners[entry.id], !FolderListing.isSame(winner, entry.path) else { return nil }
      return (winner, entry.path, Self.shadow(entry.id, winner: winner, hidden: entry.path))
    }
  }

  private func everything() -> [Entry] { folders.flatMap { entries(in: $0) } }

  private func winners(among entries: [Entry]) -> [Entry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  private func entries(in folder: String) -> [Entry] {
    FolderListing.names(in: folder).compactMap { name in
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".xml") {
        let id = String(name.dropLast(4))
        // `x.scenario.xml` and the like stand beside a method without being one.
        return NameForm.isName(id) && FolderListing.isFile(path) ? Entry(id: id, path: path) : nil
      }
      let inside = "\(path)/method.xml"
      return NameForm.isName(name) && FolderListing.isFile(inside) ? Entry(id: name, path: inside) : nil
    }
  }

  /// Where a method is: a path as it is written, or an id looked up in the folders.
  ///
  /// What contains a slash or ends with `.xml` is a path; a folder stands for the `method.xml` in it.
  package func find(_ method: String) throws(MethodLoadingError) -> (path: String, warnings: [Diagnostic]) {
    if method.contains("/") || method.hasSuffix(".xml") {
      return (FolderListing.isFolder(method) ? "\(method)/method.xml" : method, [])
    }
    let found = everything().filter { $0.id == method }
    guard let winner = found.first else { throw unknown(method) }
    let hidden = found.dropFirst().filter { !FolderListing.isSame(winner.path, $0.path) }
    let warnings = hidden.map { Self.shadow(method, winner: winner.path, hidden: $0.path) }
    return (winner.path, warnings)
  }

  private func unknown(_ method: String) -> MethodLoadingError {
    let ids = entries().map(\.id)
    let places = folders.isEmpty ? "no folder is searched" : "searched: \(folders.joined(separator: ", "))"
    let help =
      nearest(to: method, in: ids).map { "did you mean `\($0)`?" } ?? "`dotank list` shows what there is; \(places)"
    return MethodLoadingError(
      diagnostics: [Diagnostic(.unknownMethod, "there is no method `\(method)`", help: help, file: method)], source: nil
    )
  }

  private static func shadow(_ id: String, winner: String, hidden: String) -> Diagnostic {
    Diagnostic(
      .hiddenMethod, "two methods are called `\(id)`, and this one is hidden by \(winner)", severity: .warning,
      help: "rename one of them, or give its path", file: hidden)
  }
}
