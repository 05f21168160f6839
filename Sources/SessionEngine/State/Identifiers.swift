/// A word that names one thing within a session, kept apart from other words by its type.
package protocol SessionIdentifier: Hashable, Sendable, Codable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  var raw: String { get }
  init(_ raw: String)
}

extension SessionIdentifier {
  package init(stringLiteral value: String) { self.init(value) }
  package var description: String { raw }
  package static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(raw)
  }
}

/// A person on the roster.
package struct PersonID: SessionIdentifier {
  package let raw: String
  package init(_ raw: String) { self.raw = raw }
}

/// An entry of an outcome; chosen by its sender.
package struct EntryID: SessionIdentifier {
  package let raw: String
  package init(_ raw: String) { self.raw = raw }
}

/// A command; chosen by its sender, the key under which it is accepted once.
package struct CommandID: SessionIdentifier {
  package let raw: String
  package init(_ raw: String) { self.raw = raw }

  /// One of several commands that were typed as one line, and are taken back as one.
  package init(_ raw: String, ofLine line: String) { self.raw = "\(line)+\(raw)" }

  /// What the other commands of the same line have before the plus, too.
  var line: String? { raw.lastIndex(of: "+").map { String(raw[..<$0]) } }
}

/// Where an instance of a flow element stands: `rounds#2/objection@o7/hear` (`#` lap, `@` subject, `%` part or arm).
package struct InstancePath: SessionIdentifier {
  package let raw: String
  package init(_ raw: String) { self.raw = raw }

  /// The agenda itself.
  package static let agenda = InstancePath("")

  package func appending(_ component: String) -> InstancePath {
    InstancePath(raw.isEmpty ? component : "\(raw)/\(component)")
  }

  /// Whether its last component is an instance of that place.
  func isInstance(of place: String) -> Bool {
    (raw.split(separator: "/").last ?? "").prefix { !"#@%+".contains($0) } == place
  }

  /// Whether it lies in an instance of that place in which the other path does not lie.
  func isWithin(_ place: String, apartFrom other: InstancePath) -> Bool {
    var path = InstancePath.agenda
    return raw.split(separator: "/").contains { component in
      path = path.appending(String(component))
      return path.isInstance(of: place) && !other.isWithin(path)
    }
  }

  /// A word as it may stand in a component.
  static func word(_ text: String) -> String { String(text.map { "/#@%".contains($0) ? "-" : $0 }) }

  /// The path with another last component.
  func sibling(_ component: String) -> InstancePath {
    InstancePath((raw.split(separator: "/").dropLast() + [component[...]]).joined(separator: "/"))
  }

  /// Whether this is that path or lies beneath it.
  package func isWithin(_ ancestor: InstancePath) -> Bool {
    if ancestor.raw.isEmpty || raw == ancestor.raw { return true }
    return raw.utf8.count > ancestor.raw.utf8.count && raw.hasPrefix(ancestor.raw)
      && raw.utf8[raw.utf8.index(raw.utf8.startIndex, offsetBy: ancestor.raw.utf8.count)] == UInt8(ascii: "/")
  }
}

