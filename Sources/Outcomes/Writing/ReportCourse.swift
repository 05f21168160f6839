/// How the session went, and what was written in it.
extension Report {
  // MARK: Time

  mutating func writeCourse() {
    page.heading(2, "How it went")
    writeTiming()
    writeDeviations()
    page.list(
      record.answers.map { answer in
        let reason: Markdown = answer.reason.map { ": \($0)" } ?? ""
        return .init("\(answer.question) **\(answer.answer)**, \(answer.role)\(reason)")
      })
    if !record.conditions.isEmpty {
      page.paragraph("Conditions on the way:")
      page.list(
        record.conditions.flatMap { condition in
          Tables.numbered([condition.reading]).map { number, reading in
            let words = Self.found(reading)
            let found: Markdown = reading.label == nil || words.source.isEmpty ? "" : " (\(words))"
            let depth = number.count { $0 == "." }
            return .init("\(Self.title(reading)): **\(Self.result(reading))**\(found)", depth: depth)
          }
        })
    }
    if !record.notes.isEmpty {
      page.paragraph("Notes:")
      page.list(
        record.notes.map { .init("\(String($0.at.time))\($0.place.map { ", \($0.title)" } ?? ""): \($0.text)") })
    }
  }

  private mutating func writeTiming() {
    page.table(
      ["Step", "Status", "Planned", "Allotted", "Used", "Opened"], right: [2, 3, 4],
      record.timing.takes.map { take in
        let attempt: Markdown = take.place.attempt > 1 ? " (run \(take.place.attempt))" : ""
        return [
          "\(take.place.title)\(Self.about(take))\(Self.lap(take.place))\(attempt)", "\(take.status)",
          Self.clock(take.planned),
          Self.clock(take.allotted), Self.clock(take.used), "\(String(take.opened.time))",
        ]
      })
    let timing = record.timing
    var parts: [Markdown] = [
      "Planned \(Self.spoken(timing.planned))", "agreed \(Self.spoken(timing.agreed))",
      "steps took \(Self.spoken(timing.used)) of \(Self.spoken(timing.plannedForTakes)) planned for them",
      "in all \(Self.spoken(timing.total))",
    ]
    if timing.paused > 0 { parts.append("paused \(Self.spoken(timing.paused))") }
    if timing.lost > 0 { parts.append("lost to interruptions \(Self.spoken(timing.lost))") }
    page.paragraph("\(.joined(parts, by: "; ")).")
  }

  private mutating func writeDeviations() {
    guard !record.deviations.isEmpty else { return page.paragraph("No deviations from the method.") }
    page.paragraph("Deviations from the method:")
    page.table(
      ["When", "What", "Where or who", "Time", "Reason"], right: [3],
      record.deviations.map { deviation in
        let missing: Markdown =
          deviation.missing.isEmpty ? "" : "; later steps miss: \(deviation.missing.joined(separator: ", "))"
        return [
          "\(deviation.at.map { String($0.time) } ?? "")", "\(deviation.kind.replacing("-", with: " "))",
          "\(deviation.subject)\(missing)", deviation.seconds.map { Self.clock($0) } ?? "",
          deviation.reason.map { "\($0)" } ?? "*none given*",
        ]
      })
  }

  // MARK: Step by step

  mutating func writeSteps() {
    let takes = record.timing.takes.filter { take in
      record.outcomes.contains { outcome in
        outcome.entries.contains { $0.place.take == take.place.take }
          || outcome.ballots.contains { $0.place.take == take.place.take }
          || outcome.selections.contains { $0.place.take == take.place.take }
          || outcome.withheld.contains { $0.take == take.place.take }
      }
    }
    guard !takes.isEmpty else { return }
    page.heading(2, "What was written, step by step")
    for take in takes { write(take) }
  }

  private mutating func write(_ take: TimingRecord.Take) {
    let attempt: Markdown = take.place.attempt > 1 ? ", run \(take.place.attempt)" : ""
    let status: Markdown = take.counts ? "" : " (\(take.status))"
    page.heading(3, "\(take.place.title)\(Self.about(take))\(Self.lap(take.place))\(attempt)\(status)")
    for outcome in record.outcomes {
      let entries = outcome.entries.filter { $0.place.take == take.place.take }
      for ballot in outcome.ballots where ballot.place.take == take.place.take { write(ballot) }
      if entries.contains(where: { $0.kind == "objection" || $0.kind == "concern" }) {
        page.paragraph("What was raised:")
      }
      page.list(entries.flatMap { history($0) })
      writeWithheld(outcome.withheld.filter { $0.take == take.place.take })
      for selection in outcome.selections where selection.place.take == take.place.take { write(selection) }
    }
  }

  /// ": Need", unless the title says it.
  private static func about(_ take: TimingRecord.Take) -> Markdown {
    let unsaid = take.about.filter { !take.place.title.contains($0.words) }
    return unsaid.isEmpty ? "" : ": \(list(unsaid))"
  }

