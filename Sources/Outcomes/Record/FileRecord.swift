/// A photo or document that people handed in.
package struct FileRecord: Codable, Sendable, Hashable {
  /// In the session's folder.
  package var path: String
  package var name: String
  package var sha256: String
  /// Where it was handed in; `null` for a field of something that is no entry.
  @OrNull package var place: PlaceRecord?
  /// The entry whose field names it; `null`: a photo of paper, or a field of something that is no entry.
  @OrNull package var entry: String?
  @OrNull package var field: String?
}

extension KeyedDecodingContainer {
  /// Records of an older form have no files.
  package func decode(_ type: [FileRecord].Type, forKey key: Key) throws -> [FileRecord] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
