import MethodModel

/// Numbers and lengths of time as the plan knows them: as written, else the default of what they are read from.
extension MethodFacts {
  func whole(_ name: AttributeName, of id: MethodTree.ID) -> Int? {
    switch tree.count(name, of: id) {
    case .fixed(let number)?: number
    case .setting(let reference)?: defaultValue(of: reference, at: id).flatMap { Int($0) }
    case nil: nil
    }
  }

  /// In seconds.
  func duration(_ name: AttributeName, of id: MethodTree.ID) -> Int? {
    tree.span(name, of: id).flatMap { seconds(of: $0, at: id) }
  }

  func seconds(of span: Span, at id: MethodTree.ID) -> Int? {
    switch span {
    case .seconds(let seconds): seconds
    case .reference(let reference):
      defaultValue(of: reference, at: id).flatMap { Number($0) }.map { Int($0.units * 60 / Number.unitsPerOne) }
    }
  }

  /// What a setting, or a field of an outcome, holds while nobody says anything else.
  func defaultValue(of reference: Reference, at id: MethodTree.ID) -> String? {
    if case .defined(let definition) = meaning(of: reference.name, at: id), definition.kind == .setting {
      return tree.value(.default, of: definition.node)
    }
    return fields(of: reference, at: id).lazy.compactMap { self.tree.value(.default, of: $0) }.first
  }

  /// The fields that a reference to an outcome or a thing in hand may mean.
  func fields(of reference: Reference, at id: MethodTree.ID) -> [MethodTree.ID] {
    guard let outcome = names.outcome(behind: reference.name, at: id, in: tree) else { return [] }
    let wanted = reference.field ?? "text"
    return (names.outcomes[outcome].writers + names.outcomes[outcome].fillers).flatMap { writer in
      tree.children(of: writer).filter { tree.name(of: $0) == .field && tree.value(.id, of: $0) == wanted }
    }
  }
}
