/// A value that a record can hold: how it is typed, and how it goes into a file.
package protocol Recordable: Codable, Sendable, Hashable {
  static var form: ValueForm { get }
  func write(to output: any RecordOutput)
}

/// The type of a value in the record, for all its formats and their schemas.
package indirect enum ValueForm: Sendable {
  case text, integer, number, flag, moment
  case part(any RecordPart.Type)
  case list(ValueForm)
  /// Values by words; what the words are, the member says.
  case map(ValueForm)
  case optional(ValueForm)

  /// One value without parts.
  var isScalar: Bool {
    switch self {
    case .text, .integer, .number, .flag, .moment: true
    case .optional(let form): form.isScalar
    case .part, .list, .map: false
    }
  }

  /// What it is where it is there.
  var present: ValueForm { if case .optional(let form) = self { form } else { self } }

  var isOptional: Bool { if case .optional = self { true } else { false } }

  /// The part that it holds, directly or in lists.
  var part: (any RecordPart.Type)? {
    switch self {
    case .part(let part): part
    case .list(let form), .map(let form), .optional(let form): form.part
    case .text, .integer, .number, .flag, .moment: nil
    }
  }
}

/// A file format being written.
package protocol RecordOutput: AnyObject {
  func writeNull()
  func write(text: String)
  func write(integer: Int)
  func write(number: Figure)
  func write(flag: Bool)
  func write<Part: RecordPart>(part: Part)
  func write<Value: Recordable>(list: [Value])
  func write<Value: Recordable>(map: [String: Value])
}

extension String: Recordable {
  package static var form: ValueForm { .text }
  package func write(to output: any RecordOutput) { output.write(text: self) }
}

extension Int: Recordable {
  package static var form: ValueForm { .integer }
  package func write(to output: any RecordOutput) { output.write(integer: self) }
}

extension Bool: Recordable {
  package static var form: ValueForm { .flag }
  package func write(to output: any RecordOutput) { output.write(flag: self) }
}

extension Figure: Recordable {
  package static var form: ValueForm { .number }
  package func write(to output: any RecordOutput) { output.write(number: self) }
}

extension Moment: Recordable {
  package static var form: ValueForm { .moment }
  package func write(to output: any RecordOutput) { output.write(text: description) }
}

extension Optional: Recordable where Wrapped: Recordable {
  package static var form: ValueForm { .optional(Wrapped.form) }
  package func write(to output: any RecordOutput) {
    if let self { self.write(to: output) } else { output.writeNull() }
  }
}

extension Array: Recordable where Element: Recordable {
  package static var form: ValueForm { .list(Element.form) }
  package func write(to output: any RecordOutput) { output.write(list: self) }
}

extension Dictionary: Recordable where Key == String, Value: Recordable {
  package static var form: ValueForm { .map(Value.form) }
  package func write(to output: any RecordOutput) { output.write(map: self) }
}
