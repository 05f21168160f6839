import MethodModel

/// What a source holds, as far as it can be told before the session.
struct Shape {
  enum Family: Equatable {
    /// Items, rows, actions, objections: with ids and fields.
    case things
    case documents
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
  var isMarks: Bool {
    switch family {
    case .ballots, .ratings: true
    default: false
    }
  }
}

extension MethodFacts {
  /// What a source holds, seen from a node.
  func shape(of source: SourceRef, at node: MethodTree.ID, depth: Int = 0) -> Shape {
    let whole = shape(ofName: source.name, at: node, depth: depth)
    guard let part = source.part else { return whole }
    return shape(of: part, in: whole, source.name, at: node)
  }

  private func shape(ofName name: String, at node: MethodTree.ID, depth: Int) -> Shape {
    guard depth < 16 else { return .unknown }
    switch meaning(of: name, at: node) {
    case .subject(let element):
      guard let source = tree.sourceOfThings(of: element), let parent = tree.parent(of: element) else {
        return .unknown
      }
      return shape(of: source, at: parent, depth: depth + 1)
    case .people, .facilitator: return peopleShape
    case .excused, .nothing: return .unknown
    case .defined(let definition): return shape(of: definition, depth: depth)
    }
  }

  private func shape(of definition: NameTable.Definition, depth: Int) -> Shape {
    switch definition.kind {
    case .list: return Shape(family: .list, parts: ["text"])
    case .grouping: return Shape(family: .groups, parts: [])
    case .role: return peopleShape
    case .setting:
      let type = tree.value(.type, of: definition.node) ?? "text"
      return Shape(family: type == "list" ? .values : .text, parts: ["text"])
    case .scale, .field: return .unknown
    case .outcome: return shape(ofOutcome: definition.outcome, depth: depth)
    }
  }

  /// The circle's people, with the fields that the method asks of them.
  private var peopleShape: Shape {
    let fields = tree.child(.people, of: .root).map { fieldIDs(of: $0) } ?? []
    return Shape(family: .people, parts: ["name"] + fields)
  }

  /// What the writers of an outcome make of it: the first one's family, everybody's fields.
  func shape(ofOutcome index: Int, depth: Int = 0) -> Shape {
    let outcome = names.outcomes[index]
    guard let first = outcome.writers.first else { return .unknown }
    var shape = written(by: first, as: outcome.name, depth: depth)
    for writer in outcome.writers.dropFirst() {
      let other = written(by: writer, as: outcome.name, depth: depth)
      shape.parts += other.parts
      shape.isOpen = shape.isOpen || other.isOpen
    }
    for filler in outcome.fillers { shape.parts += fieldIDs(of: filler) }
    return shape
  }

  /// What one activity makes.
  func written(by id: MethodTree.ID, as name: String, depth: Int = 0) -> Shape {
    let fields = fieldIDs(of: id)
    let taken = tree.source(.from, of: id).map { shape(of: $0, at: id, depth: depth + 1) }
    let copied = taken.map { $0.isMarks ? [] : $0.parts } ?? []
    let isOpen = taken?.isOpen ?? false
    switch tree.name(of: id) {
    case .collect: return Shape(family: .things, parts: ["text"] + fields + copied, isOpen: isOpen)
    case .commit:
      return Shape(family: .things, parts: ["text", "owner", "due", "measure"] + fields + copied, isOpen: isOpen)
    case .fill: return Shape(family: .documents, parts: (fields.isEmpty ? ["text"] : fields) + copied, isOpen: isOpen)
    case .select: return Shape(family: .selection, parts: copied, isOpen: isOpen)
    case .vote:
      return Shape(family: .ballots(kind: tree.value(.kind, of: id) ?? "dots"), parts: ["answers", "reasons"])
    case .rate:
      return Shape(family: .ratings(scale: tree.value(.scale, of: id) ?? ""), parts: ["answers", "reasons"])
    case .decide:
      return Shape(
        family: .decision(rule: tree.value(.rule, of: id) ?? ""),
        parts: ["objections", "concerns", "dissent", "winners"])
    default: return .unknown
    }
  }

  private func shape(of part: String, in whole: Shape, _ name: String, at node: MethodTree.ID) -> Shape {
    switch whole.family {
    case .decision:
      guard part != "winners" else { return Shape(family: .things, parts: [], isOpen: true) }
      let filled = names.outcome(behind: name, at: node, in: tree).map { names.outcomes[$0].fillers } ?? []
      return Shape(family: .things, parts: ["text", "status", "by"] + filled.flatMap { fieldIDs(of: $0) })
    case .things, .documents, .selection, .people:
      return Shape(family: .field(type: fieldType(part, of: name, at: node, depth: 0)), parts: [])
    case .ratings, .ballots: return part == "answers" ? Shape(family: whole.family, parts: []) : .unknown
    default: return .unknown
    }
  }

  /// The type of a field, `text` when nobody says.
  private func fieldType(_ field: String, of name: String, at node: MethodTree.ID, depth: Int) -> String {
    guard depth < 16, let outcome = names.outcome(behind: name, at: node, in: tree) else { return "text" }
    for writer in names.outcomes[outcome].writers + names.outcomes[outcome].fillers {
      for child in tree.children(of: writer)
      where tree.name(of: child) == .field && tree.value(.id, of: child) == field {
        if let type = tree.value(.type, of: child) { return type }
      }
      if let source = tree.source(.from, of: writer), source.name != name,
        tree.name(of: writer) == .select || tree.name(of: writer) == .collect
      {
        let type = fieldType(field, of: source.name, at: writer, depth: depth + 1)
        if type != "text" { return type }
      }
    }
    return "text"
  }

  /// The fields that an element declares.
  func fieldIDs(of id: MethodTree.ID) -> [String] {
    tree.children(of: id).compactMap { tree.name(of: $0) == .field ? tree.value(.id, of: $0) : nil }
  }
}
