import Diagnostics
import MethodModel

/// Finds, reads and checks what the `use` elements of one method name.
struct UseResolver {
  let checking: MethodChecking
  let methods: any MethodSources
  /// From the outermost method to this one.
  let chain: [MethodChecking.Link]
  /// This method's text, which tells in whose folder a `use` of it looks.
  let text: ComposedSource
  private(set) var sources: [UsedSource] = []
  private(set) var count = 0
  private var table = UseTable()

  init(
    checking: MethodChecking, methods: any MethodSources, chain: [MethodChecking.Link], text: ComposedSource
  ) {
    self.text = text
    self.checking = checking
    self.methods = methods
    self.chain = chain
  }

  /// The used methods by their `use`, and everything that keeps one from working.
  mutating func resolve(in tree: MethodTree) -> UseTable {
    for id in tree.all where tree.name(of: id) == .use {
      guard let attribute = tree.attribute(.method, of: id), attribute.isSound else { continue }
      resolve(id, attribute, in: tree)
    }
    return table
  }

  private mutating func resolve(_ id: MethodTree.ID, _ attribute: MethodTree.Attribute, in tree: MethodTree) {
    let method = attribute.value
    let ids = chain.dropFirst().map(\.id) + [method]
    switch methods.find(method, namedIn: text.origin(of: attribute.valueRange), along: ids) {
    case .missing(let help): problem(.unusableMethod, "there is no method `\(method)` to use", attribute, help)
    case .refused(let reason, let help):
      problem(.unusableMethod, "the method `\(method)` cannot be used: \(reason)", attribute, help)
    case .found(let source):
      if let start = chain.firstIndex(where: { $0.source.name == source.name || $0.source.bytes == source.bytes }) {
        let ring = (chain[start...].map(\.id) + [chain[start].id]).joined(separator: " → ")
        return problem(
          .unusableMethod, "`\(chain[start].id)` uses itself: \(ring)", attribute,
          "take what both need out into a method of its own")
      }
      guard chain.count <= MethodChecking.mostDeep else {
        return problem(
          .unusableMethod,
          "methods use each other more than \(MethodChecking.mostDeep) deep: "
            + (chain.map(\.id) + [method]).joined(separator: " → "), attribute, "use the inner ones directly")
      }
      take(checking.check(source, named: method, along: chain), id, attribute, in: tree)
    }
  }

  private mutating func take(
    _ checked: CheckedMethod, _ id: MethodTree.ID, _ attribute: MethodTree.Attribute, in tree: MethodTree
  ) {
    guard let facts = checked.facts, !checked.hasErrors else { return report(checked, attribute) }
    count += 1 + checked.useCount
    guard count <= MethodChecking.mostUses else {
      return problem(
        .unusableMethod, "with this the method consists of more than \(MethodChecking.mostUses) used ones", attribute,
        "use fewer methods, or repeat one with <repeat> or <for-each>")
    }
    let own = UsedSource(
      chain: [attribute.value], id: facts.tree.value(.id, of: .root) ?? attribute.value,
      version: facts.tree.value(.version, of: .root) ?? "", source: checked.source)
    let more = checked.used.map {
      UsedSource(chain: [attribute.value] + $0.chain, id: $0.id, version: $0.version, source: $0.source)
    }
    for source in [own] + more where !sources.contains(where: { $0.chain == source.chain }) { sources.append(source) }
    if let run = narrowed(facts, id, in: tree) {
      table.resolved[id] = ResolvedUse(facts: run, count: 1 + checked.useCount)
    }
  }

  /// One mistake stands for all: the rest is seen where they are.
  private mutating func report(_ checked: CheckedMethod, _ attribute: MethodTree.Attribute) {
    let errors = checked.findings.filter { $0.severity == .error }
    guard let first = errors.first else { return }
    if first.code == .unusableMethod, first.message.contains("uses itself") {
      return problem(.unusableMethod, first.message, attribute, first.help)
    }
    let place = first.range.map { ", line \(checked.source.line(at: Int($0.lower)))" } ?? ""
    problem(
      .unusableMethod,
      "the method `\(attribute.value)` has mistakes: \(first.message) (\(checked.source.name)\(place))",
      attribute, "mend it first: dotank validate \(checked.source.name)")
  }

  private mutating func problem(
    _ code: DiagnosticCode, _ message: String, _ attribute: MethodTree.Attribute, _ help: String?
  ) {
    table.problems.append(.init(code: code, message: message, range: attribute.valueRange, help: help))
  }
}

// MARK: - Only some places

extension UseResolver {
  /// What is run of a used method: all of it, or the places that `only` names, which must get along without the rest.
  private mutating func narrowed(_ facts: MethodFacts, _ use: MethodTree.ID, in tree: MethodTree) -> MethodFacts? {
    guard let only = tree.attribute(.only, of: use), only.isSound else { return facts }
    var named: Set<MethodTree.ID> = []
    for (word, offset) in words(of: only.value) {
      let range = tree.range(of: offset..<offset + word.utf8.count, in: only)
      guard let node = facts.places.nodes[word] else {
        let help = nearest(to: word, in: facts.places.nodes.keys.sorted()).map { "did you mean `\($0)`?" }
        table.problems.append(
          .init(
            code: .unfitOnly, message: "the used method has no place `\(word)`", range: range,
            help: help ?? "name steps and phases of it by their ids"))
        return nil
      }
      named.insert(node)
    }
    let (kept, ids) = facts.tree.keeping(named)
    let run = MethodFacts(tree: kept, places: facts.places.renumbered(ids), used: facts.used.renumbered(ids))
    return isComplete(run, only) ? run : nil
  }

  private mutating func isComplete(_ facts: MethodFacts, _ only: MethodTree.Attribute) -> Bool {
    var log = FindingLog(file: facts.tree.source.name)
    Rules.check(facts, &log)
    // What is left out delivers nothing, and that is meant.
    guard let first = log.findings.first(where: { $0.severity == .error && $0.code != .deliveredNeverProduced }) else {
      return true
    }
    table.problems.append(
      .init(
        code: .unfitOnly, message: "run alone, these places do not get along: \(first.message)",
        range: only.valueRange, help: "name the place that it comes from too, or give it as a setting"))
    return false
  }
}
