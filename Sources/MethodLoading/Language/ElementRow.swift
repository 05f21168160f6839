/// One element of the language: its attributes, its children in order, and what it is for.
///
/// A class, because the loader asks for a row at every element and a reference is handed over for next to nothing.
package final class ElementRow: Sendable {
  package let name: ElementName
  package let attributes: [AttributeRow]
  package let content: Content
  /// The attributes that must be written.
  let required: AttributeSet
  /// Finds a row of `attributes` without a search: position + 1 by raw value of the name, 0 for none.
  private let positions: [UInt8]

  init(_ name: ElementName, _ attributes: [AttributeRow] = [], _ content: Content = .nothing) {
    self.name = name
    self.attributes = attributes
    self.content = content
    required = AttributeSet(attributes.filter(\.isRequired).map(\.name))
    var positions = [UInt8](repeating: 0, count: AttributeName.allCases.count)
    for (index, row) in attributes.enumerated() { positions[Int(row.name.rawValue)] = UInt8(index + 1) }
    self.positions = positions
  }

  /// The row of an attribute, `nil` when this element has none of that name.
  package func attribute(_ name: AttributeName) -> AttributeRow? {
    let position = positions[Int(name.rawValue)]
    return position == 0 ? nil : attributes[Int(position) - 1]
  }

  /// What stands between the tags.
  package enum Content: Sendable {
    case nothing
    /// Characters, with names in braces.
    case characters
    /// Characters, and before, between or behind them elements, slot by slot in this order.
    case mixed([Slot])
    /// Elements, slot by slot in this order.
    case elements([Slot])
  }

  /// The elements that may stand in it, in order.
  package var slots: [Slot] {
    switch content {
    case .nothing, .characters: []
    case .elements(let slots), .mixed(let slots): slots
    }
  }

  /// Some elements at one place in the order of a parent.
  package struct Slot: Sendable {
    package let elements: ElementSet
    package let occurs: Occurs
    /// One text in several languages rather than several texts.
    package let isOneText: Bool

    package init(_ elements: ElementSet, _ occurs: Occurs, isOneText: Bool = false) {
      self.elements = elements
      self.occurs = occurs
      self.isOneText = isOneText
    }
  }

  /// How often.
  package enum Occurs: Sendable {
    case once, optional, any, some, atLeastTwo

    package var minimum: Int {
      switch self {
      case .once, .some: 1
      case .optional, .any: 0
      case .atLeastTwo: 2
      }
    }

    package var repeats: Bool {
      switch self {
      case .once, .optional: false
      case .any, .some, .atLeastTwo: true
      }
    }
  }
}

/// One attribute of an element.
package final class AttributeRow: Sendable {
  package let name: AttributeName
  package let type: AttributeType
  package let isRequired: Bool
  /// What holds when it is not written, as an author would write it; `nil`: nothing, or said in the reference.
  package let defaultValue: String?

  init(
    _ name: AttributeName, _ type: AttributeType, required: Bool = false, default defaultValue: String? = nil
  ) {
    self.name = name
    self.type = type
    isRequired = required
    self.defaultValue = defaultValue
  }
}

extension ElementRow.Slot {
  /// Exactly one text, with its translations.
  static func text(_ name: ElementName) -> Self { Self([name], .some, isOneText: true) }
  /// One text with its translations, or none.
  static func optionalText(_ name: ElementName) -> Self { Self([name], .any, isOneText: true) }
  static func once(_ names: ElementName...) -> Self { Self(ElementSet(names), .once) }
  static func optional(_ names: ElementName...) -> Self { Self(ElementSet(names), .optional) }
  static func any(_ names: ElementName...) -> Self { Self(ElementSet(names), .any) }
  static func some(_ names: ElementName...) -> Self { Self(ElementSet(names), .some) }
}
