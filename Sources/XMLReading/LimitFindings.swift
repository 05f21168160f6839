import Diagnostics

extension Diagnostic {
  static func fileTooBig(_ file: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooBig, "the file has \(size) bytes, and at most \(limit) are read",
      help: "look at what fills it; what a method does often can be a method of its own (<use>)", file: file)
  }

  static func fileEmpty(_ file: String) -> Diagnostic {
    Diagnostic(.fileEmpty, "the file is empty", help: "write a method into it, or name another file", file: file)
  }

  static func outOfMemory(_ file: String) -> Diagnostic {
    Diagnostic(.outOfMemory, "there is no memory left to read the file", help: "close other programs", file: file)
  }

  static func otherEncoding(_ file: String, _ encoding: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .otherEncoding, "the file says that it is in \(encoding), and only UTF-8 is read",
      help: "save it as UTF-8 (in most editors: Save with Encoding) and declare encoding=\"UTF-8\" or nothing",
      file: file, range: range)
  }

  static func notUTF8(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notUTF8, "this byte is no UTF-8 character", help: "open the file in its own encoding and save it as UTF-8",
      file: file, range: range)
  }

  static func tagTooLong(_ file: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tagTooLong, "this tag is longer than \(limit) bytes",
      help: "move long texts from attributes into elements, and look for a missing quote", file: file, range: range)
  }

  static func exceeded(_ limit: LimitExceeded, _ limits: XMLLimits, _ file: String, at range: SourceRange) -> Diagnostic
  {
    switch limit {
    case .depth:
      Diagnostic(
        .tooDeep, "elements stand more than \(limits.depth) deep inside each other",
        help: "look for an element that was meant to be closed earlier", file: file, range: range)
    case .elements: tooMany("elements in a file", limits.elements, file, range)
    case .attributes: tooMany("attributes on an element", limits.attributes, file, range)
    case .namespaces: tooMany("namespace declarations in force", limits.namespaces, file, range)
    }
  }

  static func doctype(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .doctype, "a document type declaration is not read", help: "remove `<!DOCTYPE ...>`", file: file, range: range)
  }

  private static func tooMany(_ what: String, _ limit: Int, _ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooMany, "there are more than \(limit) \(what)", help: "split it up, or remove what repeats", file: file,
      range: range)
  }
}
