internal import GRDB

/// Words without case, accents and marks between them: as the search over texts reads them, so that a name is found
/// however it was typed.
struct WordFolding {
  private let tokenizer: any FTS5Tokenizer

  init(_ db: Database) throws { tokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove)) }

  func callAsFunction(_ text: String) throws -> String {
    try tokenizer.tokenize(document: text).map(\.token).joined(separator: " ")
  }

  func callAsFunction(_ text: String?) throws -> String? { try text.map { try self($0) } }
}
