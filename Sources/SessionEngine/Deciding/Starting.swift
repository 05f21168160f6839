import MethodModel

extension Decision {
  mutating func begin(_ start: StartSession) throws(Rejection) {
    try checkPeople(start)
    let language = method.languages.contains(start.language) ? start.language : method.language
    let settings = try checkedSettings(start, language)
    var started = SessionStarted(
      method: method.id, methodVersion: method.version, methodHash: start.methodHash, usedHashes: start.usedHashes,
      language: language,
      mode: start.mode, settings: settings, people: start.people, roles: try checkedRoles(start), agreedEnd: 0,
      rehearsal: start.rehearsal, site: start.site, tags: start.tags)
    started.agreedEnd =
      start.agreedEnd ?? engine.plannedSeconds(for: started) + Self.seconds(for: start.carried ?? [])
    started.earlier = start.earlier
    try checkGroups(started, start)
    started.carried = start.carried
    emit(started)
    drawRoles()
    if !openCarried() { try goOn(at: 0) }
  }

  private func checkPeople(_ start: StartSession) throws(Rejection) {
    var names: Set<String> = []
    var ids: Set<PersonID> = []
    for person in start.people {
      guard !person.name.allSatisfy(\.isWhitespace) else {
        throw Rejection(.empty, "somebody on the list has no name; give one to each")
      }
      guard ids.insert(person.id).inserted else {
        throw Rejection(.duplicateName, "two people have the id “\(person.id)”; give each their own")
      }
      guard names.insert(Roster.folded(person.name)).inserted else {
        throw Rejection(
          .duplicateName, "two people are called “\(person.name)”; add a letter, as in “\(person.name) B”")
      }
    }
    let count = start.people.filter(\.isPresent).count
    guard count > 0 else { throw Rejection(.notEnoughPeople, "nobody is on the list; say who is there") }
  }

  /// More or fewer people than the method is made for, and groups that its rules do not allow with these people, are
  /// taken only when the host has said so.
  private func checkGroups(_ started: SessionStarted, _ start: StartSession) throws(Rejection) {
    guard !start.acceptsSize else { return }
    let count = start.people.filter(\.isPresent).count
    guard method.fit.admits(count) else {
      let sizes = method.fit.people.map(\.description).joined(separator: ", ")
      let title = method.title.raw(in: started.language)
      let misfits = engine.misfits(for: started)
      let broken = misfits.isEmpty ? "" : ": \(misfits.sentence())"
      throw Rejection(.sizeOutsideFit, "“\(title)” is made for \(sizes) people, and \(count) are on the list\(broken)")
    }
    let isElsewhere = method.fit.mode.map { $0 != started.mode } ?? false
    guard isElsewhere || method.groupings.contains(where: { !$0.match.isEmpty }) else { return }
    let breaches = engine.misfits(for: started).filter(\.isBreach)
    guard breaches.isEmpty else {
      throw Rejection(
        .cannotForm,
        isElsewhere
          ? "\(breaches.sentence())"
          : "\(breaches.sentence()); change what the list says of these people, or who is on it")
    }
  }

