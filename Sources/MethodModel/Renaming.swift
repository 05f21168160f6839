/// Puts the names and places of a used method behind the id of its `use`.
///
/// Fields of entries, values of lists and fields of people keep their names: they belong to things, not to a scope.
package struct Renaming: Sendable {
  private let prefix: String
  private let kept: Set<String>
  private var fieldsOfPeople: Set<String> = []

  /// `shared`: roles that the caller has too, which are the same roles.
  package init(prefix: String, shared: Set<String>) {
    self.prefix = prefix
    kept = shared.union([Role.facilitator, Role.author, "people"])
  }

  func keeping(fieldsOfPeople: [String]) -> Renaming {
    var renaming = self
    renaming.fieldsOfPeople = Set(fieldsOfPeople)
    return renaming
  }

  /// Fields of people keep their names, roles beside them do not.
  func fieldsOrRoles(_ names: [String]) -> [String] { names.map { fieldsOfPeople.contains($0) ? $0 : name($0) } }

  package func name(_ name: String) -> String { kept.contains(name) ? name : "\(prefix).\(name)" }
  func name(_ name: String?) -> String? { name.map { self.name($0) } }
  func names(_ names: [String]) -> [String] { names.map { name($0) } }
  func place(_ place: String) -> String { "\(prefix).\(place)" }

  func source(_ source: SourceRef) -> SourceRef { SourceRef(name: name(source.name), part: source.part) }
  func source(_ source: SourceRef?) -> SourceRef? { source.map { self.source($0) } }
  func sources(_ sources: [SourceRef]) -> [SourceRef] { sources.map { source($0) } }

  func reference(_ reference: Reference) -> Reference {
    Reference(name: name(reference.name), field: reference.field)
  }

  func text(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(
      variants: text.variants.map { variant in
        guard variant.raw.utf8.contains(UInt8(ascii: "{")) else { return variant }
        let raw = TextPart.parts(of: variant.raw).map { part in
          switch part {
          case .literal(let text): text.replacing("{", with: "{{")
          case .reference(let reference): "{\(self.reference(reference))}"
          }
        }
        return LocalizedText.Variant(language: variant.language, raw: raw.joined())
      })
  }

  func texts(_ texts: [LocalizedText]) -> [LocalizedText] { texts.map { text($0) } }

  /// A title, or for want of one the name without its prefix.
  private func title(_ title: LocalizedText, else name: String) -> LocalizedText {
    title.isEmpty ? LocalizedText(name) : text(title)
  }
}

// MARK: - Definitions

extension Renaming {
  package func setting(_ setting: Setting) -> Setting {
    var renamed = setting
    renamed.id = name(setting.id)
    return renamed
  }

  package func role(_ role: Role) -> Role {
    var renamed = role
    renamed.id = name(role.id)
    renamed.from = source(role.from)
    renamed.except = names(role.except)
    renamed.title = title(role.title, else: role.id)
    renamed.texts = texts(role.texts)
    return renamed
  }

  package func grouping(_ grouping: Grouping) -> Grouping {
    var renamed = grouping
    renamed.id = name(grouping.id)
    renamed.title = title(grouping.title, else: grouping.id)
    switch grouping.basis {
    case .size: break
    case .merge(let base, let each): renamed.basis = .merge(of: name(base), each: each)
    case .split(let base, let size): renamed.basis = .split(of: name(base), size: size)
    case .things(let source, let size): renamed.basis = .things(of: self.source(source), size: size)
    }
    renamed.by = name(grouping.by)
    renamed.mix = fieldsOrRoles(grouping.mix)
    renamed.match = fieldsOrRoles(grouping.match)
    return renamed
  }

  package func scale(_ scale: Scale) -> Scale {
    var renamed = scale
    renamed.id = name(scale.id)
    renamed.title = title(scale.title, else: scale.id)
    renamed.points = scale.points.map(value)
    return renamed
  }

  package func list(_ list: ValueList) -> ValueList {
    var renamed = list
    renamed.id = name(list.id)
    renamed.title = title(list.title, else: list.id)
    renamed.values = list.values.map(value)
    return renamed
  }

  private func value(_ value: NamedValue) -> NamedValue {
    var renamed = value
    renamed.asks = texts(value.asks)
    return renamed
  }

  package func material(_ material: Material) -> Material {
    var renamed = material
    renamed.text = text(material.text)
    renamed.per = unit(material.per)
    return renamed
  }

  package func deliverable(_ deliverable: Deliverable) -> Deliverable {
    Deliverable(source: source(deliverable.source), title: title(deliverable.title, else: deliverable.source.name))
  }

  func field(_ field: Field) -> Field {
    var renamed = field
    renamed.ask = text(field.ask)
    if case .source(let source) = field.kind { renamed.kind = .source(self.source(source)) }
    return renamed
  }

  func unit(_ unit: Unit?) -> Unit? {
    if case .grouping(let set)? = unit { .grouping(name(set)) } else { unit }
  }
}
