/// What a value may look like, as schemas and the reference say it: the same forms that `ValueCheck` reads.
struct ValueForm: Sendable {
  /// What the form is called among the types of a schema; empty where only `words` count.
  let name: String
  /// How such a value is written, for the reference.
  let sentence: String
  /// One of these has to fit, each of them with all of its regular expressions (the dialect of XML Schema).
  let patterns: [[String]]
  /// Words that have a meaning of their own, for editors to propose; with patterns they are among what fits.
  let words: [String]
  /// Several words, with white space between.
  let isList: Bool

  init(_ name: String, _ sentence: String, _ patterns: [[String]] = [], words: [String] = [], isList: Bool = false) {
    self.name = name
    self.sentence = sentence
    self.patterns = patterns
    self.words = words
    self.isList = isList
  }

  /// The form with other proposals, under a name of its own.
  fileprivate func proposing(_ words: [String], as name: String, _ sentence: String) -> ValueForm {
    ValueForm(name, sentence, patterns, words: words, isList: isList)
  }
}

/// Regular expressions of values, built of each other. Each follows one reader in `Values`.
private enum Form {
  static let name = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
  static let source = "\(name)(/\(name))?"
  static let braces = "\\{\(source)\\}"
  static let digits = "[0-9]{1,9}"
  static let decimal = "[+\\-]?[0-9]{1,15}(\\.[0-9]{1,4})?"
  static let range = "\(digits)(\\.\\.(\(digits))?)?"

  /// Larger units first, each at most once.
  static let duration: String = {
    let (hours, minutes, seconds) = ("(\(digits)h)?", "(\(digits)m)?", "(\(digits)s)?")
    let ways = [
      "\(digits)d\(hours)\(minutes)\(seconds)", "\(digits)h\(minutes)\(seconds)", "\(digits)m\(seconds)", "\(digits)s",
    ]
    return "(\(ways.joined(separator: "|")))"
  }()
  static let notNothing = ".*[1-9].*"

  static func several(_ word: String) -> String { "\\s*\(word)(\\s+\(word))*\\s*" }

  /// Whole numbers from a least one on.
  static func whole(from least: Int) -> [String] {
    least == 0 ? [digits] : [digits, "0*([\(least)-9]|[1-9][0-9]+)"]
  }

  static let time: [[String]] = {
    let perUnit = "(\\s*per\\s*\(name))?"
    let span = "(\(duration)|\(braces))"
    let atMost = "(,\\s*at\\s*most\\s*\(span)\\s*)?"
    let sum = "\(span)\(perUnit)(\\s*\\+\\s*\(span)\(perUnit))*\\s*\(atMost)"
    let word = "\\S*[1-9]\\S*"
    return [
      [duration, notNothing], ["\(duration)(\\s+\(duration))+\\s*", several(word)],
      [sum, ".*[^0-9dhms].*", "[^,]*(,.*([1-9]|\\{).*)?"],
    ]
  }()

  static let expected: [[String]] = {
    let word = "([^\\s\\{]\\S*|\(braces))"
    return [[several(word), "([^.]|\\.[^.])*\\.?"], ["\(decimal)\\.\\.(\(decimal))?"], ["\\.\\.\(decimal)"]]
  }()
}

extension AttributeType {
  /// The form of its values.
  var form: ValueForm {
    switch self {
    case .word(let words): ValueForm("", "", words: words)
    case .words(let words): ValueForm("", "", words: words, isList: true)
    case .yesNo: ValueForm("", "", words: ["yes", "no"])
    case .newName, .newPlace, .methodID: ValueForm("name", "a new name, as in pair-ideas", [[Form.name]])
    case .localName:
      ValueForm("value-name", "a new name or a number, as in need or 3", [[Form.name], ["[0-9]+"]])
    case .whole, .expectation, .range, .ranges, .number, .lot, .quantity: numberForm
    case .time, .duration, .moment: timeForm
    case .expected:
      ValueForm("expected", "words, a range such as 3..5, own, or {a name}", Form.expected, words: ["own"])
    case .operand: ValueForm("operand", "a word, or {a name}", [["[^\\{][\\s\\S]*"], [Form.braces]])
    case .languageTag:
      ValueForm("language-tag", "a language, as in en or fi", [["[A-Za-z0-9]{2,3}(-[A-Za-z0-9]{1,8})*"]])
    case .anything: ValueForm("anything", "a text", [["[\\s\\S]+"]])
    default: referenceForm
    }
  }

