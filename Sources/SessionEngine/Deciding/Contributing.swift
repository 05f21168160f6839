import MethodModel

extension Decision {
  /// The run a contribution goes to: the one it names, else the one that is open.
  func run(_ named: RunID?) throws(Rejection) -> (run: ActivityRun, activity: Activity, take: Take) {
    let id: RunID
    if let named {
      id = named
    } else {
      guard let open = try openTake().runs.last else {
        throw Rejection(.notActive, "nothing is collected in this step; /note keeps a remark, /next goes on")
      }
      id = open.id
    }
    guard state.takes.indices.contains(id.take - 1),
      let run = state.takes[id.take - 1].runs.first(where: { $0.id == id }),
      let activity = engine.activity(of: id, state)
    else { throw Rejection(.notActive, "there is no such activity in this session") }
    return (run, activity, state.takes[id.take - 1])
  }

  /// What is read around a run, whichever track has the focus.
  func scope(of run: ActivityRun) -> Scope { engine.scope(of: state.takes[run.id.take - 1]) }

  /// Entries after closing are late: kept, uncounted until the host admits them.
  func isLate(_ run: ActivityRun) -> Bool { run.status == .closed }

  /// Whose words they are: a participant's own, else as the host says, else those of whoever has the turn and may
  /// enter something here.
  func author(_ named: PersonID?, for part: String?, _ activity: Activity, _ take: Take) -> PersonID? {
    if let said = named ?? actingPerson { return said }
    guard part == nil, let speaker = speaker(in: take), engine.admits(speaker, activity, in: take, state) else {
      return nil
    }
    return speaker
  }

  /// The group it comes from: the one named, else the one whose turn it is.
  func part(_ named: String?, by author: PersonID?, _ take: Take) -> String? {
    guard named == nil, author == nil, take.status == .open, case .part(let key)? = take.turns?.current else {
      return named
    }
    return key
  }

  /// Whose entry it is, and whether they may make one.
  func owner(
    author: PersonID?, part: String?, _ activity: Activity, _ take: Take
  ) throws(Rejection) -> OwningUnit {
    if let author {
      guard state.roster[author] != nil else { throw Rejection(.unknownPerson, "\(author) is not on the list") }
      if let actingPerson, author != actingPerson {
        throw Rejection(.notYours, "somebody else's entry cannot be made from here")
      }
      try checkSpeaks(author, activity, take)
    }
    if let part {
      guard let unit = engine.unit(named: part, in: activity, take, state) else {
        throw Rejection(.unknownThing, "there is no group “\(part)” in this step")
      }
      if let actingPerson, !unit.members.contains(actingPerson) {
        throw Rejection(.notYours, "another group's entry cannot be made from here")
      }
      return unit
    }
    if let author, let own = engine.unit(with: author, in: activity, take, state) { return own }
    let units = engine.units(of: activity, take, state)
    // A step for some is not one for all who stand by; in a room the host may write for whoever is missing.
    let isForSome = take.parts.allSatisfy { $0.kind == .group || $0.kind == .role }
    if units.count == 1, author == nil || !isForSome, let only = units.first { return only }
    if let author {
      let isInGroups = take.parts.contains { $0.kind == .group }
      let remedy = isInGroups ? "; /move and a group's number puts somebody there" : ""
      throw Rejection(.notElector, "\(name(of: author)) has no part in this step\(remedy)")
    }
    if units.contains(where: { $0.ref.person != nil }) {
      return .unnamed
    }
    if units.isEmpty { throw nobodyEntitled(activity) }
    let known = units.map { $0.ref.description.split(separator: ":").last.map { String($0) } ?? "" }
    throw Rejection(.unknownThing, "say whose it is: \(known.prefix(4).joined(separator: ", "))…")
  }

  /// Why nobody can enter anything, and what can be done about it.
  private func nobodyEntitled(_ activity: Activity) -> Rejection {
    guard let role = activity.by, method.role(role) != nil, state.roles[role, default: []].isEmpty else {
      return Rejection(.notElector, "there is nobody here who could enter this; /back goes to the step before")
    }
    return Rejection(
      .notElector,
      "nobody is “\(engine.title(ofRole: role, state))” yet; give it by /role \(role) and a name, or /back goes to the step before"
    )
  }

  private func checkSpeaks(_ author: PersonID, _ activity: Activity, _ take: Take) throws(Rejection) {
    if let silent = engine.silentRole(of: author, in: take, state) {
      throw Rejection(
        .silentRole, "\(name(of: author)) is \(engine.title(ofRole: silent, state)) and stays silent in this step")
    }
    guard engine.admits(author, activity, in: take, state) else {
      throw Rejection(.notElector, "only \(engine.title(ofRole: activity.by ?? "", state)) enters something here")
    }
  }

