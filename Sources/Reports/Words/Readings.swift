internal import Outcomes

/// Conditions as somebody reads them who has not seen the method.
extension Words {
  /// The author's words; else of a condition made of others how many of them it wants, and of a test what it asks.
  func title(of reading: ReadingRecord) -> String {
    if let label = reading.label { return label }
    switch reading.kind {
    case "all", "any", "none": return phrase("reading-\(reading.kind)")
    case "test": return asked(reading) ?? reading.sentence
    default: return reading.sentence
    }
  }

  /// What was found, unless the title says it.
  func found(in reading: ReadingRecord) -> String? {
    if let why = reading.why { return why }
    guard reading.children.isEmpty else { return nil }
    guard reading.label == nil, let asked = asked(reading) else { return reading.sentence }
    return String(reading.sentence.dropFirst(asked.count + 2))
  }

  /// A test's sentence up to its value, which stands after the last colon.
  private func asked(_ reading: ReadingRecord) -> String? {
    guard reading.kind == "test" else { return nil }
    return reading.sentence.ranges(of: ": ").last.map { String(reading.sentence[..<$0.lowerBound]) }
  }
}
