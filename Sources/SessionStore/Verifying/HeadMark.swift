extension JournalHash {
  /// The first sixteen digits in groups of four, to be written on paper: `3f2a-91bc-77d0-1e2f`.
  package var short: String {
    let digits = Array(description.prefix(16))
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: "-")
  }
}

/// A head hash as somebody types it: the whole one or the beginning, with or without hyphens and blanks.
package struct HeadMark: Sendable, Hashable {
  /// Small hexadecimal digits, at least as many as the short form has.
  private let digits: String

  /// `nil` when it is not the beginning of a hash, or too short to tell two journals apart.
  package init?(_ typed: String) {
    let digits = typed.lowercased().filter { $0 != "-" && !$0.isWhitespace }
    guard (16...64).contains(digits.utf8.count), digits.utf8.allSatisfy({ Hexadecimal.value($0) != nil }) else {
      return nil
    }
    self.digits = digits
  }

  package func means(_ hash: JournalHash) -> Bool { hash.description.hasPrefix(digits) }
}
