import Diagnostics
import MethodModel

/// Every place where a source is read: which name, by which attribute, where exactly.
struct NameUses {
  struct Use {
    let node: MethodTree.ID
    let attribute: AttributeName
    let source: SourceRef
    let range: SourceRange
    /// What its name means there, looked up once for all rules.
    let meaning: NameTable.Meaning

    /// The outcome that it names directly; -1 for everything else.
    var outcome: Int {
      if case .defined(let definition) = meaning { definition.outcome } else { -1 }
    }
  }

  /// In document order.
  private(set) var all: [Use] = []
  /// The first use of each node.
  private var starts: [Int32] = []

  init(_ tree: MethodTree, _ names: NameTable) {
    starts.reserveCapacity(tree.nodes.count + 1)
    for id in tree.all {
      starts.append(Int32(all.count))
      let row = Language.row(tree.name(of: id))
      for attribute in tree.attributes(of: id) where attribute.isSound {
        guard let type = row.attribute(attribute.name)?.type else { continue }
        collect(attribute, type, id, in: tree, names)
      }
    }
    starts.append(Int32(all.count))
  }

  /// What a node reads by its own attributes.
  func of(_ node: MethodTree.ID) -> ArraySlice<Use> {
    all[Int(starts[Int(node.index)])..<Int(starts[Int(node.index) + 1])]
  }

  private mutating func collect(
    _ attribute: MethodTree.Attribute, _ type: AttributeType, _ id: MethodTree.ID, in tree: MethodTree,
    _ names: NameTable
  ) {
    switch type {
    case .source: append(attribute.value, attribute.valueRange, attribute.name, id, in: tree, names)
    case .axes where words(of: attribute.value).count == 1:
      append(attribute.value, attribute.valueRange, attribute.name, id, in: tree, names)
    case .sources:
      for (word, offset) in words(of: attribute.value) {
        append(
          word, tree.range(of: offset..<offset + word.utf8.count, in: attribute), attribute.name, id, in: tree, names)
      }
    case .decider:
      if case .defined(let definition) = names.meaning(of: attribute.value, at: id, in: tree),
        definition.kind == .outcome
      {
        append(attribute.value, attribute.valueRange, attribute.name, id, in: tree, names)
      }
    case .order:
      if attribute.value != "made", attribute.value != "drawn" {
        append(attribute.value, attribute.valueRange, attribute.name, id, in: tree, names)
      }
    case .fieldType:
      if !Self.fieldWords.contains(attribute.value) {
        append(attribute.value, attribute.valueRange, attribute.name, id, in: tree, names)
      }
    default: break
    }
  }

  private mutating func append(
    _ text: String, _ range: SourceRange, _ name: AttributeName, _ id: MethodTree.ID, in tree: MethodTree,
    _ names: NameTable
  ) {
    guard let source = try? NameForm.source(text) else { return }
    let meaning = names.meaning(of: source.name, at: id, in: tree)
    all.append(Use(node: id, attribute: name, source: source, range: range, meaning: meaning))
  }

  static let fieldWords = ["text", "number", "minutes", "date", "person", "choice", "file"]
}
