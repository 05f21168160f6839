internal import MethodModel

extension MethodChanges {
  /// A line for each criterion that asks for something else, those within others too: `criterion 1.2 “Fit is workable”`.
  mutating func compare(_ old: [Condition], _ new: [Condition], _ name: String, under number: String = "") {
    guard old.count == new.count else {
      let place = number.isEmpty ? "" : " in criterion \(number.dropLast())"
      return add(.changed, "\(name): \(new.count) criteria\(place), before \(old.count)")
    }
    for (index, (before, after)) in zip(old, new).enumerated() where before != after {
      compare(before, after, name, number: "\(number)\(index + 1)")
    }
  }

  private mutating func compare(_ old: Condition, _ new: Condition, _ name: String, number: String) {
    switch (old, new) {
    case (.test(let before), .test(let after)): compare(before, after, name, number: number)
    case (.judge(let before, let text), .judge(let after, let newText)) where before == after && text != newText:
      add(.reworded, "\(name): criterion \(number) was reworded")
    case (.all(let before), .all(let after)), (.any(let before), .any(let after)),
      (.none(let before), .none(let after)):
      compare(before, after, name, under: "\(number).")
    default: add(.changed, "\(name): criterion \(number) asks for something else")
    }
  }

  private mutating func compare(_ old: Test, _ new: Test, _ name: String, number: String) {
    let text = Places.withoutReferences(new.text.raw(in: self.new.language))
    let criterion = "\(name): criterion \(number)" + (text.isEmpty ? "" : " “\(text)”")
    var same = old
    (same.thresholds, same.text) = (new.thresholds, new.text)
    if same != new {
      add(.changed, "\(criterion) asks for something else")
    } else if old.thresholds != new.thresholds {
      let words = [new.thresholds, old.thresholds].map { $0.map(\.words).joined(separator: " and ") }
      add(.changed, "\(criterion) asks for \(words[0]), before \(words[1])")
    } else {
      add(.reworded, "\(criterion) was reworded")
    }
  }
}

extension Test.Threshold {
  /// `at least 3`
  fileprivate var words: String {
    let comparison = self.comparison == .equals ? "exactly" : self.comparison.rawValue.replacing("-", with: " ")
    switch quantity {
    case .number(let number): return "\(comparison) \(number)"
    case .reference: return "\(comparison) what a setting says"
    }
  }
}
