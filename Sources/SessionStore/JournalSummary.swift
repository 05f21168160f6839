/// What a reading of a journal found, apart from the frames themselves.
package struct JournalSummary: Sendable, Equatable {
  /// The hash of the last frame that counts.
  package var head: JournalHash = .zero
  /// The hash of the first frame: the same in every copy of a session, and in no other session.
  package var root: JournalHash = .zero
  /// The sequence number of the last frame that counts: how many there are.
  package var count = 0
  /// How many bytes of the file count.
  package var length = 0
  /// Frames whose words were erased.
  package var erased = 0
  package var tornTail: TornTail?
  package var damage: JournalDamage?
  /// The format of the first entry that a later version of this program wrote.
  package var newerFormat: Int?

  /// Whether entries may be appended, once a torn tail was set aside.
  package var mayBeContinued: Bool { damage == nil && newerFormat == nil }
}

/// The end of a journal that a crash left half-written: it was never acknowledged.
package struct TornTail: Sendable, Equatable {
  /// Its place in the file, up to the file's end.
  package var range: Range<Int>
  /// Whole entries in it, of a command whose other events are missing.
  package var wholeFrames: Int
}

/// The first line that is not what was written, and what is still whole behind it.
package struct JournalDamage: Sendable, Equatable {
  /// Counted from 1.
  package var line: Int
  package var range: Range<Int>
  package var flaw: JournalFlaw
  /// Further lines that are not whole.
  package var otherFlaws: Int
  /// Entries that are whole in themselves, though nothing vouches for their order or completeness.
  package var salvage: [JournalFrame]
}

extension JournalSummary {
  /// Why nothing may be appended; nil when something may.
  package var refusal: SessionStoreError? {
    if let newerFormat {
      return SessionStoreError(
        .newerFormat, "this session was written by a later version of dotank (journal format \(newerFormat))",
        remedy: "install the newer version to go on with it; until then it can only be read", exit: .data)
    }
    guard let damage else { return nil }
    return SessionStoreError(
      .damaged, "the journal is damaged in line \(damage.line): \(damage.flaw.words)",
      remedy: "bring back a copy of journal.jsonl from a backup; without one, the \(count) entries before the damage "
        + "can be read, and \(damage.salvage.count) behind it are whole",
      exit: .data)
  }
}
