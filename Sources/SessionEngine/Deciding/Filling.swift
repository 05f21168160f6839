package import MethodModel

extension Decision {
  /// A cell of a document, or a field of a thing.
  mutating func fill(_ cell: FillCell) throws(Rejection) {
    let (run, activity, take) = try run(cell.run)
    guard case .fill(let freeze, _) = activity.kind else {
      throw Rejection(.notActive, "nothing is filled in here")
    }
    if let freeze, hasOpened(freeze, since: take) {
      throw Rejection(.frozen, "it is frozen since “\(engine.title(ofPlace: freeze, state))” began")
    }
    let author = author(cell.author, for: cell.part, activity, take)
    let unit = try owner(author: author, part: part(cell.part, by: author, take), activity, take)
    let target = try target(of: cell, activity, run, unit)
    try checkNotFrozen(target)
    let field = try knownField(cell.field, activity, target)
    let text = cell.text.allSatisfy(\.isWhitespace) ? "" : try checked(cell.text, field, by: unit)
    conclude(
      CellFilled(
        run: run.id, outcome: activity.target, target: target, field: field.id, text: text, author: author,
        unit: unit.named, base: cell.base, changesMeaning: changesMeaning(cell, target, field.id, text) ? true : nil))
    if !isLate(run) { revealWhenComplete(run, adding: unit.named) }
  }

  /// Whether words say something else than those they replace: as the sender says, else those of a document do.
  ///
  /// Where nothing stood before, nothing is replaced.
  private func changesMeaning(_ cell: FillCell, _ target: ThingRef, _ field: String, _ text: String) -> Bool {
    if let meaning = cell.meaning { return meaning == .changed }
    guard let document = state.entry(target), document.kind == .document else { return false }
    let before = document.fields[field] ?? ""
    return !before.isEmpty && before != text
  }

  /// A document is frozen by the activity that began it, whoever continues it; another lap or subject has its own.
  private func checkNotFrozen(_ target: ThingRef) throws(Rejection) {
    guard let document = state.entry(target),
      case .fill(let freeze?, _)? = engine.activity(of: document.run, state)?.kind,
      hasOpened(freeze, since: state.takes[document.run.take - 1])
    else { return }
    throw Rejection(.frozen, "it is frozen since “\(engine.title(ofPlace: freeze, state))” began")
  }

  /// Whether a step of that name was opened, or anything in a phase, meeting or window of that name.
  private func hasOpened(_ place: String, since take: Take) -> Bool {
    let scope = engine.scope(of: take)
    return state.takes.contains {
      ($0.place == place || $0.path.isWithin(place, apartFrom: take.path)) && $0.openedSequence > take.openedSequence
        && $0.status != .dropped
        && scope.shares(with: $0)
    }
  }

  private func target(
    of cell: FillCell, _ activity: Activity, _ run: ActivityRun, _ unit: OwningUnit
  ) throws(Rejection) -> ThingRef {
    if engine.isTable(activity), activity.into != nil { return try row(of: cell, activity, run, unit) }
    guard activity.into == nil, let of = activity.of else {
      return .entry(engine.documentID(activity, run.id, unit.ref))
    }
    let here = engine.scope(of: state.takes[run.id.take - 1])
    if let thing = cell.thing, engine.isOffered(thing, in: run, to: unit.ref, state) { return thing }
    let things = run.ballot.isEmpty ? engine.things(of, state, here) : engine.offered(in: run, to: unit.ref, state)
    if let thing = cell.thing ?? (things.isEmpty ? run.ballot.first : nil) {
      guard things.contains(thing) else {
        throw notOffered(
          thing, to: unit.ref, run, else: Rejection(.unknownThing, "that is not what is filled in here"))
      }
      return thing
    }
    if things.count == 1, let only = things.first { return only }
    guard things.isEmpty else {
      throw Rejection(.unknownThing, "say which one it is, by its number: there are \(things.count)")
    }
    return .entry(engine.documentID(activity, run.id, unit.ref))
  }

  /// The row of a unit's own table that a cell stands in.
  private func row(
    of cell: FillCell, _ activity: Activity, _ run: ActivityRun, _ unit: OwningUnit
  ) throws(Rejection) -> ThingRef {
    guard let thing = cell.thing, let entry = state.entry(thing), entry.kind == .row, !entry.isRetired,
      state.outcomeOfEntry[entry.id] == activity.target, entry.unit == unit.named || unit.named == nil
    else { throw Rejection(.unknownThing, "say which row it is, by its number; a new row is added first") }
    return thing
  }

