import Diagnostics
import MethodModel

/// What an attribute asks of the children, and of the words of other attributes.
enum ContentDemand {
  static func check(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    switch tree.name(of: id) {
    case .fit: checkFit(id, tree, &log)
    case .setting: checkSetting(id, tree, &log)
    case .role: checkRole(id, tree, &log)
    case .field:
      checkValues(of: id, types: ["choice"], tree, &log)
      checkDefault(of: id, tree.value(.type, of: id) ?? "text", tree, &log)
      checkCover(of: id, tree, &log)
    case .scale: checkScale(id, tree, &log)
    case .list:
      if tree.child(.value, of: id) == nil {
        report("this list has no values", at: tree.nameRange(of: id), "add <value id=\"…\"/>", &log)
      }
    case .value: checkValue(id, tree, &log)
    case .when: checkOwnWhen(id, tree, &log)
    case .show:
      if !tree.has(.of, of: id), let filter = tree.child(.where, of: id) {
        report(
          "where says something only with of, which names what is shown", at: tree.nameRange(of: filter),
          "write of=\"…\" at <show>, or leave the where out", &log)
      }
    default: break
    }
  }

  private static func checkFit(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    guard let people = tree.attribute(.people, of: id), let ranges = try? NumberForm.ranges(people.value) else {
      return
    }
    if ranges.contains(where: { $0.lower < 1 }) {
      report("a method needs somebody", at: people.valueRange, "begin with 1 or more", &log)
    }
    guard let ideal = tree.attribute(.ideal, of: id), let number = tree.whole(.ideal, of: id),
      !ranges.contains(where: { $0.contains(number) })
    else { return }
    report("the ideal number is not among those it is made for", at: ideal.valueRange, "change ideal or people", &log)
  }

