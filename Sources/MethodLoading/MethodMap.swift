package import Diagnostics
import XMLReading

/// Where in a method's file its places, names and ends are made, for those who point into it.
package struct MethodMap: Sendable {
  /// The start tag of each flow element, by place.
  package private(set) var places: [String: SourceRange] = [:]
  /// The start tag of what first makes each name: an outcome, a grouping, a role, a scale, a list, a setting, an `as`.
  package private(set) var names: [String: SourceRange] = [:]
  /// The start tag of each named end.
  package private(set) var ends: [String: SourceRange] = [:]

  /// Reads a method once more; a file that is none makes an empty map.
  package init(_ source: SourceText) {
    guard let root = XMLDocument.parse(source).root else { return }
    let tree = StructureCheck.check(root).tree
    guard !tree.nodes.isEmpty else { return }
    for (place, node) in PlaceIDs(tree: tree).nodes { places[place] = tree[node].tag }
    for node in tree.all {
      let isEnd = tree.name(of: node) == .end
      for name in Self.namingAttributes {
        guard let value = tree.value(name, of: node) else { continue }
        if isEnd { ends[value] = ends[value] ?? tree[node].tag } else { note(value, node, tree) }
      }
    }
  }

  private static let namingAttributes: [AttributeName] = [.id, .into, .as, .rest]

  private mutating func note(_ name: String, _ node: MethodTree.ID, _ tree: MethodTree) {
    if names[name] == nil { names[name] = tree[node].tag }
  }
}
