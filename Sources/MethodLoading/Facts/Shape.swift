import MethodModel

/// What a source holds, as far as it can be told before the session.
struct Shape {
  enum Family: Equatable {
    /// Items, rows, actions, objections: with ids and fields.
    case things
    case documents
    /// Its rows are things.
    case table
    /// Clusters, with the things in them under `/members`.
    case clusters
    /// Things joined by links, under their own parts.
    case graph
    /// Things on two axes or in zones.
    case placements
    case ballots(kind: String)
    /// On the scale of that name.
    case ratings(scale: String)
    case decision(rule: String)
    case selection
    /// Fixed values, a list setting, the groups of a set, people.
    case list, values, groups, people
    /// One field of things or documents; its type as an author writes it.
    case field(type: String)
    /// What a text setting holds.
    case text
    case unknown
  }

  var family: Family
  /// What may stand after the slash.
  var parts: [String]
  /// More parts may exist than are known.
  var isOpen = false

  static let unknown = Shape(family: .unknown, parts: [], isOpen: true)

  /// Whether it consists of marks.
  var isMarks: Bool { family.isMarks }
  /// Whether it is a field that holds a number.
  var isNumber: Bool { family == .field(type: "number") || family == .field(type: "minutes") }
}

extension Shape.Family {
  /// Whether it is of ballots or ratings.
  var isMarks: Bool {
    switch self {
    case .ballots, .ratings, .placements: true
    default: false
    }
  }
}

extension MethodFacts {
  /// What a source holds, seen from a node.
  func shape(of source: SourceRef, at node: MethodTree.ID, depth: Int = 0) -> Shape {
    let whole = shape(ofName: source.name, at: node, depth: depth)
    guard let part = source.part else { return whole }
    return shape(of: part, in: whole, source.name, at: node, depth)
  }

  private func shape(ofName name: String, at node: MethodTree.ID, depth: Int) -> Shape {
    if case .subject(let element) = meaning(of: name, at: node) {
      guard depth < 64, let source = tree.sourceOfThings(of: element), let parent = tree.parent(of: element) else {
        return .unknown
      }
      return shape(of: source, at: parent, depth: depth + 1)
    }
    if let outcome = names.outcome(behind: name, at: node, in: tree) { return shapes[outcome] }
    return ShapeBuilder.shape(ofOther: name, at: node, names, tree)
  }

  private func shape(
    of part: String, in whole: Shape, _ name: String, at node: MethodTree.ID, _ depth: Int
  ) -> Shape {
    switch whole.family {
    case .decision:
      guard part != "winners" else { return Shape(family: .things, parts: [], isOpen: true) }
      let filled = names.outcome(behind: name, at: node, in: tree).map { names.outcomes[$0].fillers } ?? []
      return Shape(family: .things, parts: ["text", "status", "by"] + filled.flatMap { tree.fieldIDs(of: $0) })
    case .things, .documents, .selection, .people:
      return Shape(family: .field(type: fieldType(part, of: name, at: node)), parts: [])
    case .table where part == "rows": return Shape(family: .things, parts: whole.parts)
    case .table: return Shape(family: .field(type: fieldType(part, of: name, at: node)), parts: [])
    case .clusters where part == "members": return shapeOfWhatIsPutUp(for: name, at: node, depth + 1)
    case .clusters: return Shape(family: .field(type: fieldType(part, of: name, at: node)), parts: [])
    case .graph where part == "links": return Shape(family: .things, parts: ["text"])
    case .graph: return shapeOfWhatIsPutUp(for: name, at: node, depth + 1)
    case .placements where ["first", "second"].contains(part) || isScale(part):
      return Shape(family: .field(type: "number"), parts: [])
    case .placements: return shapeOfWhatIsPutUp(for: name, at: node, depth + 1)
    // Of ratings by several criteria those by one.
    case .ratings: return part == "reasons" ? .unknown : Shape(family: whole.family, parts: [])
    case .ballots: return part == "answers" ? Shape(family: whole.family, parts: []) : .unknown
    default: return .unknown
    }
  }

  private func isScale(_ name: String) -> Bool { names.definitions[name]?.kind == .scale }

  /// The things that are sorted, joined or placed into an outcome.
  private func shapeOfWhatIsPutUp(for name: String, at node: MethodTree.ID, _ depth: Int) -> Shape {
    guard depth < 64, let outcome = names.outcome(behind: name, at: node, in: tree),
      let writer = names.outcomes[outcome].writers.first(where: { tree.has(.of, of: $0) }),
      let source = tree.source(.of, of: writer)
    else { return .unknown }
    let shape = shape(of: source, at: writer, depth: depth)
    return shape.isMarks ? .unknown : Shape(family: .things, parts: shape.parts, isOpen: shape.isOpen)
  }

  /// The type of a field, found through what was copied or chosen from; `text` when nobody says.
  private func fieldType(_ field: String, of name: String, at node: MethodTree.ID) -> String {
    var seen: Set<Int> = []
    var waiting = [names.outcome(behind: name, at: node, in: tree)]
    while let next = waiting.popLast() {
      guard let outcome = next, seen.insert(outcome).inserted else { continue }
      for writer in names.outcomes[outcome].writers + names.outcomes[outcome].fillers {
        if let type = declaredType(of: field, by: writer) { return type }
        if let (facts, origin) = used.origin(of: writer, in: tree) {
          return facts.fieldType(field, of: facts.names.outcomes[origin].name, at: .root)
        }
        guard let source = tree.source(.from, of: writer) else { continue }
        waiting.append(names.outcome(behind: source.name, at: writer, in: tree))
      }
    }
    return "text"
  }

  private func declaredType(of field: String, by writer: MethodTree.ID) -> String? {
    for child in tree.children(of: writer)
    where tree.name(of: child) == .field && tree.value(.id, of: child) == field {
      if let type = tree.value(.type, of: child) { return type }
    }
    return nil
  }
}

extension MethodTree {
  /// The fields that an element declares.
  func fieldIDs(of id: ID) -> [String] {
    guard child(.field, of: id) != nil else { return [] }
    return children(of: id).compactMap { name(of: $0) == .field ? value(.id, of: $0) : nil }
  }
}
