import MethodModel
import SessionEngine

extension ContentReader {
  /// A choice among what is put up: `[whose:] 1 3`, or `-` for none of them; where one decides for all, `2 because …`.
  func choice(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try splitOwner(line)
    let (chosen, reason) = activity.reason == .required ? Self.reasoned(text) : (text, nil)
    let things = ["-", "none"].contains(chosen.lowercased()) ? [] : try self.things(named: chosen)
    if !activity.isTieOpen { try requireOwner(owner, or: "1") }
    return [
      .choose(
        ChooseThings(
          run: activity.run, part: owner?.part, author: owner?.author, things: things, reason: reason))
    ]
  }

  /// What was chosen, and the words after “because”.
  private static func reasoned(_ text: String) -> (chosen: String, reason: String?) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let place = parts.firstIndex(where: { $0.lowercased() == "because" }) else { return (text, nil) }
    return (parts[..<place].joined(separator: " "), parts[(place + 1)...].joined(separator: " "))
  }

  /// The things that words or numbers name, apart by blanks or commas.
  func things(named text: String) throws(Complaint) -> [ThingRef] {
    var things: [ThingRef] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) { things.append(try thing(String(word))) }
    guard !things.isEmpty else { throw Complaint("Say which, by number: \(ballotRange).") }
    return things
  }

  /// One of the things put up, by number, by its word or by the beginning of what it says.
  func thing(_ word: String) throws(Complaint) -> ThingRef {
    let candidates = activity.ballot.map { (names: [$0.thing.word, $0.label], value: $0.thing) }
    switch pick(word, from: candidates) {
    case .one(let thing): return thing
    case .several(let names): throw Complaint("“\(word)” could be \(spokenList(names, "or")). Nothing was entered.")
    case .none: throw Complaint("“\(word)” is not among those put up: \(ballotRange). Nothing was entered.")
    }
  }

  var ballotRange: String {
    switch activity.ballot.count {
    case 0: "there are none"
    case 1: "there is only number 1"
    default: "the numbers go from 1 to \(activity.ballot.count)"
    }
  }
}
