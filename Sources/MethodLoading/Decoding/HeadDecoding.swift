import MethodModel

extension MethodDecoder {
  func fit() -> Fit {
    guard let fit = tree.child(.fit, of: .root) else { return Fit() }
    return Fit(
      people: tree.value(.people, of: fit).flatMap { try? NumberForm.ranges($0) } ?? [],
      ideal: tree.whole(.ideal, of: fit),
      minutes: tree.value(.minutes, of: fit).flatMap { try? NumberForm.ranges($0) } ?? [], pillars: pillars(of: fit),
      useWhen: tree.texts(.useWhen, of: fit, language), avoidWhen: tree.texts(.avoidWhen, of: fit, language),
      mode: tree.mode(of: fit))
  }

  private func pillars(of fit: MethodTree.ID) -> [Pillar] {
    words(of: tree.value(.pillar, of: fit) ?? "").compactMap { Pillar(rawValue: $0.word) }
  }

  func setting(_ id: MethodTree.ID) -> Setting {
    Setting(
      id: tree.value(.id, of: id) ?? "", kind: tree.word(.type, of: id) ?? .text,
      required: tree.isYes(.required, of: id), defaultValue: tree.value(.default, of: id),
      ask: tree.text(.ask, of: id, language), values: values(of: id), expect: tree.expectation(of: id),
      outcome: tree.value(.outcome, of: id))
  }

  func field(_ id: MethodTree.ID) -> Field {
    Field(
      id: tree.value(.id, of: id) ?? "", kind: fieldKind(of: id), required: tree.isYes(.required, of: id),
      neverOwn: tree.value(.never, of: id) == "own", coversEachValue: tree.has(.cover, of: id),
      range: tree.range(.range, of: id), defaultValue: tree.value(.default, of: id),
      ask: tree.text(.ask, of: id, language), values: values(of: id))
  }

  private func fieldKind(of id: MethodTree.ID) -> Field.Kind {
    switch tree.value(.type, of: id) {
    case nil, "text": .text
    case "number": .number
    case "minutes": .minutes
    case "date": .date
    case "person": .person
    case "choice": .choice
    case "file": .file
    case .some(let source): .source(SourceRef(path: source))
    }
  }

  private func values(of id: MethodTree.ID) -> [NamedValue] {
    tree.children(of: id).compactMap { child in
      guard tree.name(of: child) == .value else { return nil }
      return NamedValue(
        id: tree.value(.id, of: child) ?? "", number: tree.number(ofValue: child),
        means: tree.word(.means, of: child), text: tree.text(.text, of: child, language),
        asks: tree.texts(.ask, of: child, language))
    }
  }

  func role(_ id: MethodTree.ID) -> Role {
    let filled: Role.Filled = tree.word(.filled, of: id) ?? .named
    return Role(
      id: tree.value(.id, of: id) ?? "",
      people: tree.range(.people, of: id) ?? CountRange(1, filled == .selected ? nil : 1), filled: filled,
      from: tree.source(.from, of: id), except: tree.names(.except, of: id), per: tree.word(.per, of: id) ?? .room,
      marks: tree.isYes(.marks, of: id, default: true),
      exclusive: tree.isYes(.exclusive, of: id), title: tree.text(.title, of: id, language),
      texts: tree.texts(.text, of: id, language))
  }

  func grouping(_ id: MethodTree.ID) -> Grouping {
    Grouping(
      id: tree.value(.id, of: id) ?? "", basis: basis(of: id), ideal: tree.whole(.ideal, of: id),
      remainder: tree.word(.remainder, of: id) ?? .join, mix: tree.names(.mix, of: id),
      match: tree.names(.match, of: id), avoidsEarlier: tree.value(.avoid, of: id) == "earlier",
      formed: tree.word(.formed, of: id) ?? .once, chosen: tree.word(.chosen, of: id) ?? .draw,
      yields: tree.word(.yields, of: id) ?? .items,
      by: tree.value(.by, of: id).flatMap { $0 == "everyone" ? nil : $0 }, title: tree.text(.title, of: id, language))
  }

  private func basis(of id: MethodTree.ID) -> Grouping.Basis {
    let size = tree.range(.size, of: id)
    if let merged = tree.value(.merge, of: id) { return .merge(of: merged, each: tree.whole(.each, of: id) ?? 2) }
    if let split = tree.value(.split, of: id) { return .split(of: split, size: size ?? CountRange(2, 2)) }
    if let things = tree.source(.per, of: id) { return .things(of: things, size: size) }
    return .size(size)
  }

  func scale(_ id: MethodTree.ID) -> Scale {
    Scale(
      id: tree.value(.id, of: id) ?? "", ordered: tree.isYes(.ordered, of: id, default: true),
      title: tree.text(.title, of: id, language), points: tree.range(.range, of: id).map(points) ?? values(of: id))
  }

  /// A range as the points of a scale, each named by its number.
  private func points(_ range: CountRange) -> [NamedValue] {
    guard let upper = range.upper else { return [] }
    return (range.lower...upper).map { NamedValue(id: "\($0)", number: Number($0)) }
  }

  func list(_ id: MethodTree.ID) -> ValueList {
    ValueList(id: tree.value(.id, of: id) ?? "", title: tree.text(.title, of: id, language), values: values(of: id))
  }

  func materials() -> [Material] {
    guard let section = tree.child(.materials, of: .root) else { return [] }
    return tree.children(of: section).compactMap { id in
      guard !tree[id].isTranslation else { return nil }
      return Material(
        text: tree.localized(id, language), per: tree.value(.per, of: id).map(unit),
        count: tree.whole(.count, of: id) ?? 1)
    }
  }

  func deliverable(_ id: MethodTree.ID) -> Deliverable {
    Deliverable(source: tree.source(.ref, of: id) ?? SourceRef(name: ""), title: tree.text(.title, of: id, language))
  }

  func unit(_ text: String) -> Unit {
    switch text {
    case "person": .person
    case "group": .group
    case "room": .room
    default: .grouping(text)
    }
  }
}
