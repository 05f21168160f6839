internal import Diagnostics

/// Looks up every name of a template where it stands, and in the partials that it puts in.
struct NameCheck {
  /// What a section has opened.
  private enum Frame {
    case part(ShapeTable)
    /// A single text, printed by `{{.}}`.
    case text

    var name: String {
      switch self {
      case .part(let table): table.name
      case .text: "."
      }
    }
  }

  /// Where a tag stands: what is open around it, and whether the innermost is a list.
  private struct Place {
    var frames: [Frame]
    var isInList = false

    func opening(_ frame: Frame, isList: Bool) -> Place { Place(frames: frames + [frame], isInList: isList) }
    var key: String { frames.map(\.name).joined(separator: "/") }
  }

  private let trees: [String: TemplateTree]
  private(set) var findings: [Diagnostic] = []
  private var checked: Set<String> = []

  init(_ trees: [String: TemplateTree]) { self.trees = trees }

  /// Checks a template that finds `shape` at its outermost level.
  mutating func check(_ name: String, finding shape: ShapeTable) { check(name, at: Place(frames: [.part(shape)])) }

  private mutating func check(_ name: String, at place: Place) {
    guard let tree = trees[name], checked.insert("\(name) \(place.key)").inserted else { return }
    check(tree.nodes, in: tree.source, at: place)
  }

  private mutating func check(_ nodes: [TemplateTree.Node], in source: SourceText, at place: Place) {
    for node in nodes {
      switch node {
      case .partial(let tag): check(tag.name, at: Place(frames: place.frames))
      case .value(let tag): checkValue(tag, in: source, at: place)
      case .section(let tag, let inner):
        if let opened = opened(by: tag, in: source, at: place) { check(inner, in: source, at: opened) }
      }
    }
  }

  private mutating func checkValue(_ tag: TemplateTag, in source: SourceText, at place: Place) {
    if tag.name == "." {
      if case .text? = place.frames.last { return }
      return find(
        .unprintableName, "{{.}} stands where no single text is open", help: "name what is to be printed", tag, source)
    }
    guard tag.name != "index()" || !isOfList(tag, in: source, at: place) else { return }
    guard let kind = kind(tag, in: source, at: place) else { return }
    if case .text = kind { return }
    find(
      .unprintableName, "`\(tag.name)` is no text that could be printed",
      help: "open it: {{#\(tag.name)}} … {{/\(tag.name)}}", tag, source)
  }

  /// Where the inside of a section stands; `nil` when its name is not known.
  private mutating func opened(by tag: TemplateTag, in source: SourceText, at place: Place) -> Place? {
    if ["first()", "last()", "even()", "odd()"].contains(tag.name) {
      return isOfList(tag, in: source, at: place) ? place : nil
    }
    guard let kind = kind(tag, in: source, at: place) else { return nil }
    guard tag.kind == .section else { return place }
    switch kind {
    case .flag: return place
    case .text: return place.opening(.text, isList: false)
    case .texts: return place.opening(.text, isList: true)
    case .part(let table): return place.opening(.part(table()), isList: false)
    case .parts(let table): return place.opening(.part(table()), isList: true)
    }
  }

  /// `first()` and the like speak of the innermost section, which must be a list in the same file.
  private mutating func isOfList(_ tag: TemplateTag, in source: SourceText, at place: Place) -> Bool {
    if place.isInList { return true }
    find(
      .unprintableName, "`\(tag.name)` stands where the innermost section is no list",
      help: "write it directly inside of a list, in the same file", tag, source)
    return false
  }

  private mutating func kind(_ tag: TemplateTag, in source: SourceText, at place: Place) -> ShapeTable.Kind? {
    let names = tag.name.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    var row = place.frames.reversed().lazy.compactMap { frame -> ShapeTable.Row? in
      if case .part(let table) = frame { table.row(names[0]) } else { nil }
    }.first
    var known = place.frames.flatMap { frame -> [String] in
      if case .part(let table) = frame { table.rows.map(\.name) } else { [] }
    }
    for name in names.dropFirst() {
      guard case .part(let table)? = row?.kind else { break }
      known = table().rows.map { "\(names[0]).\($0.name)" }
      row = table().row(name)
    }
    if let row, row.name == names.last { return row.kind }
    let likely = nearest(to: tag.name, in: known).map { "did you mean `\($0)`?" }
    let inside = place.frames.last.map { $0.name == "." ? "" : " in `\($0.name)`" } ?? ""
    find(
      .unknownTemplateName, "there is no `\(tag.name)`\(inside)",
      help: likely ?? "Templates/README.md lists every name", tag, source)
    return nil
  }

  private mutating func find(
    _ code: DiagnosticCode, _ message: String, help: String, _ tag: TemplateTag, _ source: SourceText
  ) {
    let finding = Diagnostic(code, message, help: help, file: source.name, range: SourceRange(tag.range))
    // A partial is checked in each place where it is put in.
    if !findings.contains(finding) { findings.append(finding) }
  }
}
