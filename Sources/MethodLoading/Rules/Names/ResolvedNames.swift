import Diagnostics
import MethodModel

/// Every name that is read stands for something, and for something of the right kind.
enum ResolvedNames: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for use in facts.uses.all { checkSource(use, facts, &log) }
    for id in facts.tree.all {
      let row = Language.row(facts.tree.name(of: id))
      for attribute in facts.tree.attributes(of: id) where attribute.isSound {
        guard let type = row.attribute(attribute.name)?.type else { continue }
        check(attribute, type, id, facts, &log)
      }
    }
  }

  private static func checkSource(_ use: NameUses.Use, _ facts: MethodFacts, _ log: inout FindingLog) {
    let name = use.source.name
    switch use.meaning {
    case .nothing: reportMissing(use, facts, &log)
    case .defined(let definition) where definition.kind == .scale || definition.kind == .field:
      log.error(
        .wrongKindOfName,
        "`\(name)` is \(definition.kind.noun), and \(use.attribute.text) takes an outcome, a list,"
          + " groups, people or a thing in hand", at: use.range, help: "name what holds the entries")
    case .defined(let definition) where definition.kind == .setting && isRewritten(use, definition, facts.tree):
      log.error(
        .wrongKindOfName, "`\(name)` is a setting, and its words are only read", at: use.range,
        help: "begin a document with them, as in <fill from=\"\(name)\" into=\"…\"/>, and go on in that one",
        see: .init("the setting", at: definition.range))
    default: break
    }
  }

  /// Whether new words are written where those of a setting stand.
  private static func isRewritten(
    _ use: NameUses.Use, _ setting: NameTable.Definition, _ tree: MethodTree
  ) -> Bool {
    guard use.attribute == .of, tree.name(of: use.node) == .fill, !tree.has(.into, of: use.node),
      !["list", "earlier"].contains(tree.value(.type, of: setting.node))
    else { return false }
    let fields = tree.fieldIDs(of: use.node)
    return fields.isEmpty || fields.contains("text")
  }

  private static func reportMissing(_ use: NameUses.Use, _ facts: MethodFacts, _ log: inout FindingLog) {
    let name = use.source.name
    let suggestion = log.suggestion(for: name) {
      facts.names.names(of: [.outcome, .list, .setting, .grouping, .role], at: use.node, in: facts.tree)
    }
    if use.attribute == .type {
      let words = NameUses.fieldWords
      log.error(
        .unknownName, "type: `\(name)` is no type of fields, and nothing in this method is called so", at: use.range,
        help: log.suggestion(for: name, among: { words }) ?? suggestion
          ?? "write \(joined(words, "or")), or the name of what can be chosen: a list, groups, a role, people, an outcome"
      )
      return
    }
    if use.attribute == .ref {
      log.error(
        .deliveredNeverProduced, "`\(name)` is delivered, but nothing in this method produces it", at: use.range,
        help: suggestion ?? "write it by an activity with into=\"\(name)\", or leave it out here")
    } else {
      log.error(
        .neverProduced, "`\(name)` is read here, but nothing in this method produces it", at: use.range,
        help: suggestion ?? "write it by an activity with into=\"\(name)\", or name something that exists")
    }
  }

  private static func check(
    _ attribute: MethodTree.Attribute, _ type: AttributeType, _ id: MethodTree.ID, _ facts: MethodFacts,
    _ log: inout FindingLog
  ) {
    if case .time = type { return checkUnits(of: attribute, id, facts, &log) }
    let isSourceOfAxes = type == .axes && words(of: attribute.value).count == 1
    guard !isSourceOfAxes, let expected = NameSort(type) else { return }
    for (word, offset) in words(of: attribute.value) where !expected.words.contains(word) {
      let range = facts.tree.range(of: offset..<offset + word.utf8.count, in: attribute)
      check(word, expected, at: range, attribute.name, id, facts, &log)
    }
  }

  /// Minutes per a grouping, or per holder of a role, name one that exists.
  private static func checkUnits(
    of attribute: MethodTree.Attribute, _ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    guard let formula = try? DurationForm.time(attribute.value), case .sum(let terms, _) = formula else { return }
    for case .grouping(let name) in terms.compactMap(\.per) {
      let range = facts.tree.range(of: attribute.value.utf8Range(of: name), in: attribute)
      check(name, NameSort.counted, at: range, attribute.name, id, facts, &log)
    }
  }

  private static func check(
    _ name: String, _ expected: NameSort, at range: SourceRange, _ attribute: AttributeName, _ id: MethodTree.ID,
    _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    switch facts.meaning(of: name, at: id) {
    case .defined(let definition)
    where attribute == .change && definition.kind == .setting
      && facts.tree.value(.type, of: definition.node) != "earlier":
      log.error(
        .wrongKindOfName, "change: `\(name)` is a setting that names no earlier session", at: range,
        help: expected.remedy, see: .init("the setting", at: definition.range))
    case .defined(let definition) where expected.kinds.contains(definition.kind): break
    case .facilitator where expected.kinds.contains(.role): break
    case .excused: break
    case .nothing:
      let suggestion = log.suggestion(for: name) {
        facts.names.names(of: expected.kinds, in: facts.tree) + expected.words + expected.builtIn
      }
      log.error(
        .unknownName, "\(attribute.text): there is no \(expected.noun) `\(name)`", at: range,
        help: suggestion ?? expected.remedy)
    case .defined(let definition) where definition.kind == .outcome && expected.takesDecisions:
      checkDecides(definition, name, at: range, attribute, facts, &log)
    case .defined(let definition):
      log.error(
        .wrongKindOfName, "\(attribute.text): `\(name)` is \(definition.kind.noun), not a \(expected.noun)", at: range,
        help: expected.remedy, see: .init("`\(name)` is made here", at: definition.range))
    default:
      log.error(
        .wrongKindOfName, "\(attribute.text): `\(name)` is not a \(expected.noun)", at: range, help: expected.remedy)
    }
  }

  /// Only a decision answers for people.
  private static func checkDecides(
    _ outcome: NameTable.Definition, _ name: String, at range: SourceRange, _ attribute: AttributeName,
    _ facts: MethodFacts, _ log: inout FindingLog
  ) {
    switch facts.shapes[outcome.outcome].family {
    case .decision, .unknown: return
    default:
      log.error(
        .wrongKindOfName, "\(attribute.text): `\(name)` is no decision, and nothing else can answer for people",
        at: range, help: "name a role, or what a <decide> writes",
        see: .init("`\(name)` is made here", at: outcome.range))
    }
  }

  static let explanations = [
    Explanation(
      .neverProduced, title: "something read that is never produced",
      what: "An attribute names an outcome, list, group or thing in hand that does not exist in this method.",
      why: "In the session it would be empty for ever, and the step would wait for nothing.",
      example: .neverProduced,
      remedy: "Correct the spelling, or add the activity that produces it. A thing in hand (`as`) counts only inside"
        + " its element."),
    Explanation(
      .deliveredNeverProduced, title: "a promised outcome that is never produced",
      what: "<delivers> promises an outcome that no activity writes.",
      why: "What a method delivers is the reason why people come.",
      example: .deliveredNeverProduced,
      remedy: "Correct the spelling, add the activity, or promise less."),
    Explanation(
      .unknownName, title: "a name that stands for nothing",
      what: "An attribute names a role, grouping, scale or field that the head of the method does not define.",
      why: "The session would not know whom or what is meant.", example: .unknownName,
      remedy: "Correct the spelling, or define it in <roles>, <groupings>, <scales> or <people>."),
    Explanation(
      .wrongKindOfName, title: "a name of the wrong kind",
      what: "The name exists, but stands for something else than this attribute takes.",
      why: "A scale cannot be voted on, and a list cannot form groups.",
      example: .wrongKindOfName,
      remedy: "Name something of the right kind."),
  ]
}

