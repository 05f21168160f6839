/// A photo or document that is kept beside the journal: its name, and what its bytes are.
///
/// ```swift
/// FileReference("wall.jpg sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")?.path
/// // files/2c26b46b68ff-wall.jpg
/// ```
package struct FileReference: Sendable, Hashable {
  package let name: String
  /// SHA-256, as sixty-four lowercase hexadecimal digits.
  package let digest: String

  /// A name is cut down to letters, digits, `.`, `-` and `_`; `nil` for a digest of another form.
  package init?(name: String, digest: String) {
    guard Self.isDigest(digest) else { return nil }
    self.name = Self.plain(name)
    self.digest = digest
  }

  /// Reads what `text` wrote; `nil` for anything else.
  package init?(_ text: String) {
    // Nearly every text is something else, and its end tells.
    guard text.utf8.count > Self.digits, text.utf8.suffix(Self.digits).allSatisfy(Self.isDigit) else { return nil }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix(Self.mark), !parts[0].isEmpty else { return nil }
    self.init(name: String(parts[0]), digest: String(parts[1].dropFirst(Self.mark.count)))
    guard name == parts[0] else { return nil }
  }

  /// As it stands in the field.
  package var text: String { "\(name) \(Self.mark)\(digest)" }

  /// Where it lies in the session's folder; two files of one name lie beside each other.
  package var path: String { "\(Self.folder)/\(digest.prefix(12))-\(name)" }

  package static let folder = "files"
  private static let mark = "sha256:"

  private static let digits = 64

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }

  /// No name leads out of the folder, hides, or is longer than a disk takes.
  private static func plain(_ name: String) -> String {
    let last = name.split(separator: "/").last.map { String($0) } ?? name
    let letters = last.map { $0.isLetter || $0.isNumber || ".-_".contains($0) ? $0 : "-" }
    let shown = String(letters.drop { $0 == "." || $0 == "-" }.suffix(60))
    return shown.isEmpty ? "file" : shown
  }
}