  mutating func add(_ entry: AddEntry) throws(Rejection) {
    let (run, activity, take) = try run(entry.run)
    try requireNames(run)
    let kind: Entry.Kind
    let limits: Limits
    switch activity.kind {
    case .collect(let given, _, _): (kind, limits) = (.item, given)
    case .commit(let given, _): (kind, limits) = (.action, given)
    case .fill(_, let given) where engine.isTable(activity): (kind, limits) = (.row, given)
    default: throw Rejection(.notActive, "this step takes no new items")
    }
    guard state.outcomeOfEntry[entry.id] == nil else {
      throw Rejection(.idReused, "an entry with this id exists; send it anew under another id")
    }
    let author = author(entry.author, for: entry.part, activity, take)
    let unit = try owner(author: author, part: part(entry.part, by: author, take), activity, take)
    if let source = entry.copyOf, !engine.isOffered(source, in: run, to: unit.ref, state) {
      throw notOffered(source, to: unit.ref, run, else: notHere(source, "is not offered here"))
    }
    let about = try subject(of: entry, run, activity, unit)
    let fields = try checkedFields(entry, kind, activity, unit)
    try checkLimit(limits, unit, run, activity)
    try checkUnique(activity, fields, run)
    conclude(
      EntryAdded(
        run: run.id, outcome: activity.target, id: entry.id, kind: kind, author: author, unit: unit.named,
        fields: fields, copyOf: entry.copyOf, about: about, late: isLate(run)))
    if !isLate(run) { revealWhenComplete(run, adding: unit.named) }
  }

  /// What a reply answers; the only thing put up where nothing is said.
  private func subject(
    of entry: AddEntry, _ run: ActivityRun, _ activity: Activity, _ unit: OwningUnit
  ) throws(Rejection) -> ThingRef? {
    guard case .collect = activity.kind, activity.of != nil else { return nil }
    var sight = UnitSight(engine, unit.ref, in: state.takes[run.id.take - 1], state)
    let offered = engine.putUp(in: run, state).filter {
      engine.isOffered($0, to: unit, activity, state) && sight.reaches($0)
        && (!run.onBallot.contains($0) || engine.isOffered($0, in: run, to: unit.ref, state))
    }
    guard let thing = entry.about ?? (offered.count == 1 ? offered.first : nil) else {
      if run.ballot.isEmpty { return nil }
      throw Rejection(.unknownThing, "say which one it answers, by its number")
    }
    guard offered.contains(thing), !engine.isRetired(thing, state) else {
      throw notOffered(thing, to: unit.ref, run, else: notHere(thing, "is not asked of those who answer here"))
    }
    return thing
  }

  /// A number, a date or words of a field say something by themselves; what is only chosen from others does not.
  private func saysSomething(_ fields: [String: String], _ known: [Field]) -> Bool {
    known.contains { field in
      guard !(fields[field.id] ?? "").isEmpty else { return false }
      return switch field.kind {
      case .choice, .source, .person: false
      default: true
      }
    }
  }

  private func checkedFields(
    _ entry: AddEntry, _ kind: Entry.Kind, _ activity: Activity, _ unit: OwningUnit
  ) throws(Rejection) -> [String: String] {
    var fields = entry.fields.filter { !$0.value.allSatisfy(\.isWhitespace) }
    if let source = entry.copyOf, fields["text"] == nil { fields["text"] = engine.label(of: source, state) }
    let known = knownFields(kind, activity)
    for (field, text) in fields.sorted(by: { $0.key < $1.key }) {
      guard let definition = known.first(where: { $0.id == field }) else { throw unknownField(field, known) }
      fields[field] = try checked(text, definition, by: unit)
    }
    if let source = entry.copyOf { fields.merge(carried(from: source, by: unit, activity)) { typed, _ in typed } }
    guard fields.contains(where: { !$0.value.isEmpty }) else { throw Rejection(.empty, "there are no words in it") }
    if kind == .item || kind == .action, (fields["text"] ?? "").isEmpty, !saysSomething(fields, known) {
      throw Rejection(.empty, "only fields are filled in; write the words themselves before them")
    }
    for field in activity.fields where field.required && (fields[field.id] ?? "").isEmpty {
      let example = "| \(field.id)=\(field.values.first?.id ?? "…")"
      throw Rejection(
        .empty, "“\(field.id)” is needed" + (kind == .row ? "" : "; add it behind a bar, as in “\(example)”"))
    }
    return fields
  }

