import MethodModel
import SessionEngine

extension ContentReader {
  /// A cell: `text`, `field: text`, `3 field: text` for one of several things, each after `2:` or `Aino:` for whose it is.
  func cell(_ line: String) throws(Complaint) -> [CommandBody] {
    var place = try place(of: line)
    var owner: Owner?
    if place == nil, activity.ballot.count < 2 {
      let split = try splitOwner(line)
      owner = split.owner
      place = try self.place(of: split.text)
    } else if place == nil, let (head, tail) = splitAtColon(line), let person = try names.person(head) {
      owner = .person(person)
      place = try self.place(of: tail)
    }
    let text = owner == nil ? line.trimmed : splitAtColon(line)?.tail ?? ""
    let found: CellPlace
    if let place {
      found = place
    } else {
      found = (thing: try soleThing(), field: try soleField(for: text), text: text)
    }
    if activity.ballot.isEmpty { try requireOwner(owner, or: found.text) }
    let (meaning, words) = Meaning.read(found.text)
    return [
      .fill(
        FillCell(
          run: activity.run, thing: found.thing, author: owner?.author, part: owner?.part, field: found.field.id,
          text: try value(words, of: found.field), meaning: meaning))
    ]
  }

  typealias CellPlace = (thing: ThingRef?, field: Field, text: String)

  /// What stands before a colon or `=`, when that names a field, a thing or both.
  private func place(of line: String) throws(Complaint) -> CellPlace? {
    guard let mark = line.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "=" }) else { return nil }
    let tail = line[line.index(after: mark)...].trimmed
    var words = line[..<mark].split(whereSeparator: \.isWhitespace).map { String($0) }
    guard !words.isEmpty, words.count <= 2 else { return nil }
    var thing: ThingRef?
    if activity.ballot.count > 1, let number = Int(words[0]) {
      thing = try self.thing(number)
      words.removeFirst()
    }
    guard let word = words.first else { return (thing, try soleField(for: tail), tail) }
    guard words.count == 1, let field = try field(word, among: activity.fields), word.count > 1 || thing != nil else {
      return nil
    }
    return (thing, field, tail)
  }

  private func thing(_ number: Int) throws(Complaint) -> ThingRef {
    guard activity.ballot.indices.contains(number - 1) else {
      throw Complaint("There is no number \(number) here: they go from 1 to \(activity.ballot.count).")
    }
    return activity.ballot[number - 1].thing
  }

  private func soleThing() throws(Complaint) -> ThingRef? {
    guard activity.ballot.count > 1 else { return activity.ballot.first?.thing }
    let field = activity.fields.first?.id ?? "text"
    throw Complaint(
      "Say which one it is, as in “1 \(field): …”: there are \(activity.ballot.count). Nothing was entered.")
  }

  /// The field for words that name none: the text, else the only one.
  private func soleField(for text: String) throws(Complaint) -> Field {
    if let field = activity.fields.first(where: { $0.id == "text" }) { return field }
    if activity.fields.count == 1, let only = activity.fields.first { return only }
    let known = spokenList(activity.fields.map(\.id), "or")
    let example = activity.fields.first?.id ?? "text"
    throw Complaint("Say which field it is, as in “\(example): \(text.prefix(30))”: \(known). Nothing was entered.")
  }
}
