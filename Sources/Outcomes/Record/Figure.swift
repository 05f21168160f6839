package import MethodModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// An exact decimal that is written as a number (`4.5`), where the journal writes the engine's as text.
package struct Figure: Codable, Sendable, Hashable, CustomStringConvertible {
  package let number: Number

  package init(_ number: Number) { self.number = number }

  package init?(_ number: Number?) {
    guard let number else { return nil }
    self.number = number
  }

  package var description: String { number.description }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let decimal = try container.decode(Decimal.self)
    guard let number = Number(decimal.description) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a decimal with four places: \(decimal)")
    }
    self.number = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let negative = number.units < 0
    let decimal = Decimal(number.units.magnitude) / Decimal(Number.unitsPerOne)
    try container.encode(negative ? -decimal : decimal)
  }
}
