/// Who was there, in which role and in which group.
extension Tables {
  static func peopleTables(_ record: Record) -> [Table] {
    [
      attendance(record), movements(record), personFields(record), roles(record), groups(record), work(record),
      settings(record), earlier(record),
    ]
  }

  private static func person<Row>(_ value: @escaping (Row) -> NamedPerson) -> [Column<Row>] {
    [
      Column.text("person_id", "The person.") { value($0).id }.joins("attendance", "person_id"),
      .text("person", "The person's name.") { value($0).name },
    ]
  }

  private static func attendance(_ record: Record) -> Table {
    Table(
      "attendance", "Everybody on the list.", key: ["person_id"], record.attendance,
      [
        .text("person_id", "The person's id.") { $0.id }, .text("name", "The person's name.") { $0.name },
        .flag("present_at_start", "Was there when the session began.") { $0.presentAtStart },
        .flag("present_at_end", "Was there at its end.") { $0.presentAtEnd },
      ])
  }

  private static func movements(_ record: Record) -> Table {
    let rows = record.attendance.flatMap { person in person.movements.map { (person: person, movement: $0) } }
    return Table(
      "movements", "Comings and goings after the start.", rows,
      [.moment("at", "When.") { $0.movement.at }, .word("kind", "Which of the two.") { $0.movement.kind }]
        + person { NamedPerson(id: $0.person.id, name: $0.person.name) }
        + [.text("reason", "Why, if that was said.") { $0.movement.reason }])
  }

  private static func personFields(_ record: Record) -> Table {
    let rows = record.attendance.flatMap { person in
      person.fields.sorted { $0.key < $1.key }.map { (person: person, field: $0) }
    }
    return Table(
      "person-fields", "What is known of people.", key: ["person_id", "field"], rows,
      person { NamedPerson(id: $0.person.id, name: $0.person.name) } + [
        .text("field", "The field's id.") { $0.field.key }, .text("value", "What stands in it.") { $0.field.value },
      ])
  }

  private static func roles(_ record: Record) -> Table {
    let rows = record.roles.flatMap { role in
      let all = role.atStart + role.holders.filter { !role.atStart.contains($0) }
      return all.map { (role: role, person: $0) }
    }
    return Table(
      "roles", "Who held each role.", key: ["role", "person_id"], rows,
      [.text("role", "The role's id.") { $0.role.id }, .text("title", "The role as people say it.") { $0.role.title }]
        + person { $0.person } + [
          .flag("at_start", "Was named for it at the start.") { $0.role.atStart.contains($0.person) },
          .flag("at_end", "Holds it at the end.") { $0.role.holders.contains($0.person) },
          .flag("drawn", "Holders were drawn by lot.") { $0.role.drawn },
        ])
  }

  private static func groups(_ record: Record) -> Table {
    let rows = record.groups.flatMap { set in
      set.groups.flatMap { group in group.members.map { (set: set, group: group, person: $0) } }
    }
    return Table(
      "groups", "Each person in each group, as the sets were formed last.", key: ["group_id", "person_id"], rows,
      [
        .text("set", "The set's id.") { $0.set.id }, .text("group_id", "The group's id.") { $0.group.id },
        .text("group", "The group as people say it.") { $0.group.title },
      ] + person { $0.person } + [
        .text("merged_from", "The groups that were put together.") { Tables.joined($0.group.mergedFrom) }
      ])
  }

  private static func work(_ record: Record) -> Table {
    let rows = record.timing.takes.flatMap { take in
      take.groups.flatMap { group in group.members.map { (take: take, group: group, person: $0) } }
    }
    return Table(
      "work", "Each person in each group at work, take by take.", rows,
      [
        .take { $0.take.place.take }, .moment("at", "When the take was opened.") { $0.take.opened },
        .text("group_id", "The group's id.") { $0.group.id },
        .text("group", "The group as people say it.") { $0.group.title },
      ] + person { $0.person } + Column.thing("station", "Where it was, or what it had in hand") { $0.group.about })
  }

  private static func settings(_ record: Record) -> Table {
    let rows = record.settings.flatMap { setting in
      zip(setting.values, setting.labels).enumerated().map {
        (setting: setting, place: $0.offset + 1, value: $0.element)
      }
    }
    return Table(
      "settings", "The settings as they stood at the start.", key: ["setting", "place"], rows,
      [
        .text("setting", "The setting's id.") { $0.setting.id }, .text("kind", "What it takes.") { $0.setting.kind },
        .text("ask", "The question for it.") { $0.setting.ask },
        .integer("place", "The value's place, from 1.") { $0.place }, .text("value", "The value.") { $0.value.0 },
        .text("label", "The value as a person reads it.") { $0.value.1 },
      ])
  }
}