  /// A selection needs people to come from; what is filled before the session is not filled anew later.
  private static func checkRole(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    let filled = tree.value(.filled, of: id) ?? "named"
    if filled == "selected", !tree.has(.from, of: id), let attribute = tree.attribute(.filled, of: id) {
      report(
        "a selected role says where its people come from", at: attribute.valueRange,
        "write from=\"…\", the selection of people", &log)
    }
    guard let per = tree.attribute(.per, of: id), per.isSound else { return }
    let possible = per.value == "step" ? ["volunteer", "drawn"] : ["named", "volunteer", "drawn", "selected"]
    guard per.value != "room", !possible.contains(filled) else { return }
    report(
      "a role per \(per.value) is not filled as \(filled)", at: per.valueRange,
      "write filled=\(joined(possible.map { "\"\($0)\"" }, "or")), or leave per out", &log)
  }

  private static func checkSetting(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    checkValues(of: id, types: ["choice", "list"], tree, &log)
    let type = tree.value(.type, of: id) ?? "text"
    if let expect = tree.attribute(.expect, of: id), type != "list" {
      report("expect says something only with type=\"list\"", at: tree.nameRange(of: expect), "leave it out", &log)
    }
    if type == "earlier", !tree.has(.outcome, of: id) {
      report(
        "a setting of type earlier says which outcome is read", at: tree.nameRange(of: id),
        "write outcome=\"…\", the name it has in the earlier session", &log)
    }
    if let outcome = tree.attribute(.outcome, of: id), type != "earlier" {
      report(
        "outcome says something only with type=\"earlier\"", at: tree.nameRange(of: outcome), "leave it out", &log)
    }
    checkDefault(of: id, type, tree, &log)
  }

  private static func checkCover(of id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    let type = tree.value(.type, of: id) ?? "text"
    guard let cover = tree.attribute(.cover, of: id), type != "choice", NameUses.fieldWords.contains(type) else {
      return
    }
    report(
      "cover says something only where there are values to choose from", at: tree.nameRange(of: cover),
      "write type=\"choice\" with values, or the name of a list, or leave it out", &log)
  }

  private static func checkDefault(
    of id: MethodTree.ID, _ type: String, _ tree: MethodTree, _ log: inout FindingLog
  ) {
    guard let standard = tree.attribute(.default, of: id), standard.isSound,
      let reason = mistake(in: standard.value, type, id, tree)
    else { return }
    report("the default is not \(reason)", at: standard.valueRange, "write a value that somebody could give", &log)
  }

  /// What a default should have been.
  static func mistake(in value: String, _ type: String, _ id: MethodTree.ID, _ tree: MethodTree) -> String? {
    switch type {
    case "number": Number(value) == nil ? "a number" : nil
    case "minutes": (Int(value) ?? 0) <= 0 ? "a whole number of minutes" : nil
    case "date": isDate(value) ? nil : "a date such as 2026-11-30"
    case "choice": values(of: id, tree).contains(value) ? nil : "one of the choices"
    default: nil
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  private static func values(of id: MethodTree.ID, _ tree: MethodTree) -> [String] {
    tree.children(of: id).compactMap { tree.name(of: $0) == .value ? tree.value(.id, of: $0) : nil }
  }

  private static func checkValues(of id: MethodTree.ID, types: [String], _ tree: MethodTree, _ log: inout FindingLog) {
    let type = tree.value(.type, of: id) ?? "text"
    let value = tree.child(.value, of: id)
    if type == "choice", value == nil, tree.attribute(.type, of: id)?.isSound ?? false {
      report(
        "there is nothing to choose from", at: tree.nameRange(of: id), "add <value id=\"…\"/> for each choice", &log)
    } else if let value, !types.contains(type), tree.attribute(.type, of: id)?.isSound ?? true {
      report(
        "values say something only with type=\"\(types[0])\"", at: tree.nameRange(of: value),
        "write type=\"\(types[0])\", or leave the values out", &log)
    }
  }

  private static func checkScale(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    let value = tree.child(.value, of: id)
    guard let attribute = tree.attribute(.range, of: id) else {
      if value == nil {
        report(
          "this scale has no values", at: tree.nameRange(of: id), "write range=\"1..5\", or add <value id=\"…\"/>", &log
        )
      }
      return
    }
    if let value {
      report("a scale has a range or values, not both", at: tree.nameRange(of: value), "leave one of them out", &log)
    }
    guard let range = tree.range(.range, of: id) else { return }
    guard let upper = range.upper, upper > range.lower else {
      return report("a scale needs at least two values", at: attribute.valueRange, "write range=\"1..5\"", &log)
    }
    if upper - range.lower > mostPoints {
      report(
        "a scale of \(upper - range.lower + 1) values is too fine to choose from", at: attribute.valueRange,
        "use a number field, or a scale such as 0..10", &log)
    }
  }

  /// Beyond a percentage nobody tells two neighbours apart.
  private static let mostPoints = 100

  private static func checkValue(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    guard let parent = tree.parent(of: id), tree.name(of: parent) != .scale else { return }
    for name in [AttributeName.number, .means] {
      guard let attribute = tree.attribute(name, of: id) else { continue }
      report(
        "\(name.text) says something only at the values of a scale", at: tree.nameRange(of: attribute), "leave it out",
        &log)
    }
  }

  /// In `rework` and `stop` a `when` only says when that is advised; what is done stands behind it.
  private static func checkOwnWhen(_ id: MethodTree.ID, _ tree: MethodTree, _ log: inout FindingLog) {
    guard let parent = tree.parent(of: id), tree.name(of: parent) != .branch,
      let body = tree.children(of: id).first(where: { Language.body.contains(tree.name(of: $0)) })
    else { return }
    report(
      "here <when> only says when <\(tree.name(of: parent).text)> is advised", at: tree.nameRange(of: body),
      "put <\(tree.name(of: body).text)> behind </when>", &log)
  }

  private static func report(_ message: String, at range: SourceRange, _ help: String, _ log: inout FindingLog) {
    log.error(.excludingAttributes, message, at: range, help: help)
  }
}
