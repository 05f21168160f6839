internal import SessionEngine

extension ActionRecord {
  /// How it stands, as the record writes it.
  package var word: String { status.rawValue }
}
