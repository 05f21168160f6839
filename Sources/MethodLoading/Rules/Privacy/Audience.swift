import MethodModel

/// From when others than the author, or the group, have what an activity takes in.
enum Audience {
  /// Whether the whole room never has it: written alone or in groups for them only, without a reveal.
  static func isNeverForRoom(_ writer: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    let tree = facts.tree
    guard !tree.has(.reveal, of: writer), !tree.has(.capture, of: writer) else { return false }
    if let visible = tree.value(.visible, of: writer) { return visible == "author" || visible == "group" }
    guard let step = facts.nearest([.step], around: writer), let with = tree.value(.with, of: step) else {
      return false
    }
    return with == "alone"
  }

  /// Whether a step is one of the room as a whole.
  static func isRoom(_ step: MethodTree.ID, _ facts: MethodFacts) -> Bool {
    guard (facts.tree.value(.with, of: step) ?? "room") == "room", let around = facts.tree.parent(of: step) else {
      return false
    }
    guard let phase = facts.nearest([.phase], around: around) else { return true }
    return (facts.tree.value(.with, of: phase) ?? "room") == "room"
  }
}
