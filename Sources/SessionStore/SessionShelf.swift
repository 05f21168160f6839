/// The folder in which session folders stand, and how one of them is found again.
package struct SessionShelf: Sendable {
  package let path: String
  private let files: any FileLayer

  package init(_ path: String, files: any FileLayer = SystemFiles()) {
    self.path = path
    self.files = files
  }

  /// A session's folder as it is met on the shelf.
  fileprivate struct Entry {
    let folder: SessionFolder
    let name: String
    let journal: FileStatus
  }

  /// Every session, the newest day first, within a day the one that was written last first.
  package func sessions() throws(SessionStoreError) -> [SessionFolder] {
    try entries().map { (entry: $0, day: $0.name.prefix(10)) }
      .sorted {
        ($1.day, $1.entry.journal.modified, $1.entry.name) < ($0.day, $0.entry.journal.modified, $0.entry.name)
      }
      .map(\.entry.folder)
  }

  /// A folder that may not be looked into is left out.
  private func entries() throws(SessionStoreError) -> [Entry] {
    try names().compactMap { name in (try? folder(named: name).entry(named: name)) ?? nil }
  }

  /// The names of what may be sessions, in their order.
  func names() throws(SessionStoreError) -> [String] {
    try names { files, path throws(FileFailure) in try files.list(path) }
  }

  /// The same as they come.
  package func unsortedNames() throws(SessionStoreError) -> [String] {
    try names { files, path throws(FileFailure) in try files.unsorted(path) }
  }

  private func names(
    _ list: (any FileLayer, String) throws(FileFailure) -> [String]
  ) throws(SessionStoreError) -> [String] {
    do throws(FileFailure) {
      guard try files.status(path) != nil else { return [] }
      return try list(files, path).filter { $0.utf8.first != UInt8(ascii: ".") }
    } catch {
      throw SessionStoreError(error, doing: "looking for sessions")
    }
  }

  /// The folder of that name, whatever is in it.
  package func folder(named name: String) -> SessionFolder { folder(at: FilePath.joined(path, name)) }

  /// The folder at a path, on this shelf or elsewhere.
  func folder(at path: String) -> SessionFolder { SessionFolder(path: path, files: files) }

  /// The journals of some folders by their names, nil where there is none; in their order.
  package func journals(in names: ArraySlice<String>) -> [Result<FileStatus?, FileFailure>] {
    files.statuses(of: SessionFolder.Name.journal, in: names, beneath: path)
  }

  /// The session that somebody means: a path, a folder's name, the beginning of one, or the newest that is not over.
  package func session(
    _ typed: String?, isOver: (SessionFolder) throws(SessionStoreError) -> Bool = { $0.isOver }
  ) throws(SessionStoreError) -> SessionFolder {
    guard let typed, !typed.isEmpty else { return try newestUnfinished(isOver: isOver) }
    if typed.contains("/") || typed == "." { return try SessionFolder.existing(typed, files: files) }
    let all = try sessions()
    if let exact = all.first(where: { $0.name == typed }) { return exact }
    let matches = all.filter { $0.name.hasPrefix(typed) }
    switch matches.count {
    case 1: return matches[0]
    case 0:
      let there = FilePath.joined(path, typed)
      // A folder that is there and no session is said to be that, and so is a zip, also one in the working folder.
      if (try? files.status(there))??.kind == .folder { return try SessionFolder.existing(there, files: files) }
      if typed.hasSuffix(".zip") {
        for path in [typed, there] where (try? files.status(path))??.kind == .file {
          throw SessionStoreError.packed(path)
        }
      }
      throw missing(typed, among: all)
    default:
      throw SessionStoreError(
        .ambiguousSession, "'\(typed)' is the beginning of \(matches.count) sessions",
        remedy: "type more of the name: \(Self.list(matches))", exit: .noInput)
    }
  }

  private func newestUnfinished(
    isOver: (SessionFolder) throws(SessionStoreError) -> Bool
  ) throws(SessionStoreError) -> SessionFolder {
    let all = try sessions()
    for folder in all where try !isOver(folder) { return folder }
    throw SessionStoreError(
      .noSuchSession, "there is no unfinished session in '\(path)'",
      remedy: all.isEmpty
        ? "start one with `dotank run`, or say with `--sessions DIR` where yours are" : "name one: \(Self.list(all))",
      exit: .noInput)
  }

  private func missing(_ typed: String, among all: [SessionFolder]) -> SessionStoreError {
    let near = all.filter { $0.name.contains(typed) }
    return SessionStoreError(
      .noSuchSession, "there is no session '\(typed)' in '\(path)'",
      remedy: all.isEmpty
        ? "say with `--sessions DIR` where your sessions are" : "there is \(Self.list(near.isEmpty ? all : near))",
      exit: .noInput)
  }

  /// A few names, in quotes.
  private static func list(_ folders: [SessionFolder]) -> String {
    folders.prefix(5).map { "'\($0.name)'" }.joined(separator: ", ") + (folders.count > 5 ? ", …" : "")
  }
}

extension SessionFolder {
  /// An empty journal is that of a start which a crash cut off, unless a record beside it tells otherwise.
  fileprivate func entry(named name: String) throws(FileFailure) -> SessionShelf.Entry? {
    guard let journal = try files.status(journalPath), journal.kind == .file else { return nil }
    if journal.length == 0, try files.status(path(of: Name.outcome)) == nil { return nil }
    return SessionShelf.Entry(folder: self, name: name, journal: journal)
  }

  /// Whether the session has ended, judged by the last entries of its journal alone; false when that cannot be told.
  package var isOver: Bool {
    let types = (try? lastFrames())?.map(\.spine.type) ?? []
    guard let end = types.lastIndex(of: "ended") else { return false }
    return !types[end...].contains { ["positionMoved", "takeReopened", "takeOpened"].contains($0) }
  }

  /// Whole frames at the end of the journal, without reading what is before them.
  private func lastFrames(within size: Int = 1 << 16) throws(FileFailure) -> [JournalFrame] {
    let file = try files.open(journalPath, for: .reading)
    try file.seek(to: max(0, try file.length() - size))
    var blocks = JournalBlocks(file)
    var frames: [JournalFrame] = []
    while let block = try blocks.next() {
      for case .frame(let frame) in block.checked() { frames.append(frame) }
    }
    return frames
  }
}
