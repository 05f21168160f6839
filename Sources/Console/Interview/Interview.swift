package import MethodModel
package import SessionEngine

/// The questions before a session: settings that were not given, and roles that somebody takes from the start.
///
/// Only for a terminal: where nobody can answer, `missing` says what to give on the command line.
///
/// ```swift
/// var interview = Interview(method: method, language: "en", settings: given, people: people, roles: [:])
/// while let lines = interview.question(width: 80) {
///   …  // print them, read a line
///   let answer = interview.answer(line)  // what to say to it
/// }
/// ```
package struct Interview: Sendable {
  private enum Topic: Sendable { case setting(Setting), role(Role) }

  /// As given, with the answers.
  package private(set) var settings: [String: [String]]
  /// As given, with the answers.
  package private(set) var roles: [String: [PersonID]]
  private let people: [Person]
  private let language: String
  private var topics: [Topic]
  /// What has been answered, oldest first: `/back` asks it again.
  private var answered: [Topic] = []

  package init(
    method: Method, language: String, settings: [String: [String]], people: [Person], roles: [String: [PersonID]]
  ) {
    self.settings = settings
    self.roles = roles
    self.people = people
    self.language = language
    topics = method.settings.filter { settings[$0.id] == nil && $0.kind != .earlier }.map { .setting($0) }
    topics += method.roles.filter { role in
      let asks = role.filled == .named || (role.filled == .volunteer && role.per == .room)
      return asks && role.id != Role.facilitator && (roles[role.id] ?? []).count < role.people.lower
    }.map { .role($0) }
  }

  /// Settings that a session cannot start without: needed, not given, and without a default.
  package static func missing(_ method: Method, _ settings: [String: [String]]) -> [Setting] {
    method.settings.filter { setting in
      setting.required && setting.defaultValue == nil && settings[setting.id] == nil
        && (setting.kind != .list || setting.values.isEmpty)
    }
  }

  package var isDone: Bool { topics.isEmpty }

  /// The question that stands, with what Enter takes; `nil` when all are answered.
  package func question(width: Int) -> [Line]? {
    guard let topic = topics.first else { return nil }
    var page = Page(width: width)
    switch topic {
    case .setting(let setting): ask(setting, &page)
    case .role(let role): ask(role, &page)
    }
    if !answered.isEmpty { page.add("/back asks the question before again.", .quiet) }
    return page.lines
  }

  private func ask(_ setting: Setting, _ page: inout Page) {
    let ask = setting.ask.raw(in: language)
    page.add(ask.isEmpty ? setting.id : ask, .heading)
    if setting.kind == .choice {
      for (number, value) in setting.values.enumerated() {
        page.item(value.text.isEmpty ? value.id : value.text.raw(in: language), mark: "\(number + 1)")
      }
    }
    switch setting.kind {
    case .list: page.add("Several values are typed with semicolons between them.", .quiet)
    case .minutes: page.add("In whole minutes.", .quiet)
    case .date: page.add("As a date, such as 2027-03-01.", .quiet)
    default: break
    }
    if let value = defaultText(of: setting) {
      page.add("Enter takes", value, .quiet)
    } else if !setting.required {
      page.add("Enter leaves it empty.", .quiet)
    }
  }

  private func defaultText(of setting: Setting) -> String? {
    if let value = setting.defaultValue {
      let named = setting.values.first { $0.id == value }
      return named.map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language) } ?? value
    }
    guard setting.kind == .list, !setting.values.isEmpty else { return nil }
    return setting.values.map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language) }.joined(separator: "; ")
  }

  private func ask(_ role: Role, _ page: inout Page) {
    let title = role.title.isEmpty ? role.id : role.title.raw(in: language)
    page.add("Who is \(title)?", .heading)
    for text in role.texts { page.add(text.raw(in: language)) }
    let count = role.people.upper == 1 ? "One name." : "Names with commas between them (\(role.people.description))."
    page.add("\(count) Enter leaves it for later; /role gives it during the session.", .quiet)
  }

  // MARK: Answers

  /// Takes a line as the answer; what comes back is to be printed, and when it was no answer the question stays.
  package mutating func answer(_ line: String, width: Int = 80) -> [Line] {
    guard let topic = topics.first else { return [] }
    if line.trimmed == "/back", let before = answered.popLast() {
      forget(before)
      topics.insert(before, at: 0)
      return []
    }
    do throws(Complaint) {
      switch topic {
      case .setting(let setting): try answer(setting, line.trimmed)
      case .role(let role): try answer(role, line.trimmed)
      }
      answered.append(topics.removeFirst())
      return []
    } catch {
      var page = Page(width: width)
      for sentence in error.sentences { page.add(sentence, .warning) }
      return page.lines
    }
  }

  private mutating func forget(_ topic: Topic) {
    switch topic {
    case .setting(let setting): settings[setting.id] = nil
    case .role(let role): roles[role.id] = nil
    }
  }

  private mutating func answer(_ setting: Setting, _ text: String) throws(Complaint) {
    guard !text.isEmpty else {
      if defaultText(of: setting) != nil || !setting.required { return }
      throw Complaint("This is needed before the session can start. Ctrl-D leaves.")
    }
    var values = setting.kind == .list ? text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty } : [text]
    if setting.kind == .choice {
      let candidates = setting.values.map { value in
        (names: [value.id] + value.text.variants.map(\.raw), value: value.id)
      }
      if case .one(let id) = pick(text, from: candidates) { values = [id] }
    }
    do throws(Rejection) { settings[setting.id] = try setting.checked(values) } catch {
      throw Complaint(sentence(error.message))
    }
  }

  private mutating func answer(_ role: Role, _ text: String) throws(Complaint) {
    guard !text.isEmpty else { return }
    let names = PeopleNames(people: people)
    var holders = roles[role.id] ?? []
    for name in text.split(separator: ",") {
      let person: PersonID
      if let number = Int(name.trimmed), people.indices.contains(number - 1) {
        person = people[number - 1].id
      } else if let found = try names.person(name.trimmed) {
        person = found.id
      } else {
        let near = names.nearest(to: name.trimmed).map { " Did you mean \($0)?" } ?? ""
        throw Complaint("Nobody on the list is called “\(name.trimmed)”.\(near)")
      }
      if !holders.contains(person) { holders.append(person) }
    }
    if role.per == .room, let most = role.people.upper, holders.count > most {
      throw Complaint("This role is for \(role.people.description), and \(holders.count) were named.")
    }
    roles[role.id] = holders
  }
}
