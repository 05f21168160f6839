/// The candidate that somebody most likely meant, or nothing when none is close; for "did you mean".
///
/// Letters left out, added, changed or swapped with their neighbour count one each, and a third of the longer name is
/// forgiven. Case, hyphens and underscores are forgiven entirely. Among equals the first wins.
///
/// ```swift
/// nearest(to: "stpe", in: ["phase", "step"])  // "step"
/// nearest(to: "useWhen", in: ["use-when"])  // "use-when"
/// ```
package func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  // Nobody mistypes a name of this length; comparing one that fills a whole file would take a while.
  guard name.utf8.count <= 200 else { return nil }
  let wanted = plainLetters(of: name)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let other = plainLetters(of: candidate)
    let longer = max(wanted.count, other.count)
    // Names of one or two letters are all close to each other: only a third letter makes a likeness.
    let allowed = longer / 3
    guard abs(wanted.count - other.count) <= allowed else { continue }
    let distance = editDistance(wanted, other)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// The part of a name that people remember: no case, hyphens or underscores.
private func plainLetters(of name: String) -> [Character] {
  name.lowercased().filter { $0 != "-" && $0 != "_" }
}

/// The number of insertions, deletions, changes and swaps of neighbours that turn one name into the other.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, character) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
      let isSwap = row > 0 && column > 0 && character == second[column - 1] && first[row - 1] == other
      if isSwap { distance = min(distance, beforeLast[column - 1] + 1) }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
