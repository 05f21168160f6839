import MethodModel
import SessionEngine

extension Imagination {
  /// What is set before a session; `nil` for what was left empty or has a proposal of its own.
  mutating func answer(to setting: Setting, in index: MethodIndex) -> [String]? {
    guard setting.required || percent(70) else { return nil }
    switch setting.kind {
    case .text: return [text(of: setting, in: index)]
    case .number: return [String(number(1...10))]
    case .minutes: return [String(number(1...4) * 5)]
    case .date: return [date()]
    case .choice: return pick(setting.values).map { [$0.id] }
    case .list:
      guard setting.values.isEmpty else { return nil }
      return Array(shuffled(phrases.subjects).prefix(setting.expect?.likely ?? 5))
    case .earlier: return nil
    }
  }

  /// What an earlier session might have come to.
  mutating func earlier() -> EarlierOutcome {
    let things = shuffled(phrases.subjects).prefix(5).enumerated().map { place, words in
      EarlierOutcome.Thing(
        id: "\(place + 1)", label: words, fields: ["text": words], figures: ["median": Number(number(1...5))])
    }
    return EarlierOutcome(session: "made-up", method: "made-up", things: things)
  }

  /// Wording where a form begins with it, a question where one is asked for, else a name that fits into sentences.
  private mutating func text(of setting: Setting, in index: MethodIndex) -> String {
    if setting.id.contains("question") { return question() }
    let isWording = index.writers.values.contains { $0.from?.name == setting.id }
    return isWording ? idea() : subject()
  }
}
