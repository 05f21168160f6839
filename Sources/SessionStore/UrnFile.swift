internal import SessionEngine

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Ballots without names on disk, beside the journal, until they are sealed.
///
/// The file is written anew as a whole for each ballot, in an order drawn by chance and without times, so that neither
/// its order nor the journal's tells whose a ballot is. It goes when all in it is sealed; one that a crash left behind
/// goes at the next opening.
struct UrnFile {
  private(set) var urn = BallotUrn()
  /// Which receipt each person's ballot stands under, known to this process only: whoever hands in again before the
  /// urn is sealed replaces what they gave.
  private var receipts: [RunID: [UnitRef: String]] = [:]
  private let path: String
  private let files: any FileLayer
  /// Whether there may be a file to destroy: a session without such ballots never asks the disk.
  private var mayBeOnDisk = false

  /// An empty one for a session that begins.
  init(in folder: SessionFolder) {
    path = folder.path(of: SessionFolder.Name.urn)
    files = folder.files
  }

  /// The one that waits beside a journal; ballots that are sealed in the journal already are destroyed.
  static func opened(in folder: SessionFolder, _ state: SessionState) throws(SessionStoreError) -> UrnFile {
    var file = UrnFile(in: folder)
    do throws(FileFailure) {
      guard try file.files.status(file.path) != nil else { return file }
      file.mayBeOnDisk = true
      let bytes = try file.files.read(file.path)
      if let body = JSONBody(bytes[...]), let urn = try? BallotUrn(from: BodyDecoder(body: body, node: 0)) {
        file.urn = urn
      }
    } catch { throw SessionStoreError(error, doing: "opening the urn") }
    try file.empty(state)
    return file
  }

  /// The receipt of a command's ballot, and whether that sender has one already; for any other command none is needed.
  mutating func receipt(
    for command: Command, _ state: SessionState, _ random: inout any RandomNumberGenerator & Sendable
  ) -> (receipt: String, isKnown: Bool) {
    guard let (run, handIn) = state.sealedHandIn(command) else { return ("", false) }
    if let known = receipts[run]?[handIn.unit] { return (known, true) }
    let drawn = String(random.next(), radix: 36) + String(random.next(), radix: 36)
    return (drawn, false)
  }

  /// Puts a ballot in its place; returns when it is on the disk.
  mutating func take(
    _ command: Command, _ state: SessionState, receipt: String, _ random: inout any RandomNumberGenerator & Sendable
  ) throws(SessionStoreError) {
    var source = SeededRandom(seed: random.next())
    guard let (run, handIn) = state.sealedHandIn(command),
      urn.take(command, state, receipt: receipt, using: &source)
    else { return }
    receipts[run, default: [:]][handIn.unit] = receipt
    try write()
  }

  /// Destroys what is sealed now.
  mutating func empty(_ state: SessionState) throws(SessionStoreError) {
    guard urn.empty(state) || urn.slots.isEmpty else { return }
    receipts = receipts.filter { state.run($0.key)?.isSealed == false }
    if !urn.slots.isEmpty { return try write() }
    guard mayBeOnDisk else { return }
    do throws(FileFailure) {
      guard try files.status(path) != nil else { return }
      try files.remove(path)
      try files.synchronizeFolder(FilePath.parent(of: path))
    } catch { throw SessionStoreError(error, doing: "destroying the urn") }
  }

  private mutating func write() throws(SessionStoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do { bytes = Array(try encoder.encode(urn)) } catch {
      throw SessionStoreError(.badEvent, "a ballot cannot be written down: \(error)", exit: .internalError)
    }
    mayBeOnDisk = true
    try AtomicFile.write(bytes, to: path, in: files)
  }
}
