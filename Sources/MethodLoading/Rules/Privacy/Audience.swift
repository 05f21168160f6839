import MethodModel

/// From when others than the author, or the group, have what an activity takes in.
enum Audience {
  /// Whether the whole room never has it: written alone or in groups for them only, without a reveal.
  static func isNeverForRoom(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    isForAuthorsOnly(writer, facts) || isForGroupsOnly(writer, facts)
  }

  /// Entries of groups, which nothing shows to others; figures of marks are another matter.
  static func isForGroupsOnly(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    guard [.collect, .fill, .commit].contains(tree.name(of: writer)), !tree.has(.reveal, of: writer),
      !tree.has(.visible, of: writer), !tree.has(.capture, of: writer), !tree.has(.per, of: writer),
      let around = tree.parent(of: writer), facts.nearest([.rotate, .forEach], around: around) == nil
    else { return false }
    return isGroup(around, facts)
  }

  /// Whether nobody but its author, or their group where that is written, ever has it.
  static func isForAuthorsOnly(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    guard !tree.has(.reveal, of: writer), !tree.has(.capture, of: writer) else { return false }
    if let visible = tree.value(.visible, of: writer) { return visible == "author" || visible == "group" }
    guard let step = facts.nearest([.step], around: writer), let with = tree.value(.with, of: step) else {
      return false
    }
    return with == "alone"
  }

  /// Whether nobody but its author ever has it, not even their group.
  static func isForAuthorAlone(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    isForAuthorsOnly(writer, facts) && facts.tree.value(.visible, of: writer) != "group"
  }

  /// Whether a step is one of groups, each of them together.
  static func isGroup(_ step: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    parted(step, facts).map { facts.names.definitions[$0]?.kind == .grouping } ?? false
  }

  /// The grouping whose groups are together around a node, its own step's or that of a phase.
  static func groups(around node: MethodTree.ID, _ facts: MethodFacts) -> String? {
    var next: MethodTree.ID? = node
    while let id = next {
      if let with = facts.tree.value(.with, of: id), facts.names.definitions[with]?.kind == .grouping { return with }
      next = facts.tree.parent(of: id)
    }
    return nil
  }

  /// Whether a step is one of the room as a whole.
  static func isRoom(_ step: MethodTree.ID, _ facts: MethodFacts) -> Bool { parted(step, facts) == nil }

  /// In what a step is held, its own parts or those of the nearest phase that has some; `nil`: everybody together.
  private static func parted(_ step: MethodTree.ID, _ facts: MethodFacts) -> String? {
    var next: MethodTree.ID? = step
    while let id = next {
      if let with = facts.tree.value(.with, of: id), with != "room" { return with }
      next = facts.tree.parent(of: id)
    }
    return nil
  }
}
