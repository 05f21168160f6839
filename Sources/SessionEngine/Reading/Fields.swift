package import MethodModel

extension SessionEngine {
  /// What a field of a thing says; empty when nothing does.
  package func field(_ name: String, of thing: ThingRef, _ state: SessionState) -> String {
    switch thing.kind {
    case .entry:
      guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id]
      else { return "" }
      // A method may ask for a status of its own.
      if let text = entry.fields[name] { return text }
      return name == "status" && entry.kind == .action ? state.status(ofAction: entry.id.raw).rawValue : ""
    case .person:
      return state.roster[PersonID(thing.id)]?.fields[name] ?? state.cells[thing]?[name] ?? ""
    case .value where name == "text": return label(of: thing, state)
    case .value, .group: return state.cells[thing]?[name] ?? earlierThing(thing, state)?.fields[name] ?? ""
    }
  }

  /// The words a person would read for a thing.
  package func label(of thing: ThingRef, _ state: SessionState) -> String {
    switch thing.kind {
    case .entry:
      guard let id = thing.entry, let home = state.outcomeOfEntry[id], let entry = state.outcomes[home]?[id]
      else { return thing.id }
      if entry.kind == .link, let link = links(of: entry, state).first { return label(of: link, state) }
      return entry.kind == .row ? rowLabel(entry, home, state) : FileReference(entry.text)?.name ?? entry.text
    case .person: return state.roster[PersonID(thing.id)]?.name ?? thing.id
    case .group: return title(ofGroup: thing.id, state)
    case .value: return labelOfValue(thing, state)
    }
  }

  /// What people call a criterion of an activity; the word itself where its author named it.
  func spoken(criterion: String, of activity: Activity, _ state: SessionState) -> String {
    guard case .rate(let rating) = activity.kind, let criteria = rating.criteria,
      let thing = things(criteria, state, Scope()).first(where: { $0.word == criterion }), !thing.hasAuthoredWord
    else { return criterion }
    return label(of: thing, state)
  }

  /// What a link joins, and its word where it has one: “Tea → Cake (goes with)”.
  private func label(of link: Graph.Link, _ state: SessionState) -> String {
    let ends = "\(label(of: link.from, state)) → \(label(of: link.to, state))"
    return link.word.isEmpty ? ends : "\(ends) (\(spoken(link.word)))"
  }

  /// The first cell of a row that says something, in the order of its columns.
  private func rowLabel(_ entry: Entry, _ home: String, _ state: SessionState) -> String {
    let columns = index.writers[home].map { self.columns(of: $0, state) ?? $0.fields }?.map(\.id) ?? []
    return columns.lazy.compactMap { entry.fields[$0] }.first { !$0.isEmpty } ?? entry.text
  }

  private func labelOfValue(_ thing: ThingRef, _ state: SessionState) -> String {
    let parts = thing.id.split(separator: "/", maxSplits: 1).map { String($0) }
    guard parts.count == 2 else { return thing.id }
    if let value = method.list(parts[0])?.values.first(where: { $0.id == parts[1] }) {
      return value.text.isEmpty ? value.id : value.text.raw(in: language(state))
    }
    if let words = state.givenWords[thing] ?? earlierThing(thing, state)?.label { return words }
    let values = state.start?.settings[parts[0]] ?? []
    guard let place = Int(parts[1]), values.indices.contains(place - 1) else { return parts[1] }
    return values[place - 1]
  }

  package func title(ofRole id: String, _ state: SessionState) -> String {
    if id == Role.facilitator { return "the facilitator" }
    if id == Role.author { return "the author" }
    if isDecision(id) { return "the decision “\(spoken(Use.ownName(id)))”" }
    guard let role = method.role(id), !role.title.isEmpty else { return id }
    return role.title.raw(in: language(state))
  }

  package func language(_ state: SessionState) -> String { state.start?.language ?? method.language }

  /// The words of the newest document or thing that a source names, by field.
  func words(of source: SourceRef, _ state: SessionState, _ scope: Scope) -> [String: String]? {
    if method.setting(source.name) != nil, scope.names[source.name] == nil,
      let values = values(ofSetting: source.name, state, scope)
    {
      return ["text": values.joined(separator: ", ")]
    }
    guard let thing = things(SourceRef(name: source.name), state, scope).last else { return nil }
    if let id = thing.entry, let home = state.outcomeOfEntry[id] { return state.outcomes[home]?[id]?.fields }
    return ["text": label(of: thing, state)]
  }

  /// A text with its references replaced, in the session's language; it is said aloud, so what only its author may see
  /// stays out of it.
  package func render(_ text: LocalizedText, _ state: SessionState, _ scope: Scope) -> String {
    text.rendered(in: language(state)) { openValue(of: $0, state, scope) }
  }

  /// What a reference stands for; `nil` while nothing does.
  package func value(of reference: Reference, _ state: SessionState, _ scope: Scope) -> String? {
    if let thing = scope.names[reference.name] {
      guard let name = reference.field else { return label(of: thing, state) }
      let text = field(name, of: thing, state)
      return text.isEmpty ? nil : text
    }
    // Each part has another one before it.
    if index.stationNames.contains(reference.name) { return "your \(reference.name)" }
    if let earlier = earlier(reference.name, state) { return words(ofEarlier: earlier, reference.field) }
    if let setting = method.setting(reference.name) {
      let values = values(ofSetting: setting.id, state, scope) ?? []
      guard setting.kind == .choice else { return values.isEmpty ? nil : values.joined(separator: ", ") }
      return values.first.map { value in
        let named = setting.values.first { $0.id == value }
        return named.flatMap { $0.text.isEmpty ? nil : $0.text.raw(in: language(state)) } ?? value
      }
    }
    guard let words = words(of: SourceRef(name: reference.name), state, scope) else { return nil }
    let text = reference.field.map { words[$0] ?? "" } ?? words["text"] ?? words.min { $0.key < $1.key }?.value
    return (text ?? "").isEmpty ? nil : text
  }

  /// What an operand names: a bare word is itself, braces are replaced.
  func word(of operand: Operand, _ state: SessionState, _ scope: Scope) -> String {
    switch operand {
    case .word(let word): return word
    case .reference(let reference):
      if reference.field == nil, let thing = scope.names[reference.name] { return thing.word }
      return value(of: reference, state, scope) ?? ""
    }
  }

  /// Whether a thing passes a `where`: by a field, a tag (`by`, `at`, `about`, `round`, `take`), or what was said of it.
  func passes(_ thing: ThingRef, _ test: FieldTest, _ state: SessionState, _ scope: Scope) -> Bool {
    switch test.expected {
    case .own: own(scope, state).map { isOf($0, thing, by: test.field, state) } ?? true
    case .words(let operands) where test.field == "at" || test.field == "about":
      operands.contains { operand in
        let word = word(of: operand, state, scope)
        return tagged(test.field, thing, state).contains { $0.isCalled(word) }
      }
    default: matches(field(orTag: test.field, of: thing, state), test, scale: nil, state, scope)
    }
  }

  /// At which stations of rotations a thing was made, or what was in hand then.
  func tagged(_ tag: String, _ thing: ThingRef, _ state: SessionState) -> [ThingRef] {
    guard let entry = state.entry(thing) else { return [] }
    return Array(tag == "at" ? entry.at.values : state.takes[entry.run.take - 1].about.values)
  }

  /// Whether a mark is one that a `where` asks for.
  func matches(
    _ mark: GivenMark, _ test: FieldTest, scale: Scale? = nil, _ state: SessionState, _ scope: Scope
  ) -> Bool {
    guard test.expected == .own else {
      return matches(text(of: test.field, in: mark, state), test, scale: scale, state, scope)
    }
    guard let own = own(scope, state) else { return true }
    return mark.unit == own.ref || mark.unit.person.map { own.members.contains($0) } ?? false
  }

  /// Who reads, where that is a part of the room with a clock of its own.
  private func own(_ scope: Scope, _ state: SessionState) -> OwningUnit? {
    guard let part = scope.part else { return nil }
    let set = state.groups[String(part.key.prefix { $0 != "/" })]
    let members = set?.groups.first { $0.key == part.key }?.members ?? part.members
    let ref: UnitRef = part.kind == .person ? members.first.map { .person($0) } ?? .part(part.key) : .part(part.key)
    return OwningUnit(ref: ref, title: part.title, members: members)
  }

  private func field(orTag name: String, of thing: ThingRef, _ state: SessionState) -> String {
    let text = field(name, of: thing, state)
    guard text.isEmpty, let id = thing.entry, let home = state.outcomeOfEntry[id],
      let entry = state.outcomes[home]?[id]
    else { return text }
    switch name {
    case "by": return entry.author?.raw ?? ""
    case "take": return String(entry.run.take)
    case "round":
      return state.takes[entry.run.take - 1].runs.first { $0.id == entry.run }.map { String($0.round) } ?? ""
    default: return ""
    }
  }

  /// Whether a text is what a `where` expects: one of its words, or within its range.
  func matches(
    _ text: String, _ test: FieldTest, scale: Scale?, _ state: SessionState, _ scope: Scope
  ) -> Bool {
    switch test.expected {
    case .words(let operands): return operands.contains { word(of: $0, state, scope) == text }
    case .range(let lower, let upper):
      guard let number = scale?.number(of: text) ?? Number(text) else { return false }
      return lower.map { number >= $0 } ?? true && upper.map { number <= $0 } ?? true
    case .own: return false
    }
  }
}
