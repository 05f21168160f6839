internal import Outcomes

/// What was read of an earlier session.
struct EarlierPart: Part {
  let desk: Desk
  let read: EarlierRecord

  static let shape = Shape<EarlierPart>(
    "earlier",
    [
      .text("ask", "What was asked for the session.") { part in
        part.desk.record.settings.first { $0.id == part.read.setting }?.ask ?? part.read.setting
      },
      .text("session", "The session’s name.") { $0.read.session },
      .text("method", "The id and version of its method.") { $0.read.method },
      .parts("things", "What counted in it, each with its figures and fields.") { part in
        part.read.things.map { PairPart(name: $0.label.isEmpty ? $0.id : $0.label, value: part.told($0)) }
      },
    ])

  private static let measures = [
    ("median", "median"), ("mean", "mean"), ("min", "lowest"), ("max", "highest"), ("spread", "spread"), ("sum", "sum"),
  ]

  /// `Median 4, Lowest 2`, then what else was said of it.
  private func told(_ thing: EarlierRecord.Thing) -> String {
    let words = desk.words
    let figures = Self.measures.compactMap { measure, label in
      words.figure(thing.figures[measure]).map { "\(words.label(label)) \($0)" }
    }
    let fields = thing.fields.filter { $0.key != "text" && $0.value != thing.label && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }.map { words.phrase("bar", $0.key, $0.value) }
    return (figures + fields).joined(separator: ", ")
  }
}
