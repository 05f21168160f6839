/// An exact decimal with four places: the only number in the language, so that no result depends on a machine.
///
/// Halves are rounded away from zero. Sums beyond about ±900 trillion saturate rather than trap.
///
/// ```swift
/// Number("4.5")! + 1 == Number("5.5")!   // true
/// ```
package struct Number: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  /// The value in ten-thousandths.
  package let units: Int64

  package static let unitsPerOne: Int64 = 10_000
  package static let zero = Number(0)

  package init(units: Int64) { self.units = units }

  package init(integerLiteral value: Int) { self.init(value) }

  package init(_ whole: Int) {
    let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: Self.unitsPerOne)
    units = overflow ? (whole < 0 ? .min : .max) : product
  }

  /// Reads digits with an optional sign and at most four decimals after a point; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    let negative = digits.first == "-"
    if negative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 15, whole.allSatisfy(Self.isDigit) else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !decimals.isEmpty, decimals.count <= 4, decimals.allSatisfy(Self.isDigit) else {
      return nil
    }
    let padded = decimals + String(repeating: "0", count: 4 - decimals.count)
    guard let ones = Int64(whole), let fraction = Int64(padded) else { return nil }
    let (high, isTooLarge) = (negative ? -ones : ones).multipliedReportingOverflow(by: Self.unitsPerOne)
    let (value, isBeyond) = high.addingReportingOverflow(negative ? -fraction : fraction)
    guard !isTooLarge, !isBeyond else { return nil }
    units = value
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }

  /// The quotient of two whole counts, rounded to four places; `nil` when the divisor is zero.
  package static func ratio(_ part: Int, of whole: Int) -> Number? {
    Number(part).divided(by: Number(whole))
  }

  /// This number divided by another, halves away from zero; `nil` when the divisor is zero.
  package func divided(by divisor: Number) -> Number? {
    guard divisor.units != 0 else { return nil }
    let scaled = units.multipliedFullWidth(by: Self.unitsPerOne)
    guard scaled.high == 0 || scaled.high == -1 else { return nil }
    let numerator = Int64(bitPattern: scaled.low)
    guard (numerator < 0) == (scaled.high < 0) else { return nil }
    return Number(units: Self.roundedQuotient(numerator, divisor.units))
  }

  /// This number times a whole count.
  package func multiplied(by count: Int) -> Number {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int64(count))
    return Number(units: overflow ? ((units < 0) != (count < 0) ? .min : .max) : product)
  }

  private static func roundedQuotient(_ numerator: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: divisor)
    let half = remainder.magnitude >= (divisor.magnitude + 1) / 2 && remainder != 0
    return half ? quotient + ((numerator < 0) == (divisor < 0) ? 1 : -1) : quotient
  }

  package static func + (left: Number, right: Number) -> Number {
    let (sum, overflow) = left.units.addingReportingOverflow(right.units)
    return Number(units: overflow ? (right.units < 0 ? .min : .max) : sum)
  }

  package static func - (left: Number, right: Number) -> Number {
    let (difference, overflow) = left.units.subtractingReportingOverflow(right.units)
    return Number(units: overflow ? (right.units < 0 ? .max : .min) : difference)
  }

  package static func < (left: Number, right: Number) -> Bool { left.units < right.units }

  /// The number without its sign.
  package var magnitude: Number { units < 0 ? .zero - self : self }
}

extension Number: CustomStringConvertible {
  /// The shortest exact form: `4`, `4.5`, `-0.25`.
  package var description: String {
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt64(Self.unitsPerOne))
    let sign = units < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    var decimals = String(rest)
    decimals = String(repeating: "0", count: 4 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}

extension Number: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = Number(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal with four places: \(text)")
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
