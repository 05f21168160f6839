import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension XMLReadingError {
  /// What the system's refusal of a path means for the person who gave it.
  static func failed(_ path: String, _ number: Int32) -> XMLReadingError {
    switch number {
    case ENOENT, ENOTDIR:
      make(.fileMissing, "there is no file `\(path)`", path, help: "check the spelling and the folder you are in")
    case EACCES, EPERM:
      make(.fileUnreadable, "`\(path)` may not be read", path, help: "give yourself permission, such as by `chmod +r`")
    case EISDIR:
      make(.notAFile, "`\(path)` is a folder", path, help: "name a method file inside it")
    default:
      make(
        .fileUnreadable, "`\(path)` cannot be read: \(unsafe String(cString: strerror(number)))", path,
        help: "copy the file to another place and try that copy")
    }
  }

  static func notAFile(_ path: String) -> XMLReadingError {
    make(
      .notAFile, "`\(path)` is a device, a pipe or a socket", path, help: "save its contents as a file and name that")
  }

  static func isLink(_ path: String) -> XMLReadingError {
    make(.notAFile, "`\(path)` is a link, and it may lead anywhere", path, help: "put a copy of the file there instead")
  }

  static func tooBig(_ path: String, size: Int, limit: Int) -> XMLReadingError {
    XMLReadingError(diagnostic: .fileTooBig(path, size: size, limit: limit))
  }

  static func empty(_ path: String) -> XMLReadingError {
    XMLReadingError(diagnostic: .fileEmpty(path))
  }

  private static func make(
    _ code: DiagnosticCode, _ message: String, _ path: String, help: String
  ) -> XMLReadingError {
    XMLReadingError(diagnostic: Diagnostic(code, message, help: help, file: path))
  }
}
