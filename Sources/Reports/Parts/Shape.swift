internal import Mustache

/// A piece of a report that templates can name: a decision, a step, the report as a whole.
protocol Part: MustacheParent, Sendable {
  static var shape: Shape<Self> { get }
}

extension Part {
  /// A known name that has nothing is `Nothing`, so that the name is not looked for further out.
  func child(named name: String) -> Any? { Self.shape.value(of: name, in: self) }
}

/// What may be named in one kind of part, each name with a sentence for the reference and the way to its value.
///
/// Checks, reference and rendering all read this table, so that none can say what another does not.
struct Shape<Whole>: Sendable {
  let name: String
  let fields: [Field<Whole>]
  private let places: [String: Int]

  init(_ name: String, _ fields: [Field<Whole>]) {
    self.name = name
    self.fields = fields
    places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  func value(of name: String, in whole: Whole) -> Any? { places[name].map { fields[$0].value(whole) } }

  var table: ShapeTable {
    ShapeTable(name: name, rows: fields.map { ShapeTable.Row(name: $0.name, sentence: $0.sentence, kind: $0.kind) })
  }
}

/// A shape without its values: what checks and the reference need of it.
struct ShapeTable: Sendable {
  enum Kind: Sendable {
    /// Printed; as a section, there when it is not empty.
    case text
    /// As a section only.
    case flag
    /// A section for each, printed as `{{.}}`.
    case texts
    case part(@Sendable () -> ShapeTable)
    case parts(@Sendable () -> ShapeTable)
  }

  struct Row: Sendable {
    let name: String
    let sentence: String
    let kind: Kind
  }

  let name: String
  let rows: [Row]

  func row(_ name: String) -> Row? { rows.first { $0.name == name } }
}

/// One name of a part.
struct Field<Whole>: Sendable {
  let name: String
  let sentence: String
  let kind: ShapeTable.Kind
  let value: @Sendable (Whole) -> Any

  static func text(_ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> String?) -> Field {
    Field(name: name, sentence: sentence, kind: .text) { whole in
      guard let text = value(whole), !text.isEmpty else { return Nothing() }
      return Printed(renderText: text)
    }
  }

  static func number(_ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> Int?) -> Field {
    text(name, sentence) { value($0).map { String($0) } }
  }

  static func flag(_ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> Bool) -> Field {
    Field(name: name, sentence: sentence, kind: .flag) { value($0) }
  }

  static func texts(_ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> [String]) -> Field {
    Field(name: name, sentence: sentence, kind: .texts) { whole in
      let texts = value(whole)
      return texts.isEmpty ? Nothing() as Any : texts.map { Printed(renderText: $0) }
    }
  }

  static func part<Inner: Part>(
    _ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> Inner?
  ) -> Field {
    Field(name: name, sentence: sentence, kind: .part { Inner.shape.table }) { value($0) ?? Nothing() as Any }
  }

  static func parts<Inner: Part>(
    _ name: String, _ sentence: String, _ value: @escaping @Sendable (Whole) -> [Inner]
  ) -> Field {
    Field(name: name, sentence: sentence, kind: .parts { Inner.shape.table }) { whole in
      let parts = value(whole)
      return parts.isEmpty ? Nothing() as Any : parts
    }
  }
}

/// A text in the hands of the template: printed escaped, and a section of its own.
struct Printed: MustacheParent, MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }
  func child(named: String) -> Any? { nil }
}

/// What a name stands for that has no value: prints nothing, opens no section.
struct Nothing: MustacheParent, MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
  func child(named: String) -> Any? { nil }
}
