package import Diagnostics
package import MethodModel
package import XMLReading

/// A checked method together with the bytes it was read from, which a session pins in its folder.
package struct LoadedMethod: Sendable {
  package let method: Method
  /// The file's path and bytes.
  package let source: SourceText
  /// Warnings only.
  package let warnings: [Diagnostic]
  /// The files that it needs besides its own, which a session pins too.
  package let used: [UsedSource]
}

/// Why a method could not be loaded: every finding of that run, and the text they point into if there is one.
package struct MethodLoadingError: Error, Sendable {
  package let diagnostics: [Diagnostic]
  package let source: SourceText?
}

extension MethodLibrary {
  /// Finds, reads and checks a method, given by id or path.
  package func load(_ method: String, limits: XMLLimits = .default) throws(MethodLoadingError) -> LoadedMethod {
    let (path, warnings) = try find(method)
    return try load(path: path, warnings: warnings, limits: limits)
  }

  private func load(
    path: String, warnings: [Diagnostic], limits: XMLLimits
  ) throws(MethodLoadingError) -> LoadedMethod {
    let source: SourceText
    do {
      source = try XMLFile.read(path, limits: limits)
    } catch {
      throw MethodLoadingError(diagnostics: [error.diagnostic], source: nil)
    }
    let loading = MethodLoader.load(source, limits: limits, methods: self)
    let findings = warnings + loading.diagnostics
    guard let method = loading.method else { throw MethodLoadingError(diagnostics: findings, source: source) }
    return LoadedMethod(
      method: method, source: source, warnings: findings + misnamed(source), used: loading.used)
  }

  /// A warning where a file that lies among methods, and so is found by its name, is called otherwise than its method.
  package func misnamed(_ source: SourceText) -> [Diagnostic] {
    let parts = source.name.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let isFound =
      parts.contains("Methods") || folders.contains { $0.split(separator: "/").joined(separator: "/") == folder }
    return isFound || Self.liesBesideItsName(source) ? Self.misnamed(source) : []
  }

  /// Whether the file that the method's id means lies in the same folder, and is another one.
  private static func liesBesideItsName(_ source: SourceText) -> Bool {
    guard let id = XMLDocument.parse(source, stoppingBefore: "agenda").root?.attribute(named: "id")?.value else {
      return false
    }
    let other = "\(folder(of: source.name))/\(id).xml"
    return FolderListing.isFile(other) && !FolderListing.isSame(other, source.name)
  }

  /// The same wherever the file lies.
  package static func misnamed(_ source: SourceText) -> [Diagnostic] {
    let parts = source.name.split(separator: "/")
    guard let last = parts.last, last.hasSuffix(".xml"),
      let id = XMLDocument.parse(source, stoppingBefore: "agenda").root?.attribute(named: "id")
    else { return [] }
    let name = last == "method.xml" ? parts.dropLast().last.map { String($0) } : String(last.dropLast(4))
    guard let name, name != id.value else { return [] }
    return [
      Diagnostic(
        .fileNameDiffers, "the file is found as `\(name)`, but the method's id is `\(id.value)`", severity: .warning,
        help: "rename the file, or change the id", file: source.name, range: id.valueRange)
    ]
  }
}
