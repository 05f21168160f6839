import ArgumentParser
import MethodModel

/// What a sweep goes over.
struct SweepOptions: ParsableArguments {
  @Flag(help: "Rehearse every size in fit with many seeds, in memory, and show a table.")
  var sweep = false

  @Option(help: ArgumentHelp("The numbers of people of a sweep, as 6..12 or 6,9,12.", valueName: "sizes"))
  var sizes: String?

  @Option(help: ArgumentHelp("How many seeds of a sweep, counted from --seed.", valueName: "number"))
  var seeds = 10

  @Option(
    help: ArgumentHelp("How many rehearsals of a sweep at once; otherwise one on each core.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "The table of a sweep as CSV.")
  var csv = false

  /// The numbers of people, each once, in order.
  func people(for method: Method) throws(Failure) -> [Int] {
    guard let sizes else { return Self.people(in: method.fit) }
    var people: Set<Int> = []
    for part in sizes.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1, first <= last,
        last <= PeopleList.most
      else {
        throw Failure(
          "--sizes takes numbers of people from 1 to \(PeopleList.most), such as 6..12 or 6,9,12, and “\(sizes)” is none",
          code: Exit.usage)
      }
      people.formUnion(first...last)
    }
    return people.sorted()
  }

  /// Every size in fit; where that is open above, up to twice the ideal.
  private static func people(in fit: Fit) -> [Int] {
    let ranges = fit.people.isEmpty ? [CountRange(3, nil)] : fit.people
    let all = ranges.flatMap { range -> [Int] in
      let least = max(1, range.lower)
      return Array(least...max(least, min(PeopleList.most, range.upper ?? max(least + 12, 2 * (fit.ideal ?? 12)))))
    }
    return Set(all).sorted()
  }
}
