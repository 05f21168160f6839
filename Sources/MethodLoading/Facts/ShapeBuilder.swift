import MethodModel

/// Finds the shape of every outcome once, each through what it was copied or chosen from.
struct ShapeBuilder {
  private let names: NameTable
  private let tree: MethodTree
  private let used: UseTable
  private var shapes: [Shape?]
  private var isInWork: [Bool]

  static func shapes(_ names: NameTable, _ tree: MethodTree, _ used: UseTable) -> [Shape] {
    var builder = ShapeBuilder(names, tree, used)
    return names.outcomes.indices.map { builder.shape(ofOutcome: $0) }
  }

  private init(_ names: NameTable, _ tree: MethodTree, _ used: UseTable) {
    self.names = names
    self.tree = tree
    self.used = used
    shapes = Array(repeating: nil, count: names.outcomes.count)
    isInWork = Array(repeating: false, count: names.outcomes.count)
  }

  /// The first writer's family, everybody's parts; what is made of itself stays open.
  private mutating func shape(ofOutcome index: Int) -> Shape {
    if let known = shapes[index] { return known }
    guard !isInWork[index] else { return .unknown }
    isInWork[index] = true
    let outcome = names.outcomes[index]
    var shape: Shape?
    for writer in outcome.writers {
      let written = written(by: writer)
      shape?.parts += written.parts
      if written.isOpen { shape?.isOpen = true }
      if shape == nil { shape = written }
    }
    for filler in outcome.fillers { shape?.parts += tree.fieldIDs(of: filler) }
    shapes[index] = shape ?? .unknown
    return shape ?? .unknown
  }

  /// What one activity makes.
  private mutating func written(by id: MethodTree.ID) -> Shape {
    switch tree.name(of: id) {
    case .vote:
      return Shape(family: .ballots(kind: tree.value(.kind, of: id) ?? "dots"), parts: ["answers", "reasons"])
    case .rate:
      let criteria = tree.source(.criteria, of: id)
      let named = criteria.flatMap { names.definitions[$0.name] }.flatMap { $0.kind == .list ? $0.node : nil }
      return Shape(
        family: .ratings(scale: tree.value(.scale, of: id) ?? ""),
        parts: ["answers", "reasons"]
          + (named.map { tree.children(of: $0).compactMap { tree.value(.id, of: $0) } } ?? []),
        isOpen: criteria != nil && named == nil)
    case .decide:
      return Shape(
        family: .decision(rule: tree.value(.rule, of: id) ?? ""),
        parts: ["objections", "concerns", "dissent", "winners"])
    case .place: return Shape(family: .placements, parts: placementParts(of: id), isOpen: tree.has(.zones, of: id))
    case .connect: return Shape(family: .graph, parts: ["nodes", "links", "leaves", "roots", "orphans"])
    case .take: return used.origin(of: id, in: tree).map { $0.facts.shapes[$0.outcome] } ?? .unknown
    default: break
    }
    let fields = tree.fieldIDs(of: id)
    let taken = tree.source(.from, of: id).map { shape(of: $0, at: id) }
    let copied = taken.map { $0.isMarks ? [] : $0.parts } ?? []
    let isOpen = taken?.isOpen ?? false
    switch tree.name(of: id) {
    case .collect: return Shape(family: .things, parts: ["text"] + fields + copied, isOpen: isOpen)
    case .cluster: return Shape(family: .clusters, parts: ["text", "members"] + fields)
    case .commit:
      return Shape(
        family: .things, parts: ["text", "owner", "due", "measure", "status"] + fields + copied, isOpen: isOpen)
    case .fill where tree.value(.shape, of: id) == "table":
      return Shape(family: .table, parts: ["rows"] + (fields.isEmpty ? ["text"] : fields) + copied, isOpen: isOpen)
    case .fill: return Shape(family: .documents, parts: (fields.isEmpty ? ["text"] : fields) + copied, isOpen: isOpen)
    case .select: return Shape(family: .selection, parts: copied, isOpen: isOpen)
    default: return .unknown
    }
  }

  /// Corners, the axes, and the zones that a list names.
  private func placementParts(of id: MethodTree.ID) -> [String] {
    let axes = tree.value(.axes, of: id).map { words(of: $0).map(\.word) } ?? []
    return ["answers", "reasons"] + (axes.isEmpty ? [] : Placing.corners + ["first", "second"])
      + (axes.count == 2 ? axes : [])
  }

  private mutating func shape(of source: SourceRef, at node: MethodTree.ID) -> Shape {
    guard source.part == nil else { return .unknown }
    if case .subject = names.meaning(of: source.name, at: node, in: tree) { return .unknown }
    if let outcome = names.outcome(behind: source.name, at: node, in: tree) { return shape(ofOutcome: outcome) }
    return Self.shape(ofOther: source.name, at: node, names, tree)
  }

  /// The shape of what is neither an outcome nor a thing in hand.
  static func shape(ofOther name: String, at node: MethodTree.ID, _ names: NameTable, _ tree: MethodTree) -> Shape {
    switch names.meaning(of: name, at: node, in: tree) {
    case .subject, .excused, .nothing: .unknown
    case .people, .facilitator: people(tree)
    case .defined(let definition): shape(of: definition, tree)
    }
  }

  private static func shape(of definition: NameTable.Definition, _ tree: MethodTree) -> Shape {
    switch definition.kind {
    case .list: return Shape(family: .list, parts: ["text"])
    case .grouping: return Shape(family: .groups, parts: [])
    case .role: return people(tree)
    case .setting:
      let type = tree.value(.type, of: definition.node) ?? "text"
      // What an earlier session has is known when it is chosen.
      if type == "earlier" { return .unknown }
      return Shape(family: type == "list" ? .values : .text, parts: ["text"])
    case .scale, .field, .outcome: return .unknown
    }
  }

  /// The circle's people, with the fields that the method asks of them.
  private static func people(_ tree: MethodTree) -> Shape {
    Shape(family: .people, parts: ["name"] + (tree.child(.people, of: .root).map { tree.fieldIDs(of: $0) } ?? []))
  }
}
