internal import Outcomes

/// Somebody on the list.
struct PersonPart: Part {
  let desk: Desk
  let person: PersonRecord
  /// What is known of people, in the order of the columns.
  let fields: [String]

  static let shape = Shape<PersonPart>(
    "person",
    [
      .text("name", "The name.") { $0.person.name },
      .flag("atStart", "Was there at the start.") { $0.person.presentAtStart },
      .text("later", "Comings and goings, as “arrived 09:40”.") { part in
        part.person.movements.map { "\(part.desk.words.term($0.kind.rawValue)) \(part.desk.words.time($0.at))" }
          .joined(separator: ", ")
      },
      .text("roles", "Roles held at the end.") { part in
        part.person.roles.map { part.desk.roleTitles[$0] ?? $0 }.joined(separator: ", ")
      },
      .texts("cells", "What else is known, one for each of `personFields`.") { part in
        part.fields.map { part.person.fields[$0] ?? "" }
      },
    ])
}

/// A set of groups.
struct GroupSetPart: Part {
  let words: Words
  let set: GroupSetRecord

  static let shape = Shape<GroupSetPart>(
    "group-set",
    [
      .text("title", "What the set is called.") { $0.set.title },
      .text("remark", "How those left over were placed.") { $0.set.remark },
      .parts("groups", "The groups as formed last.") { part in
        part.set.groups.map { GroupPart(words: part.words, group: $0) }
      },
    ])
}

/// A group.
struct GroupPart: Part {
  let words: Words
  let group: GroupSetRecord.Group

  static let shape = Shape<GroupPart>(
    "group",
    [
      .text("title", "What it is called.") { $0.group.title },
      .text("members", "Who is in it.") { $0.group.members.map(\.name).joined(separator: ", ") },
      .text("about", "The thing, station or sheet that it worked on.") { part in
        part.group.about.map { part.words.thing($0) }
      },
    ])
}

/// A rotation as it went.
struct RotationPart: Part {
  let words: Words
  let rotation: RotationRecord

  static let shape = Shape<RotationPart>(
    "rotation",
    [
      .text("guarantee", "What it promised as it was laid out; people who come, leave or move may change that.") {
        part in
        let promise = part.rotation.guarantee.joined(separator: "; ")
        return promise.isEmpty ? nil : part.words.phrase("laid-out", promise)
      },
      .parts("laps", "Each lap.") { part in
        part.rotation.laps.enumerated().map {
          LapPart(words: part.words, number: $0 + 1, seats: $1, roles: part.rotation.roles)
        }
      },
    ])
}

/// A lap of a rotation.
struct LapPart: Part {
  let words: Words
  let number: Int
  let seats: [RotationRecord.Seat]
  let roles: [String]

  /// Names, each with the role where several went round.
  private func here(_ seat: RotationRecord.Seat) -> String {
    guard !roles.isEmpty else { return words.things(seat.here) }
    return zip(roles, seat.here).map { words.phrase("bar", $0, words.thing($1)) }.joined(separator: ", ")
  }

  static let shape = Shape<LapPart>(
    "lap",
    [
      .number("number", "Which lap.", \.number),
      .parts("seats", "Who or what was where.") { part in
        part.seats.map { seat in
          let stayed =
            seat.hosts.isEmpty
            ? "" : " (\(seat.hosts.map(\.name).joined(separator: ", ")): \(part.words.label("stayed")))"
          return PairPart(name: part.words.thing(seat.place), value: part.here(seat) + stayed)
        }
      },
    ])
}

/// A run of a used method.
struct UsePart: Part {
  let words: Words
  let use: UseRecord

  static let shape = Shape<UsePart>(
    "use",
    [
      .text("title", "The used method’s title.") { $0.use.title },
      .text("method", "Its id and version.") { "\($0.use.method) \($0.use.version)" },
      .text("at", "When it began, as 09:40.") { $0.words.time($0.use.started) },
      .text("end", "As what it ended.") { part in part.use.end.map { $0.text ?? part.words.term($0.name) } },
      .parts("delivers", "What it promised, and whether this run delivered that.") { part in
        part.use.delivers.map { PairPart(name: $0.title, value: part.words.term($0.delivered ? "yes" : "no")) }
      },
    ])
}
