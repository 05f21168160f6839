package import SessionStore

/// Why the archive could not answer, in words for a reviewer, with what to do about it.
package struct ArchiveError: Error, Sendable, CustomStringConvertible {
  package let message: String
  package let remedy: String?
  package let exit: SessionStoreError.ExitHint
  package init(
    _ message: String, remedy: String? = nil, exit: SessionStoreError.ExitHint = .data
  ) {
    self.message = message
    self.remedy = remedy
    self.exit = exit
  }

  package init(_ error: SessionStoreError) { self.init(error.message, remedy: error.remedy, exit: error.exit) }

  package var description: String { remedy.map { "\(message); \($0)" } ?? message }

  /// The index failed though it was just opened; it is a cache, so nothing is lost with it.
  static func index(_ cause: any Error, at path: String) -> ArchiveError {
    ArchiveError(
      "the archive's index could not be used (\(cause))", remedy: "delete it and ask again, it is made anew: \(path)",
      exit: .disk)
  }
}
