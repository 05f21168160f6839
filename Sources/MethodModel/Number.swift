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
  ///
  /// `nil` too for what is too large to be held.
  package init?(_ text: some StringProtocol) {
    var units: Int64 = 0
    var isNegative = false
    var wholeDigits = 0
    var decimals: Int?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where decimals == nil: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let count = decimals { decimals = count + 1 } else { wholeDigits += 1 }
        guard wholeDigits <= 15, decimals ?? 0 <= 4 else { return nil }
        let digit = Int64(byte - UInt8(ascii: "0"))
        guard Self.shift(&units, adding: isNegative ? -digit : digit) else { return nil }
      default: return nil
      }
    }
    guard wholeDigits > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<4 where !Self.shift(&units, adding: 0) { return nil }
    self.units = units
  }

  /// The same for a whole string, which other rooms can call without going through the generic form.
  package init?(_ text: String) { self.init(text[...]) }

  /// Appends a digit; `false` when there is no room for it.
  private static func shift(_ units: inout Int64, adding digit: Int64) -> Bool {
    let (tenfold, isTooLarge) = units.multipliedReportingOverflow(by: 10)
    let (sum, isBeyond) = tenfold.addingReportingOverflow(digit)
    units = sum
    return !isTooLarge && !isBeyond
  }

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

  /// This number times another, rounded to four places; the largest there is where it would be more.
  package func multiplied(by factor: Number) -> Number {
    let product = units.multipliedFullWidth(by: factor.units)
    let isNegative = product.high < 0
    guard product.high == 0 && product.low <= UInt64(Int64.max) || product.high == -1 && product.low > UInt64(Int64.max)
    else {
      let (quotient, overflow) = (units / Self.unitsPerOne).multipliedReportingOverflow(by: factor.units)
      return Number(units: overflow ? (isNegative ? .min : .max) : quotient)
    }
    return Number(units: Self.roundedQuotient(Int64(bitPattern: product.low), Self.unitsPerOne))
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
