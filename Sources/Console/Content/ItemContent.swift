import MethodModel
import SessionEngine

extension ContentReader {
  /// A new item or commitment: `[whose:] words [| field=value; field=value]`, or `+3` to take over number 3.
  mutating func items(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try splitOwner(line)
    if owner == nil, needsGroup { throw missingGroup(line) }
    if activity.isReply { return [try reply(owner, text)] }
    if let copies = try takenOver(text) { return copies.map { add(owner, $0.fields, copyOf: $0.thing) } }
    var fields = try fields(in: text)
    if activity.kind == .commit, fields["owner"] == nil, case .person(let person)? = owner {
      fields["owner"] = person.name
    }
    return [add(owner, fields)]
  }

  /// `@3 words` answers number 3; without a number, the only one there is.
  private mutating func reply(_ owner: Owner?, _ text: String) throws(Complaint) -> CommandBody {
    var about: ThingRef?
    var words = text
    if text.first == "@" {
      let number = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
      about = try numbered([String(number)]).first
      words = text.dropFirst(number.count + 1).trimmed
    } else if !activity.liesApart, activity.ballot.count(where: { !$0.isGone }) > 1 {
      throw Complaint("Say which one it answers, as in “@1 \(text.prefix(30))”: \(ballotRange). Nothing was entered.")
    }
    guard case .add(var entry) = add(owner, try fields(in: words)) else { return add(owner, [:]) }
    entry.about = about
    return .add(entry)
  }

  /// A word of doubt about words that begin nearly like somebody's name.
  func remark(on line: String, as bodies: [CommandBody]) -> String? {
    guard case .add(let entry)? = bodies.first, entry.author == nil, entry.part == nil,
      let (head, _) = splitAtColon(line), head.count > 2, let near = names.nearest(to: head)
    else { return nil }
    return "“\(head)” is nobody here, so it is kept as part of the words. Did you mean \(near)? /undo takes it back."
  }

  private func missingGroup(_ line: String) -> Complaint {
    guard let (head, _) = splitAtColon(line) else {
      return Complaint(
        "Say which group it is, as in “2: \(line.trimmed.prefix(30))”: \(groupRange). Nothing was entered.")
    }
    let near = names.nearest(to: head).map { " Did you mean \($0)?" } ?? ""
    return Complaint(
      "“\(head)” is no group and nobody's name.\(near)",
      "This step is by group: begin with its number, as in “2: …”; \(groupRange). Nothing was entered.")
  }

  private mutating func add(_ owner: Owner?, _ fields: [String: String], copyOf: ThingRef? = nil) -> CommandBody {
    .add(
      AddEntry(
        run: activity.run, id: ids.next(), author: owner?.author, part: owner?.part, fields: fields, copyOf: copyOf))
  }

  /// `+3`, `+3 +5`, `=3`, or `+3 in better words`; `nil` when the text takes nothing over.
  private func takenOver(_ text: String) throws(Complaint) -> [(thing: ThingRef, fields: [String: String])]? {
    guard !activity.ballot.isEmpty, let sign = text.first, sign == "+" || sign == "=" else { return nil }
    var rest = text.dropFirst().drop(while: \.isWhitespace)
    var numbers: [Int] = []
    while let number = Int(rest.prefix(while: { $0.isASCII && $0.isNumber })) {
      numbers.append(number)
      rest = rest.drop { $0.isASCII && $0.isNumber }.drop { $0.isWhitespace || $0 == "," || $0 == sign }
    }
    guard !numbers.isEmpty else { return nil }
    var copies: [(thing: ThingRef, fields: [String: String])] = []
    for number in numbers {
      guard activity.ballot.indices.contains(number - 1) else {
        throw Complaint("There is no number \(number) to take over: they go from 1 to \(activity.ballot.count).")
      }
      copies.append((activity.ballot[number - 1].thing, [:]))
    }
    let words = rest.drop { $0 == ":" || $0.isWhitespace }
    if !words.isEmpty {
      guard copies.count == 1 else { throw Complaint("New words go with one number, as in “+3 in other words”.") }
      copies[0].fields = try fields(in: String(words))
    }
    return copies
  }

  /// Words, and after a bar fields: `no hours | indicator=capacity; size=small`.
  func fields(in text: String) throws(Complaint) -> [String: String] {
    let known = activity.fields.filter { $0.id != "text" }
    guard !known.isEmpty, let bar = text.firstIndex(of: "|") else { return ["text": text] }
    var fields = try assignments(in: text[text.index(after: bar)...], to: known)
    let words = text[..<bar].trimmed
    if !words.isEmpty { fields["text"] = words }
    return fields
  }

  /// `field=value; field=value`; a semicolon that no field follows belongs to the value before it.
  func assignments(in text: Substring, to known: [Field]) throws(Complaint) -> [String: String] {
    var found: [(field: Field, value: String)] = []
    for piece in text.split(separator: ";") {
      if let equals = piece.firstIndex(of: "="), let field = try field(piece[..<equals].trimmed, among: known) {
        found.append((field, piece[piece.index(after: equals)...].trimmed))
      } else if let last = found.indices.last {
        found[last].value += ";" + piece
      } else {
        let names = spokenList(known.map(\.id), "or")
        throw Complaint("“\(piece.trimmed)” names no field; write \(names), then “=” and the value.")
      }
    }
    var values: [String: String] = [:]
    for (field, value) in found { values[field.id] = try self.value(value.trimmed, of: field) }
    return values
  }

  /// A field by its name or the beginning of it.
  func field(_ word: String, among known: [Field]) throws(Complaint) -> Field? {
    switch pick(word, from: known.map { (names: [$0.id], value: $0) }, byNumber: false) {
    case .one(let field): return field
    case .several(let names): throw Complaint("“\(word)” could be \(spokenList(names, "or")).")
    case .none: return nil
    }
  }

  /// A value in the form its field wants: a full name, the id of a choice. What cannot be told stays as it is.
  func value(_ text: String, of field: Field) throws(Complaint) -> String {
    let choices: [NamedValue]
    switch field.kind {
    case .person: return try names.person(text)?.name ?? text
    case .choice: choices = field.values
    case .source: choices = field.values
    default: return text
    }
    let candidates = choices.map { value in
      (names: [value.id] + value.text.variants.map(\.raw), value: value.id)
    }
    switch pick(text, from: candidates) {
    case .one(let id): return id
    case .several(let ids): throw Complaint("“\(text)” could be \(spokenList(ids, "or")) for “\(field.id)”.")
    case .none:
      guard case .source = field.kind, !choices.isEmpty else { return text }
      let near = nearestName(to: text, in: choices.map(\.id)).map { " Did you mean \($0)?" } ?? ""
      throw Complaint(
        "“\(text)” is nothing that “\(field.id)” can say: it is \(spokenList(choices.map(\.id), "or")).\(near) "
          + "Nothing was entered.")
    }
  }
}
