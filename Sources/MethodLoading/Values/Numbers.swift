import MethodModel

/// Whole numbers, ranges, expectations, decimals and percentages.
enum NumberForm {
  static func whole(_ text: String) throws(ValueMistake) -> Int {
    var scanner = ValueScanner(text)
    guard let value = scanner.takeWhole(), scanner.isAtEnd else {
      throw ValueMistake("`\(text)` is not a whole number", help: "write digits only, as in 3")
    }
    return value
  }

  /// A whole number, or the setting that holds it.
  static func count(_ text: String) throws(ValueMistake) -> Count {
    if let reference = try NameForm.braced(text) { return .setting(reference) }
    return .fixed(try whole(text))
  }

  /// `a..b`, `a..` or `a`.
  static func range(_ text: String) throws(ValueMistake) -> CountRange {
    var scanner = ValueScanner(text)
    guard let lower = scanner.takeWhole() else { throw rangeMistake(text) }
    if scanner.isAtEnd { return CountRange(lower, lower) }
    guard scanner.take("..") else { throw rangeMistake(text) }
    if scanner.isAtEnd { return CountRange(lower, nil) }
    guard let upper = scanner.takeWhole(), scanner.isAtEnd else { throw rangeMistake(text) }
    guard lower <= upper else {
      throw ValueMistake(
        "`\(text)` is a range that ends before it begins", help: "write \(upper)..\(lower)", isOutOfOrder: true)
    }
    return CountRange(lower, upper)
  }

  static func ranges(_ text: String) throws(ValueMistake) -> [CountRange] {
    let words = words(of: text)
    guard !words.isEmpty else { throw rangeMistake(text) }
    var ranges: [CountRange] = []
    for (word, offset) in words {
      do { ranges.append(try range(word)) } catch { throw error.moved(by: offset, length: word.utf8.count) }
    }
    return ranges
  }

  private static func rangeMistake(_ text: String) -> ValueMistake {
    ValueMistake(
      "`\(text)` is not a range of whole numbers",
      help: text.hasPrefix("-")
        ? "it begins at 0; a scale below that lists its values, as in <value id=\"low\" number=\"-5\"/>"
        : "write 4..12, 4.. for no upper end, or 6")
  }

  /// One number, or low, likely and high.
  static func expectation(_ text: String) throws(ValueMistake) -> Expectation {
    let numbers = words(of: text).map { (try? whole($0.word)) ?? -1 }
    guard numbers.allSatisfy({ $0 >= 0 }), numbers.count == 1 || numbers.count == 3 else {
      throw ValueMistake(
        "`\(text)` is not an expectation", help: "write one number, or low, likely and high, as in 5 12 30")
    }
    guard numbers == numbers.sorted() else {
      throw ValueMistake(
        "`\(text)` is not in the order low, likely, high",
        help: "write \(numbers.sorted().map(String.init).joined(separator: " "))", isOutOfOrder: true)
    }
    return Expectation(low: numbers[0], likely: numbers[numbers.count / 2], high: numbers[numbers.count - 1])
  }

  /// A decimal, or with a percent sign a ratio: `80%` is 0.8.
  static func number(_ text: String, percent: Bool) throws(ValueMistake) -> Number {
    if percent, text.utf8.last == UInt8(ascii: "%"), let value = Number(String(text.dropLast())) {
      return value.divided(by: 100) ?? .zero
    }
    if let value = Number(text) { return value }
    let help =
      text.contains(",")
      ? "write a point for decimals: \(text.replacing(",", with: "."))"
      : "write digits with at most four decimals\(percent ? ", or a percentage" : ""), as in 4.5\(percent ? " or 80%" : "")"
    throw ValueMistake("`\(text)` is not a number", help: help)
  }

  /// A whole number or `{setting}`, or a percentage above 0 and up to 100%.
  static func lot(_ text: String) throws(ValueMistake) -> Selection.Lot.Size {
    guard text.utf8.last == UInt8(ascii: "%") else {
      let count = try count(text)
      if case .fixed(let number) = count, number < 1 {
        throw ValueMistake("`\(text)` is too few", help: "write 1 or more")
      }
      return .count(count)
    }
    let share = try number(text, percent: true)
    guard share > .zero, share <= Number(1) else {
      throw ValueMistake(
        "`\(text)` is no part of those offered", help: "write more than 0% and at most 100%, as in 50%")
    }
    return .share(share)
  }

  static func quantity(_ text: String) throws(ValueMistake) -> Quantity {
    if let reference = try NameForm.braced(text) { return .reference(reference) }
    return .number(try number(text, percent: true))
  }

  static func yesNo(_ text: String) throws(ValueMistake) -> Bool {
    switch text {
    case "yes": true
    case "no": false
    default:
      throw ValueMistake(
        "`\(text)` is neither yes nor no",
        help: text == "true" || text == "1"
          ? "write yes" : text == "false" || text == "0" ? "write no" : "write yes or no")
    }
  }
}
