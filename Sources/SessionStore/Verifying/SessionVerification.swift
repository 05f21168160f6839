package import MethodModel
package import Outcomes
package import SessionEngine

/// What a check of one session's folder found: the journal's chain, the method's copy, the files of the record.
///
/// Every change, reordering or loss inside the journal is found. That its end was cut off between two entries cannot be
/// seen in the journal alone: only a head hash that was printed before tells that.
package struct SessionVerification: Sendable {
  /// Something that is not as it should be.
  package struct Finding: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
      case journal, shorter, torn, erasure, head, method, missing, differs, schema
    }

    package var kind: Kind
    /// Lower case, without a full stop.
    package var words: String
    package var remedy: String?

    package init(_ kind: Kind, _ words: String, remedy: String? = nil) {
      self.kind = kind
      self.words = words
      self.remedy = remedy
    }
  }

  /// What a head hash that was given is to this journal.
  package enum HeadMatch: Sendable, Equatable {
    case newest
    /// That of an earlier entry; entries have come since.
    case earlier(entry: Int)
    /// Of no entry: the end was cut off, or it is another journal.
    case absent
  }

  package let folder: SessionFolder
  package let summary: JournalSummary
  package internal(set) var findings: [Finding] = []
  /// What is in order and still worth knowing.
  package internal(set) var remarks: [String] = []
  /// How many files are exactly what the journal makes.
  package internal(set) var filesAsMade = 0
  /// The files that were held against their published schemas and hold.
  package internal(set) var filesToSchema: [String] = []
  package internal(set) var headMatch: HeadMatch?

  package var isFine: Bool { findings.isEmpty }
  /// Whether something inside the journal is not what was written.
  package var isDamaged: Bool { findings.contains { $0.kind == .journal || $0.kind == .shorter } }
  /// Whether the files tell of more than the journal, whose end is missing.
  package var isShorter: Bool { findings.contains { $0.kind == .shorter } }

  /// What holding one file against its published schema came to.
  package enum SchemaCheck: Sendable, Equatable {
    /// There is no schema for files of that name.
    case none
    case holds
    /// Where and how it breaks it, in words that go on after "outcome.xml breaks its schema ".
    case breaks(String)
    /// Why it could not be checked, as a clause.
    case unchecked(String)
  }

  /// Checks a session.
  ///
  /// - Parameters:
  ///   - kept: the photos and documents that it names.
  ///   - schema: holds a file that is there against the schema that is published for it.
  ///   - made: the files that its journal makes, from the state and the pinned method.
  package static func of(
    _ folder: SessionFolder, head: HeadMark? = nil,
    kept: (SessionState, PinnedMethod) throws(SessionStoreError) -> [FileReference] = { _, _ in [] },
    schema: (RecordFiles.File, _ isAsMade: Bool) -> SchemaCheck = { _, _ in .none },
    made: (SessionState, PinnedMethod) throws(SessionStoreError) -> [RecordFiles.File]
  ) async throws(SessionStoreError) -> SessionVerification {
    let replay = try await SessionReplay.of(folder)
    var check = SessionVerification(folder: folder, summary: replay.summary)
    check.lookAtJournal(replay)
    if let head { try check.compare(head) }
    let method: PinnedMethod
    do throws(SessionStoreError) { method = try folder.pinnedMethod() } catch {
      check.findings.append(Finding(.method, error.message, remedy: error.remedy))
      return check
    }
    check.compare(method, with: replay.state.start)
    // Files made of half a journal would only be told apart from those of the whole.
    guard replay.refusal == nil else { return check }
    do throws(SessionStoreError) {
      try check.compare(try made(replay.state, method), whileOpen: replay.state.status == .running, schema)
      // Nobody took the photos of a rehearsal.
      if replay.state.start?.rehearsal != true { try check.look(for: try kept(replay.state, method)) }
    } catch {
      check.findings.append(Finding(.method, error.message, remedy: error.remedy))
    }
    return check
  }

  private mutating func lookAtJournal(_ replay: SessionReplay) {
    if replay.refusal == nil, let written = WrittenRecord(in: folder), written.isAhead(of: replay.state) {
      findings.append(Finding(.shorter, written.words(beside: replay.state), remedy: WrittenRecord.remedy))
    }
    if let refusal = replay.refusal {
      findings.append(Finding(.journal, refusal.message, remedy: refusal.remedy))
      if let damage = summary.damage, damage.otherFlaws > 0 {
        remarks.append("behind it \(damage.otherFlaws) more lines are not whole")
      }
    }
    if let tail = summary.tornTail {
      findings.append(
        Finding(
          .torn,
          "the last \(tail.range.count) bytes of the journal are not a whole entry\(isShorter ? "" : ", as a crash leaves them")",
          remedy: isShorter
            ? nil : "where a crash left them, they were never acknowledged; `dotank resume` sets them aside"))
    }
    if replay.isErasurePending {
      findings.append(
        Finding(
          .erasure, "words are still in the journal that were to be erased: that was cut short",
          remedy: "`dotank export` finishes it"))
    }
    if summary.count == 0, replay.refusal == nil, !isShorter {
      findings.append(Finding(.journal, "the journal is empty: the session never began"))
    }
    if summary.erased > 0 {
      remarks.append("the words of \(summary.erased) entries were erased; their places in the chain are kept")
    }
  }

  private mutating func compare(_ mark: HeadMark) throws(SessionStoreError) {
    if mark.means(summary.head), summary.count > 0 {
      headMatch = .newest
      return
    }
    var entry: Int?
    _ = try JournalReader.read(folder.journalPath, in: folder.files) { frames in
      if let frame = frames.first(where: { mark.means($0.hash) }) { entry = frame.spine.sequence }
    }
    if let entry {
      headMatch = .earlier(entry: entry)
      remarks.append("the head that was given is that of entry \(entry); \(summary.count - entry) have come since")
    } else {
      headMatch = .absent
      findings.append(
        Finding(
          .head, "no entry of this journal has the head that was given: its end was cut off, or it is another journal",
          remedy: "look for a copy of the folder from the day that the head was printed"))
    }
  }

  private mutating func compare(_ method: PinnedMethod, with start: SessionStarted?) {
    guard let start, start.methodHash != method.hash else { return }
    findings.append(
      Finding(
        .method, "the session's own copy of its method is not the one that it began with",
        remedy: "put the original file back, from a backup of the session's folder"))
  }

  /// Looks at the photos and documents that entries name.
  private mutating func look(for kept: [FileReference]) throws(SessionStoreError) {
    for file in Set(kept).sorted(by: { $0.path < $1.path }) {
      switch try folder.bytes(of: file.path).map({ JournalHash(of: $0).description }) {
      case nil:
        findings.append(
          Finding(.missing, "\(file.path) is not there", remedy: "put it back, from a copy of the session's folder"))
      case file.digest?: break
      default:
        findings.append(
          Finding(.differs, "\(file.path) is not the file that was handed in", remedy: "put the original back"))
      }
    }
  }

  /// Whether one of the files that a journal makes has ever been written.
  private func isWritten(_ made: [RecordFiles.File]) throws(SessionStoreError) -> Bool {
    for file in made where try folder.bytes(of: file.path) != nil { return true }
    return false
  }

  /// Holds what is written against what the journal makes, and against the schemas.
  private mutating func compare(
    _ made: [RecordFiles.File], whileOpen isOpen: Bool, _ schema: (RecordFiles.File, Bool) -> SchemaCheck
  ) throws(SessionStoreError) {
    if isOpen, try !isWritten(made) {
      remarks.append("it is still open; its files are written when it is paused or ends")
      return
    }
    for name in try folder.recordsSetAside() {
      remarks.append("\(name) holds files that were made of a longer journal")
    }
    if isShorter { return try compareWithSums() }
    for file in made {
      guard let bytes = try folder.bytes(of: file.path) else {
        findings.append(Finding(.missing, "\(file.path) is not there", remedy: "`dotank export` writes it anew"))
        continue
      }
      let isAsMade = bytes == file.bytes
      if isAsMade { filesAsMade += 1 }
      guard !breaks(schema((file.path, bytes), isAsMade), file.path, isAsMade: isAsMade), !isAsMade else { continue }
      findings.append(Finding(.differs, "\(file.path) is not what the journal makes", remedy: Self.anew))
    }
  }

  /// What was made of a longer journal is held against what was noted then.
  private mutating func compareWithSums() throws(SessionStoreError) {
    var whole = 0
    for (path, noted) in try folder.writtenFiles().sorted(by: { $0.key < $1.key }) {
      guard let bytes = try folder.bytes(of: path) else {
        findings.append(Finding(.missing, "\(path) is not there", remedy: "look for a copy of it"))
        continue
      }
      if JournalHash(of: bytes).description == noted {
        whole += 1
      } else {
        findings.append(Finding(.differs, "\(path) was changed since it was written"))
      }
    }
    if whole > 0 { remarks.append("\(whole) files are as they were written then, by \(SessionFolder.Name.sums)") }
  }

  private static let anew = "`dotank export` writes it anew and keeps one that was changed by hand beside it"

  /// Tells what a schema says to a file; true when it breaks it, which tells more than that it differs.
  private mutating func breaks(_ check: SchemaCheck, _ path: String, isAsMade: Bool) -> Bool {
    switch check {
    case .none: return false
    case .holds: filesToSchema.append(path)
    case .unchecked(let why): remarks.append("\(path) was not held against its schema: \(why)")
    case .breaks(let how):
      // What the journal makes breaks no schema, unless this program does.
      let remedy = isAsMade ? "that is a mistake in dotank; the journal is not touched by it" : Self.anew
      findings.append(Finding(.schema, "\(path) breaks its schema \(how)", remedy: remedy))
      return true
    }
    return false
  }
}
