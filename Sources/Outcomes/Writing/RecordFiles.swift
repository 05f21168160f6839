/// The record as files: what a session's folder holds for spreadsheets and programs.
///
/// `actions.ics` is for calendars, `tables/*.csv` with `datapackage.json` for spreadsheets and
/// data frames; `outcome.json` and `outcome.xml` are the whole, their schemas stand in `schema`. All are
/// made from the record alone, so that they can be made again at any time, byte for byte. Those for people are made
/// by the room `Reports`.
package enum RecordFiles {
  /// A file's place in the session's folder, and what is in it.
  package typealias File = (path: String, bytes: [UInt8])

  /// Every file; what says which is what first. Without actions there is no calendar, which could not be empty.
  package static func all(_ record: Record) -> [File] {
    let tables = Tables.all(record)
    let actions = record.actions.isEmpty ? [] : [("actions.ics", Array(ActionCalendar(record: record).text.utf8))]
    return [
      (StartHere.name, Array(StartHere.text(hasActions: !record.actions.isEmpty).utf8)),
      ("outcome.json", json(record)), ("outcome.xml", xml(record)),
    ] + actions + tables.map { ("tables/\($0.name).csv", Array((byteOrderMark + $0.csv).utf8)) } + [
      (DataPackage.name, Array(DataPackage.written(tables, of: record).utf8))
    ] + schemas
  }

  /// By which spreadsheets know UTF-8.
  private static let byteOrderMark = "\u{FEFF}"

  /// What says how to read the rest, without dotank and without a network.
  private static var schemas: [File] {
    [
      ("schema/\(RecordSchemas.jsonName)", Array(RecordSchemas.json.utf8)),
      ("schema/\(RecordSchemas.xmlName)", Array(RecordSchemas.xsd.utf8)),
    ]
  }

  package static func json(_ record: Record) -> [UInt8] { JSONWriting.written(record) }

  package static func xml(_ record: Record) -> [UInt8] { XMLWriting.written(record) }
}
