import MethodModel

extension SessionEngine {
  /// The values of a setting, as they stand where it is read; `nil` when it has none.
  ///
  /// Before a used method is entered its settings read as they would be given now, so that a plan can be made.
  package func values(ofSetting name: String, _ state: SessionState, _ scope: Scope) -> [String]? {
    if let given = scope.given.settings[name] { return given }
    if let values = state.start?.settings[name] { return values }
    guard let use = index.useOfSetting[name], let setting = method.setting(name) else { return nil }
    return given(setting, to: use, at: .agenda, state, scope)?.values
  }

  /// The things of a list setting where it is read.
  func things(ofSetting name: String, _ state: SessionState, _ scope: Scope) -> [ThingRef] {
    if let given = scope.given.things[name] { return given }
    if let earlier = earlier(name, state) { return earlier.things.map { .value($0.id, of: name) } }
    if let values = state.start?.settings[name] { return values.indices.map { .value("\($0 + 1)", of: name) } }
    guard let use = index.useOfSetting[name], let setting = method.setting(name) else { return [] }
    return given(setting, to: use, at: .agenda, state, scope)?.things ?? []
  }

  /// Everything that a used method is given at the moment it is entered, in the words of that moment.
  func given(to use: Use, at path: InstancePath, _ state: SessionState, _ scope: Scope) -> GivenSettings {
    var given = GivenSettings()
    for setting in use.settings {
      guard let value = self.given(setting, to: use, at: path, state, scope) else { continue }
      given.settings[setting.id] = value.values
      if setting.kind == .list { given.things[setting.id] = value.things }
    }
    return given
  }

  /// What a setting is given, else its default; what is not of its kind counts as not given.
  private func given(
    _ setting: Setting, to use: Use, at path: InstancePath, _ state: SessionState, _ scope: Scope
  ) -> (values: [String], things: [ThingRef])? {
    let gives = use.gives.filter { $0.setting == setting.id }
    if let outcome = gives.lazy.compactMap(\.outcome).first {
      let things = things(outcome, state, scope)
      return (things.map { label(of: $0, state) }, things)
    }
    let words = gives.map { render($0.text, state, scope).trimmed }.filter { !$0.isEmpty }
    if !words.isEmpty, let values = try? setting.checked(words) { return literal(values, setting, path) }
    if let value = setting.defaultValue { return literal([value], setting, path) }
    guard setting.kind == .list, !setting.values.isEmpty else { return nil }
    let spoken = setting.values.map { $0.text.isEmpty ? $0.id : $0.text.raw(in: language(state)) }
    return literal(spoken, setting, path)
  }

  private func literal(
    _ values: [String], _ setting: Setting, _ path: InstancePath
  ) -> (values: [String], things: [ThingRef]) {
    (values, values.indices.map { .given($0 + 1, to: setting.id, at: path) })
  }
}