  private var numberForm: ValueForm {
    switch self {
    case .whole(let settings, let least):
      settings
        ? ValueForm("count-\(least)", "a whole number, or {a setting}", [Form.whole(from: least), [Form.braces]])
        : ValueForm("whole-\(least)", "a whole number", [Form.whole(from: least)])
    case .expectation:
      ValueForm(
        "expectation", "one number, or low, likely and high: 5 12 30",
        [["\\s*\(Form.digits)(\\s+\(Form.digits)\\s+\(Form.digits))?\\s*"]])
    case .range: ValueForm("range", "4..6, 4.. or 6", [[Form.range]])
    case .ranges: ValueForm("ranges", "4..24, or several such ranges", [[Form.several(Form.range)]])
    case .number(percent: false): ValueForm("number", "a number, as in 4.5", [[Form.decimal]])
    case .lot:
      ValueForm(
        "lot", "a whole number, a percentage, or {a setting}",
        [Form.whole(from: 1), [Form.decimal + "%"], [Form.braces]])
    case .number: ValueForm("ratio", "a number or a percentage", [[Form.decimal + "%?"]])
    default:
      ValueForm("quantity", "a number, a percentage, or {a setting}", [[Form.decimal + "%?"], [Form.braces]])
    }
  }

  private var timeForm: ValueForm {
    switch self {
    case .time: ValueForm("time", "a time formula: 5m, 1m per person, at most 10m", Form.time)
    case .duration:
      ValueForm("duration", "90s, 5m, 1h30m, 5d, or {a setting}", [[Form.duration, Form.notNothing], [Form.braces]])
    default:
      ValueForm("moment", "2m from the start, -30s from the end", [["-?\(Form.duration)"], ["-?\(Form.braces)"]])
    }
  }

  /// Names that are made elsewhere.
  private var referenceForm: ValueForm {
    let reference = ValueForm("reference", "", [[Form.name]])
    let source = ValueForm("source", "an outcome, list, grouping, role or people, or a part as in a/b", [[Form.source]])
    let several = ValueForm("sources", "one or several of these, with spaces between", [[Form.several(Form.source)]])
    let names = ValueForm("references", "", [[Form.several(Form.name)]])
    return switch self {
    case .place: reference.proposing([], as: "place", "the id of a place in the agenda")
    case .grouping: reference.proposing([], as: "grouping", "the id of groups")
    case .scale: reference.proposing([], as: "scale-name", "the id of a scale")
    case .setting: reference.proposing([], as: "setting-name", "the id of a setting")
    case .field: reference.proposing([], as: "field-name", "the id of a field")
    case .who: reference.proposing([], as: "who", "a role or a grouping")
    case .contributor:
      reference.proposing(["author"], as: "contributor", "a role (facilitator, too), a grouping, or author")
    case .oneRole:
      reference.proposing(["facilitator", "author"], as: "one-role", "a role, facilitator, or author")
    case .decider:
      reference.proposing(["facilitator", "author"], as: "decider", "a role, facilitator, author, or a decision")
    case .participation:
      reference.proposing(["room", "alone"], as: "participation", "room, alone, a grouping or a role")
    case .unit: reference.proposing(["person", "group", "room"], as: "unit", "person, group, room or a grouping")
    case .reveal:
      reference.proposing(
        ["end-of-step", "all-answered", "host"], as: "reveal", "end-of-step, all-answered, host, or a later step")
    case .visible:
      names.proposing([], as: "visible", "author, group or room, and roles, with spaces between")
    case .fieldsOrRoles: names.proposing([], as: "fields-or-roles", "fields of people or roles, with spaces between")
    case .whoSeveral: names.proposing([], as: "several-who", "roles or groupings, with spaces between")
    case .silentOnes:
      names.proposing([], as: "silent-ones", "roles or groupings, and author, with spaces between")
    case .speakers:
      names.proposing(
        [], as: "speakers", "roles or groupings, author, and everyone for all others, with spaces between")
    case .roles: names.proposing([], as: "roles", "roles, with spaces between")
    case .order: source.proposing(["made", "drawn"], as: "order", "made, drawn, or an outcome of marks")
    case .fieldType:
      source.proposing(
        ["text", "number", "minutes", "date", "person", "choice", "file"], as: "field-type",
        "text, number, minutes, date, person, choice, file, or a source")
    case .sources, .axes: several
    default: source
    }
  }
}
