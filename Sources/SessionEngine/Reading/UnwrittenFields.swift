internal import MethodModel

extension SessionEngine {
  /// Fields in which nobody writes words of their own anywhere in this method: choices, numbers, days, people, things.
  package var unwrittenFields: Set<String> {
    var (written, unwritten): (Set<String>, Set<String>) = ([], [])
    for case .step(let step) in index.allElements.map(\.kind) {
      for field in step.activities.flatMap(\.fields) {
        if field.kind == .text || field.kind == .file { written.insert(field.id) } else { unwritten.insert(field.id) }
      }
    }
    // What an objection comes to is a choice also where a method leaves out which.
    return unwritten.subtracting(written).union(["owner", "due", "status"])
  }
}
