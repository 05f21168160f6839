package import SessionEngine

extension WallTime {
  /// ISO 8601 in UTC, to the millisecond: `2026-11-21T09:00:00.000Z`.
  package var iso8601: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the one shape that `iso8601` writes; nil for anything else.
  package init?(iso8601 text: String) {
    var cursor = ByteCursor(Array(text.utf8))
    guard let time = cursor.wallTime(), cursor.isAtEnd, time.iso8601 == text else { return nil }
    self = time
  }

  func append(to bytes: inout [UInt8]) {
    // Kept between the years 0 and 9999, so that it always prints in one shape.
    let milliseconds = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    let dayMilliseconds: Int64 = 86_400_000
    let sinceMidnight = Int((milliseconds % dayMilliseconds + dayMilliseconds) % dayMilliseconds)
    let date = CalendarDate(daysSince1970: Int((milliseconds - Int64(sinceMidnight)) / dayMilliseconds))
    let parts: [(Int, Int, Character)] = [
      (date.year, 4, "-"), (date.month, 2, "-"), (date.day, 2, "T"), (sinceMidnight / 3_600_000, 2, ":"),
      (sinceMidnight / 60_000 % 60, 2, ":"), (sinceMidnight / 1_000 % 60, 2, "."), (sinceMidnight % 1_000, 3, "Z"),
    ]
    for (number, width, mark) in parts {
      let digits = String(number).utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: width - digits.count)
      bytes += digits
      bytes += mark.utf8
    }
  }
}

/// A day of the Gregorian calendar, by the usual arithmetic on eras of 400 years that begin in March.
struct CalendarDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
