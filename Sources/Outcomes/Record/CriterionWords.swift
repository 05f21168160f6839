/// What people call the criteria that things were rated by, where those came in as entries and marks hold only their ids.
package struct CriterionWords: Sendable {
  private let words: [String: String]

  package init(_ record: Record) {
    let used = Set(record.outcomes.flatMap(\.ballots).flatMap(\.statistics).compactMap(\.criterion))
    let entries = record.outcomes.lazy.flatMap(\.entries).filter { used.contains($0.id) && !$0.text.isEmpty }
    words = Dictionary(entries.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The criterion itself where its author named it.
  package subscript(_ criterion: String?) -> String? { criterion.map { words[$0] ?? $0 } }
}
