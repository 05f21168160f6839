import Diagnostics
import MethodModel
package import XMLReading

extension MethodLibrary {
  /// The heads of all methods by id, for a list; broken files are listed with the reason.
  package func heads(limits: XMLLimits = .default) -> [MethodHead] {
    entries().map { Self.head(of: $0, limits: limits) }
  }

  /// The head of one method file.
  package static func head(of entry: Entry, limits: XMLLimits = .default) -> MethodHead {
    var head = MethodHead(id: entry.id, path: entry.path)
    do {
      let source = try XMLFile.read(entry.path, limits: limits)
      let document = XMLDocument.parse(source, limits: limits, stoppingBefore: "agenda")
      if let root = document.root {
        fill(&head, from: root)
      } else {
        head.broken = reason(document.diagnostics, in: source)
      }
    } catch {
      head.broken = error.diagnostic.message
    }
    return head
  }

  private static func reason(_ findings: [Diagnostic], in source: SourceText) -> String {
    guard let first = findings.first else { return "the file cannot be read" }
    guard let range = first.range else { return first.message }
    return "line \(source.line(at: Int(range.lower))): \(first.message)"
  }

  private static func fill(_ head: inout MethodHead, from root: XMLElement) {
    guard root.name == "method", root.namespace == .method else {
      head.broken = "it is no method: <method xmlns=\"\(Language.namespace)\"> is missing"
      return
    }
    let language = root.attribute(named: "xml:lang")?.value ?? "en"
    head.version = root.attribute(named: "version")?.value ?? ""
    for child in root.children {
      switch child.name {
      case "title": head.title.add(variant(child, language))
      case "purpose": head.purpose.add(variant(child, language))
      case "fit":
        fillFit(&head, from: child)
        return check(&head)
      default: break
      }
    }
    check(&head)
  }

  private static func check(_ head: inout MethodHead) {
    if head.title.isEmpty { head.broken = "it has no <title>" }
  }

  private static func variant(_ element: XMLElement, _ language: String) -> LocalizedText.Variant {
    LocalizedText.Variant(
      language: element.attribute(named: "xml:lang")?.value ?? language, raw: TextForm.folded(element.text))
  }

  private static func fillFit(_ head: inout MethodHead, from fit: XMLElement) {
    for attribute in fit.attributes {
      switch attribute.name {
      case "people": head.people = (try? NumberForm.ranges(attribute.value)) ?? []
      case "ideal": head.ideal = try? NumberForm.whole(attribute.value)
      case "pillar": head.pillars = words(of: attribute.value).compactMap { Pillar(rawValue: $0.word) }
      case "mode": head.mode = Mode(rawValue: attribute.value)
      default: break
      }
    }
  }
}
