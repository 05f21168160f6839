import MethodModel

/// What `is` and `for` compare with.
enum ExpectedForm {
  /// `own`, a range such as `3..5`, or words of which some may be names in braces.
  static func expected(_ text: String) throws(ValueMistake) -> FieldTest.Expected {
    if text == "own" { return .own }
    if let range = try numberRange(text) { return range }
    let words = words(of: text)
    guard !words.isEmpty else {
      throw ValueMistake("nothing to compare with", help: "write a word, a range as in 3..5, or own")
    }
    var operands: [Operand] = []
    for (word, offset) in words {
      do { operands.append(try operand(word)) } catch { throw error.moved(by: offset, length: word.utf8.count) }
    }
    return .words(operands)
  }

  /// Braces name something, a bare word is a value.
  static func operand(_ text: String) throws(ValueMistake) -> Operand {
    guard !text.isEmpty else {
      throw ValueMistake("nothing is named", help: "write a value, or a name in braces as in {topic}")
    }
    if let reference = try NameForm.braced(text) { return .reference(reference) }
    return .word(text)
  }

  /// `nil` when there are no two dots in it.
  private static func numberRange(_ text: String) throws(ValueMistake) -> FieldTest.Expected? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let lower = String(text[..<dots.lowerBound])
    let upper = String(text[dots.upperBound...])
    let low = Number(lower)
    let high = Number(upper)
    guard lower.isEmpty || low != nil, upper.isEmpty || high != nil, low != nil || high != nil else {
      throw ValueMistake("`\(text)` is not a range", help: "write 3..5, 3.. or ..5")
    }
    if let low, let high, low > high {
      throw ValueMistake(
        "`\(text)` is a range that ends before it begins", help: "write \(high)..\(low)", isOutOfOrder: true)
    }
    return .range(low, high)
  }
}
