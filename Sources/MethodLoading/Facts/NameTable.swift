import Diagnostics
import MethodModel

/// The names of a method: what each stands for, and where it was made.
struct NameTable {
  enum Kind: String {
    case setting, field, role, grouping, scale, list, outcome

    /// With its article, for sentences.
    var noun: String {
      switch self {
      case .outcome: "an outcome"
      case .field: "a field of people"
      default: "a \(rawValue)"
      }
    }
  }

  struct Definition {
    let kind: Kind
    let node: MethodTree.ID
    /// Where the name is written.
    let range: SourceRange
    /// Position in `outcomes`; -1 for other kinds.
    let outcome: Int
  }

  /// An outcome and the activities that write it.
  struct Outcome {
    let name: String
    /// Activities with `into`, `take`s, and for the rest of a selection that selection.
    var writers: [MethodTree.ID]
    /// Activities that fill more fields of its things or documents.
    var fillers: [MethodTree.ID] = []
  }

  /// What a name means at a place.
  enum Meaning {
    case defined(Definition)
    /// The thing in hand of that element.
    case subject(MethodTree.ID)
    /// Everybody in the circle.
    case people
    case facilitator
    /// Its maker was left out because of another mistake.
    case excused
    case nothing
  }

  private(set) var definitions: [String: Definition] = [:]
  private(set) var outcomes: [Outcome] = []
  /// Names made twice: the second, and the first.
  private(set) var doubles: [(second: MethodTree.Attribute, first: Definition)] = []
  private(set) var subjects: [(attribute: MethodTree.Attribute, node: MethodTree.ID)] = []
  private var subjectNames: Set<String> = []

  init(_ tree: MethodTree) {
    for id in tree.all { collect(id, in: tree) }
    for id in tree.all where tree.name(of: id) == .fill {
      guard tree.value(.into, of: id) == nil, let target = tree.source(.of, of: id) else { continue }
      if let outcome = outcome(behind: target.name, at: id, in: tree) { outcomes[outcome].fillers.append(id) }
    }
  }

  private mutating func collect(_ id: MethodTree.ID, in tree: MethodTree) {
    switch tree.name(of: id) {
    case .setting: define(.id, as: .setting, id, in: tree)
    case .role: define(.id, as: .role, id, in: tree)
    case .groups: define(.id, as: .grouping, id, in: tree)
    case .scale: define(.id, as: .scale, id, in: tree)
    case .list: define(.id, as: .list, id, in: tree)
    case .field:
      if tree.parent(of: id).map({ tree.name(of: $0) == .people }) ?? false { define(.id, as: .field, id, in: tree) }
    default:
      define(.into, as: .outcome, id, in: tree)
      define(.rest, as: .outcome, id, in: tree)
      guard tree.name(of: id) != .end, let attribute = tree.attribute(.as, of: id), attribute.isSound else { return }
      subjects.append((attribute, id))
      subjectNames.insert(attribute.value)
    }
  }

  private mutating func define(_ name: AttributeName, as kind: Kind, _ id: MethodTree.ID, in tree: MethodTree) {
    guard let attribute = tree.attribute(name, of: id), attribute.isSound else { return }
    if let first = definitions[attribute.value] {
      if first.kind == .outcome, kind == .outcome {
        outcomes[first.outcome].writers.append(id)
      } else {
        doubles.append((attribute, first))
      }
      return
    }
    let outcome = kind == .outcome ? outcomes.count : -1
    if kind == .outcome { outcomes.append(Outcome(name: attribute.value, writers: [id])) }
    definitions[attribute.value] = Definition(kind: kind, node: id, range: attribute.valueRange, outcome: outcome)
  }

  /// What a name means at a node.
  func meaning(of name: String, at node: MethodTree.ID, in tree: MethodTree) -> Meaning {
    if !subjectNames.isEmpty, subjectNames.contains(name), let subject = subject(name, at: node, in: tree) {
      return .subject(subject)
    }
    if let definition = definitions[name] { return .defined(definition) }
    if name == "people" { return .people }
    if name == Role.facilitator { return .facilitator }
    return tree.excused.contains(name) || tree.namesAreDoubtful ? .excused : .nothing
  }

  private func subject(_ name: String, at node: MethodTree.ID, in tree: MethodTree) -> MethodTree.ID? {
    var next: MethodTree.ID? = node
    while let id = next {
      if tree.name(of: id) != .end, tree.value(.as, of: id) == name { return id }
      next = tree.parent(of: id)
    }
    return nil
  }

  /// The outcome that a name means, through the things in hand if need be.
  func outcome(behind name: String, at node: MethodTree.ID, in tree: MethodTree) -> Int? {
    var name = name
    var node = node
    for _ in 0..<64 {
      switch meaning(of: name, at: node, in: tree) {
      case .defined(let definition): return definition.outcome < 0 ? nil : definition.outcome
      case .subject(let element):
        guard let source = tree.sourceOfThings(of: element), let parent = tree.parent(of: element) else { return nil }
        name = source.name
        node = parent
      default: return nil
      }
    }
    return nil
  }

  /// Names of some kinds, and the subjects around a node, for suggestions.
  func names(of kinds: [Kind], at node: MethodTree.ID? = nil, in tree: MethodTree) -> [String] {
    var names = definitions.filter { kinds.contains($0.value.kind) }.map(\.key).sorted()
    var next = node
    while let id = next {
      if tree.name(of: id) != .end, let subject = tree.value(.as, of: id) { names.append(subject) }
      next = tree.parent(of: id)
    }
    return names
  }
}

extension MethodTree {
  /// In a rotation: the places, but what goes round where that goes through hands.
  private func rotatedThings(_ id: ID) -> SourceRef? {
    guard let through = source(.through, of: id), let move = source(.move, of: id) else { return nil }
    let isOfPeople = { (source: SourceRef) in
      source.name == "people" || self.groupingOrRole(source.name)
    }
    return isOfPeople(through) && !isOfPeople(move) ? move : through
  }

  /// Whether a name is a set of groups or a role, by what the head defines.
  private func groupingOrRole(_ name: String) -> Bool {
    [ElementName.groupings, .roles].contains { section in
      child(section, of: .root).map { children(of: $0).contains { value(.id, of: $0) == name } } ?? false
    }
  }

  /// What an element with `as` goes through.
  func sourceOfThings(of id: ID) -> SourceRef? {
    switch name(of: id) {
    case .select: source(.from, of: id)
    case .rotate: rotatedThings(id)
    default: source(.itemOf, of: id)
    }
  }
}
