import Diagnostics
import MethodModel

/// What the rules know of a method, found in one walk: its names, places, and who reads what.
struct MethodFacts {
  let tree: MethodTree
  let places: PlaceIDs
  let names: NameTable
  let uses: NameUses
  /// What each outcome holds, by its position in the name table.
  let shapes: [Shape]
  /// What every way through the method produces and reaches.
  let production: Production
  /// The methods that it uses.
  let used: UseTable

  init(tree: MethodTree, places: PlaceIDs, used: UseTable = UseTable()) {
    self.tree = tree
    self.places = places
    self.used = used
    names = NameTable(tree)
    uses = NameUses(tree, names)
    shapes = ShapeBuilder.shapes(names, tree, used)
    production = Production(tree: tree, places: places, names: names, uses: uses)
  }

  func meaning(of name: String, at node: MethodTree.ID) -> NameTable.Meaning {
    names.meaning(of: name, at: node, in: tree)
  }

  /// The nearest element of those names around a node, the node itself first.
  func nearest(_ kinds: ElementSet, around node: MethodTree.ID) -> MethodTree.ID? {
    var next: MethodTree.ID? = node
    while let id = next {
      if kinds.contains(tree.name(of: id)) { return id }
      next = tree.parent(of: id)
    }
    return nil
  }

  /// Whether a node is another or lies in it.
  func isInside(_ node: MethodTree.ID, _ container: MethodTree.ID) -> Bool {
    var next: MethodTree.ID? = node
    while let id = next, id.index >= container.index {
      if id == container { return true }
      next = tree.parent(of: id)
    }
    return false
  }

  /// The position after the last node inside a node.
  func end(of node: MethodTree.ID) -> Int32 { tree.end(of: node) }

  /// Whether a text, a value or a source reads a setting.
  func reads(setting name: String) -> Bool {
    tree.textReferences.contains { $0.reference.name == name } || uses.all.contains { $0.source.name == name }
      || tree.all.contains { node in
        tree.attributes(of: node).contains { $0.value.contains("{\(name)}") || $0.value.contains("{\(name)/") }
      }
  }

  /// The numbers of participants the method is made for; those of an open end go on to a number beyond every effect.
  var participants: [ClosedRange<Int>] {
    guard let fit = tree.child(.fit, of: .root), let text = tree.value(.people, of: fit) else { return [] }
    let ranges = (try? NumberForm.ranges(text)) ?? []
    return ranges.map { $0.lower...max($0.lower, min($0.upper ?? $0.lower + Self.openEnd, Self.mostPeople)) }
  }

  private static let openEnd = 200
  private static let mostPeople = 2_000
}

extension MethodTree {
  /// The position after the last node inside a node.
  func end(of node: ID) -> Int32 {
    var id = node
    while true {
      let next = self[id].next
      if next >= 0 { return next }
      guard let parent = parent(of: id) else { return Int32(nodes.count) }
      id = parent
    }
  }
}
