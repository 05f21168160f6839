internal import Diagnostics

/// A template with its sections inside each other.
struct TemplateTree: Sendable {
  indirect enum Node: Sendable {
    case value(TemplateTag)
    case section(TemplateTag, [Node])
    case partial(TemplateTag)
  }

  let source: SourceText
  private(set) var nodes: [Node] = []
  private(set) var findings: [Diagnostic] = []
  /// Every partial that is put in, wherever.
  let partials: [TemplateTag]

  init(_ scan: TemplateScan) {
    source = scan.source
    findings = scan.findings
    partials = scan.tags.filter { $0.kind == .partial }
    // Open sections from the outside in, each with what stands in it so far.
    var open: [(tag: TemplateTag, nodes: [Node])] = []
    var current: [Node] = []
    for tag in scan.tags {
      switch tag.kind {
      case .value: current.append(.value(tag))
      case .partial: current.append(.partial(tag))
      case .section, .inverted:
        open.append((tag, current))
        current = []
      case .end:
        if open.last?.tag.name != tag.name { findings.append(Self.wrongEnd(tag, open.last?.tag, scan.source)) }
        // Read on as it was meant, so that one mistake hides no other.
        guard let begun = open.lastIndex(where: { $0.tag.name == tag.name }) else { continue }
        current = Self.ended(open[begun...], current)
        open.removeSubrange(begun...)
      }
    }
    for section in open {
      findings.append(
        Diagnostic(
          .unclosedSection, "the section `\(section.tag.name)` is not ended",
          help: "end it with {{/\(section.tag.name)}}", file: scan.source.name, range: SourceRange(section.tag.range)))
    }
    nodes = Self.ended(open[...], current)
  }

  /// What stands in open sections, with all of them ended.
  private static func ended(_ open: ArraySlice<(tag: TemplateTag, nodes: [Node])>, _ inside: [Node]) -> [Node] {
    open.reversed().reduce(inside) { inner, section in section.nodes + [.section(section.tag, inner)] }
  }

  private static func wrongEnd(_ tag: TemplateTag, _ open: TemplateTag?, _ source: SourceText) -> Diagnostic {
    guard let open else {
      return Diagnostic(
        .unclosedSection, "`\(tag.name)` is ended and was not begun",
        help: "begin it with {{#\(tag.name)}}, or take this away", file: source.name, range: SourceRange(tag.range))
    }
    return Diagnostic(
      .unclosedSection, "`\(tag.name)` is ended where `\(open.name)` is open",
      help: "end what was begun last first: {{/\(open.name)}}", file: source.name, range: SourceRange(tag.range),
      notes: [.init("`\(open.name)` is begun here", file: source.name, range: SourceRange(open.range))])
  }
}