  private func checkedSettings(_ start: StartSession, _ language: String) throws(Rejection) -> [String: [String]] {
    let given = start.settings
    for name in given.keys.sorted() where method.setting(name) == nil {
      let known = method.settings.map(\.id).joined(separator: ", ")
      throw Rejection(
        .settingInvalid,
        known.isEmpty
          ? "there is no setting “\(name)”; this method has none" : "there is no setting “\(name)”; there are: \(known)"
      )
    }
    var settings: [String: [String]] = [:]
    for setting in method.settings {
      if let earlier = start.earlier?[setting.id], setting.kind == .earlier {
        settings[setting.id] = [earlier.session]
        continue
      }
      let values = (given[setting.id] ?? []).map(\.trimmed).filter { !$0.isEmpty }
      if !values.isEmpty {
        settings[setting.id] = try setting.checked(values)
      } else if let value = setting.defaultValue {
        settings[setting.id] = [value]
      } else if setting.kind == .list, !setting.values.isEmpty {
        settings[setting.id] = setting.values.map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language) }
      } else if setting.required {
        throw Rejection(
          .settingMissing, "the setting “\(setting.id)” is needed: \(setting.ask.raw(in: language))")
      }
    }
    return settings
  }

  private func checkedRoles(_ start: StartSession) throws(Rejection) -> [String: [PersonID]] {
    let known = Set(start.people.map(\.id))
    for (role, people) in start.roles.sorted(by: { $0.key < $1.key }) {
      guard let definition = method.role(role) else {
        if role == Role.facilitator {
          throw Rejection(.noSuchPlace, "the facilitator is whoever leads the session, and nobody on the list")
        }
        let roles = method.roles.map(\.id).joined(separator: ", ")
        throw Rejection(
          .noSuchPlace,
          roles.isEmpty ? "this method has no roles" : "there is no role “\(role)”; there are: \(roles)")
      }
      for person in people where !known.contains(person) {
        throw Rejection(.unknownPerson, "\(person) is not on the list and cannot be “\(role)”")
      }
      if definition.per != .group, let most = definition.people.upper, people.count > most {
        throw Rejection(
          .roleFull, "the role “\(role)” is for \(definition.people.ofPeople), and \(people.count) were named")
      }
    }
    return start.roles
  }

  /// Fills roles that are drawn, and then those for everybody without another role.
  private mutating func drawRoles() {
    for role in method.roles where role.filled == .drawn && role.per == .room {
      let missing = role.people.lower - state.roles[role.id, default: []].count
      guard missing > 0 else { continue }
      for person in peopleFree(for: role).shuffled(using: &random).prefix(missing) {
        give(role.id, to: person, drawn: true)
      }
    }
    for person in state.roster.people { settleRest(of: person.id) }
  }

  /// Those present who may take a role besides what they hold.
  func peopleFree(for role: Role) -> [PersonID] {
    let exclusive = Set(method.roles.filter { $0.exclusive && $0.filled != .rest }.flatMap { state.roles[$0.id] ?? [] })
    let holding = Set(method.roles.filter { $0.filled != .rest }.flatMap { state.roles[$0.id] ?? [] })
    let already = Set(state.roles[role.id] ?? [])
    return state.roster.present.map(\.id).filter { person in
      !already.contains(person) && !exclusive.contains(person) && !(role.exclusive && holding.contains(person))
    }
  }
}

extension Setting {
  /// The values as given, if they are of the setting's kind.
  package func checked(_ values: [String]) throws(Rejection) -> [String] {
    for value in values {
      switch kind {
      case .number where Number(value) == nil:
        throw Rejection(.settingInvalid, "“\(id)” takes a number such as 4 or 2.5, and “\(value)” is none")
      case .minutes where Int(value).map({ $0 < 0 || $0 > 100_000 }) ?? true:
        throw Rejection(.settingInvalid, "“\(id)” takes whole minutes such as 15, and “\(value)” is none")
      case .choice where !self.values.contains(where: { $0.id == value }):
        let known = self.values.map(\.id).joined(separator: ", ")
        throw Rejection(.settingInvalid, "“\(id)” takes one of \(known), and “\(value)” is none of them")
      case .earlier:
        throw Rejection(
          .settingInvalid, "“\(id)” takes the folder of an earlier session, and “\(value)” was not read as one")
      case .date where !Self.isDate(value):
        throw Rejection(.settingInvalid, "“\(id)” takes a date such as 2027-03-01, and “\(value)” is none")
      default: break
      }
    }
    guard kind == .list || values.count == 1 else {
      throw Rejection(.settingInvalid, "“\(id)” takes one value, and \(values.count) were given")
    }
    return values
  }

  private static func isDate(_ text: String) -> Bool { CalendarDate(text) != nil }
}

/// A day of the common calendar, written `2027-03-01`.
package struct CalendarDate: Hashable, Sendable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` for anything that is not such a day (`2027-02-30`).
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), day > 0
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// 20270301, so that days can be held against each other as numbers.
  var asNumber: Number { Number(year * 10_000 + month * 100 + day) }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CountRange {
  /// How many people, as the end of a sentence: “one person”, “1–3 people”.
  var ofPeople: String {
    self == CountRange(1, 1) ? "one person" : "\(description.replacing("..", with: "–")) people"
  }
}
