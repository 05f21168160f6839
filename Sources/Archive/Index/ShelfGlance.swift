internal import SessionStore

/// A look at the journal of each folder on a shelf, not held against anything yet.
///
/// It is the system that takes long over ten thousand of them, so that all cores look, and what the index knows is read
/// meanwhile.
struct ShelfGlance: Sendable {
  private var looks: [(names: ArraySlice<String>, journals: [Result<FileStatus?, FileFailure>])] = []
  private let shelf: SessionShelf

  /// So many folders are looked at in one go.
  private static let portion = 500

  static func at(_ shelf: SessionShelf) async -> Result<ShelfGlance, SessionStoreError> {
    await withTaskGroup(of: (ArraySlice<String>, [Result<FileStatus?, FileFailure>]).self) { group in
      let names: [String]
      do throws(SessionStoreError) { names = try shelf.unsortedNames() } catch { return .failure(error) }
      for start in stride(from: 0, to: names.count, by: portion) {
        let some = names[start..<min(start + portion, names.count)]
        group.addTask { (some, shelf.journals(in: some)) }
      }
      var glance = ShelfGlance(shelf: shelf)
      for await look in group { glance.looks.append(look) }
      return .success(glance)
    }
  }

  private init(shelf: SessionShelf) { self.shelf = shelf }

  /// What is otherwise than the index knows it.
  func differences(from known: [String: KnownFolder]) -> FolderDifferences {
    var found = FolderDifferences()
    var seen: Set<Int64> = []
    for (names, journals) in looks {
      for (name, journal) in zip(names, journals) {
        let before = known[name]
        do throws(FileFailure) {
          let journal = try journal.get()
          if let before, before.holds(journal) {
            seen.insert(before.session)
            continue
          }
          guard let folder = try ArchivedFolder(shelf.folder(named: name), journal: journal) else { continue }
          if let before { seen.insert(before.session) }
          if folder.signature != before?.signature { found.changed.append(folder) }
        } catch {
          // One folder that may not be read hides none of the others.
          found.leftOut.append(.init(name: name, reason: error.reason.words))
        }
      }
    }
    if seen.count < known.count { found.gone = known.values.map(\.session).filter { !seen.contains($0) }.sorted() }
    // By name the oldest come first, so that what is found can be given out newest first by its number.
    found.changed.sort { $0.name < $1.name }
    found.leftOut.sort { $0.name < $1.name }
    return found
  }
}

/// What stands in the folders otherwise than in the index.
struct FolderDifferences: Sendable {
  /// Sessions to be read.
  var changed: [ArchivedFolder] = []
  /// Numbers of the sessions that are no longer there.
  var gone: [Int64] = []
  var leftOut: [ArchiveRefresh.LeftOut] = []

  var isEmpty: Bool { changed.isEmpty && gone.isEmpty }
}
