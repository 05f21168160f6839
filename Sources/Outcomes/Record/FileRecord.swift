/// A photo or document that people handed in.
package struct FileRecord: Codable, Sendable, Hashable {
  /// That the entry which names it was taken back.
  package struct Withdrawal: Codable, Sendable, Hashable {
    @OrNull package var reason: String?
  }

  /// In the session's folder.
  package var path: String
  package var name: String
  package var sha256: String
  /// Where it was handed in; `null` for a field of something that is no entry.
  @OrNull package var place: PlaceRecord?
  /// The entry whose field names it; `null`: a photo of paper, or a field of something that is no entry.
  @OrNull package var entry: String?
  @OrNull package var field: String?
  /// Then it is told of and no more: neither shown, linked nor handed on.
  @OrNull package var withdrawn: Withdrawal? = nil
}

extension Record {
  /// The paths of what may be shown and handed on: what an entry names that stands, whoever else took it back.
  package var shownFiles: Set<String> { Set(files.filter { $0.withdrawn == nil }.map(\.path)) }
}

extension KeyedDecodingContainer {
  /// Records of an older form have no files.
  package func decode(_ type: [FileRecord].Type, forKey key: Key) throws -> [FileRecord] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