  /// An entry with its first words, everything that became of it, and what it is now.
  private func history(_ entry: EntryRecord) -> [MarkdownPage.ListItem] {
    var marks: [String] = []
    if entry.kind != "item" { marks.append(entry.kind) }
    if entry.withdrawn { marks.append("withdrawn") }
    if entry.late { marks.append("late") }
    if let source = entry.copiedFrom { marks.append("taken from “\(source.words)”") }
    let head: Markdown = marks.isEmpty ? "" : " [\(marks.joined(separator: "; "))]"
    let first = entry.first["text"] ?? entry.first.min { $0.key < $1.key }?.value ?? ""
    var items = [MarkdownPage.ListItem("\(first)\(Self.whose(entry))\(head)")]
    items += entry.first.filter { $0.key != "text" && $0.value != first }.sorted { $0.key < $1.key }
      .map { .init("\($0.key): \(shown($0.value, in: $0.key))", depth: 1) }
    items += entry.rewordings.map { wording in
      let field: Markdown = wording.field == "text" ? "" : "\(wording.field): "
      let rival: Markdown = wording.rival ? ", without having seen the wording before" : ""
      let changed: Markdown = wording.changed ? ", and it says something else" : ""
      let at: Markdown = wording.at.map { ", \(String($0.time))" } ?? ""
      return .init(
        "then \(field)\(shown(wording.text, in: wording.field)) (\(wording.by.words)\(at)\(rival)\(changed))", depth: 1)
    }
    if entry.withheldWordings > 0 {
      items.append(.init("*\(entry.withheldWordings) wordings not shown: private*", depth: 1))
    }
    return items
  }

  /// An owner is shown by name, also where the id was entered.
  private func shown(_ text: String, in field: String) -> String {
    guard field == "owner" else { return text }
    return record.attendance.first { $0.id == text }?.name ?? text
  }

  private mutating func write(_ ballot: BallotRecord) {
    page.paragraph(Self.turnout(ballot))
    if ballot.kind != .signal { writeFigures(ballot.statistics, of: ballot) }
    if ballot.marks.isEmpty, let why = ballot.withheld {
      page.paragraph("*Single answers are not shown: \(why.words).*")
    }
    page.list(
      ballot.tallies.map { tally in
        let ballots: Markdown = tally.ballots.map { " of \($0) ballots" } ?? ""
        return .init("Counted in the room, \(tally.thing.words): \(tally.total)\(ballots)")
      }
        + ballot.marks.map { mark in
          let thing: Markdown = ballot.things.count > 1 ? "\(mark.thing.words): " : ""
          let criterion: Markdown = mark.criterion.map { "\($0): " } ?? ""
          let reason: Markdown = mark.reason.map { " – \($0)" } ?? ""
          let late: Markdown = mark.late ? " [late]" : ""
          let by: Markdown = mark.by.kind == .withheld ? "" : "\(mark.by.words): "
          return .init("\(by)\(thing)\(criterion)\(mark.value ?? "pass")\(reason)\(late)")
        })
  }

  // MARK: People

  private mutating func writeRotation(_ rotation: RotationRecord) {
    page.heading(2, "Rotation")
    page.paragraph("\(rotation.guarantee.joined(separator: "; ")).")
    page.list(
      rotation.laps.enumerated().map { number, seats in
        let words = seats.map { seat in
          let hosts = seat.hosts.isEmpty ? "" : " (\(seat.hosts.map(\.name).joined(separator: ", ")) stayed)"
          return "\(seat.place.words): \(seat.here.map(\.words).joined(separator: ", "))\(hosts)"
        }
        return .init("Lap \(number + 1): \(words.joined(separator: "; "))")
      })
  }

  mutating func writePeople() {
    if !record.groups.isEmpty {
      page.heading(2, "Groups")
      for set in record.groups {
        let remark: Markdown = set.remark.map { " (\($0))" } ?? ""
        page.paragraph("\(set.title)\(remark):")
        page.list(
          set.groups.map { .init("\($0.title): \($0.members.map(\.name).joined(separator: ", "))") })
      }
    }
    for rotation in record.rotations { writeRotation(rotation) }
    page.heading(2, "Attendance")
    let titles = Dictionary(record.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let people = record.attendance
    var columns: [(title: Markdown, cells: [Markdown])] = [
      ("Name", people.map { "\($0.name)" }), ("At the start", people.map { $0.presentAtStart ? "yes" : "no" }),
      (
        "Later",
        people.map { person in
          "\(person.movements.map { "\($0.kind.rawValue) \($0.at.time)" }.joined(separator: ", "))"
        }
      ), ("Roles", people.map { "\($0.roles.map { titles[$0] ?? $0 }.joined(separator: ", "))" }),
    ]
    for field in Set(people.flatMap(\.fields.keys)).sorted() {
      columns.append(("\(field)", people.map { "\($0.fields[field] ?? "")" }))
    }
    let told = columns.filter { $0.cells.contains { !$0.source.isEmpty } }
    page.table(told.map(\.title), people.indices.map { person in told.map { $0.cells[person] } })
  }
}
