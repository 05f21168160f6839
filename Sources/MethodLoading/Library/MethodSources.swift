package import Diagnostics

/// Where the methods come from that a method names: those it uses, and the one it is a variant of.
package protocol MethodSources: Sendable {
  /// Finds a method named in a file. `chain` holds the ids on the way from the outermost method, this one last.
  func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod
}

/// What came of looking for a method.
package enum FoundMethod: Sendable {
  case found(SourceText)
  /// There is none; what the author may do.
  case missing(help: String)
  /// There is one that must not be read: why.
  case refused(String, help: String?)
}

/// A method that another one needs, by the ids on the way to it.
package struct UsedSource: Sendable {
  /// From the outermost method's `use` on, this method's id last.
  package let chain: [String]
  package let id: String
  package let version: String
  package let source: SourceText

  /// The file that a session keeps it in: `uses/talk/pairs.xml`.
  package var pinnedName: String { Self.pinnedName(chain) }

  fileprivate static func pinnedName(_ chain: [String]) -> String { "uses/\(chain.joined(separator: "/")).xml" }
}

/// No other methods: for texts that stand alone.
package struct NoOtherMethods: MethodSources {
  package init() {}

  package func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    .missing(help: "nothing was said about where other methods are")
  }
}

/// The copies that a session keeps, by the names of their files.
package struct PinnedSources: MethodSources {
  private let sources: [String: SourceText]

  package init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
  }

  package func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    let name = UsedSource.pinnedName(chain)
    guard let source = sources[name] else { return .missing(help: "put \(name) back, from a backup of the session") }
    return .found(source)
  }
}
