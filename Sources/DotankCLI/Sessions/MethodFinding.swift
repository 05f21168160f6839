import Diagnostics
import MethodLoading
import MethodModel
import SessionStore
import XMLReading

extension MethodOptions {
  func library(_ world: World) -> MethodLibrary { MethodLibrary(folders: path(world)) }

  /// Finds, reads and checks a method; its mistakes are told with their places, and which of two with one id it is.
  func load(_ method: String, _ world: World) throws(Failure) -> LoadedMethod {
    do {
      let loaded = try library(world).load(method)
      for hidden in loaded.warnings where hidden.code == .hiddenMethod {
        world.writeError("dotank: \(hidden.file): \(hidden.message)")
      }
      return loaded
    } catch {
      guard let source = error.source else { throw Failure(error.diagnostics, code: Exit.noInput) }
      let errors = error.diagnostics.filter { $0.severity == .error }
      let sources = errors.withOtherFiles([source.name: source])
      let text = ExcerptRenderer(sources: sources, usesColour: false, width: world.width).render(errors)
      throw Failure(
        "the method \(source.name) has mistakes and cannot be run\n\n\(text)\n",
        remedy: "mend them, and look again with  dotank validate \(source.name)", code: Exit.data)
    }
  }
}

extension Method {
  /// The language of a session: the one that is wanted, else the method's own.
  func language(wanted: String?) throws(Failure) -> String {
    guard let wanted else { return language }
    guard languages.contains(wanted) else {
      throw Failure(
        "the method is not written in “\(wanted)”", remedy: "it has \(languages.joined(separator: ", "))",
        code: Exit.usage)
    }
    return wanted
  }
}

extension [Diagnostic] {
  /// The texts that were looked at, and those that findings point into besides, such as the base of a variant.
  func withOtherFiles(_ looked: [String: SourceText]) -> [String: SourceText] {
    var sources = looked
    for file in flatMap({ [$0.file] + $0.notes.map(\.file) }) where sources[file] == nil {
      sources[file] = try? XMLFile.read(file)
    }
    return sources
  }
}

extension Failure {
  /// A finding that stops the work before there is a text to point into.
  init(_ diagnostics: [Diagnostic], code: Int32) {
    let first = diagnostics.first { $0.severity == .error }
    self.init(first?.message ?? "the method cannot be read", remedy: first?.help, code: code)
  }
}

/// The copy of the method that a session keeps.
enum PinnedSource {
  /// The method a session runs, read from its own folder.
  static func method(of folder: SessionFolder) throws(SessionStoreError) -> Method {
    try method(try folder.pinnedMethod())
  }

  /// The method in a session's own copy.
  static func method(_ pinned: PinnedMethod) throws(SessionStoreError) -> Method {
    let sources = pinned.files.map { SourceText(name: $0.name, bytes: $0.bytes) }
    guard let own = sources.first,
      let method = MethodLoader.load(own, methods: PinnedSources(Array(sources.dropFirst())), isPinned: true).method
    else {
      throw SessionStoreError(
        .methodChanged, "the session's own copy of its method cannot be read by this version",
        remedy: "open the session with the version of dotank that made it", exit: .data)
    }
    return method
  }
}
