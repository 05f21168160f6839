import Diagnostics
import MethodModel

/// What a single test lets through: numbers from one end to the other.
struct TestBounds {
  let question: String
  var low: Number?
  var high: Number?
  var isOpenLow = false
  var isOpenHigh = false

  init?(_ id: MethodTree.ID, _ tree: MethodTree) {
    guard tree.name(of: id) == .test, tree.child(.where, of: id) == nil else { return nil }
    let asked: [AttributeName] = [.measure, .of, .for, .in, .except, .among, .change, .last, .needs]
    question = asked.map { tree.value($0, of: id) ?? "" }.joined(separator: "\n")
    for name in [AttributeName.atLeast, .above, .equals, .atMost, .below] {
      guard let quantity = tree.quantity(name, of: id) else { continue }
      guard case .number(let number) = quantity else { return nil }
      if name == .atLeast || name == .above || name == .equals { (low, isOpenLow) = (number, name == .above) }
      if name == .atMost || name == .below || name == .equals { (high, isOpenHigh) = (number, name == .below) }
    }
  }

  /// Whether it holds whenever the other does.
  func contains(_ other: TestBounds) -> Bool {
    question == other.question && isBelow(other) && isAbove(other)
  }

  private func isBelow(_ other: TestBounds) -> Bool {
    guard let low else { return true }
    guard let theirs = other.low else { return false }
    return low < theirs || (low == theirs && (!isOpenLow || other.isOpenLow))
  }

  private func isAbove(_ other: TestBounds) -> Bool {
    guard let high else { return true }
    guard let theirs = other.high else { return false }
    return high > theirs || (high == theirs && (!isOpenHigh || other.isOpenHigh))
  }

  /// Whether no number passes both.
  func excludes(_ other: TestBounds) -> Bool {
    question == other.question && (isApart(self, other) || isApart(other, self))
  }

  private func isApart(_ first: TestBounds, _ second: TestBounds) -> Bool {
    guard let high = first.high, let low = second.low else { return false }
    return high < low || (high == low && (first.isOpenHigh || second.isOpenLow))
  }
}

extension MethodTree {
  /// The place of a test that excludes an earlier one beside it, where all have to hold.
  func contradiction(in parent: ID) -> SourceRange? {
    var known: [TestBounds] = []
    for child in children(of: parent) {
      guard let bounds = TestBounds(child, self) else { continue }
      if known.contains(where: { $0.excludes(bounds) }) { return nameRange(of: child) }
      known.append(bounds)
    }
    return nil
  }
}
