import MethodModel
import SessionEngine

/// How a run sheet says things: texts with the settings put in, who works together, how a length comes about.
struct SheetWords: Sendable {
  let engine: SessionEngine
  let language: String
  private let state: SessionState
  /// What the `as` around a row stand for.
  var names: [String: String] = [:]
  /// The rotation around a row.
  var rotation: Rotate?

  init(engine: SessionEngine, start: SessionStarted) {
    self.engine = engine
    language = start.language
    var state = SessionState()
    state.start = start
    self.state = state
  }

  /// A text in the sheet's language; what is not known beforehand stays as its name in braces.
  func text(_ text: LocalizedText) -> String {
    let said = text.rendered(in: language) { reference in
      if reference.field == nil, let name = names[reference.name] { return name }
      if let value = engine.value(of: reference, state, Scope()) { return value }
      return reference.field == nil && namedInTurn.contains(reference.name) ? "each \(spoken(reference.name))" : nil
    }
    return said.hasPrefix("each ") && text.raw(in: language).hasPrefix("{") ? "E" + said.dropFirst() : said
  }

  /// What for-each elements and rotations call the things that come one after the other.
  private var namedInTurn: Set<String> {
    Set(
      engine.method.allElements.compactMap { element in
        switch element.kind {
        case .each(let each): each.name
        case .rotate(let rotate): rotate.name
        default: nil
        }
      })
  }

  /// What the method calls a source, else its name as words.
  func named(_ source: SourceRef) -> String {
    let title = engine.method.list(source.name)?.title ?? engine.method.delivers.first { $0.source == source }?.title
    return title.flatMap { $0.isEmpty ? nil : text($0) } ?? spoken(source.description)
  }

  func title(_ place: String) -> String {
    guard let element = engine.index.element(place) else { return place }
    if case .end(let end) = element.kind { return end.text.isEmpty ? spoken(end.name) : text(end.text) }
    let title = self.text(LocalizedText(element.title(in: language), language: language))
    return title == element.id ? spoken(title) : title
  }

  // MARK: People

  /// Who works with whom in a step; `circle` is the set of groups, or the role, in which everything around is done.
  func who(_ step: Step, _ stretch: Stretch, in circle: String? = nil) -> String {
    let voice = step.speaking(title(ofRole:)).map { ", \($0)" }.joined()
    if step.with == .room, let rotation, let going = going(in: rotation) { return going + voice }
    if step.with == .room, let circle, engine.method.role(circle) != nil { return title(ofRole: circle) + voice }
    if step.with == .room, let circle { return "each group together (\(name(of: circle)))\(voice)" }
    return people(step.with, stretch) + voice
  }

  /// Where those are who go round; `nil` where it is not they who move.
  private func going(in rotation: Rotate) -> String? {
    let places = spoken(rotation.name ?? "place")
    switch engine.method.manner(of: rotation) {
    case .groups: return "each group at its \(places) (\(name(of: rotation.move.name)))"
    case .people: return "a group at each \(places)"
    case .role: return "each group together (\(name(of: rotation.through.name)))"
    case .things: return nil
    }
  }

  private func people(_ with: Participation, _ stretch: Stretch) -> String {
    switch with {
    case .room: "everyone together"
    case .alone: "each alone"
    case .role(let role): title(ofRole: role)
    case .groups(let set): self.groups(stretch.groups, of: set)
    }
  }

  /// `a group for each of Learners, Staff`: where groups are of those who share a value, nobody knows yet how many.
  private func alike(in set: String) -> String? {
    guard let grouping = engine.method.grouping(set), case .size(nil) = grouping.basis, grouping.match.count == 1,
      let field = engine.method.people.first(where: { $0.id == grouping.match[0] }), !field.values.isEmpty
    else { return nil }
    let values = field.values.map { $0.text.isEmpty ? $0.id : text($0.text) }
    return "a group for each of \(values.joined(separator: ", "))"
  }

  /// `5 groups of 4 (Team)`; where that hangs on what comes later or on who comes, nobody is told a number.
  func groups(_ sizes: [Int], of set: String) -> String {
    if let alike = alike(in: set) { return "\(alike) (\(name(of: set)))" }
    guard !isCounted(set) else { return "\(groups(sizes)) (\(name(of: set)))" }
    return "\(size(of: set).map { "groups of \($0)" } ?? "groups") (\(name(of: set)), \(Self.uncounted))"
  }

