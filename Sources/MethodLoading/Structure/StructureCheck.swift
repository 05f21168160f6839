import Diagnostics
import XMLReading

/// Holds a document against the element table: what stands where, how often, in what order, in what form.
///
/// The result keeps what has its place, misspelt names under the likeliest right one, so that one run finds
/// everything and a mistake is told once.
struct StructureCheck {
  let document: XMLTree
  var tree: MethodTree
  var log: FindingLog
  /// By `nameID` of the document.
  let elementNames: [ElementName?]
  let attributeNames: [AttributeName?]
  /// The namespace the root stands in: with a wrong one, everything beneath is still looked at.
  let home: XMLNamespace
  /// The method's own language.
  let language: String

  /// The tree of a document, and everything in it that is not as the table says; an empty tree when it is no method.
  static func check(_ root: XMLElement) -> (tree: MethodTree, log: FindingLog) {
    var check = StructureCheck(root)
    if check.acceptRoot(root) { check.visit(root, as: .method, parent: -1) }
    return (check.tree, check.log)
  }

  /// The same for one element that stands in another kind of document, such as a condition in a scenario.
  static func check(_ element: XMLElement, as name: ElementName) -> (tree: MethodTree, log: FindingLog) {
    var check = StructureCheck(element)
    check.visit(element, as: name, parent: -1)
    return (check.tree, check.log)
  }

  private init(_ root: XMLElement) {
    document = root.tree
    log = FindingLog(file: document.source.name)
    tree = MethodTree(source: document.source, capacity: document.elementCount)
    elementNames = document.names.map { ElementName(text: $0) }
    attributeNames = document.names.map { AttributeName(text: $0) }
    home = root.namespace
    language = root.attribute(named: "xml:lang")?.value ?? "en"
  }

  /// Whether the root is a method, if need be with a remark about its namespace.
  private mutating func acceptRoot(_ root: XMLElement) -> Bool {
    let local = String(root.name.split(separator: ":").last ?? "")
    guard local == "method" else {
      let help = nearest(to: local, in: ["method"]).map { "did you mean `\($0)`?" }
      report(
        .notAMethod, "a method begins with <method>, this file with <\(root.name)>", at: root.nameRange,
        help: help ?? "write <method xmlns=\"\(Language.namespace)\" id=\"…\" version=\"1.0.0\" xml:lang=\"en\">")
      return false
    }
    switch root.namespace {
    case .method: break
    case .none:
      report(
        .noNamespace, "<method> does not say that it is a dotank method", at: root.nameRange,
        help: "write <method xmlns=\"\(Language.namespace)\" …>")
    case .foreign:
      report(
        .noNamespace, "<method> is in a namespace that dotank does not know", at: root.nameRange,
        help: "write xmlns=\"\(Language.namespace)\"; the 1 at its end is the version of the language")
    }
    return true
  }

  mutating func visit(_ element: XMLElement, as name: ElementName, parent: Int32) {
    let row = Language.row(name)
    let id = tree.append(MethodTree.Node(name, tag: element.range, parent: parent))
    checkAttributes(of: element, row)
    switch row.content {
    case .characters: checkText(of: element, id)
    case .mixed(let slots):
      checkText(of: element, id, holdsElements: true)
      checkElements(of: element, row, id, slots: slots, holdsText: true)
    case .nothing: checkElements(of: element, row, id, slots: [])
    case .elements(let slots): checkElements(of: element, row, id, slots: slots)
    }
  }

  /// Whether an element is the language's own.
  func isOurs(_ element: XMLElement) -> Bool {
    element.namespace == home && (home != .foreign || !element.name.contains(":"))
  }

  private mutating func checkText(of element: XMLElement, _ id: MethodTree.ID, holdsElements: Bool = false) {
    for child in element.children where isOurs(child) && !holdsElements {
      report(
        .strayText, "<\(element.name)> holds characters only, and <\(child.name)> stands in it", at: child.nameRange,
        help: "close <\(element.name)> before <\(child.name)> begins")
    }
    let text: String
    let range: SourceRange
    if let plain = PlainText(of: element) {
      guard !plain.range.isEmpty else { return reportEmpty(element, id) }
      text = plain.text
      range = SourceRange(plain.range)
      guard plain.hasBrace else { return tree.setText(text, range: range, of: id) }
    } else {
      guard let found = element.textRange else { return reportEmpty(element, id) }
      text = TextForm.folded(element.text)
      range = found
    }
    tree.setText(text, range: range, of: id)
    checkReferences(in: text, id)
  }

  private mutating func reportEmpty(_ element: XMLElement, _ id: MethodTree.ID) {
    // What is shown may speak for itself.
    let speaksOtherwise =
      tree.name(of: id) == .show && tree.has(.of, of: id) || tree.name(of: id) == .give && tree.has(.outcome, of: id)
    guard element.children.isEmpty, !speaksOtherwise else { return }
    report(
      .emptyText, "<\(element.name)> says nothing", at: element.nameRange,
      help: "write its text, or leave the element out")
  }

  private mutating func checkReferences(in text: String, _ id: MethodTree.ID) {
    for (result, part) in TextForm.references(in: text) {
      switch result {
      case .success(let reference):
        tree.textReferences.append(MethodTree.TextReference(node: id, reference: reference, part: part))
      case .failure(let mistake):
        report(.malformedReference, mistake.message, at: tree.range(of: part, inTextOf: id), help: mistake.help)
      }
    }
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String?) {
    log.error(code, message, at: range, help: help)
  }
}
