package import SessionEngine

/// A session as its journal tells it, rebuilt without a lock: for looking at, and the first half of going on.
package struct SessionReplay: Sendable {
  package let state: SessionState
  package let summary: JournalSummary
  /// The first entry that is whole on disk but that this version cannot understand.
  package let unreadable: SessionStoreError?

  /// Words are still in the journal that were to be erased: a crash came in between.
  package let isErasurePending: Bool
  /// What the fingerprints of commands are made with; nil once it is erased.
  let fingerprintKey: String?

  /// Why the session can only be looked at; nil when one can go on.
  package var refusal: SessionStoreError? { summary.refusal ?? unreadable }

  /// Rebuilds a session: blocks of the journal are checked and decoded side by side, then taken in one after another.
  package static func of(_ folder: SessionFolder) async throws(SessionStoreError) -> SessionReplay {
    if let plain = try await read(folder, nil) { return plain }
    return try await read(folder, try StandIns.read(folder.journalPath, in: folder.files))
      ?? SessionReplay(
        state: SessionState(), summary: JournalSummary(), unreadable: nil, isErasurePending: false,
        fingerprintKey: nil)
  }

  /// Nil when words were erased and nobody has looked yet what stands in for them.
  private static func read(
    _ folder: SessionFolder, _ standIns: StandIns?
  ) async throws(SessionStoreError) -> SessionReplay? {
    var blocks = JournalBlocks(
      try reading { () throws(FileFailure) in
        try folder.files.open(folder.journalPath, for: .reading)
      })
    var replay = Building(standIns)
    var length = 0
    var ahead: [Task<DecodedBlock, Never>] = []
    var isAtEnd = false
    while true {
      // Two for the cores, one that waits.
      while !isAtEnd, ahead.count < 3 {
        guard let block = try reading({ () throws(FileFailure) in try blocks.next() }) else {
          isAtEnd = true
          break
        }
        length += block.bytes.count
        ahead.append(Task { @concurrent in DecodedBlock(block, standIns) })
      }
      if ahead.isEmpty { break }
      let block = await ahead.removeFirst().value
      if standIns == nil, block.needsStandIns { return nil }
      replay.take(block)
    }
    return replay.finish(rest: blocks.rest, length: length + blocks.rest.count)
  }

  /// Goes through a session event by event, with the state that each leaves; returns what stopped it before the end.
  ///
  /// `visit` says whether to go on.
  package static func walk(
    _ folder: SessionFolder, visit: (Event, SessionState) -> Bool
  ) throws(SessionStoreError) -> SessionStoreError? {
    let standIns = try StandIns.read(folder.journalPath, in: folder.files)
    var state = SessionState()
    var unreadable: SessionStoreError?
    var isDone = false
    let summary = try JournalReader.read(folder.journalPath, in: folder.files) { frames in
      for frame in frames where !isDone && unreadable == nil {
        do throws(SessionStoreError) {
          let event = try EventCoding.event(in: standIns.applied(to: frame))
          state.evolve(event)
          isDone = !visit(event, state)
        } catch {
          unreadable = error
        }
      }
    }
    return isDone ? nil : summary.refusal ?? unreadable
  }

  private static func reading<Value>(_ work: () throws(FileFailure) -> Value) throws(SessionStoreError) -> Value {
    do throws(FileFailure) { return try work() } catch { throw SessionStoreError(error, doing: "reading the journal") }
  }
}

/// A block with the event of each of its frames.
struct DecodedBlock: Sendable {
  let lines: [JournalLine]
  let events: [Result<Event, SessionStoreError>]
  let needsStandIns: Bool
  /// In the block that holds the first entry.
  let fingerprintKey: String?

  init(_ block: JournalBlock, _ standIns: StandIns?) {
    lines = block.checked()
    fingerprintKey = lines.first.flatMap { line in
      guard case .frame(let frame) = line else { return nil }
      return EventCoding.key(in: standIns?.applied(to: frame) ?? frame)
    }
    needsStandIns = lines.contains { if case .frame(let frame) = $0 { StandIns.areNeeded(for: frame) } else { false } }
    events = lines.compactMap { line in
      guard case .frame(let frame) = line else { return nil }
      return Result { () throws(SessionStoreError) in
        try EventCoding.event(in: standIns?.applied(to: frame) ?? frame)
      }
    }
  }
}

/// The state while the blocks come in.
struct Building {
  let standIns: StandIns?
  private var isErasurePending = false
  private var fingerprintKey: String?
  private var chain = JournalChain()
  private(set) var state = SessionState()
  private(set) var unreadable: SessionStoreError?
  /// Events of a command that is not whole yet.
  private var waiting: [Result<Event, SessionStoreError>] = []

  init(_ standIns: StandIns?) { self.standIns = standIns }

  /// Frames count in the order of the file, so those that the chain lets through are the first of those that wait.
  mutating func take(_ block: DecodedBlock) {
    waiting += block.events
    if let key = block.fingerprintKey { fingerprintKey = key }
    let frames = chain.take(block.lines)
    let whole = frames.count
    if let standIns { isErasurePending = isErasurePending || frames.contains(where: standIns.isPending) }
    for event in waiting.prefix(whole) where unreadable == nil {
      switch event {
      case .success(let event): state.evolve(event)
      case .failure(let error): unreadable = error
      }
    }
    waiting.removeFirst(whole)
  }

  consuming func finish(rest: [UInt8], length: Int) -> SessionReplay {
    SessionReplay(
      state: state, summary: chain.finish(rest: rest, length: length), unreadable: unreadable,
      isErasurePending: isErasurePending, fingerprintKey: fingerprintKey)
  }
}
