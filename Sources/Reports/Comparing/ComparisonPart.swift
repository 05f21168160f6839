internal import Outcomes

/// The page of a comparison: what its template finds at its outermost level.
struct ComparisonPart: Part {
  let sheet: ComparisonSheet
  let words: Words

  init(_ sheet: ComparisonSheet) {
    self.sheet = sheet
    words = Words(language: sheet.language)
  }

  /// So many sessions stand beside each other with each value; of more, the least, middle and most are told.
  static let mostColumns = 8

  static let shape = Shape<ComparisonPart>(
    "comparison",
    [
      .part("words", "Headings and column heads in the sessions’ language.") { WordsPart(words: $0.words) },
      .text("language", "The language of the page: en, fi or fr.") { $0.words.language.rawValue },
      .text("title", "The method’s title.", \.sheet.title),
      .text("methods", "The ids of the method and its variants among the sessions.") { part in
        Set(part.sheet.sessions.map(\.method)).sorted().joined(separator: ", ")
      },
      .text("count", "How many sessions.") { $0.words.counted("sessions", $0.sheet.sessions.count) },
      .text("span", "From which day to which.") { $0.span },
      .text("sites", "At how many places, where they are known.") { part in
        let sites = Set(part.sheet.sessions.compactMap(\.site)).count
        return sites > 0 ? part.words.counted("sites", sites) : nil
      },
      .text("attendance", "How many people in each: least, middle and most.") { part in
        part.words.spread(Spread(part.sheet.sessions.compactMap(\.people)))
      },
      .flag("isRehearsed", "Some of them are rehearsals.") { $0.sheet.sessions.contains(where: \.isRehearsal) },
      .flag("isShort", "There are so few sessions that each value has a column.", \.isShort),
      .texts("letters", "The letters of the sessions, where there are few.") { part in
        part.isShort ? part.sheet.sessions.indices.map { SessionLetters.letter($0) } : []
      },
      .parts("sessions", "Every session, the oldest first.") { part in
        part.sheet.sessions.enumerated().map { ComparedSessionPart(words: part.words, place: $0, session: $1) }
      },
      .parts("verdicts", "What was decided at each place.") { part in
        part.sheet.verdicts.map { ComparedVerdictPart(words: part.words, row: $0, isShort: part.isShort) }
      },
      .part("ratings", "Ratings and votes, the newest on each thing and criterion.") { PanelsPart.ratings($0.sheet) },
      .part("times", "Used against planned time of the runs that count, at each step.") { PanelsPart.times($0.sheet) },
      .part("amounts", "How much came out.") { PanelsPart.amounts($0.sheet) },
      .parts("ways", "Where rooms left the method’s way, the most frequent first.") { ComparedWayPart.all($0) },
      .parts("versions", "Versions of the method that follow each other among the sessions.") { part in
        part.sheet.versions.map { ComparedVersionPart(words: part.words, step: $0) }
      },
    ])

  var isShort: Bool { sheet.sessions.count <= Self.mostColumns }

  private var span: String {
    let days = [sheet.sessions.first, sheet.sessions.last].map { words.day($0?.day ?? "") }
    return days[0] == days[1] ? days[0] : words.phrase("span", days[0], days[1])
  }
}

/// How sessions that stand beside each other are called: A to Z, then AA.
package enum SessionLetters {
  package static func letter(_ place: Int) -> String {
    let (before, rest) = place.quotientAndRemainder(dividingBy: 26)
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest)))
    return before == 0 ? letter : self.letter(before - 1) + letter
  }
}

/// A session as a line of the page.
struct ComparedSessionPart: Part {
  let words: Words
  let place: Int
  let session: ComparisonSheet.Session

  static let shape = Shape<ComparedSessionPart>(
    "compared-session",
    [
      .text("letter", "How it is called here: A, B, …") { SessionLetters.letter($0.place) },
      .text("day", "The day, as 14 March 2026.") { $0.words.day($0.session.day) },
      .text("folder", "The name of its folder.", \.session.folder), .text("site", "Where.", \.session.site),
      .text("method", "The id of its method.", \.session.method), .text("version", "Its version.", \.session.version),
      .number("people", "How many took part.", \.session.people),
      .text("verdict", "What it came to.") { part in part.session.verdict.map { part.words.term($0) } },
      .text("fidelity", "The share of steps and checkpoints that were done, as 90 %.") { part in
        part.session.fidelity.map { "\($0) %" }
      },
      .number("changes", "How often it left the plan, as its report counts.", \.session.changes),
      .flag("isRehearsal", "Its people are simulated.", \.session.isRehearsal),
      .text("doubt", "Why to take it with care: its journal is not whole, or not here.") { part in
        part.session.doubt.map { part.words.term($0.rawValue) }
      },
    ])
}

/// What was decided at one place: in each session where there are few, how often where there are many.
struct ComparedVerdictPart: Part {
  let words: Words
  let row: ComparisonSheet.Row<ComparisonSheet.Verdict>
  let isShort: Bool

