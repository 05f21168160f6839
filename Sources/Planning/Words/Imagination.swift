import MethodModel
import SessionEngine

/// What simulated people draw on: chance and words. The same seed imagines the same things.
struct Imagination: Sendable {
  private var random: SeededRandom
  let phrases: Phrasebook
  /// Said already; nobody says the same thing twice unless they copy it.
  private var said: Set<String> = []
  private var entries = 0
  /// Where opinions about a thing gather, as a place on a scale in hundredths.
  private var opinions: [MarkKey: Int] = [:]
  /// How the room looks at the matter: the middle of opinions in hundredths.
  let mood: Int

  init(seed: UInt64, language: String) {
    random = SeededRandom(seed: seed)
    phrases = Phrasebook.inLanguage(language)
    mood = [35, 60, 70, 75, 80].randomElement(using: &random) ?? 70
  }

  // MARK: Chance

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  /// True in so many of a hundred cases.
  mutating func percent(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &random) < chance }

  /// One within bounds; without an upper end not far above the lower.
  mutating func number(within range: CountRange) -> Int {
    number(range.lower...max(range.lower, range.upper ?? range.lower + 20))
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func pick<Element>(_ elements: some Collection<Element>) -> Element? {
    elements.randomElement(using: &random)
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &random) }

  /// Feeds the draws of a command.
  mutating func seed() -> UInt64 { random.next() }

  /// An id for the next entry, the only one of its kind in the session.
  mutating func entryID() -> EntryID {
    entries += 1
    return EntryID("e\(entries)")
  }

  // MARK: Opinions

  /// Where opinions about a thing gather, in hundredths; the same whenever it is asked.
  mutating func opinion(of key: MarkKey) -> Int {
    if let known = opinions[key] { return known }
    let opinion = min(100, max(0, mood + number(-25...25)))
    opinions[key] = opinion
    return opinion
  }

  /// New evidence or a good argument lifts the opinion of a thing.
  mutating func liftOpinion(of key: MarkKey, by hundredths: Int) {
    opinions[key] = min(100, opinion(of: key) + hundredths)
  }

  // MARK: Words

  /// An idea that nobody has had before; one in fifteen takes long to say.
  mutating func idea() -> String {
    var words = combined()
    if once(in: 15) { words = "\(words), \(phrases.joining) \(combined().lowercasedFirst)" }
    while !said.insert(words).inserted { words = "\(words), \(phrases.joining) \(subject())" }
    return words
  }

  private mutating func combined() -> String {
    let parts = [pick(phrases.openings) ?? "", subject(), pick(phrases.endings) ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A few words for a thing.
  mutating func subject() -> String { pick(phrases.subjects) ?? "" }

  /// A question a room could work on.
  mutating func question() -> String {
    (pick(phrases.questions) ?? "").replacing("*", with: subject())
  }

  /// One of several ways to say it.
  mutating func word(_ words: [String]) -> String { pick(words) ?? "" }

  /// Something the facilitator notes, each at most once; `nil` when nothing is left to say.
  mutating func note() -> String? {
    let fresh = phrases.notes.filter { !said.contains($0) }
    guard let note = pick(fresh) else { return nil }
    said.insert(note)
    return note
  }

  /// A photo that nobody took, as it stands in a field.
  mutating func file() -> String {
    let digest = (0..<64).map { _ in String(number(0...15), radix: 16) }.joined()
    return FileReference(name: "imagined.jpg", digest: digest)?.text ?? ""
  }

  /// The same wording with one change.
  mutating func amended(_ text: String) -> String {
    guard text.count < 200 else { return idea() }
    return "\(text); \(word(phrases.amendments))"
  }

  /// A day within the months after the simulated session.
  mutating func date() -> String {
    let month = number(1...6)
    let day = month == 1 ? number(10...31) : number(1...28)
    return "2030-0\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