/// Which kinds of names an attribute takes, and the words it takes beside them.
private struct NameSort {
  let kinds: [NameTable.Kind]
  let words: [String]
  let noun: String
  let remedy: String
  var builtIn: [String] { kinds.contains(.role) ? [Role.facilitator] : [] }
  var takesDecisions = false

  static let grouping = NameSort(
    kinds: [.grouping], words: [], noun: "grouping",
    remedy: "define it in <groupings>, as in <groups id=\"pairs\" size=\"2\"/>")
  /// What minutes may be counted by.
  static let counted = NameSort(
    kinds: [.grouping, .role], words: [], noun: "grouping or role",
    remedy: "define it in <groupings>, as in <groups id=\"pairs\" size=\"2\"/>, or in <roles>")
  private static let who = "define it in <roles> or <groupings>"

  init(kinds: [NameTable.Kind], words: [String], noun: String, remedy: String, takesDecisions: Bool = false) {
    self.kinds = kinds
    self.words = words
    self.noun = noun
    self.remedy = remedy
    self.takesDecisions = takesDecisions
  }

  /// `nil` for types that name nothing of the head.
  init?(_ type: AttributeType) {
    switch type {
    case .grouping: self = .grouping
    case .scale, .axes:
      self.init(
        kinds: [.scale], words: [], noun: "scale",
        remedy: "define it in <scales>, as in <scale id=\"one-to-five\" range=\"1..5\"/>")
    case .fieldsOrRoles:
      self.init(
        kinds: [.field, .role], words: [], noun: "field of people or role", remedy: "define it in <people> or <roles>")
    case .who: self.init(kinds: [.role, .grouping], words: ["everyone"], noun: "role or grouping", remedy: Self.who)
    case .whoSeveral: self.init(kinds: [.role, .grouping], words: [], noun: "role or grouping", remedy: Self.who)
    case .silentOnes:
      self.init(kinds: [.role, .grouping], words: [Role.author], noun: "role or grouping", remedy: Self.who)
    case .speakers:
      self.init(
        kinds: [.role, .grouping], words: ["everyone", Role.author], noun: "role or grouping", remedy: Self.who)
    case .roles: self.init(kinds: [.role], words: [], noun: "role", remedy: "define it in <roles>")
    case .contributor:
      self.init(
        kinds: [.role, .grouping], words: ["everyone", Role.author], noun: "role or grouping", remedy: Self.who)
    case .oneRole:
      self.init(
        kinds: [.role], words: [Role.author], noun: "role", remedy: "define it in <roles>, or write facilitator")
    case .decider:
      self.init(
        kinds: [.role], words: [Role.author], noun: "role",
        remedy: "define it in <roles>, write facilitator, or name what a <decide> writes", takesDecisions: true)
    case .participation:
      self.init(
        kinds: [.role, .grouping], words: ["room", "alone"], noun: "role or grouping",
        remedy: "write room or alone, or define it in <roles> or <groupings>")
    case .unit:
      self.init(
        kinds: [.grouping], words: ["person", "group", "room"], noun: "grouping",
        remedy: "write person, group or room, or define it in <groupings>")
    case .change:
      self.init(
        kinds: [.setting, .outcome], words: ["last-round"], noun: "earlier round or session",
        remedy: "write last-round, or name a setting with type=\"earlier\" or another outcome of this method")
    case .visible:
      self.init(
        kinds: [.role], words: ["author", "group", "room"], noun: "role",
        remedy: "write author, group or room, or define the role in <roles>")
    default: return nil
    }
  }
}

extension String {
  /// Where a word stands in it as a whole, in UTF-8 bytes.
  func utf8Range(of word: String) -> Range<Int>? {
    let all = Array(utf8)
    let wanted = Array(word.utf8)
    guard all.count >= wanted.count else { return nil }
    for start in 0...(all.count - wanted.count) where all[start...].starts(with: wanted) {
      let isStart = start == 0 || isBlank(all[start - 1])
      let end = start + wanted.count
      let isEnd =
        end == all.count || isBlank(all[end]) || all[end] == UInt8(ascii: ",") || all[end] == UInt8(ascii: "+")
      if isStart, isEnd { return start..<end }
    }
    return nil
  }
}
