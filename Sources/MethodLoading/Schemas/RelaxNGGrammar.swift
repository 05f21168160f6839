/// A pattern of RELAX NG, which is written in the compact and in the XML form.
indirect enum RelaxNGPattern: Sendable {
  case text
  /// A definition.
  case reference(String)
  /// One of several words; a list: any number of them.
  case words([String], isList: Bool)
  /// A string that fits all of these regular expressions.
  case data([String])
  case element(String, [RelaxNGPattern])
  case attribute(String, RelaxNGPattern, documentation: String)
  case sequence([RelaxNGPattern])
  case choice([RelaxNGPattern])
  case interleave([RelaxNGPattern])
  case repeated(RelaxNGPattern, Times)
  /// Any element or attribute that does not belong to these namespaces, with anything in it.
  case foreignElement, foreignAttribute

  enum Times { case optional, any, some }
}

/// The language as a grammar of RELAX NG: definitions by name, in the order of the language.
enum RelaxNGGrammar {
  struct Definition: Sendable {
    let name: String
    let documentation: String
    let pattern: RelaxNGPattern
  }

  static let definitions: [Definition] = Language.rows.map(element) + Schemas.forms.map(value)

  private static func element(_ row: ElementRow) -> Definition {
    let attributes = row.attributes.map { attribute in
      let pattern = RelaxNGPattern.attribute(
        attribute.name.text, values(of: attribute.type.form), documentation: Schemas.sentence(attribute, on: row))
      return attribute.isRequired ? pattern : .repeated(pattern, .optional)
    }
    let parts = attributes + [.repeated(.foreignAttribute, .any), content(of: row)]
    return Definition(
      name: "element.\(row.name.text)", documentation: Schemas.sentence(row), pattern: .element(row.name.text, parts))
  }

  private static func content(of row: ElementRow) -> RelaxNGPattern {
    let foreign = RelaxNGPattern.repeated(.foreignElement, .any)
    switch row.content {
    case .nothing: return foreign
    case .characters: return .interleave([.text, foreign])
    case .mixed(let slots): return .interleave([.text, foreign, .sequence(slots.map(slot))])
    case .elements(let slots): return .interleave([foreign, .sequence(slots.map(slot))])
    }
  }

  private static func slot(_ slot: ElementRow.Slot) -> RelaxNGPattern {
    let members = slot.elements.members.map { RelaxNGPattern.reference("element.\($0.text)") }
    let one = members.count == 1 ? members[0] : .choice(members)
    switch slot.occurs {
    case .once: return one
    case .optional: return .repeated(one, .optional)
    case .any: return .repeated(one, .any)
    case .some: return .repeated(one, .some)
    case .atLeastTwo: return .sequence([one, .repeated(one, .some)])
    }
  }

  private static func values(of form: ValueForm) -> RelaxNGPattern {
    form.name.isEmpty ? .words(form.words, isList: form.isList) : .reference("value.\(form.name)")
  }

  private static func value(_ form: ValueForm) -> Definition {
    var members = form.patterns.map { RelaxNGPattern.data($0) }
    if !form.words.isEmpty { members.insert(.words(form.words, isList: false), at: 0) }
    return Definition(
      name: "value.\(form.name)", documentation: form.sentence,
      pattern: members.count == 1 ? members[0] : .choice(members))
  }
}
