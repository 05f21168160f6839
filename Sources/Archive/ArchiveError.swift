internal import GRDB
package import SessionStore

/// Why the archive could not answer, in words for a reviewer, with what to do about it.
package struct ArchiveError: Error, Sendable, CustomStringConvertible {
  package let message: String
  package let remedy: String?
  package let exit: SessionStoreError.ExitHint
  /// The index is not what it should be; making it anew loses nothing.
  let isDamage: Bool

  package init(
    _ message: String, remedy: String? = nil, exit: SessionStoreError.ExitHint = .data
  ) {
    self.init(message, remedy: remedy, exit: exit, isDamage: false)
  }

  private init(_ message: String, remedy: String?, exit: SessionStoreError.ExitHint, isDamage: Bool) {
    self.message = message
    self.remedy = remedy
    self.exit = exit
    self.isDamage = isDamage
  }

  package init(_ error: SessionStoreError) { self.init(error.message, remedy: error.remedy, exit: error.exit) }

  package var description: String { remedy.map { "\(message); \($0)" } ?? message }

  /// The index failed though it was just opened; it is a cache, so nothing is lost with it.
  static func index(_ cause: any Error, at path: String) -> ArchiveError {
    let words = (cause as? DatabaseError).map { $0.message ?? $0.resultCode.description } ?? "\(cause)"
    return ArchiveError(
      "the archive's index could not be used (\(words))", remedy: "delete it and ask again, it is made anew: \(path)",
      exit: .disk, isDamage: isDamage(cause))
  }

  /// What the disk and other programs do is no damage; all else that goes wrong in statements that are right elsewhere is.
  private static func isDamage(_ cause: any Error) -> Bool {
    guard let code = (cause as? DatabaseError)?.resultCode.primaryResultCode else { return true }
    return ![
      .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_NOMEM,
      .SQLITE_PERM, .SQLITE_INTERRUPT, .SQLITE_NOLFS, .SQLITE_MISUSE,
    ].contains(code)
  }
}
