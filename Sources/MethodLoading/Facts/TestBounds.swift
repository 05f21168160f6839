import Diagnostics
import MethodModel

/// What a single test lets through: numbers from one end to the other.
struct TestBounds {
  let question: String
  var low: Number?
  var high: Number?
  var isOpenLow = false
  var isOpenHigh = false

  /// With `thing`, what stands in braces for the thing in hand means one value.
  init?(_ id: MethodTree.ID, _ tree: MethodTree, thing: String? = nil, is value: String? = nil) {
    guard tree.name(of: id) == .test, tree.child(.where, of: id) == nil else { return nil }
    let asked: [AttributeName] = [
      .measure, .of, .weights, .for, .in, .except, .among, .change, .direction, .last, .needs,
    ]
    question = asked.map { name in
      let written = tree.value(name, of: id) ?? ""
      return name == .for && written == thing ? value ?? written : written
    }.joined(separator: "\n")
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

extension TestBounds {
  /// Whether every number passes one of the two.
  func completes(_ other: TestBounds) -> Bool {
    question == other.question && (leavesNothing(below: self, above: other) || leavesNothing(below: other, above: self))
  }

  private func leavesNothing(below first: TestBounds, above second: TestBounds) -> Bool {
    guard first.low == nil, second.high == nil, let high = first.high, let low = second.low else { return false }
    return low < high || (low == high && !(first.isOpenHigh && second.isOpenLow))
  }
}

extension MethodFacts {
  /// The place of a test that excludes an earlier one beside it, where all have to hold; `every` over a list holds for
  /// each of its values.
  func contradiction(in parent: MethodTree.ID) -> SourceRange? {
    var known: [TestBounds] = []
    for child in tree.children(of: parent) where known.count < Self.mostDemands {
      let demanded = demands(of: child)
      if known.contains(where: { before in demanded.contains { before.excludes($0) } }) {
        return tree.nameRange(of: child)
      }
      known += demanded
    }
    return nil
  }

  /// Longer lists are not looked through, so that a file made to keep us busy does not.
  private static let mostValues = 64
  private static let mostDemands = 256

  private func demands(of condition: MethodTree.ID) -> [TestBounds] {
    guard tree.name(of: condition) == .every else { return TestBounds(condition, tree).map { [$0] } ?? [] }
    guard let source = tree.source(.itemOf, of: condition), let name = tree.value(.as, of: condition),
      !tree.has(.in, of: condition), !tree.has(.except, of: condition), tree.child(.where, of: condition) == nil,
      case .defined(let list) = meaning(of: source.name, at: condition), list.kind == .list
    else { return [] }
    let values = tree.children(of: list.node).lazy.compactMap { tree.value(.id, of: $0) }.prefix(Self.mostValues)
    return tree.children(of: condition).filter { tree.name(of: $0) == .test }.flatMap { test in
      values.compactMap { TestBounds(test, tree, thing: "{\(name)}", is: $0) }
    }
  }
}
