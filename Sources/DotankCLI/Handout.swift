import MethodModel
import SessionEngine

/// A method as a person reads it before leading it: purpose, people, materials, and each step with its minutes.
struct Handout {
  let method: Method
  private let people: Int
  let language: String
  let engine: SessionEngine
  let start: SessionStarted

  init(_ method: Method, people: Int, language: String) {
    self.method = method
    self.people = people
    self.language = method.languages.contains(language) ? language : method.language
    engine = SessionEngine(method)
    start = engine.previewedStart(people: people, language: self.language)
  }

  func words(_ text: LocalizedText) -> String { text.raw(in: language) }

  func text(width: Int) -> String {
    var lines = ["\(words(method.title))  (\(method.id) \(method.version))", ""]
    lines.append(MethodListing.wrapped(words(method.purpose), width: width, indent: ""))
    lines.append("")
    lines.append("For \(sizes) people; the minutes below are for \(people), \(Minutes.spoken(planned)) in all.")
    for text in method.fit.useWhen { lines.append(bullet("Use it when: \(words(text))", width)) }
    for text in method.fit.avoidWhen { lines.append(bullet("Leave it when: \(words(text))", width)) }
    lines += materials(width) + settings(width) + roles(width)
    lines += leaves(width) + decisions(width) + prompts(width)
    lines += ["", "Steps", ""]
    lines += method.agenda.map { step($0, indent: "", width) }.joined(separator: [""])
    let origins = method.origins.map(words).filter { !$0.isEmpty }.joined(separator: "; ")
    if !origins.isEmpty { lines += ["", MethodListing.wrapped("Source: \(origins)", width: width, indent: "")] }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: String {
    JSONText.object([
      ("id", .string(method.id)), ("languages", .array(method.languages.map { .string($0) })),
      ("people", .number(people)), ("plannedSeconds", .number(planned)), ("purpose", .string(words(method.purpose))),
      (
        "steps",
        .array(
          leaves(method.agenda).map { element in
            .object([
              ("id", .string(element.id)), ("plannedSeconds", .number(engine.plannedSeconds(of: element, for: start))),
              ("title", .string(element.title(in: language))),
            ])
          })
      ), ("title", .string(words(method.title))), ("version", .string(method.version)),
    ]).rendered
  }

  private func leaves(_ body: [FlowElement]) -> [FlowElement] {
    body.flatMap(\.withDescendants).filter { element in
      switch element.kind {
      case .step, .rest, .checkpoint: true
      default: false
      }
    }
  }

  private var planned: Int { engine.plannedSeconds(for: start) }

  private var sizes: String {
    method.fit.people.isEmpty
      ? "any number of" : method.fit.people.map(\.description).joined(separator: ", ").replacing("..", with: "–")
  }

  func bullet(_ text: String, _ width: Int) -> String {
    let lines = MethodListing.wrapped(text, width: width, indent: "    ")
    return "  • " + lines.drop { $0 == " " }
  }

  /// What people have at the end.
  private func leaves(_ width: Int) -> [String] {
    let titles = method.delivers.map { $0.title.isEmpty ? spoken($0.source.description) : words($0.title) }
    return titles.isEmpty ? [] : ["", "What there is at the end"] + titles.map { bullet($0, width) }
  }

  /// The questions that stand beside the values of lists.
  private func prompts(_ width: Int) -> [String] {
    let values = method.lists.flatMap(\.values).filter { !$0.asks.isEmpty }
    guard !values.isEmpty else { return [] }
    return ["", "Questions to think by"]
      + values.map { value in
        let title = value.text.isEmpty ? value.id : words(value.text)
        return bullet("\(title): \(value.asks.map(words).joined(separator: " "))", width)
      }
  }

  private func materials(_ width: Int) -> [String] {
    guard !method.materials.isEmpty else { return [] }
    return ["", "Bring"]
      + method.materials.map { item in bullet("\(count(item)) × \(words(item.text))", width) }
  }

  private func count(_ item: Material) -> Int {
    switch item.per {
    case .person?: item.count * people
    case .grouping(let set)?: item.count * max(1, engine.expectedGroups(set, for: start))
    case .group?, .room?, nil: item.count
    }
  }

  private func settings(_ width: Int) -> [String] {
    guard !method.settings.isEmpty else { return [] }
    return ["", "Settings (--set id=value)"]
      + method.settings.map { setting in
        let value = setting.defaultValue.map { " [\($0)]" } ?? (setting.required ? " (needed)" : "")
        return bullet("\(setting.id)\(value): \(words(setting.ask))", width)
      }
  }

  private func roles(_ width: Int) -> [String] {
    guard !method.roles.isEmpty else { return [] }
    return ["", "Roles (--role id=name)"]
      + method.roles.map { role in
        let texts = role.texts.map(words).joined(separator: " ")
        let title = role.title.isEmpty ? "" : " \(words(role.title))"
        return bullet(
          "\(role.id) (\(role.people)\(manner(of: role))):\(title)\(texts.isEmpty ? "" : " – \(texts)")", width)
      }
  }

  /// Where a role is held, and how somebody comes to it, as far as that is not once and by name.
  private func manner(of role: Role) -> String {
    let place =
      switch role.per {
      case .room: ""
      case .group: " in each group"
      case .step: " at each step that needs it"
      }
    if method.passesRound(role.id) { return "\(place), comes round" }
    switch role.filled {
    case .named: return place
    case .volunteer: return "\(place), who volunteers"
    case .drawn: return "\(place), drawn"
    case .selected: return "\(place), chosen\(role.from.map { " as \(spoken($0.name))" } ?? "")"
    case .rest where !role.except.isEmpty:
      return "\(place), everybody but \(role.except.map { spoken($0) }.joined(separator: " and "))"
    case .rest: return "\(place), everybody without another role"
    }
  }
}
