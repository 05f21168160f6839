extension Sequence where Element: Hashable {
  /// Each element once, in its first place.
  package var uniqued: [Element] {
    var kept: [Element] = []
    var seen: Set<Element> = []
    for element in self {
      // A handful is looked through faster than it is hashed.
      if kept.count < 12 {
        if kept.contains(element) { continue }
      } else {
        if seen.isEmpty { seen = Set(kept) }
        guard seen.insert(element).inserted else { continue }
      }
      kept.append(element)
    }
    return kept
  }
}
