import Diagnostics

extension Diagnostic {
  static func tooBig(_ file: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooBig, "the file has \(size) bytes, and at most \(limit) are read", help: "split it into several methods",
      file: file)
  }

  static func empty(_ file: String) -> Diagnostic {
    Diagnostic(
      .empty, "the file is empty", help: "write a method into it, or name another file", file: file)
  }
}
