package import SessionEngine

/// A moment as the record writes it: ISO 8601, UTC, with milliseconds (`2026-11-22T00:46:36.000Z`).
package struct Moment: Codable, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// By the common calendar, also before 1970; exact, and the same on every machine.
  package init(_ wall: WallTime) {
    let (days, inDay) = Self.floored(wall.milliseconds, by: 86_400_000)
    let date = Self.date(ofDay: days)
    let (hours, inHour) = Self.floored(inDay, by: 3_600_000)
    let (minutes, inMinute) = Self.floored(inHour, by: 60_000)
    let (seconds, milliseconds) = Self.floored(inMinute, by: 1000)
    description =
      "\(Self.padded(date.year, 4))-\(Self.padded(date.month))-\(Self.padded(date.day))"
      + "T\(Self.padded(hours)):\(Self.padded(minutes)):\(Self.padded(seconds)).\(Self.padded(milliseconds, 3))Z"
  }

  package init?(_ wall: WallTime?) {
    guard let wall else { return nil }
    self.init(wall)
  }

  package init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// `2026-11-22`
  var day: Substring { description.prefix { $0 != "T" } }
  /// `00:46`
  var time: Substring { description.drop { $0 != "T" }.dropFirst().prefix(5) }

  private static func floored(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let rest = value % divisor
    return rest < 0 ? (value / divisor - 1, rest + divisor) : (value / divisor, rest)
  }

  private static func padded(_ number: Int64, _ width: Int = 2) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Year, month and day of a day counted from 1970-01-01, by eras of 400 years that begin in March.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = floored(day + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
