extension PlaceRecord {
  /// What tells the subjects of a step apart: its path without the numbers of laps, and the things it was about.
  ///
  /// Runs with the same are attempts at one subject; a for-each comes to several, and so do tracks.
  package func subject(about things: [ThingRecord]) -> String {
    ([withoutLaps(path)] + things.map { $0.id ?? "" }).joined(separator: "/")
  }
}

extension AnswerRecord {
  /// The same of a question at which the session stood.
  package var subject: String { withoutLaps(path) }
}

private func withoutLaps(_ path: String) -> String {
  path.split(separator: "/").map { component in
    component.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? $1 : $1.drop(while: \.isWholeNumber) }.joined()
  }.joined(separator: "/")
}
