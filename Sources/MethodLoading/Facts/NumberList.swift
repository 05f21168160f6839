/// Numbers as people list them: `5`, `5 or 9`, `7..9, 13 or 20..24`, `7, 11, 13, 19 and more`.
func listed(_ numbers: [Int]) -> String {
  var runs: [ClosedRange<Int>] = []
  for number in Set(numbers).sorted() {
    if let last = runs.last, last.upperBound + 1 == number {
      runs[runs.count - 1] = last.lowerBound...number
    } else {
      runs.append(number...number)
    }
  }
  let words = runs.flatMap { run in
    run.count > 2 ? ["\(run.lowerBound)..\(run.upperBound)"] : run.map(String.init)
  }
  let shown = 4
  if words.count <= shown { return joined(words, "or") }
  return words.prefix(shown).joined(separator: ", ") + " and more"
}

/// What comes about for some numbers of people from some lap on, the earliest first: `with 5 people partners must repeat
/// from lap 2 on, with 4 from lap 4`.
func listed(fromLap numbers: [Int: [Int]], _ what: String) -> String {
  let laps = numbers.keys.sorted()
  let shown = laps.count > 3 ? Array(laps.prefix(2)) : laps
  let parts = shown.enumerated().map { position, lap in
    let people = listed(numbers[lap] ?? [])
    return position == 0 ? "with \(people) people \(what) from lap \(lap) on" : "with \(people) from lap \(lap)"
  }
  let later = laps.dropFirst(shown.count).flatMap { numbers[$0] ?? [] }
  return (parts + (later.isEmpty ? [] : ["with \(listed(later)) later"])).joined(separator: ", ")
}