  /// What an entry may say: the activity's fields, its text, and what every action and objection has.
  private func knownFields(_ kind: Entry.Kind, _ activity: Activity?) -> [Field] {
    let own = activity?.fields ?? []
    let more: [Field] =
      switch kind {
      case .action: SessionEngine.commitmentFields
      case .objection: [Self.objectionStatus]
      default: []
      }
    if kind == .row, let columns = activity.flatMap({ engine.columns(of: $0, state) }) { return columns }
    if kind == .row, !own.isEmpty { return own }
    let named = Set(own.map(\.id))
    return own + ([Field(id: "text")] + more).filter { !named.contains($0.id) }
  }

  private func unknownField(_ name: String, _ known: [Field]) -> Rejection {
    let names = known.map(\.id).sorted().joined(separator: ", ")
    return Rejection(.unknownField, "there is no field “\(name)” here; there are: \(names)")
  }

  /// A field's text in the form of its kind.
  func checked(_ text: String, _ field: Field, by unit: OwningUnit? = nil) throws(Rejection) -> String {
    let text = text.trimmed
    switch field.kind {
    case .number where Number(text) == nil:
      throw Rejection(.valueInvalid, "“\(field.id)” takes a number such as 4 or 2.5, and “\(text)” is none")
    case .minutes where !(0...100_000).contains(Int(text) ?? -1):
      throw Rejection(.valueInvalid, "“\(field.id)” takes whole minutes, and “\(text)” are none")
    case .number, .minutes:
      guard let range = field.range, let number = Number(text), !range.contains(number) else { return text }
      let words = range.upper.map { "a number from \(range.lower) to \($0)" } ?? "a number from \(range.lower) on"
      throw Rejection(.valueInvalid, "“\(field.id)” takes \(words), and “\(text)” is outside")
    case .date where CalendarDate(text) == nil:
      throw Rejection(.valueInvalid, "“\(field.id)” takes a date such as 2027-03-01, and “\(text)” is none")
    case .choice where !field.values.contains(where: { $0.id == text }):
      let known = field.values.map(\.id).joined(separator: ", ")
      throw Rejection(.valueInvalid, "“\(field.id)” takes one of \(known), and “\(text)” is none of them")
    case .file where FileReference(text) == nil:
      throw Rejection(.valueInvalid, "“\(field.id)” takes a file: type where it lies, as in ~/Pictures/wall.jpg")
    case .source(let source): return try named(text, field, source, unit)
    case .person where field.neverOwn:
      guard let person = state.roster.named(text), unit?.members.contains(person.id) == true else { return text }
      throw Rejection(.ownItem, "“\(field.id)” takes somebody else than \(person.name)")
    default: return text
    }
  }

  /// The thing of a source that a text names by its word or its label, as the word it is filed under.
  private func named(
    _ text: String, _ field: Field, _ source: SourceRef, _ unit: OwningUnit?
  ) throws(Rejection) -> String {
    let things = engine.things(source, state, scope)
    let found =
      things.first { $0.word == text || $0.id == text }
      ?? things.first { Roster.folded(engine.label(of: $0, state)) == Roster.folded(text) }
    guard let thing = found else {
      let known = things.prefix(12).map { engine.label(of: $0, state) }.joined(separator: ", ")
      throw Rejection(.valueInvalid, "“\(field.id)” takes one of \(known), and “\(text)” is none of them")
    }
    if field.neverOwn, let unit, isOwn(thing, unit) {
      throw Rejection(.ownItem, "“\(field.id)” takes another than one's own, and “\(text)” is that")
    }
    return thing.word
  }

  /// Whether a thing is a unit itself, one of its people, or came from there.
  func isOwn(_ thing: ThingRef, _ unit: OwningUnit) -> Bool {
    if thing.kind == .group { return unit.ref == .part(thing.id) }
    if let person = thing.person { return unit.members.contains(person) }
    guard let entry = state.entry(thing) else { return false }
    return entry.unit == unit.ref || entry.author.map { unit.members.contains($0) } ?? false
  }

  private func checkLimit(
    _ limits: Limits, _ unit: OwningUnit, _ run: ActivityRun, _ activity: Activity
  ) throws(Rejection) {
    guard let most = engine.count(limits.atMost, state, scope(of: run)), !isLate(run), let ref = unit.named else {
      return
    }
    guard engine.entryCount(of: ref, in: run, state) < most else {
      let whose = unit.title.isEmpty ? "here" : "for \(unit.title)"
      throw Rejection(.limit, "\(most) is the most \(whose); withdraw or reword one to make room")
    }
  }

