import Diagnostics
import MethodModel

/// DOT0306: several documents are not written or decided on as if they were one.
enum ChosenDocument: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where wantsOneDocument(id, tree) {
      guard let attribute = tree.attribute(.of, of: id), attribute.isSound,
        let source = try? NameForm.source(attribute.value), source.part == nil,
        case .defined(let definition) = facts.meaning(of: source.name, at: id), definition.outcome >= 0
      else { continue }
      let outcome = facts.names.outcomes[definition.outcome]
      guard let writer = outcome.writers.first, tree.name(of: writer) == .fill else { continue }
      let (reader, owner) = (facts.owner(of: id), facts.owner(of: writer))
      guard reader.isWider(than: owner) else { continue }
      log.error(
        .unchosenDocument, "`\(source.name)` is one document for \(owner.words), and here \(reader.words) works on it",
        at: attribute.valueRange, help: "go through them with <for-each>, choose one by <select>, or fill a new one",
        see: .init("`\(source.name)` is written here", at: tree.nameRange(of: writer)))
    }
  }

  /// A `fill` that continues, and decisions that are about one wording.
  private static func wantsOneDocument(_ id: MethodTree.ID, _ tree: MethodTree) -> Bool {
    switch tree.name(of: id) {
    case .fill: !tree.has(.into, of: id)
    case .decide: ["consent", "consensus"].contains(tree.value(.rule, of: id))
    default: false
    }
  }

  static let explanations = [
    Explanation(
      .unchosenDocument, title: "several documents taken for one",
      what: "People or groups have each written a document of their own, and a wider circle goes on writing in it or"
        + " decides on it as if there were one.",
      why: "Documents never merge by themselves: whose words would stand?",
      example: .unchosenDocument,
      remedy: "Go through them with <for-each>, choose one by <select>, or fill a new one that begins `from` them.")
  ]
}
