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
