import MethodModel

/// `90s 5m 1h30m 5d`, moments, and the formulas of `time`.
enum DurationForm {
  private static let example = "write it like 90s, 5m, 1h30m or 5d"

  /// Whole seconds; more than none.
  static func duration(_ text: String) throws(ValueMistake) -> Int {
    var scanner = ValueScanner(text)
    guard let seconds = take(&scanner), scanner.isAtEnd else { throw mistake(in: text, what: "a duration") }
    guard seconds > 0 else { throw ValueMistake("`\(text)` is no time at all", help: example) }
    return seconds
  }

  /// A duration, or the setting or field that holds it.
  static func span(_ text: String) throws(ValueMistake) -> Span {
    if let reference = try NameForm.braced(text) { return .reference(reference) }
    return .seconds(try duration(text))
  }

  /// From the start, or with a minus from the end.
  static func moment(_ text: String) throws(ValueMistake) -> CueMoment {
    let isBraced = text.utf8.first == UInt8(ascii: "{") || text.utf8.starts(with: "-{".utf8)
    if isBraced,
      let reference = try NameForm.braced(text.utf8.first == UInt8(ascii: "-") ? String(text.dropFirst()) : text)
    {
      return CueMoment(.reference(reference), isFromEnd: text.utf8.first == UInt8(ascii: "-"))
    }
    var scanner = ValueScanner(text)
    let isFromEnd = scanner.take(UInt8(ascii: "-"))
    guard let seconds = take(&scanner), scanner.isAtEnd else {
      throw ValueMistake(
        "`\(text)` is not a moment of the step",
        help: "write 2m for two minutes after the start, -30s for half a minute before the end")
    }
    return CueMoment(.seconds(seconds), isFromEnd: isFromEnd)
  }

  /// `D`, `D per unit` joined by `+`, then `, at most D`, where each `D` may be `{name}`; or a list of durations.
  static func time(_ text: String) throws(ValueMistake) -> TimeFormula {
    var scanner = ValueScanner(text)
    let first = try takeSpan(&scanner, text)
    if scanner.isAtEnd {
      guard first != .seconds(0) else { throw ValueMistake("`\(text)` is no time at all", help: example) }
      return .sum(terms: [TimeFormula.Term(first)], atMost: nil)
    }
    scanner.skipBlanks()
    if case .seconds(let seconds) = first, let byte = scanner.peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9")
    {
      return try perLap(seconds, &scanner, text)
    }
    return try sum(first, &scanner, text)
  }

  /// A duration of a formula, or the braces around the setting or field that holds it.
  private static func takeSpan(_ scanner: inout ValueScanner, _ text: String) throws(ValueMistake) -> Span {
    if scanner.peek == UInt8(ascii: "{"), let reference = try NameForm.braced(String(scanner.takeBraces())) {
      return .reference(reference)
    }
    guard let seconds = take(&scanner) else { throw mistake(in: text, what: "a time") }
    return .seconds(seconds)
  }

  private static func perLap(
    _ first: Int, _ scanner: inout ValueScanner, _ text: String
  ) throws(ValueMistake) -> TimeFormula {
    var laps = [first]
    while !scanner.isAtEnd {
      guard let lap = take(&scanner) else { throw mistake(in: text, what: "a time") }
      laps.append(lap)
      scanner.skipBlanks()
    }
    guard laps.allSatisfy({ $0 > 0 }) else {
      throw ValueMistake("a lap of `\(text)` takes no time at all", help: example)
    }
    return .perLap(laps)
  }

  private static func sum(
    _ first: Span, _ scanner: inout ValueScanner, _ text: String
  ) throws(ValueMistake) -> TimeFormula {
    var terms: [TimeFormula.Term] = []
    var span = first
    while true {
      terms.append(TimeFormula.Term(span, per: try unit(&scanner, text)))
      scanner.skipBlanks()
      guard scanner.take(UInt8(ascii: "+")) else { break }
      scanner.skipBlanks()
      span = try takeSpan(&scanner, text)
    }
    let most = try atMost(&scanner, text)
    guard scanner.isAtEnd else { throw mistake(in: text, what: "a time") }
    return .sum(terms: terms, atMost: most)
  }

  private static func unit(_ scanner: inout ValueScanner, _ text: String) throws(ValueMistake) -> TimeUnit? {
    scanner.skipBlanks()
    guard scanner.take("per") else { return nil }
    scanner.skipBlanks()
    let start = scanner.offset
    var word = ""
    while let byte = scanner.peek, !isBlank(byte), byte != UInt8(ascii: ","), byte != UInt8(ascii: "+") {
      word.unicodeScalars.append(Unicode.Scalar(byte))
      scanner.advance()
    }
    switch word {
    case "person": return .person
    case "group": return .group
    case "member": return .member
    case "item": return .item
    default:
      guard NameForm.isName(word) else {
        throw ValueMistake(
          "`\(text)` does not say per what",
          help: "write per person, per group, per member, per item or per a grouping",
          part: start..<max(scanner.offset, start))
      }
      return .grouping(word)
    }
  }

  private static func atMost(_ scanner: inout ValueScanner, _ text: String) throws(ValueMistake) -> Span? {
    guard scanner.take(UInt8(ascii: ",")) else { return nil }
    scanner.skipBlanks()
    guard scanner.take("at") else { throw mistake(in: text, what: "a time") }
    scanner.skipBlanks()
    guard scanner.take("most") else { throw mistake(in: text, what: "a time") }
    scanner.skipBlanks()
    let most = try takeSpan(&scanner, text)
    guard most != .seconds(0) else { throw mistake(in: text, what: "a time") }
    scanner.skipBlanks()
    return most
  }

  /// Numbers with units, the larger unit first, each at most once; `nil` for anything else.
  private static func take(_ scanner: inout ValueScanner) -> Int? {
    var total = 0
    var smallest = Int.max
    repeat {
      guard let number = scanner.takeWhole(), let unit = unitSeconds(scanner.peek), unit < smallest else { return nil }
      scanner.advance()
      smallest = unit
      total += number * unit
    } while scanner.peek.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
    return total
  }

  private static func unitSeconds(_ byte: UInt8?) -> Int? {
    switch byte {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3_600
    case UInt8(ascii: "d"): 86_400
    default: nil
    }
  }

  private static func mistake(in text: String, what: String) -> ValueMistake {
    let help =
      remedy(for: text) ?? (what == "a time" ? "\(example); minutes may grow, as in 5m + 1m per group" : example)
    return ValueMistake(text.isEmpty ? "the time is empty" : "`\(text)` is not \(what)", help: help)
  }

  /// What the author most likely meant by a number without its unit or with a long one.
  private static func remedy(for text: String) -> String? {
    var scanner = ValueScanner(text)
    scanner.skipBlanks()
    guard let number = scanner.takeWhole() else { return nil }
    scanner.skipBlanks()
    let unit = scanner.takeWord().lowercased()
    guard scanner.isAtEnd else { return nil }
    switch unit {
    case "": return "add the unit: \(number)m for minutes, \(number)s for seconds"
    case "min", "mins", "minute", "minutes", "m", "'": return "write \(number)m"
    case "sec", "secs", "second", "seconds", "s": return "write \(number)s"
    case "hour", "hours", "hr", "hrs", "h": return "write \(number)h"
    case "day", "days", "d": return "write \(number)d"
    default: return nil
    }
  }
}
