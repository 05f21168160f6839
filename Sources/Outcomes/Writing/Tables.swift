/// The tables of a record, one for each kind of observation.
///
/// Columns of the same name join: `take` to `timing`, `item_id` to `items`, `person_id` to `attendance`. Other joins stand
/// in `datapackage.json`, made of the same columns. Each begins with the session, so that those of several can be put
/// together: ids are the same in all of them.
package enum Tables {
  package static func all(_ record: Record) -> [Table] {
    let circles = Circles(record)
    let observed =
      entryTables(record, circles) + ballotTables(record, circles) + decisionTables(record, circles)
      + afterwardsTables(record) + courseTables(record, circles) + peopleTables(record)
    let column = ColumnFacts(
      name: "session", kind: .string, about: "The session that this is of.", reference: ("session", "session"))
    return [session(record)] + observed.map { $0.behind(column, .text(identity(of: record))) }
  }

  /// What a session is called where it has none of its own yet.
  static func identity(of record: Record) -> String { record.session.id ?? "not-started" }

  private static func session(_ record: Record) -> Table {
    Table(
      "session", "The session that all of these tables are of, in one row.", key: ["session"], [record],
      [
        .text("session", "The same in every record of this session, and in no other's.") { identity(of: $0) },
        .text("method_id", "The method's id.") { $0.method.id },
        .text("method_version", "Its version.") { $0.method.version },
        .text("method_hash", "Of the method's own bytes.") { $0.method.hash },
        .text("variant_of", "The method that it is a variant of.") { $0.method.variantOf },
        .text("site", "Where it took place.") { $0.session.site },
        .text("tags", "Words under which it is found.") { joined($0.session.tags) },
        .text("language", "The language of the session.") { $0.session.language },
        .text("mode", "room or remote.") { $0.session.mode },
        .moment("started", "When it began.") { $0.session.started },
        .moment("ended", "When it ended.") { $0.session.ended },
        .text("ended_as", "As what it ended.") { $0.session.end?.name },
        .word("status", "Where it stands.") { $0.session.status },
        .flag("rehearsal", "With people who are made up.") { $0.session.rehearsal },
        .integer("people", "Who is on the list.", unit: .people) { $0.attendance.count },
        .moment("up_to", "Until when the tables tell.") { $0.session.upTo },
      ])
  }

  static func joined(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: "; ") }
}

/// The circles in which something was done, by the words that stand for them in paths.
struct Circles {
  private var groups: [String: String] = [:]

  init(_ record: Record) {
    let groups = record.groups.flatMap(\.groups) + record.timing.takes.flatMap(\.groups)
    for group in groups { self.groups[group.id.replacing("/", with: "-")] = group.id }
  }

  /// The innermost group on a path: of `talk%pairs-2/notes`, `pairs/2`.
  func id(of path: String) -> String? {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return nil }
    return path.split(separator: "/").reversed().lazy.compactMap { component in
      component.split(separator: "%").dropFirst().last.flatMap { groups[String($0)] }
    }.first
  }
}

extension ThingRecord {
  /// Where it is an entry, the id under which that stands among the items.
  var item: String? { id.flatMap { $0.hasPrefix("entry:") ? String($0.dropFirst(6)) : nil } }
  /// Where it may not be seen, that.
  var idOrPrivate: String { id ?? "private" }
}

extension Attribution {
  /// Where it is a person, the id on the list.
  var person: String? { kind == .person ? id : nil }
}

// MARK: Columns that many tables have

extension Column {
  static func take(_ value: @escaping (Row) -> Int?) -> Column {
    .integer("take", "The run of a step.", value).joins("timing", "take")
  }

  /// Where something was done.
  static func place(_ circles: Circles, _ value: @escaping (Row) -> PlaceRecord) -> [Column] {
    [
      .text("step", "The step's id in the method.") { value($0).step },
      .text("path", "With laps (#), things (@) and ways (%).") { value($0).path },
      .take { value($0).take },
      .text("circle", "The group that ran it by itself.") { circles.id(of: value($0).path) },
    ]
  }

  /// Something that steps are about.
  static func thing(_ name: String = "thing", _ about: String, _ value: @escaping (Row) -> ThingRecord?) -> [Column] {
    [
      .text("\(name)_id", "\(about), by its id; private: it may not be seen.") { value($0)?.idOrPrivate },
      .text(name, "\(about), in its words.") { value($0)?.words },
      Column.text("\(name)_item_id", "\(about), where it is an entry.") { value($0)?.item }.joins("items", "item_id"),
    ]
  }

  /// Whose something is.
  static func owner(_ name: String, _ about: String, _ value: @escaping (Row) -> Attribution) -> [Column] {
    [
      .text(name, "\(about), as people say it.") { value($0).words },
      .text("\(name)_kind", "\(about): what kind of owner.") { value($0).kind.rawValue },
      .text("\(name)_id", "\(about): the person's or group's id.") { value($0).id },
      Column.text("\(name)_person_id", "\(about), where it is a person.") { value($0).person }
        .joins("attendance", "person_id"),
    ]
  }
}
