internal import Outcomes
internal import SessionStore

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Why a session can only be listed, not read.
package enum ExcerptTrouble: String, Error, Sendable, Hashable {
  /// There is a journal, and no record of it yet.
  case noRecord = "no-record"
  /// A later version of this program wrote the record.
  case newer
  /// The record has more bytes than are read at once.
  case tooLarge = "too-large"
  /// The record is half-written, damaged or something else.
  case unreadable
  /// The record came without its journal, and is not what the list of hashes beside it says.
  case changed

  /// For people.
  package var words: String {
    switch self {
    case .noRecord: "has no record yet"
    case .newer: "was recorded by a later version of dotank"
    case .tooLarge: "has a record of more than \(RecordFiles.largestRecord / 1_000_000) MB, which is not read"
    case .unreadable: "has a record that cannot be read"
    case .changed: "has a record that was changed: its hash is not the one in \(SessionFolder.Name.sums)"
    }
  }
}

extension SessionExcerpt {
  private struct Head: Decodable {
    var format: String
    var version: Int
  }

  /// Reads the bytes of an `outcome.json`.
  package static func read(_ bytes: [UInt8]) throws(ExcerptTrouble) -> SessionExcerpt {
    let (data, decoder) = (Data(bytes), JSONDecoder())
    if let excerpt = try? decoder.decode(SessionExcerpt.self, from: data), excerpt.format == Record.formatName,
      excerpt.version <= Record.formatVersion
    {
      return excerpt
    }
    let head = try? decoder.decode(Head.self, from: data)
    throw head.map { $0.format == Record.formatName && $0.version > Record.formatVersion } == true
      ? .newer : .unreadable
  }
}
