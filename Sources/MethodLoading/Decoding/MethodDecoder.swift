import MethodModel

/// A tree without mistakes to the method it describes.
///
/// Everything that can be wrong has been reported before, so nothing is here: what is missing takes its default.
///
/// A class, so that every closure in it holds one reference and not the whole tree.
final class MethodDecoder {
  let tree: MethodTree
  let placeIDs: PlaceIDs
  let used: UseTable
  /// The methods of the `use` elements that were decoded, under their names here.
  var embedded: [Method] = []
  /// The method's own language.
  let language: String
  let roleNames: Set<String>

  init(_ facts: MethodFacts) {
    let tree = facts.tree
    self.tree = tree
    placeIDs = facts.places
    used = facts.used
    language = tree.value(.language, of: .root) ?? "en"
    let roles = tree.child(.roles, of: .root).map { Array(tree.children(of: $0)) } ?? []
    roleNames = Set(roles.compactMap { tree.value(.id, of: $0) } + [Role.facilitator])
  }

  /// The method of the tree.
  func method() -> Method {
    let root = MethodTree.ID.root
    let agenda = tree.child(.agenda, of: root).map(flow) ?? []
    let method = Method(
      id: tree.value(.id, of: root) ?? "", version: tree.value(.version, of: root) ?? "", language: language,
      title: tree.text(.title, of: root, language), purpose: tree.text(.purpose, of: root, language),
      origins: tree.texts(.origin, of: root, language), fit: fit(), settings: section(.settings).map(setting),
      people: section(.people).map(field), roles: section(.roles).map(role),
      groupings: section(.groupings).map(grouping), scales: section(.scales).map(scale),
      lists: section(.lists).map(list), materials: materials(), delivers: section(.delivers).map(deliverable),
      agenda: agenda)
    return method.holding(embedded)
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
