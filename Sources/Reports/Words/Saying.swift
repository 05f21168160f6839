internal import MethodModel
internal import Outcomes

/// Figures, dates and the record's small values in words.
extension Words {
  /// `1 h 30 min`, `12 min`, `1 min 30 s`, `20 s`.
  func duration(_ seconds: Int) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3600)
    let (minutes, left) = rest.quotientAndRemainder(dividingBy: 60)
    var parts: [String] = []
    if hours != 0 { parts.append("\(hours) h") }
    if minutes != 0 { parts.append("\(minutes) min") }
    if hours == 0, left != 0 || parts.isEmpty { parts.append("\(left) s") }
    return parts.joined(separator: " ")
  }

  /// `12:05`, in minutes and seconds.
  func clock(_ seconds: Int) -> String {
    let left = seconds.magnitude % 60
    return "\(seconds < 0 ? "−" : "")\(seconds.magnitude / 60):\(left < 10 ? "0" : "")\(left)"
  }

  /// `4.5`, or `4,5` where a comma is written.
  func figure(_ figure: Figure?) -> String? {
    figure.map { language == .english ? $0.description : $0.description.replacing(".", with: ",") }
  }

  /// A share in per cent.
  func share(_ share: Figure?) -> String? {
    share.map { phrase("percent", figure(Figure($0.number.multiplied(by: 100))) ?? "") }
  }

  /// `14 March 2026`, from `2026-03-14T09:00:00.000Z`.
  func date(_ moment: Moment) -> String {
    day(String(moment.description.prefix { $0 != "T" }))
  }

  /// The same from `2026-03-14`; what is no day stays as it is.
  func day(_ day: String) -> String {
    let parts = day.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month), let number = Int(parts[2]) else {
      return day
    }
    let name = Self.months[month - 1].text(in: language)
    return "\(number)\(language == .finnish ? "." : "") \(name) \(parts[0])"
  }

  /// `09:00`
  func time(_ moment: Moment) -> String {
    String(moment.description.drop { $0 != "T" }.dropFirst().prefix(5))
  }

  private static let months: [Line] = [
    Line("1", "January", "tammikuuta", "janvier"), Line("2", "February", "helmikuuta", "février"),
    Line("3", "March", "maaliskuuta", "mars"), Line("4", "April", "huhtikuuta", "avril"),
    Line("5", "May", "toukokuuta", "mai"), Line("6", "June", "kesäkuuta", "juin"),
    Line("7", "July", "heinäkuuta", "juillet"), Line("8", "August", "elokuuta", "août"),
    Line("9", "September", "syyskuuta", "septembre"), Line("10", "October", "lokakuuta", "octobre"),
    Line("11", "November", "marraskuuta", "novembre"), Line("12", "December", "joulukuuta", "décembre"),
  ]

  /// "9 of 11 answered".
  func turnout(_ answered: Int?, of present: Int) -> String {
    answered.map { phrase("answered", String($0), String(present)) } ?? phrase("answered-in-part")
  }

  func withheld(_ why: Withheld) -> String { term(why.rawValue) }

  func thing(_ thing: ThingRecord) -> String { thing.label ?? term("unseen") }

  func things(_ things: [ThingRecord]) -> String { listed(things.map { thing($0) }) }

  /// The same before a colon, which takes the place of a full stop.
  func lead(_ things: [ThingRecord]) -> String {
    let words = self.things(things)
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// One after the other; where one has a semicolon itself, told apart otherwise.
  func listed(_ texts: [String]) -> String {
    texts.joined(separator: texts.contains { $0.contains(";") } ? " · " : "; ")
  }

  func who(_ attribution: Attribution) -> String {
    switch attribution.kind {
    case .person, .group: attribution.name ?? attribution.id ?? ""
    case .room: term("the-room")
    case .facilitator: term("the-facilitator")
    case .sheet: phrase("sheet", attribution.id ?? "")
    case .notSaid: term("not-said")
    case .withheld: term("name-withheld")
    }
  }

  /// The same where somebody or a group is named; nothing for the room and the unnamed.
  func named(_ attribution: Attribution) -> String? {
    attribution.kind == .person || attribution.kind == .group ? who(attribution) : nil
  }
}