  /// The field as the activity defines it, or as the thing's own activity did.
  private func knownField(_ name: String, _ activity: Activity, _ target: ThingRef) throws(Rejection) -> Field {
    let home = target.entry.flatMap { state.outcomeOfEntry[$0] }
    let writer = home.flatMap { index.writers[$0] }
    let isObjection = target.entry.flatMap { id in home.flatMap { state.outcomes[$0]?[id]?.kind } } == .objection
    let named = activity.fields.first { $0.id == name }
    if isObjection, name == "status" { return Self.objectionStatus }
    if let named {
      if named.kind == .text, let original = writer?.fields.first(where: { $0.id == name }) { return original }
      return named
    }
    if let original = writer?.fields.first(where: { $0.id == name }) { return original }
    if let column = engine.columns(of: activity, state)?.first(where: { $0.id == name }) { return column }
    if name == "text", activity.fields.isEmpty || isObjection { return Field(id: "text") }
    let known = activity.fields.map(\.id).joined(separator: ", ")
    throw Rejection(
      .unknownField,
      known.isEmpty ? "there is no field “\(name)” here" : "there is no field “\(name)” here; there are: \(known)")
  }

  /// Where an objection stands; it is open until somebody says otherwise.
  static let objectionStatus = Field(
    id: "status", kind: .choice,
    values: ["open", "qualified", "concern", "resolved", "withdrawn"].map { NamedValue(id: $0) })
}

extension SessionEngine {
  /// Whether rows are added: a table begins here, or is continued.
  package func isTable(_ activity: Activity) -> Bool {
    guard case .fill = activity.kind else { return false }
    if activity.into != nil { return activity.shape == .table }
    return activity.of.map { $0.part == nil && index.outcomeKinds[$0.name] == .tables } ?? false
  }

  /// The fields a person can fill in an activity: those it names, else the document's own, else its one text.
  package func fields(of activity: Activity, _ state: SessionState) -> [Field] {
    if case .decide = activity.kind { return [] }
    if let columns = columns(of: activity, state) { return columns }
    let original = activity.of.flatMap { index.writers[$0.name] }?.fields ?? []
    if activity.fields.isEmpty { return original.isEmpty ? [Field(id: "text")] : original }
    return activity.fields.map { field in
      if field.id == "status", field.values.isEmpty, isAboutObjections(activity) { return Decision.objectionStatus }
      return original.first { $0.id == field.id } ?? field
    }
  }

  /// The columns of a table that begins with a copy: those of what is copied, then its own; `nil` for anything else.
  func columns(of activity: Activity, _ state: SessionState) -> [Field]? {
    guard isTable(activity), activity.into != nil, let from = activity.from else { return nil }
    let writer = index.writers[from.name].flatMap { $0.target == activity.target ? nil : $0 }
    var copied = writer.map { columns(of: $0, state) ?? $0.fields } ?? []
    let hasText = index.outcomeKinds[from.name] != .tables || copied.isEmpty
    if hasText, !copied.contains(where: { $0.id == "text" }) { copied.insert(Field(id: "text"), at: 0) }
    return copied.filter { column in !activity.fields.contains { $0.id == column.id } } + activity.fields
  }

  private func isAboutObjections(_ activity: Activity) -> Bool {
    guard let of = activity.of else { return false }
    if of.part == "objections" { return true }
    return index.allElements.contains { element in
      if case .each(let each) = element.kind { return each.name == of.name && each.itemOf.part == "objections" }
      return false
    }
  }

  /// A place's title in the session's language, as it reads before one is there.
  package func title(ofPlace place: String, _ state: SessionState) -> String {
    index.element(place).map { title(of: $0, state, Scope()) } ?? place
  }

  /// A title; what a for-each around has in hand only later is “each topic”.
  func title(of element: FlowElement, _ state: SessionState, _ scope: Scope) -> String {
    LocalizedText(element.title(in: language(state))).rendered(in: language(state)) { reference in
      openValue(of: reference, state, scope)
        ?? (isInHand(reference.name) ? "each \(spoken(Use.ownName(reference.name)))" : nil)
    }
  }

  private func isInHand(_ name: String) -> Bool {
    index.allElements.contains { if case .each(let each) = $0.kind { each.name == name } else { false } }
  }
}
