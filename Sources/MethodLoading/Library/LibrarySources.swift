package import Diagnostics
import XMLReading

/// A method names others by their ids: first what lies in its own folder, then the library's folders in their order.
///
/// In its own folder no link is followed, so that a method handed on by somebody never leads to other files.
extension MethodLibrary: MethodSources {
  package func find(_ method: String, namedIn caller: SourceText, along chain: [String]) -> FoundMethod {
    let folder = Self.folder(of: caller.name)
    for name in ["\(method).xml", "\(method)/method.xml"] {
      do throws(XMLReadingError) {
        return .found(try XMLFile.read(name, beneath: folder))
      } catch {
        guard error.diagnostic.code == .fileMissing else {
          return .refused(error.diagnostic.message, help: error.diagnostic.help)
        }
      }
    }
    guard let path = try? find(method).path else { return .missing(help: help(for: method)) }
    do throws(XMLReadingError) { return .found(try XMLFile.read(path)) } catch {
      return .refused(error.diagnostic.message, help: error.diagnostic.help)
    }
  }

  private func help(for method: String) -> String {
    if let likely = nearest(to: method, in: entries().map(\.id)) { return "did you mean `\(likely)`?" }
    return "put \(method).xml beside this file, or into a folder of methods; `dotank list` shows what there is"
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
