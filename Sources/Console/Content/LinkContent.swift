import MethodModel
import SessionEngine

extension ContentReader {
  /// Links: `3 > 5` from one thing to another, `3 > 5 7` to several, `3 > 5 > 8` in a row, `3 > 5 causes` with a word,
  /// `3 x 5` takes the link between them away.
  mutating func linking(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try splitOwner(line)
    if let removed = try removal(text, owner) { return removed }
    let (ends, word) = try wordOfLink(text.replacing("→", with: ">"))
    let stages = ends.split(separator: ">", omittingEmptySubsequences: false).map { stage in
      stage.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) }
    }
    guard stages.count > 1, stages.allSatisfy({ !$0.isEmpty }) else { throw linkForm() }
    try requireOwner(owner, or: text)
    var links: [CommandBody] = []
    for (from, to) in zip(stages, stages.dropFirst()) {
      for start in try numbered(from) {
        for end in try numbered(to) {
          links.append(
            .link(
              LinkThings(
                run: activity.run, id: ids.next(), from: start, to: end, word: word, author: owner?.author,
                part: owner?.part)))
        }
      }
    }
    return links
  }

  /// `3 x 5`: the link between two things, whichever way it goes.
  private func removal(_ text: String, _ owner: Owner?) throws(Complaint) -> [CommandBody]? {
    let words = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    guard words.count == 3, ["x", "X", "×"].contains(words[1]) else { return nil }
    let ends = try numbered([words[0]]) + numbered([words[2]])
    let found = activity.entries.filter { link in
      Set(link.members) == Set(ends) && (owner?.part.map { link.unit == .part($0) } ?? true)
    }
    guard !found.isEmpty else { throw Complaint("There is no link between \(words[0]) and \(words[2]).") }
    return found.map { .withdraw($0.id) }
  }

  /// What a link says, at the end of the line.
  private func wordOfLink(_ text: String) throws(Complaint) -> (ends: String, word: String?) {
    let known = activity.answers.map { (names: [$0.id], value: $0.id) }
    guard !known.isEmpty, let last = text.split(whereSeparator: \.isWhitespace).last, !last.contains(">"),
      last.first?.isNumber == false
    else { return (text, known.count == 1 ? known[0].value : nil) }
    switch pick(String(last), from: known, byNumber: false) {
    case .one(let word): return (text.dropLast(last.count).trimmed, word)
    case .several(let words): throw Complaint("“\(last)” could be \(spokenList(words, "or")). Nothing was linked.")
    case .none:
      throw Complaint("A link says \(spokenList(known.map(\.value), "or")), not “\(last)”. Nothing was linked.")
    }
  }

  private func linkForm() -> Complaint {
    let word = activity.answers.first.map { " \($0.id)" } ?? ""
    return Complaint("Write which leads to which, by number, as in “3 > 5\(word)”. Nothing was linked.")
  }
}