  static let uncounted = "their number is not known yet"

  private func size(of set: String) -> String? {
    switch engine.method.grouping(set)?.basis {
    case .size(let size)?: size?.description
    case .things(_, let size)?: size?.description
    case .split(_, let size)?: size.description
    case .merge?, nil: nil
    }
  }

  func isCounted(_ set: String) -> Bool {
    state.start.map { engine.isCounted(groupsOf: set, for: $0) } ?? true
  }

  /// `5 groups of 4 and 1 of 3`.
  func groups(_ sizes: [Int]) -> String {
    let counts = Dictionary(grouping: sizes) { $0 }.map { (size: $0.key, count: $0.value.count) }
      .sorted { ($0.count, $0.size) > ($1.count, $1.size) }
    guard let first = counts.first else { return "groups" }
    let rest = counts.dropFirst().map { "\($0.count) of \($0.size)" }
    let parts = ["\(first.count) \(first.count == 1 ? "group" : "groups") of \(first.size)"] + rest
    guard let last = parts.last, parts.count > 1 else { return parts[0] }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  func name(of set: String) -> String {
    guard let grouping = engine.method.grouping(set), !grouping.title.isEmpty else { return spoken(set) }
    return text(grouping.title)
  }

  /// A set's name behind the number of its groups.
  func counted(_ set: String) -> String {
    isCounted(set) ? name(of: set) : "\(name(of: set)) (\(Self.uncounted))"
  }

  /// How somebody comes to a role.
  func how(_ role: Role) -> String {
    let filled =
      switch role.filled {
      case _ where engine.method.passesRound(role.id): "comes round"
      case .named: "named before the start"
      case .volunteer: role.people.upper == 1 ? "a volunteer" : "volunteers"
      case .drawn: "drawn by lot"
      case .rest where !role.except.isEmpty:
        "everybody but \(role.except.map { title(ofRole: $0) }.joined(separator: " and "))"
      case .rest: "everybody without a role"
      case .selected:
        role.from.flatMap { engine.index.writerPlaces[$0.name] }.map { "chosen in “\(title($0))”" }
          ?? "chosen during the session"
      }
    switch role.per {
    case .room: return filled
    case .group: return "\(filled), in each group"
    case .step: return "\(filled), anew in each step that names it"
    }
  }

  // MARK: Times

  /// How a length comes about: `5 min + 1 min × 6 (fours), at most 15 min`; empty where it is written down as it is.
  func how(_ reckoning: Reckoning) -> String {
    switch reckoning.basis {
    case .sum(let terms, let most):
      if terms.count == 1, most == nil, terms[0].per == nil {
        return terms[0].reference.map { "setting “\($0)”" } ?? ""
      }
      guard terms.contains(where: { $0.per != nil || $0.reference != nil }) || most != nil else { return "" }
      let sum = terms.map { term in
        Minutes.spoken(term.seconds) + (term.reference.map { " (“\($0)”)" } ?? "")
          + (term.per.map { " × \(term.count) \(unit($0))" } ?? "")
      }.joined(separator: " + ")
      return sum + (most.map { ", at most \(Minutes.spoken($0))" } ?? "")
    case .lap(let lap): return "time of round \(lap)"
    }
  }

  private func unit(_ unit: TimeUnit) -> String {
    switch unit {
    case .person: "people"
    case .group: "groups"
    case .grouping(let set): counted(set)
    case .member: "in the largest group"
    case .item: "things"
    }
  }

  /// When a cue is said.
  func moment(_ at: Int) -> String {
    at < 0 ? "\(Minutes.spoken(-at)) before the end" : "after \(Minutes.spoken(at))"
  }

  /// An id or a path as words.
  func spoken(_ word: String) -> String { word.replacing("/", with: " ").replacing("-", with: " ") }

  /// What an author calls a condition; `nil` where there are no words for it.
  func words(of condition: Condition) -> String? {
    switch condition {
    case .test(let test): test.text.isEmpty ? nil : text(test.text)
    case .judge(_, let text): self.text(text)
    case .all(let conditions), .any(let conditions): conditions.lazy.compactMap(words).first
    default: nil
    }
  }
}