  private func checkUnique(_ activity: Activity, _ fields: [String: String], _ run: ActivityRun) throws(Rejection) {
    guard case .collect(_, true, _) = activity.kind, let outcome = state.outcomes[activity.target] else { return }
    let twins = outcome.entries(saying: fields["text"] ?? "").filter { engine.isRead($0, state, scope(of: run)) }
    guard twins.isEmpty else { throw Rejection(.notUnique, "this is there already; each is wanted once") }
  }

  mutating func reword(_ change: RewordEntry) throws(Rejection) {
    let (outcome, entry) = try self.entry(change.id)
    if case .person(let person) = command.actor, entry.author != person {
      throw Rejection(.notYours, "only its author or the facilitator rewords an entry")
    }
    guard entry.kind != .document else {
      throw Rejection(.notActive, "a document is filled in, in the step that is about it")
    }
    let fields = try checkedWords(change.fields, of: entry)
    guard !fields.isEmpty else {
      throw Rejection(.empty, "there are no words in it; to take the entry away, withdraw it")
    }
    conclude(
      EntryReworded(
        id: change.id, outcome: outcome, fields: fields, by: actingPerson,
        changesMeaning: change.meaning == .changed ? true : nil))
  }

  /// New words for an entry, each in the form of its field.
  func checkedWords(_ words: [String: String], of entry: Entry) throws(Rejection) -> [String: String] {
    let known = knownFields(entry.kind, engine.activity(of: entry.run, state))
    var fields: [String: String] = [:]
    for (field, text) in words.sorted(by: { $0.key < $1.key }) {
      guard let definition = known.first(where: { $0.id == field }) else { throw unknownField(field, known) }
      fields[field] = text.allSatisfy(\.isWhitespace) ? "" : try checked(text, definition)
    }
    guard !(fields["text"]?.isEmpty ?? false) else {
      throw Rejection(.empty, "there are no words in it; to take the entry away, withdraw it")
    }
    return fields
  }

  func entry(_ id: EntryID) throws(Rejection) -> (outcome: String, entry: Entry) {
    guard let outcome = state.outcomeOfEntry[id], let entry = state.outcomes[outcome]?[id] else {
      throw Rejection(.unknownThing, "there is no such entry")
    }
    return (outcome, entry)
  }

  mutating func withdraw(_ id: EntryID) throws(Rejection) {
    let (outcome, entry) = try entry(id)
    if case .person(let person) = command.actor, entry.author != person {
      throw Rejection(.notYours, "only its author or the facilitator withdraws an entry")
    }
    guard entry.kind != .document else {
      throw Rejection(.notActive, "a document is not withdrawn; fill it in anew, or go back to its step")
    }
    guard !entry.isRetired else { throw Rejection(.unknownThing, "it has been withdrawn already") }
    conclude(EntryRetired(id: id, outcome: outcome))
    guard entry.parents.count > 1 else { return }
    for parent in entry.parents { conclude(EntryRevived(id: parent, outcome: outcome)) }
  }

  mutating func admit(_ id: EntryID) throws(Rejection) {
    try requireHost()
    let (outcome, entry) = try entry(id)
    guard entry.isLate else { throw Rejection(.unknownThing, "this entry counts already") }
    conclude(EntryAdmitted(id: id, outcome: outcome))
  }

  mutating func note(_ text: String) throws(Rejection) {
    try requireHost()
    guard !text.allSatisfy(\.isWhitespace) else { throw Rejection(.empty, "write the note after the command") }
    let take: Int? = if case .take(let number) = state.leaf { number } else { nil }
    let speaker = take.flatMap { self.speaker(in: state.takes[$0 - 1]) }
    conclude(NoteTaken(text: text.trimmed, take: take, speaker: speaker))
  }

  /// A photo of what stands on paper; it belongs to the open step.
  mutating func keep(photo text: String) throws(Rejection) {
    try requireHost()
    guard let file = FileReference(text) else {
      throw Rejection(.valueInvalid, "type where the photo lies, as in /photo ~/Pictures/wall.jpg")
    }
    let take: Int? = if case .take(let number) = state.leaf { number } else { nil }
    conclude(NoteTaken(text: file.text, take: take, photo: true))
  }

  /// A thing is not among those that are meant here.
  func notHere(_ thing: ThingRef, _ words: String) -> Rejection {
    Rejection(.unknownThing, "“\(engine.label(of: thing, state))” \(words)")
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let plain: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, plain.contains(first), plain.contains(last) { return self }
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
