/// A part of the record: its name, what it is, and its members, described once.
///
/// The description writes `outcome.json` and `outcome.xml` and their schemas; that it names every stored property is held
/// by a test.
package protocol RecordPart: Recordable {
  /// In lower case with hyphens: the name of its type in both schemas, and of its element in a list.
  static var name: String { get }
  /// One sentence.
  static var about: String { get }
  /// In the order in which they are written.
  static var members: [Member<Self>] { get }
}

extension RecordPart {
  package static var form: ValueForm { .part(Self.self) }
  package func write(to output: any RecordOutput) { output.write(part: self) }

  static var facts: [MemberFacts] { members.map(\.facts) }

  /// Few values and nothing within: it stands on one line.
  static var isFlat: Bool { members.count <= 3 && members.allSatisfy { $0.facts.form.isScalar } }
}

/// What a figure counts or measures.
package enum Unit: String, Sendable {
  case seconds = "s"
  case people, entries, rounds, ballots, marks, options, pairs, parts
  /// A part of the whole, from 0 to 1.
  case share
  /// Whatever the `unit` beside it says.
  case named = "see unit"
}

/// What is known of a member apart from its values.
package struct MemberFacts: Sendable {
  package let name: String
  package let form: ValueForm
  package let about: String
  package let unit: Unit?
  /// All words that may stand there; empty: any.
  package let words: [String]
  /// People's words, which in XML stand in an element of their own; ids, dates and numbers are attributes.
  package let isProse: Bool
}

/// One member of a part.
package struct Member<Part: Sendable>: Sendable {
  package let facts: MemberFacts
  let write: @Sendable (Part, any RecordOutput) -> Void

  /// A word, number, date, part or list.
  init<Value: Recordable>(
    _ name: String, _ path: any KeyPath<Part, Value> & Sendable, _ about: String, unit: Unit? = nil,
    words: [String] = []
  ) {
    facts = MemberFacts(name: name, form: Value.form, about: about, unit: unit, words: words, isProse: false)
    write = { part, output in part[keyPath: path].write(to: output) }
  }

  /// A text for people.
  init(prose name: String, _ path: any KeyPath<Part, String> & Sendable, _ about: String) {
    facts = MemberFacts(name: name, form: String.form, about: about, unit: nil, words: [], isProse: true)
    write = { part, output in part[keyPath: path].write(to: output) }
  }

  init(prose name: String, _ path: any KeyPath<Part, String?> & Sendable, _ about: String) {
    facts = MemberFacts(name: name, form: String?.form, about: about, unit: nil, words: [], isProse: true)
    write = { part, output in part[keyPath: path].write(to: output) }
  }

  /// One word of a closed list.
  init<Value: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    word name: String, _ path: any KeyPath<Part, Value> & Sendable, _ about: String
  ) {
    facts = MemberFacts(
      name: name, form: .text, about: about, unit: nil, words: Value.allCases.map(\.rawValue), isProse: false)
    write = { part, output in output.write(text: part[keyPath: path].rawValue) }
  }

  init<Value: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    word name: String, _ path: any KeyPath<Part, Value?> & Sendable, _ about: String
  ) {
    facts = MemberFacts(
      name: name, form: .optional(.text), about: about, unit: nil, words: Value.allCases.map(\.rawValue),
      isProse: false)
    write = { part, output in
      if let value = part[keyPath: path] { output.write(text: value.rawValue) } else { output.writeNull() }
    }
  }
}

/// Every part that can stand in a record, the record itself first.
package enum RecordParts {
  package static let all: [any RecordPart.Type] = {
    var found: [any RecordPart.Type] = []
    func add(_ part: any RecordPart.Type) {
      guard !found.contains(where: { $0 == part }) else { return }
      found.append(part)
      for member in part.facts { if let inner = member.form.part { add(inner) } }
    }
    add(Record.self)
    return found
  }()
}
