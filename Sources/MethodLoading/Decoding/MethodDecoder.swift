package import MethodModel

/// A tree without mistakes to the method it describes.
///
/// Everything that can be wrong has been reported before, so nothing is here: what is missing takes its default.
///
/// A class, so that every closure in it holds one reference and not the whole tree.
package final class MethodDecoder {
  let tree: MethodTree
  let placeIDs: PlaceIDs
  /// The method's own language.
  let language: String
  private let roleNames: Set<String>

  package init(tree: MethodTree, placeIDs: PlaceIDs) {
    self.tree = tree
    self.placeIDs = placeIDs
    language = tree.value(.language, of: .root) ?? "en"
    let roles = tree.child(.roles, of: .root).map { Array(tree.children(of: $0)) } ?? []
    roleNames = Set(roles.compactMap { tree.value(.id, of: $0) } + [Role.facilitator])
  }

  /// The method of the tree.
  package func method() -> Method {
    let root = MethodTree.ID.root
    return Method(
      id: tree.value(.id, of: root) ?? "", version: tree.value(.version, of: root) ?? "", language: language,
      title: tree.text(.title, of: root, language), purpose: tree.text(.purpose, of: root, language),
      origins: tree.texts(.origin, of: root, language), fit: fit(), settings: section(.settings).map(setting),
      people: section(.people).map(field), roles: section(.roles).map(role),
      groupings: section(.groupings).map(grouping), scales: section(.scales).map(scale),
      lists: section(.lists).map(list), materials: materials(), delivers: section(.delivers).map(deliverable),
      agenda: tree.child(.agenda, of: root).map(flow) ?? [])
  }

  private func section(_ name: ElementName) -> [MethodTree.ID] {
    tree.child(name, of: .root).map { Array(tree.children(of: $0)) } ?? []
  }

  /// A name in `with`: a role if there is one of that name, else a set of groups.
  func participation(of id: MethodTree.ID) -> Participation? {
    switch tree.value(.with, of: id) {
    case nil: nil
    case "room": .room
    case "alone": .alone
    case .some(let name): roleNames.contains(name) ? .role(name) : .groups(name)
    }
  }
}
