package import Outcomes

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The photos that a page holds itself, so that it needs nothing beside it.
///
/// ```swift
/// let pictures = Pictures(of: record) { file in try? bytes(of: file) }
/// ReportFiles.all(record, showing: pictures)
/// ```
package struct Pictures: Sendable {
  /// Bytes of one picture: a photo of a telephone mostly has fewer.
  package static let largest = 4_000_000
  /// Bytes of all pictures of one page together.
  package static let most = 20_000_000

  /// What becomes of a file in a page.
  enum Showing: Sendable, Equatable {
    /// As a `data:` address.
    case embedded(String)
    case tooLarge
    /// It came after the page was full.
    case noRoom
    /// It is not in the folder, or not what was handed in.
    case missing
    /// It is no picture that every browser shows, or nobody asked for pictures.
    case unknown
    /// Nobody ever took it.
    case imagined
  }

  /// What is known of one file.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// More than `largest`; what it begins with.
    case tooLarge([UInt8])
    case missing
  }

  private var showings: [String: Showing] = [:]
  private let other: Showing

  /// None, so that each file is a name and a link.
  package static let none = Pictures(other: .unknown)
  /// Those of a rehearsal: each file is a name.
  package static let imagined = Pictures(other: .imagined)

  private init(other: Showing) { self.other = other }

  /// Reads the files of a record in order, each once, and takes in the pictures among them while there is room.
  package init(of record: Record, _ read: (FileRecord) -> Content) {
    self.init(other: .unknown)
    var room = Self.most
    for file in record.files where file.withdrawn == nil && showings[file.path] == nil {
      showings[file.path] = Self.showing(read(file), &room)
    }
  }

  func showing(of path: String) -> Showing { showings[path] ?? other }

  private static func showing(_ content: Content, _ room: inout Int) -> Showing {
    switch content {
    case .missing: return .missing
    case .tooLarge(let start): return mediaType(of: start) == nil ? .unknown : .tooLarge
    case .bytes(let bytes):
      guard let type = mediaType(of: bytes) else { return .unknown }
      guard bytes.count <= largest else { return .tooLarge }
      guard bytes.count <= room else { return .noRoom }
      room -= bytes.count
      return .embedded("data:\(type);base64,\(Data(bytes).base64EncodedString())")
    }
  }

  /// By what it begins with, never by its name; nothing that can hold a script is among them.
  private static func mediaType(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) { return "image/gif" }
    let isRIFF = bytes.starts(with: Array("RIFF".utf8))
    return isRIFF && bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) ? "image/webp" : nil
  }
}
