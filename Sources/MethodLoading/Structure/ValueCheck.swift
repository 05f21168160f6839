import Diagnostics
import MethodModel

/// Whether a value has the form of its type.
enum ValueCheck {
  /// Throws what is wrong with a value.
  static func check(_ value: String, _ type: AttributeType) throws(ValueMistake) {
    switch type {
    case .word(let words): try word(value, words)
    case .words(let words): try several(value, words)
    case .newName, .newPlace, .methodID, .place, .grouping, .scale, .setting, .field, .who, .contributor, .oneRole,
      .decider, .participation,
      .unit, .reveal, .change:
      _ = try NameForm.name(value)
    case .localName:
      guard NameForm.isValueName(value) else { _ = try NameForm.name(value); break }
    case .source: _ = try NameForm.onlySource(value)
    case .fieldType, .order: _ = try NameForm.source(value)
    case .sources: _ = try NameForm.sources(value)
    case .axes:
      guard try NameForm.sources(value).count <= 2 else {
        throw ValueMistake("`\(value)` are more than two axes", help: "name two scales, or one source of two things")
      }
    case .fieldsOrRoles, .whoSeveral, .silentOnes, .speakers, .roles, .visible: _ = try NameForm.names(value)
    default: try figure(value, type)
    }

  }

  private static func figure(_ value: String, _ type: AttributeType) throws(ValueMistake) {
    switch type {
    case .whole(let settings, let least): try whole(value, settings: settings, from: least)
    case .expectation: _ = try NumberForm.expectation(value)
    case .range: _ = try NumberForm.range(value)
    case .ranges: _ = try NumberForm.ranges(value)
    case .number(let percent): _ = try NumberForm.number(value, percent: percent)
    case .lot: _ = try NumberForm.lot(value)
    case .quantity: _ = try NumberForm.quantity(value)
    case .time: _ = try DurationForm.time(value)
    case .duration: _ = try DurationForm.span(value)
    case .moment: _ = try DurationForm.moment(value)
    case .yesNo: _ = try NumberForm.yesNo(value)
    case .expected: _ = try ExpectedForm.expected(value)
    case .operand: _ = try ExpectedForm.operand(value)
    case .languageTag: try languageTag(value)
    default:
      guard !value.isEmpty else { throw ValueMistake("the value is empty", help: "write a value, or leave it out") }
    }
  }

  private static func whole(_ value: String, settings: Bool, from least: Int) throws(ValueMistake) {
    let count = settings ? try NumberForm.count(value) : .fixed(try NumberForm.whole(value))
    if case .fixed(let number) = count, number < least {
      throw ValueMistake("`\(value)` is too few", help: "write \(least) or more")
    }
  }

  /// Two or three letters, then parts of letters and digits: `en`, `fi-FI`.
  private static func languageTag(_ value: String) throws(ValueMistake) {
    let parts = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetterOrDigit($0) }
    }
    guard let first = parts.first, isTag, (2...3).contains(first.count) else {
      throw ValueMistake("`\(value)` is not a language tag", help: "write en, fi, fr or the like")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  private static func word(_ value: String, _ words: [String]) throws(ValueMistake) {
    if !words.contains(value) { throw unknown(value, words) }
  }

  private static func several(_ value: String, _ allowed: [String]) throws(ValueMistake) {
    for (word, offset) in words(of: value) where !allowed.contains(word) {
      throw unknown(word, allowed).moved(by: offset, length: word.utf8.count)
    }
  }

  private static func unknown(_ value: String, _ words: [String]) -> ValueMistake {
    let help = nearest(to: value, in: words).map { "did you mean `\($0)`?" } ?? "write \(joined(words, "or"))"
    return ValueMistake("`\(value)` is not one of its words", help: help)
  }

  /// The code of a mistake in a value of that type.
  static func code(for type: AttributeType) -> DiagnosticCode {
    switch type {
    case .word, .words: .unknownWord
    default: .malformedValue
    }
  }
}
