import Diagnostics
import MethodLoading
import SessionStore
import XMLReading

/// An annotated method to begin from, as it stands in a folder of templates.
struct Starter {
  let head: MethodHead

  /// The starters of some folders, the first of an id winning; broken ones are left out.
  static func all(in folders: [String]) -> [Starter] {
    MethodLibrary(folders: folders).heads().filter { $0.broken == nil }.map { Starter(head: $0) }
  }

  /// The starter of that id.
  static func named(_ id: String, among starters: [Starter], searched folders: [String]) throws(Failure) -> Starter {
    if let found = starters.first(where: { $0.head.id == id }) { return found }
    let likely = nearest(to: id, in: starters.map(\.head.id)).map { "did you mean `\($0)`?" }
    let remedy =
      starters.isEmpty
      ? "looked in \(folders.joined(separator: ", ")); name the folder with --templates"
      : "dotank new --list  shows them"
    throw Failure("there is no starter `\(id)`", remedy: likely ?? remedy, code: Exit.noInput)
  }

  /// Its bytes under another id.
  func bytes(as id: String) throws(Failure) -> [UInt8] {
    let source: SourceText
    do throws(XMLReadingError) { source = try XMLFile.read(head.path) } catch {
      throw Failure(error.diagnostic.message, remedy: error.diagnostic.help, code: Exit.noInput)
    }
    guard let place = XMLDocument.parse(source).root?.attribute(named: "id")?.valueRange.offsets else {
      throw Failure("the starter \(head.path) is no method", code: Exit.data)
    }
    var bytes = source.bytes
    bytes.replaceSubrange(place, with: Array(id.utf8))
    return bytes
  }
}
