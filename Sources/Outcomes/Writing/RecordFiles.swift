/// The record as files: what a session's folder holds for spreadsheets and programs.
///
/// `tables/*.csv` are for spreadsheets and data frames, `outcome.json` is the whole. All are made from the record
/// alone, so that they can be made again at any time, byte for byte. Those for people are made by the room `Reports`.
package enum RecordFiles {
  /// A file's place in the session's folder, and what is in it.
  package typealias File = (path: String, bytes: [UInt8])

  /// Every file; the whole first.
  package static func all(_ record: Record) -> [File] {
    [("outcome.json", json(record)), ("outcome.xml", xml(record))]
      + Tables.all(record).map { ("tables/\($0.name).csv", Array($0.csv.utf8)) } + schemas
  }

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
