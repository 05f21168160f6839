internal import MethodModel
internal import Outcomes

/// Something that came out, as the one-page brief of a session without decisions tells it.
struct BriefOutcomePart: Part {
  let title: String
  let lines: [String]
  /// That there is more than those lines.
  let more: String?

  static let shape = Shape<BriefOutcomePart>(
    "brief-outcome",
    [
      .text("title", "What it is called.", \.title),
      .texts("lines", "The first of what is in it, a line each.", \.lines),
      .text("more", "That there is more in the report.", \.more),
    ])

  private static let mostLines = 8
  private static let longestLine = 110

  /// About how many lines of the page it takes.
  var height: Double { 2 + Double(lines.count) * 1.1 + (more == nil ? 0 : 1) }

  /// What was delivered of the promised, each with as many of its first lines as there is room for in all.
  static func all(_ desk: Desk, within room: Double) -> [BriefOutcomePart] {
    let told = OutcomePart.promised(desk).map { (title: $0.title, lines: $0.inLines) }.filter { !$0.lines.isEmpty }
    guard !told.isEmpty else { return [] }
    let each = max(1, min(mostLines, Int(room / Double(told.count) / 1.1) - 3))
    return told.map { title, lines in
      let left = lines.count - each
      return BriefOutcomePart(
        title: title, lines: lines.prefix(each).map { shortened($0, to: longestLine) },
        more: left > 0 ? desk.words.phrase("more-reasons", String(left)) : nil)
    }
  }
}

extension OutcomePart {
  /// What is in it, a line for each; of actions nothing, which stand for themselves.
  fileprivate var inLines: [String] {
    guard let outcome else { return [] }
    let words = desk.words
    switch outcome.kind {
    case .things, .clusters: return counted.filter { $0.kind != "action" }.map { desk.line($0, $0.text) }
    case .documents, .tables:
      let first = outcome.fields.first { $0.kind != "file" }?.id ?? "text"
      return counted.map { desk.line($0, desk.shown($0.fields[first] ?? $0.text, in: first, of: outcome)) }
    case .graphs:
      return TreePart.all(counted, desk).flatMap { tree in
        tree.joined.map { link in
          let joined = link.members.map { words.thing($0) }.joined(separator: " → ")
          return tree.head.map { words.phrase("bar", $0, joined) } ?? joined
        }
      }
    case .selections:
      return outcome.selections.filter { $0.counts && !$0.taken.isEmpty }.map { words.things($0.taken) }
    case .votes, .ratings: return figures?.lines ?? []
    case .placements, .decisions: return []
    }
  }
}

extension Desk {
  /// Where it was made, what it is about, and what it says.
  fileprivate func line(_ entry: EntryRecord, _ text: String) -> String {
    let subject = (entry.at + entry.about).uniqued
    return subject.isEmpty ? text : words.phrase("bar", words.lead(subject), text)
  }
}

extension BallotPart {
  /// A line on each thing.
  fileprivate var lines: [String] { rows.map(\.told) }
}
