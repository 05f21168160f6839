internal import GRDB
package import SessionStore

/// A session as a line of the archive.
package struct SessionCard: Sendable, Hashable {
  /// The folder's name: what other commands take.
  package var folder: String
  package var date: String
  /// What its first entry says, the same in every copy; nil where that could not be read.
  package var identity: String?
  /// What its record says it is, the same in every copy; nil where that could not be read.
  package var record: String?
  /// How its journal was when it was last read.
  package var journal: JournalCondition
  /// Why it can only be listed; nil when its record was read.
  package var trouble: ExcerptTrouble?
  /// `running`, `paused` or `ended`.
  package var status: String?
  package var rehearsal: Bool
  package var method: String?
  package var version: String?
  /// Of the method's bytes.
  package var hash: String?
  package var title: String?
  package var site: String?
  /// The language it was held in, as `en`.
  package var language: String?
  package var people: Int?
  package var verdict: String?
  package var fidelity: Fidelity?
  /// How often the room left the method's way.
  package var changes: Int?
  package var planned: Int?
  package var used: Int?
  package var actions: Int
  package var openActions: Int
  package var tags: [String]
  package var pillars: [String]
}

extension SessionCard {
  typealias Label = (kind: String, value: String)

  static let columns = """
    id, folder, date, identity, record, journal, trouble, status, rehearsal, method, version, hash, title, site, language, people,
    verdict, stepsDone, stepsPutUp, changes, planned, used, actions, openActions
    """

  /// What must be there is asked for as what may be missing: in a damaged file anything can be.
  init(_ row: Row) throws {
    folder = try row.decode(forColumn: "folder")
    date = try row.decode(forColumn: "date")
    identity = row["identity"]
    record = row["record"]
    journal = JournalCondition(rawValue: try row.decode(forColumn: "journal")) ?? .unreadable
    trouble = (row["trouble"] as String?).flatMap { ExcerptTrouble(rawValue: $0) }
    status = row["status"]
    rehearsal = try row.decode(forColumn: "rehearsal")
    method = row["method"]
    version = row["version"]
    hash = row["hash"]
    title = row["title"]
    site = row["site"]
    language = row["language"]
    people = row["people"]
    verdict = row["verdict"]
    if let done = row["stepsDone"] as Int?, let putUp = row["stepsPutUp"] as Int? {
      fidelity = Fidelity(done: done, putUp: putUp)
    }
    changes = row["changes"]
    planned = row["planned"]
    used = row["used"]
    actions = try row.decode(forColumn: "actions")
    openActions = try row.decode(forColumn: "openActions")
    (tags, pillars) = ([], [])
  }

  mutating func take(_ labels: [Label]) {
    tags = labels.filter { $0.kind == "tag" }.map(\.value)
    pillars = labels.filter { $0.kind == "pillar" }.map(\.value)
  }
}

/// A text in which the words searched for were found.
package struct TextHit: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case session, setting, item, decision, checkpoint, action, reason, note
  }

  package var folder: String
  package var date: String
  package var kind: Kind
  /// The outcome or step it belongs to.
  package var place: String
  /// A part of the text around the words, each of them between `«` and `»`.
  package var excerpt: String
}

extension TextHit {
  init(_ row: Row) throws {
    folder = try row.decode(forColumn: "folder")
    date = try row.decode(forColumn: "date")
    kind = Kind(rawValue: try row.decode(forColumn: "kind")) ?? .item
    place = try row.decode(forColumn: "place")
    excerpt = try row.decode(forColumn: "excerpt")
  }
}
