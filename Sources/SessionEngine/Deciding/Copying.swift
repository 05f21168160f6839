import MethodModel

extension Decision {
  /// What a copy takes along besides its words: what both ask for under the same name and in the same form.
  func carried(from source: ThingRef, by unit: OwningUnit, _ activity: Activity) -> [String: String] {
    let theirs = state.entry(source).flatMap { engine.activity(of: $0.run, state)?.fields }
    var carried: [String: String] = [:]
    for field in activity.fields {
      // An earlier session may have asked for something else under that name: what fits is taken.
      let isSame = theirs.map { $0.contains { $0.id == field.id && $0.kind == field.kind } } ?? true
      let text = engine.field(field.id, of: source, state)
      guard isSame, !text.isEmpty else { continue }
      carried[field.id] = try? checked(text, field, by: unit)
    }
    return carried
  }
}
