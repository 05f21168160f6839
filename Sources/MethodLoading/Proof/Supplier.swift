import Diagnostics
import MethodModel

extension ElementSet {
  /// What takes time and holds no other elements of the agenda.
  static let leaves: ElementSet = [.step, .break, .checkpoint, .use]
}

/// An outcome from which a role is filled, or for whose things groups are formed, where these are named.
struct Supplier {
  let outcome: Int
  /// The role or the groups.
  let name: String
  let range: SourceRange

  /// By the element that names them.
  static func all(in tree: MethodTree, _ names: NameTable) -> [MethodTree.ID: [Supplier]] {
    let sources = sources(in: tree, names)
    guard !sources.isEmpty else { return [:] }
    var all: [MethodTree.ID: [Supplier]] = [:]
    for id in tree.all {
      for name in [AttributeName.with, .by, .role, .move, .along, .through, .stay] {
        guard Language.row(tree.name(of: id)).attribute(name) != nil, let attribute = tree.attribute(name, of: id),
          attribute.isSound
        else { continue }
        for (word, offset) in words(of: attribute.value) {
          guard let outcome = sources[word] else { continue }
          let range = tree.range(of: offset..<offset + word.utf8.count, in: attribute)
          all[id, default: []].append(Supplier(outcome: outcome, name: word, range: range))
        }
      }
    }
    return all
  }

  private static func sources(in tree: MethodTree, _ names: NameTable) -> [String: Int] {
    var sources: [String: Int] = [:]
    for (name, definition) in names.definitions {
      let source: SourceRef? =
        switch definition.kind {
        case .role where tree.value(.filled, of: definition.node) == "selected":
          tree.source(.from, of: definition.node)
        case .grouping: tree.source(.per, of: definition.node)
        default: nil
        }
      guard let source, let made = names.definitions[source.name], made.outcome >= 0 else { continue }
      sources[name] = made.outcome
    }
    return sources
  }
}
