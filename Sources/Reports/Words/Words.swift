/// What the program itself says in a report, in the session's language.
///
/// Three lists hold it: `labels`, which templates name (`{{words.decisions}}`); `phrases`, sentences with numbered
/// places; and `terms`, what a word of the record is called (`adopted`).
struct Words: Sendable {
  enum Language: String, Sendable, CaseIterable { case english = "en", finnish = "fi", french = "fr" }

  /// One text in the languages that reports know.
  struct Line: Sendable {
    let key: String
    let english: String
    let finnish: String
    let french: String

    init(_ key: String, _ english: String, _ finnish: String, _ french: String) {
      self.key = key
      self.english = english
      self.finnish = finnish
      self.french = french
    }

    func text(in language: Language) -> String {
      switch language {
      case .english: english
      case .finnish: finnish
      case .french: french
      }
    }
  }

  let language: Language

  /// English for a language that reports do not know.
  init(language: String) {
    self.language = Language(rawValue: language.split(separator: "-").first.map { $0.lowercased() } ?? "") ?? .english
  }

  private static let labelled = byKey(labels)
  private static let phrased = byKey(phrases)
  private static let termed = byKey(terms)

  private static func byKey(_ lines: [Line]) -> [String: Line] {
    Dictionary(lines.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func label(_ key: String) -> String { Self.labelled[key]?.text(in: language) ?? key }

  /// What a word of the record is called; the word itself where nothing is known of it, a sentence as it is.
  func term(_ word: String) -> String {
    Self.termed[word]?.text(in: language) ?? (word.contains(" ") ? word : word.replacing("-", with: " "))
  }

  /// A phrase with `{0}`, `{1}` … replaced.
  func phrase(_ key: String, _ values: String...) -> String { filled(key, values) }

  /// The phrase for one (`actions-one`) or for several (`actions-many`); the number is its `{0}`.
  func counted(_ key: String, _ number: Int, _ values: String...) -> String {
    let isOne = number == 1 || number == 0 && language == .french
    return filled("\(key)-\(isOne ? "one" : "many")", [String(number)] + values)
  }

  private func filled(_ key: String, _ values: [String]) -> String {
    var rest = (Self.phrased[key]?.text(in: language) ?? key)[...]
    var result = ""
    // In one pass, so that braces in a value stay what they are.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let place = Int(rest[rest.index(after: open)..<close]) ?? 0
      result += values.indices.contains(place) ? values[place] : ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