/// Anything a step can be about: an entry, a value of a list, a group, a person, or a document.
///
/// Written `entry:o7`, `value:indicators/need`, `group:pairs/2`, `person:p4`.
package struct ThingRef: Hashable, Sendable, Comparable, CustomStringConvertible, Codable {
  package enum Kind: String, Sendable { case entry, value, group, person }

  package let kind: Kind
  package let id: String

  package init(kind: Kind, id: String) {
    self.kind = kind
    self.id = id
  }

  package static func entry(_ id: EntryID) -> ThingRef { ThingRef(kind: .entry, id: id.raw) }
  package static func person(_ id: PersonID) -> ThingRef { ThingRef(kind: .person, id: id.raw) }
  package static func value(_ id: String, of source: String) -> ThingRef {
    ThingRef(kind: .value, id: "\(source)/\(id)")
  }

  package var entry: EntryID? { kind == .entry ? EntryID(id) : nil }
  package var person: PersonID? { kind == .person ? PersonID(id) : nil }

  /// The word after the source's name: what an author writes in `for`; an entry's whole id.
  package var word: String {
    kind == .entry ? id : id.split(separator: "/").last.map { String($0) } ?? id
  }

  /// Whether the word is an author's, which people may read and type; that of all else is a number or an id.
  package var hasAuthoredWord: Bool { kind == .value && Int(word) == nil }

  /// The word as a component of a path.
  package var pathWord: String { InstancePath.word(word) }

  package var description: String { "\(kind.rawValue):\(id)" }

  /// In the order of the descriptions, which need not be made for it.
  package static func < (left: ThingRef, right: ThingRef) -> Bool {
    left.kind == right.kind ? left.id < right.id : left.kind.rawValue < right.kind.rawValue
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a thing: \(text)")
    }
    self.init(kind: kind, id: String(parts[1]))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// One activity of one take: where contributions go.
package struct RunID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The take's number, from 1.
  package let take: Int
  /// The activity's place in its step, from 0.
  package let activity: Int

  package init(take: Int, activity: Int) {
    self.take = take
    self.activity = activity
  }

  package var description: String { "\(take).\(activity)" }
}

/// Who owns one document, mark or verdict: a person, a part of the room, or an unnamed sheet of paper.
///
/// Written `person:p4`, `part:pairs/2`, `sheet:3`.
package enum UnitRef: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  case person(PersonID)
  case part(String)
  /// An answer whose owner was not named when the host entered it.
  case sheet(Int)

  package var description: String {
    switch self {
    case .person(let id): "person:\(id)"
    case .part(let key): "part:\(key)"
    case .sheet(let number): "sheet:\(number)"
    }
  }

  package var person: PersonID? { if case .person(let id) = self { id } else { nil } }

  /// Parts, people, sheets; each among themselves by key, id or number.
  package static func < (left: UnitRef, right: UnitRef) -> Bool {
    switch (left, right) {
    case (.part(let first), .part(let second)): first < second
    case (.person(let first), .person(let second)): first < second
    case (.sheet(let first), .sheet(let second)): first < second
    case (.part, _), (.person, .sheet): true
    default: false
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let parts = text.split(separator: ":", maxSplits: 1)
    switch (parts.first, parts.count == 2 ? String(parts[1]) : nil) {
    case ("person", let id?): self = .person(PersonID(id))
    case ("part", let key?): self = .part(key)
    case ("sheet", let number?) where Int(number) != nil: self = .sheet(Int(number) ?? 0)
    default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a unit: \(text)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Who sends a command: the host, a participant, or the clock and shell.
///
/// Written `host`, `person:p4`, `shell`.
package enum Actor: Hashable, Sendable, Codable, CustomStringConvertible {
  case host
  case person(PersonID)
  case shell

  package var description: String {
    switch self {
    case .host: "host"
    case .person(let id): "person:\(id)"
    case .shell: "shell"
    }
  }

  package init?(_ text: some StringProtocol) {
    if text == "host" {
      self = .host
    } else if text == "shell" {
      self = .shell
    } else if text.hasPrefix("person:") {
      self = .person(PersonID(String(text.dropFirst(7))))
    } else {
      return nil
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let actor = Actor(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an actor: \(text)")
    }
    self = actor
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A moment of wall time: milliseconds since 1970, UTC.
package struct WallTime: Hashable, Sendable, Codable, Comparable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (left: WallTime, right: WallTime) -> Bool { left.milliseconds < right.milliseconds }

  /// Whole seconds from this moment to another; negative when the other is earlier.
  package func seconds(to other: WallTime) -> Int { Int((other.milliseconds - milliseconds) / 1000) }

  package func adding(seconds: Int) -> WallTime { WallTime(milliseconds: milliseconds + Int64(seconds) * 1000) }
}
