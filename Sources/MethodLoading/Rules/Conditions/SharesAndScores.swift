import Diagnostics
import MethodModel

/// DOT0602 (of decisions): what a share, a quorum or a score is held against can be reached.
enum SharesAndScores: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .decide {
      checkPart(.quorum, "a quorum", of: id, facts, &log)
      switch tree.value(.rule, of: id) {
      case "share": checkPart(.atLeast, "a share", of: id, facts, &log)
      case "score": checkScore(of: id, facts, &log)
      default: break
      }
    }
    for id in tree.all where tree.name(of: id) == .test && ["share", "answered"].contains(tree.value(.measure, of: id))
    {
      for name in Percentage.comparisons { checkSetting(name, of: id, facts, &log) }
    }
  }

  private static func checkPart(
    _ name: AttributeName, _ noun: String, of id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let attribute = facts.tree.attribute(name, of: id), let quantity = facts.tree.quantity(name, of: id) else {
      return
    }
    guard case .number(let value) = quantity else { return checkSetting(name, of: id, facts, &log) }
    guard value > 1 || value < 0 else { return }
    log.error(
      .unreachableThreshold, "\(noun) of \(Percentage.text(value)) cannot be reached: all of them are 100%",
      at: attribute.valueRange, help: Percentage.help(attribute.value, value))
  }

  /// A part that is asked before the session is 0.8 when nobody says anything else, and never 80.
  private static func checkSetting(
    _ name: AttributeName, of id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let attribute = facts.tree.attribute(name, of: id),
      case .reference(let reference) = facts.tree.quantity(name, of: id),
      let text = facts.defaultValue(of: reference, at: id), let value = Number(text), value > 1,
      let mended = value.divided(by: 100)
    else { return }
    log.error(
      .unreachableThreshold,
      "`\(reference)` is \(value) if nobody says anything else, which is \(Percentage.text(value))",
      at: attribute.valueRange,
      help: value <= 100
        ? "write default=\"\(mended)\" where it is asked, and say there that 0.8 is 80%" : "write a default from 0 to 1"
    )
  }

  private static func checkScore(of id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    guard let attribute = tree.attribute(.atLeast, of: id), case .number(let value) = tree.quantity(.atLeast, of: id),
      let measure: Measure = tree.word(.measure, of: id), let source = tree.source(.from, of: id)
    else { return }
    let shape = facts.shape(of: source, at: id)
    guard MeasureDomain.objection(to: measure, over: shape, source, facts) == nil else { return }
    let range = MeasureRange(of: measure, shape, facts)
    guard let high = range.high, value > high else { return }
    log.error(
      .unreachableThreshold, "no \(measure.rawValue) can be at least \(value)", at: attribute.valueRange,
      help: range.text)
  }

  static let explanations: [Explanation] = []
}

/// Parts of a whole, as an author reads and writes them.
enum Percentage {
  static let comparisons: [AttributeName] = [.atLeast, .atMost, .equals, .above, .below]

  /// `8000%` for 80.
  static func text(_ value: Number) -> String { "\(value.multiplied(by: 100))%" }

  /// How it was most likely meant.
  static func help(_ written: String, _ value: Number) -> String {
    if !written.hasSuffix("%"), value > 1, value <= 100 { return "write \(written)% for a percentage, or a part of 1" }
    return "write a percentage up to 100%, or a part of 1"
  }
}
