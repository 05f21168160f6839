package import MethodModel

/// A file that people put into a session, and where.
package struct KeptFile: Sendable, Hashable {
  package var file: FileReference
  /// The entry and its field; `nil` for a photo of paper.
  package var entry: EntryID?
  package var field: String?
  package var take: Int?
}

extension SessionEngine {
  /// Every file that entries, their earlier wordings, fields of things and photos of paper name.
  package func keptFiles(_ state: SessionState) -> [KeptFile] {
    var found: [KeptFile] = []
    for name in state.outcomes.keys.sorted() {
      for entry in state.outcomes[name]?.entries ?? [] {
        for version in entry.versions where fileFields.contains(version.field) {
          guard let file = FileReference(version.text) else { continue }
          found.append(
            KeptFile(file: file, entry: entry.id, field: version.field, take: version.take ?? entry.run.take))
        }
      }
    }
    for (_, fields) in state.cells.sorted(by: { $0.key < $1.key }) {
      for (field, text) in fields.sorted(by: { $0.key < $1.key }) where fileFields.contains(field) {
        if let file = FileReference(text) { found.append(KeptFile(file: file, field: field)) }
      }
    }
    for note in state.notes where note.isPhoto && !note.isWithdrawn {
      if let file = FileReference(note.text) { found.append(KeptFile(file: file, take: note.take)) }
    }
    return found
  }

  /// The fields of this method that take a file.
  package var fileFields: Set<String> {
    var fields: Set<String> = []
    for case .step(let step) in index.allElements.map(\.kind) {
      for field in step.activities.flatMap(\.fields) where field.kind == .file { fields.insert(field.id) }
    }
    return fields
  }

  /// A command as it can be decided: each path in it replaced by the file that was kept for it.
  ///
  /// - Parameter keep: takes the file at a path in, or says why not.
  package func keepingFiles<Failure: Error>(
    _ body: CommandBody, _ state: SessionState, _ keep: (String) throws(Failure) -> FileReference
  ) throws(Failure) -> CommandBody {
    switch body {
    case .photo(let path): return .photo(try kept(path, keep))
    case .add(var entry):
      entry.fields = try kept(entry.fields, fields(enteredIn: entry.run, state), keep)
      return .add(entry)
    case .reword(var change):
      let run = state.outcomeOfEntry[change.id].flatMap { state.outcomes[$0]?[change.id]?.run }
      change.fields = try kept(change.fields, fields(enteredIn: run, state), keep)
      return .reword(change)
    case .fill(var cell):
      guard fields(enteredIn: cell.run, state).contains(where: { $0.id == cell.field && $0.kind == .file }) else {
        return body
      }
      cell.text = try kept(cell.text, keep)
      return .fill(cell)
    default: return body
    }
  }

  private func kept<Failure: Error>(
    _ words: [String: String], _ fields: [Field], _ keep: (String) throws(Failure) -> FileReference
  ) throws(Failure) -> [String: String] {
    var words = words
    for field in fields where field.kind == .file {
      if let path = words[field.id] { words[field.id] = try kept(path, keep) }
    }
    return words
  }

  private func kept<Failure: Error>(
    _ path: String, _ keep: (String) throws(Failure) -> FileReference
  ) throws(Failure) -> String {
    let path = path.trimmed
    return path.isEmpty || FileReference(path) != nil ? path : try keep(path).text
  }

  /// The fields of the activity of a run, `nil` for the one that is open now, with those of what it continues.
  private func fields(enteredIn run: RunID?, _ state: SessionState) -> [Field] {
    var id = run
    if id == nil, case .take(let number) = state.leaf { id = state.takes[number - 1].runs.last?.id }
    guard let activity = id.flatMap({ self.activity(of: $0, state) }) else { return [] }
    return fields(of: activity, state) + activity.fields
  }
}
