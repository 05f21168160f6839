package import Outcomes
internal import SessionEngine

/// How a session's journal was found: whether it can vouch for the record beside it.
package enum JournalCondition: String, Sendable, Hashable, CaseIterable {
  case whole
  /// Something inside it is not what was written.
  case damaged
  /// Its last bytes are not a whole entry, as a crash leaves them.
  case torn
  /// The record beside it tells of more: its end was cut off between two entries.
  case shorter
  /// A later version of this program wrote it.
  case newer
  case unreadable
  /// The record came without it.
  case absent
}

extension SessionFolder {
  /// Reads the whole journal and checks every entry of it, also against the moment up to which the record tells.
  package func journalCondition(recordedUpTo: Moment?) -> JournalCondition {
    var newest: WallTime?
    do throws(SessionStoreError) {
      guard try holdsJournal() else { return .absent }
      let summary = try JournalReader.read(journalPath, in: files) { frames in
        newest = frames.lazy.map(\.spine.wall).reduce(newest) { max($0 ?? $1, $1) }
      }
      return condition(summary, newest: newest.map { Moment($0) }, recordedUpTo)
    } catch {
      return .unreadable
    }
  }

  private func condition(_ summary: JournalSummary, newest: Moment?, _ recordedUpTo: Moment?) -> JournalCondition {
    if summary.newerFormat != nil { return .newer }
    if summary.damage != nil { return .damaged }
    if let recordedUpTo, newest.map({ $0.description < recordedUpTo.description }) ?? true { return .shorter }
    return summary.tornTail == nil ? .whole : .torn
  }
}
