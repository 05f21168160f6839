import MethodModel

extension MethodDecoder {
  /// Another method in the place of its `use`, under names and places of its own.
  func use(_ id: MethodTree.ID) -> Use? {
    guard let facts = used.resolved[id]?.facts else { return nil }
    let whole = MethodDecoder(facts).method()
    let renaming = Renaming(
      prefix: placeIDs.id(of: id), shared: roleNames.intersection(whole.roles.map(\.id)))
    let method = whole.renamed(by: renaming)
    embedded.append(method)
    let produced = Set(facts.names.outcomes.map(\.name))
    return Use(
      method: method.id, version: method.version, title: method.title, purpose: method.purpose, fit: method.fit,
      only: tree.value(.only, of: id).map { words(of: $0).map(\.word) } ?? [], gives: gives(id, renaming),
      takes: takes(id, renaming), settings: method.settings,
      delivers: whole.delivers.filter { produced.contains($0.source.name) }.map(renaming.deliverable),
      time: tree.value(.time, of: id).flatMap { try? DurationForm.time($0) },
      shortest: tree.span(.shortest, of: id),
      cut: tree.word(.cut, of: id) ?? .shorten, body: method.agenda)
  }

  private func gives(_ use: MethodTree.ID, _ renaming: Renaming) -> [Use.Give] {
    tree.children(of: use).compactMap { child in
      guard tree.name(of: child) == .give, !tree[child].isTranslation, let setting = tree.value(.setting, of: child)
      else { return nil }
      let text = tree.hasText(child) ? tree.localized(child, language) : LocalizedText(variants: [])
      return Use.Give(setting: renaming.name(setting), text: text, outcome: tree.source(.outcome, of: child))
    }
  }

  private func takes(_ use: MethodTree.ID, _ renaming: Renaming) -> [Use.Taking] {
    tree.children(of: use).compactMap { child in
      guard tree.name(of: child) == .take, let outcome = tree.value(.outcome, of: child),
        let into = tree.value(.into, of: child)
      else { return nil }
      return Use.Taking(outcome: renaming.name(outcome), into: into)
    }
  }
}
