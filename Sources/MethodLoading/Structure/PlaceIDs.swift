/// The id of every flow element: the author's, else one made of what it is.
///
/// Without an id, an element is called by its `as`, else by kind and ordinal among its siblings (`repeat-1`); where that
/// is taken already, the id of the place around it goes in front.
package struct PlaceIDs: Sendable {
  /// By position in the tree; empty for what is no place.
  private var ids: [String]
  /// The first element of each id.
  package private(set) var nodes: [String: MethodTree.ID] = [:]
  /// Elements whose written id stands in the method already, with the first of that id.
  package private(set) var doubles: [(second: MethodTree.ID, first: MethodTree.ID)] = []

  package init(tree: MethodTree) {
    ids = Array(repeating: "", count: tree.nodes.count)
    for id in tree.all where Language.body.contains(tree.name(of: id)) {
      guard let written = tree.value(.id, of: id) else { continue }
      ids[Int(id.index)] = written
      if let first = nodes[written] { doubles.append((id, first)) } else { nodes[written] = id }
    }
    let ordinals = Self.ordinals(in: tree)
    for id in tree.all where Language.body.contains(tree.name(of: id)) && ids[Int(id.index)].isEmpty {
      let made = made(for: id, ordinal: ordinals[Int(id.index)], in: tree)
      ids[Int(id.index)] = made
      nodes[made] = id
    }
  }

  /// The same ids for another numbering of the nodes; what is not in it is left out.
  func renumbered(_ new: [MethodTree.ID: MethodTree.ID]) -> PlaceIDs {
    var places = self
    places.ids = Array(repeating: "", count: new.count)
    for (old, node) in new { places.ids[Int(node.index)] = ids[Int(old.index)] }
    places.nodes = nodes.compactMapValues { new[$0] }
    return places
  }

  /// The id of a flow element; empty for anything else.
  package func id(of node: MethodTree.ID) -> String { ids[Int(node.index)] }

  /// For each node how many siblings of its kind stand before it, and itself.
  private static func ordinals(in tree: MethodTree) -> [Int32] {
    var ordinals = [Int32](repeating: 0, count: tree.nodes.count)
    var counts = [Int32](repeating: 0, count: ElementName.allCases.count)
    for parent in tree.all {
      for child in tree.children(of: parent) {
        let kind = Int(tree.name(of: child).rawValue)
        counts[kind] += 1
        ordinals[Int(child.index)] = counts[kind]
      }
      for child in tree.children(of: parent) { counts[Int(tree.name(of: child).rawValue)] = 0 }
    }
    return ordinals
  }

  private func made(for id: MethodTree.ID, ordinal: Int32, in tree: MethodTree) -> String {
    let plain = plainName(for: id, ordinal: ordinal, in: tree)
    if nodes[plain] == nil { return plain }
    let around = surrounding(id, in: tree)
    let longer = around.isEmpty ? plain : "\(around)-\(plain)"
    if nodes[longer] == nil { return longer }
    var number = 2
    while nodes["\(longer)-\(number)"] != nil { number += 1 }
    return "\(longer)-\(number)"
  }

  private func plainName(for id: MethodTree.ID, ordinal: Int32, in tree: MethodTree) -> String {
    let name = tree.name(of: id)
    if name != .end, let subject = tree.value(.as, of: id) { return subject }
    return "\(name.text)-\(ordinal)"
  }

  private func surrounding(_ id: MethodTree.ID, in tree: MethodTree) -> String {
    var parent = tree.parent(of: id)
    while let place = parent {
      if !ids[Int(place.index)].isEmpty { return ids[Int(place.index)] }
      parent = tree.parent(of: place)
    }
    return ""
  }
}
