#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Why bytes are no record that can be read here.
package struct RecordReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// JSON, but not of a dotank session.
    case notARecord
    /// Of a format that a newer dotank writes; its version.
    case newer(Int)
    /// The JSON breaks off or is no JSON.
    case halfWritten
    /// A member is missing or of another type; its path.
    case damaged(String)
    /// More bytes than can be read at once.
    case tooLarge(Int)
  }

  package let reason: Reason

  /// In lower case, without a full stop.
  package var description: String {
    switch reason {
    case .notARecord: "it is not the record of a dotank session"
    case .newer(let version):
      "it was written by a newer dotank (format \(version); this one reads up to \(Record.formatVersion))"
    case .halfWritten: "it is no whole JSON: it was cut off, or changed by something else"
    case .damaged(let path): "what stands at \(path) is not what a record has there"
    case .tooLarge(let bytes):
      "it has \(bytes / 1_000_000) MB; records are read up to \(RecordFiles.largestRecord / 1_000_000) MB"
    }
  }
}

extension RecordFiles {
  /// In bytes.
  package static let largestRecord = 512_000_000

  /// What says how to read the rest.
  private struct Head: Decodable {
    var format: String?
    var version: Int?
  }

  /// Reads an `outcome.json`.
  ///
  /// Members that it does not know are passed over, since a version may gain some.
  package static func record(fromJSON bytes: [UInt8]) throws(RecordReadingError) -> Record {
    guard bytes.count <= largestRecord else { throw RecordReadingError(reason: .tooLarge(bytes.count)) }
    let data = Data(bytes)
    let failure: any Error
    do {
      let record = try JSONDecoder().decode(Record.self, from: data)
      if record.format == Record.formatName, record.version <= Record.formatVersion { return record }
      failure = RecordReadingError(reason: .notARecord)
    } catch {
      failure = error
    }
    let head: Head
    do { head = try JSONDecoder().decode(Head.self, from: data) } catch let error as DecodingError {
      throw RecordReadingError(reason: reason(of: error))
    } catch {
      throw RecordReadingError(reason: .halfWritten)
    }
    guard head.format == Record.formatName, let version = head.version else {
      throw RecordReadingError(reason: .notARecord)
    }
    guard version <= Record.formatVersion else { throw RecordReadingError(reason: .newer(version)) }
    throw RecordReadingError(reason: (failure as? DecodingError).map { reason(of: $0) } ?? .notARecord)
  }

  private static func reason(of error: DecodingError) -> RecordReadingError.Reason {
    let (context, key): (DecodingError.Context, (any CodingKey)?) =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): (context, nil)
      case .keyNotFound(let key, let context): (context, key)
      @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), nil)
      }
    let path = (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
    guard path.isEmpty else { return .damaged(path.joined(separator: "/")) }
    if case .dataCorrupted = error { return .halfWritten }
    return .notARecord
  }
}
