package import Diagnostics
package import MethodLoading
package import MethodModel
package import SessionEngine
import XMLReading

/// A method that scenarios are about, with what it takes to point into its file.
package struct ScenarioMethod: Sendable {
  package let engine: SessionEngine
  package let source: SourceText
  let map: MethodMap

  /// A method that was loaded from a source.
  package init(_ method: Method, source: SourceText) {
    engine = SessionEngine(method)
    self.source = source
    map = MethodMap(source)
  }

  /// Loads a method's file; throws everything that has to be put right in it first.
  package static func load(_ path: String) throws(MethodLoadingError) -> ScenarioMethod {
    let loaded = try MethodLibrary(folders: [folder(of: path)]).load(path)
    return ScenarioMethod(loaded.method, source: loaded.source)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The bytes of a scenario file to a checked scenario, or to everything that has to be put right first.
package enum ScenarioLoader {
  /// What is at the end of every scenario's file name.
  package static let suffix = ".scenario.xml"

  /// Reads a scenario's form; what it names is looked at by `check`, when its method is known.
  package static func load(_ source: SourceText) -> (scenario: Scenario?, findings: [Diagnostic]) {
    let document = XMLDocument.parse(source, namespace: ScenarioLanguage.namespace)
    guard let root = document.root else { return (nil, document.diagnostics) }
    var structure = ScenarioStructure(file: source.name)
    let node = structure.scenario(root)
    let findings = DiagnosticLog(document.diagnostics + structure.findings).inSourceOrder
    guard let node, !findings.contains(where: { $0.severity == .error }) else { return (nil, findings) }
    return (Scenario(source: source, root: node), findings)
  }

  /// Whether a file is a scenario, whatever it is called.
  package static func isScenario(_ source: SourceText) -> Bool {
    XMLDocument.parse(source, namespace: ScenarioLanguage.namespace).root?.name == "scenario"
  }

  /// Everything that has to be put right in a scenario; what its method has to be looked up for too, where that can be
  /// read.
  package static func findings(in source: SourceText) -> [Diagnostic] {
    let (scenario, findings) = load(source)
    guard let scenario, let method = try? ScenarioMethod.load(methodPath(of: scenario)) else { return findings }
    return findings + check(scenario, against: method)
  }

  /// Names in a scenario that its method and its people do not have.
  package static func check(_ scenario: Scenario, against method: ScenarioMethod) -> [Diagnostic] {
    var names = ScenarioNames(scenario, method.engine, file: scenario.source.name)
    names.check(scenario.root)
    return names.findings
  }

  /// The file of the method that a scenario is about: the one it names, `method.xml` in its folder, else the one whose
  /// name is the beginning of its own (`retro.five.scenario.xml` is about `retro.xml`).
  package static func methodPath(of scenario: Scenario) -> String {
    let folder = ScenarioMethod.folder(of: scenario.source.name)
    if let name = scenario.methodName { return "\(folder)/\(name.hasSuffix(".xml") ? name : "\(name).xml")" }
    let common = "\(folder)/method.xml"
    if FolderListing.isFile(common) { return common }
    let file = scenario.source.name.split(separator: "/").last.map { String($0) } ?? ""
    return "\(folder)/\(file.prefix { $0 != "." }).xml"
  }

  /// The scenarios beside a method's file, in a folder and the folders in it, or the one that a path names.
  package static func scenarios(at path: String) -> [String] {
    if FolderListing.isFolder(path) { return scenarios(inFolder: path, depth: 0) }
    guard !path.hasSuffix(suffix) else { return [path] }
    let folder = ScenarioMethod.folder(of: path)
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    let stem = file == "method.xml" ? "" : "\(file.prefix { $0 != "." })."
    return FolderListing.names(in: folder).filter { $0.hasSuffix(suffix) && $0.hasPrefix(stem) }.map {
      "\(folder)/\($0)"
    }
  }

  private static let deepest = 8

  private static func scenarios(inFolder folder: String, depth: Int) -> [String] {
    guard depth < deepest else { return [] }
    return FolderListing.names(in: folder).flatMap { name -> [String] in
      let path = folder.hasSuffix("/") ? "\(folder)\(name)" : "\(folder)/\(name)"
      if name.hasSuffix(suffix) { return [path] }
      return FolderListing.isFolder(path) ? scenarios(inFolder: path, depth: depth + 1) : []
    }
  }
}