  static let shape = Shape<ComparedVerdictPart>(
    "compared-verdict",
    [
      .text("title", "What was to be decided.", \.row.title),
      .parts("cells", "What each session decided, where there are few.") { part in
        part.isShort
          ? part.row.cells.enumerated().map { ComparedResultPart(words: part.words, place: $0, verdict: $1) } : []
      },
      .parts("results", "How often each result came, where there are many.") { part in
        part.isShort ? [] : part.results
      },
      .text("overruled", "How often the advice was overruled, where there are many sessions.") { part in
        let count = part.row.cells.flatMap { $0?.results ?? [] }.count(where: \.isOverruled)
        return part.isShort || count == 0 ? nil : part.words.counted("overruled", count)
      },
    ])

  private var results: [BarPart] {
    let counts = Dictionary(grouping: row.cells.flatMap { $0?.results ?? [] }, by: \.result).mapValues(\.count)
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Bars.of(sorted.map { (words.term($0.key), Double($0.value), String($0.value)) }, words)
  }
}

/// What one session decided at one place.
struct ComparedResultPart: Part {
  let words: Words
  let place: Int
  let verdict: ComparisonSheet.Verdict?

  private var results: [ComparisonSheet.Verdict.Result] { verdict?.results ?? [] }
  private var only: ComparisonSheet.Verdict.Result? { results.count == 1 ? results.first : nil }

  static let shape = Shape<ComparedResultPart>(
    "compared-result",
    [
      .text("letter", "Of which session.") { SessionLetters.letter($0.place) },
      .text("result", "The result; of several subjects how many came to what, as “2 adopted, 1 rejected”.") { part in
        part.only.map { part.words.term($0.result) } ?? part.words.tally(part.results.map(\.result))
      },
      .text("winners", "What was chosen.") { $0.only?.winners },
      .text("overruled", "That it was decided against the advice; of several subjects how often.") { part in
        let count = part.results.count(where: \.isOverruled)
        if count == 0 { return nil }
        return part.only == nil ? part.words.counted("overruled", count) : part.words.label("overruled")
      },
      .texts("reasons", "Why, each reason once.") { part in
        var seen: Set<String> = []
        return part.results.compactMap(\.reason).filter { seen.insert($0).inserted }
      },
      .text("attempts", "That the same subject came up several times.") { part in
        let most = part.results.map(\.attempts).max() ?? 1
        guard most > 1 else { return nil }
        return part.words.phrase(part.only == nil ? "up-to-attempts" : "attempts", String(most))
      },
    ])
}

/// One way of leaving the method, over all sessions.
struct ComparedWayPart: Part {
  /// So many reasons are told of each way.
  static let mostReasons = 6

  let words: Words
  let kind: String
  let subject: String
  let ways: [ComparisonSheet.Way]
  let bar: BarPart
  let isShort: Bool

  static let shape = Shape<ComparedWayPart>(
    "compared-way",
    [
      .text("kind", "Which way: left out, run again, overruled and so on.") { $0.words.term($0.kind) },
      .text("subject", "Where.", \.subject),
      .number("count", "How often.") { $0.ways.count },
      .text("barWidth", "The bar’s length, 0 to 200.") { pixels($0.bar.width) },
      .text("told", "Which way and how often, in one sentence.", \.bar.told),
      .text("sessions", "In which sessions, by their letters; how many where there are many.") { part in
        let places = Set(part.ways.map(\.session)).sorted()
        return part.isShort
          ? places.map { SessionLetters.letter($0) }.joined(separator: ", ")
          : part.words.counted("sessions", places.count)
      },
      .texts("reasons", "The reasons given, the most frequent first, at most six.") {
        Array($0.reasons.prefix(mostReasons))
      },
      .text("moreReasons", "How many more reasons there are.") { part in
        let more = part.reasons.count - mostReasons
        return more > 0 ? part.words.phrase("more-reasons", String(more)) : nil
      },
    ])

  private var reasons: [String] {
    Dictionary(grouping: ways.compactMap(\.reason)) { $0 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
  }

  static func all(_ part: ComparisonPart) -> [ComparedWayPart] {
    struct Name: Hashable {
      var kind: String
      var subject: String
    }
    // A re-plan's own words differ each time.
    let named = Dictionary(grouping: part.sheet.ways) {
      Name(kind: $0.kind, subject: $0.kind == "replanned" ? "" : $0.subject)
    }
    let sorted = named.sorted {
      ($1.value.count, $0.key.kind, $0.key.subject) < ($0.value.count, $1.key.kind, $1.key.subject)
    }
    let bars = Bars.of(
      sorted.map { name, ways in
        let label = [part.words.term(name.kind), name.subject].filter { !$0.isEmpty }.joined(separator: ", ")
        return (label, Double(ways.count), String(ways.count))
      }, part.words)
    return zip(sorted, bars).map { way, bar in
      ComparedWayPart(
        words: part.words, kind: way.key.kind, subject: way.key.subject, ways: way.value, bar: bar,
        isShort: part.isShort)
    }
  }
}

/// What changed from one version to the next.
struct ComparedVersionPart: Part {
  let words: Words
  let step: ComparisonSheet.VersionChange

  static let shape = Shape<ComparedVersionPart>(
    "compared-version",
    [
      .text("title", "From which version to which.") { $0.words.phrase("version-step", $0.step.from, $0.step.to) },
      .texts("changes", "Each change by its meaning, in English.", \.step.changes),
    ])
}
