#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The record as files: what a session's folder holds for people, spreadsheets and programs.
///
/// `report.md` is for people, `tables/*.csv` for spreadsheets and data frames, `outcome.json` is the whole. All are
/// made from the record alone, so that they can be made again at any time, byte for byte.
package enum RecordFiles {
  /// A file's place in the session's folder, and what is in it.
  package typealias File = (path: String, bytes: [UInt8])

  /// Every file; the whole first.
  package static func all(_ record: Record) -> [File] {
    [("outcome.json", json(record)), ("report.md", Array(Report(record).text.utf8))]
      + Tables.all(record).map { ("tables/\($0.name).csv", Array($0.csv.utf8)) }
  }

  /// The record as JSON: indented, keys sorted, UTF-8, with an end of line.
  package static func json(_ record: Record) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try Array(encoder.encode(record)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("a record holds only what JSON can hold: \(error)")
    }
  }

  /// Reads what `json` wrote.
  package static func record(fromJSON bytes: [UInt8]) throws -> Record {
    try JSONDecoder().decode(Record.self, from: Data(bytes))
  }
}
