import Diagnostics

/// The candidate that somebody most likely meant.
func nearestName(to word: String, in candidates: [String]) -> String? { nearest(to: word, in: candidates) }

/// What a word picks among candidates known by several names.
enum Pick<Value> {
  case one(Value)
  /// The first names of those it could be.
  case several([String])
  case none
}

/// Picks by number from 1, by exact name, or by the only name that begins so; case does not matter.
func pick<Value>(_ word: String, from candidates: [(names: [String], value: Value)], byNumber: Bool = true) -> Pick<
  Value
> {
  let wanted = word.lowercased()
  if let exact = candidates.first(where: { $0.names.contains { $0.lowercased() == wanted } }) {
    return .one(exact.value)
  }
  if byNumber, let number = Int(word), candidates.indices.contains(number - 1) {
    return .one(candidates[number - 1].value)
  }
  guard !wanted.isEmpty else { return .none }
  let begun = candidates.filter { $0.names.contains { $0.lowercased().hasPrefix(wanted) } }
  if begun.count > 1 { return .several(begun.compactMap(\.names.first)) }
  return begun.first.map { .one($0.value) } ?? .none
}
