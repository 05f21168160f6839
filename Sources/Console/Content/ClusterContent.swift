import MethodModel
import SessionEngine

/// Sorting at speed: things by their numbers, clusters by their letters.
///
/// `3 5 9 = Time` puts three things into a cluster of that name, `4 7 A` puts two into cluster A, `3-8 B` six into B,
/// `4 -` takes one out. `A = Hours` renames, `A -` dissolves, `A + B = Hours` makes one of two, `A / 3 5 = Days` takes
/// two out of A into one of their own. `3 + 5 = more breaks` makes one of two things, `7 / breaks / quiet` two of one.
extension ContentReader {
  mutating func sorting(_ line: String) throws(Complaint) -> [CommandBody] {
    let (owner, text) = try splitOwner(line)
    let (left, right) = Self.sides(of: text)
    if let slash = left.firstIndex(of: "/") {
      return [try splitting(left[..<slash].trimmed, String(text[text.index(after: slash)...]))]
    }
    if left.contains("+") { return [try merging(left, named: right)] }
    var words = left.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) }
    guard let last = words.last else { throw sortingForm() }
    if words.count == 1, let cluster = cluster(last) { return [try change(cluster, right)] }
    if right == nil {
      words.removeLast()
      guard !words.isEmpty else { throw sortingForm() }
      return [try put(try numbered(words), Self.isNothing(last) ? "" : last, owner, isLetter: true)]
    }
    return [try put(try numbered(words), right ?? "", owner, isLetter: false)]
  }

  /// Before and after the first `=`.
  private static func sides(of text: String) -> (left: String, right: String?) {
    guard let equals = text.firstIndex(of: "=") else { return (text.trimmed, nil) }
    return (text[..<equals].trimmed, text[text.index(after: equals)...].trimmed)
  }

  private static func isNothing(_ word: String) -> Bool { ["", "-", "–"].contains(word) }

  /// Puts things into the cluster of that letter or name, into a new one, or with no name out of theirs.
  private mutating func put(
    _ things: [ThingRef], _ name: String, _ owner: Owner?, isLetter: Bool
  ) throws(Complaint) -> CommandBody {
    let known = cluster(name) ?? clusters.first { isOwn($0, owner) && Roster.folded($0.text) == Roster.folded(name) }
    guard known != nil || !isLetter || Self.isNothing(name) else {
      throw Complaint("There is no cluster “\(name)”: \(clusterRange). Nothing was moved.")
    }
    let part = owner?.part ?? known.flatMap(Self.part)
    if part == nil { try requireOwner(owner, or: "3 5 = \(name.isEmpty ? "Time" : name)") }
    if Self.isNothing(name) {
      return .sort(
        SortThings(run: activity.run, cluster: nil, things: things, author: owner?.author, part: part))
    }
    return .sort(
      SortThings(
        run: activity.run, cluster: known?.id ?? ids.next(), name: known == nil ? name : nil, things: things,
        author: owner?.author, part: part))
  }

  /// A new name for a cluster, or none: then it is dissolved.
  private func change(_ cluster: EntryView, _ name: String?) throws(Complaint) -> CommandBody {
    guard let name, !Self.isNothing(name) else {
      throw Complaint(
        "To rename it, write “\(letter(of: cluster)) = new name”; to take it away, /withdraw \(letter(of: cluster)).")
    }
    return .reword(RewordEntry(id: cluster.id, fields: ["text": name]))
  }

  /// `A + B`, `3 + 5`, with what it is called then.
  private mutating func merging(
    _ text: String, named name: String?, carries: Bool = false
  ) throws(Complaint) -> CommandBody {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "+" || $0 == "," }).map { String($0) }
    let entries = try entries(named: words)
    guard entries.count > 1 else {
      throw Complaint("Say at least two that are to become one, as in “3 + 5 = more breaks”. Nothing was done.")
    }
    let fields = name.flatMap { $0.isEmpty ? nil : ["text": $0] } ?? [:]
    return .merge(MergeEntries(id: ids.next(), entries: entries, fields: fields, carries: carries))
  }

  /// `A / 3 5 = Days`: what stays with A keeps its name; `7 / breaks / quiet`: each part says something else.
  private mutating func splitting(_ whole: String, _ rest: String) throws(Complaint) -> CommandBody {
    if let cluster = cluster(whole) {
      let (left, right) = Self.sides(of: rest)
      let things = try numbered(left.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { String($0) })
      guard let right, !right.isEmpty else {
        throw Complaint("Say what the new cluster is called, as in “\(whole) / 3 5 = Days”. Nothing was done.")
      }
      return .split(
        SplitEntry(
          entry: cluster.id,
          parts: [.init(id: ids.next(), fields: [:]), .init(id: ids.next(), fields: ["text": right], things: things)]))
    }
    let words = rest.split(separator: "/").map(\.trimmed).filter { !$0.isEmpty }
    guard words.count > 1, let entry = try entries(named: [whole]).first else {
      throw Complaint("Say what it becomes, as in “7 / breaks / quiet”. Nothing was done.")
    }
    var parts: [SplitEntry.Part] = []
    for text in words { parts.append(.init(id: ids.next(), fields: ["text": text])) }
    return .split(SplitEntry(entry: entry, parts: parts))
  }

  /// After `/merge` and `/split`: `3 5 = words`, with `points` where the points of both count; `7 this / that`.
  mutating func rearranged(_ text: String, isMerge: Bool) throws(Complaint) -> CommandBody {
    guard isMerge else {
      let whole = text.prefix { !$0.isWhitespace && $0 != "/" }
      let rest = text.dropFirst(whole.count).trimmed
      return try splitting(String(whole), rest.hasPrefix("/") ? String(rest.dropFirst()) : rest)
    }
    let (left, right) = Self.sides(of: text)
    let carries = left.lowercased().hasSuffix("points")
    return try merging(carries ? left.dropLast(6).trimmed : left, named: right, carries: carries)
  }

  /// Entries by letter or number: those that came in where things are collected, else what is put up.
  private func entries(named words: [String]) throws(Complaint) -> [EntryID] {
    let clusters = words.compactMap { cluster($0)?.id }
    if clusters.count == words.count { return clusters }
    guard activity.kind == .collect || activity.kind == .commit else {
      return try numbered(words).compactMap(\.entry)
    }
    var entries: [EntryID] = []
    for word in words {
      guard let id = Int(word).flatMap({ numbers.id($0) }), activity.entries.contains(where: { $0.id == id }) else {
        throw Complaint("“\(word)” is no entry of this step; /items lists them with their numbers. Nothing was done.")
      }
      entries.append(id)
    }
    return entries
  }

  // MARK: Numbers and letters

  /// The things of numbers and ranges such as `3-8`.
  func numbered(_ words: [String]) throws(Complaint) -> [ThingRef] {
    var things: [ThingRef] = []
    for word in words {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
        throw Complaint("“\(word)” is no number of those listed here. Nothing was done.")
      }
      for number in first...min(last, max(first, activity.ballot.count + 1)) {
        guard activity.ballot.indices.contains(number - 1) else {
          throw Complaint("There is no number \(number): \(ballotRange). Nothing was done.")
        }
        let thing = activity.ballot[number - 1]
        if thing.isGone, first != last { continue }
        guard !thing.isGone else {
          throw Complaint("Number \(number) is gone: it was merged, split or withdrawn. Nothing was done.")
        }
        things.append(thing.thing)
      }
    }
    guard !things.isEmpty else { throw sortingForm() }
    return things
  }

  private var clusters: [EntryView] { activity.kind == .cluster ? activity.entries : [] }

  /// The cluster of a letter.
  private func cluster(_ word: String) -> EntryView? {
    guard let number = Letters.number(word), let id = numbers.id(number) else { return nil }
    return clusters.first { $0.id == id }
  }

  private func letter(of cluster: EntryView) -> String {
    numbers.number(of: cluster.id).map { Letters.text($0) } ?? cluster.text
  }

  private func isOwn(_ cluster: EntryView, _ owner: Owner?) -> Bool {
    guard let part = owner?.part else { return groups.count < 2 }
    return cluster.unit == .part(part)
  }

  private static func part(_ cluster: EntryView) -> String? {
    if case .part(let key) = cluster.unit, key != Part.roomKey { key } else { nil }
  }

  private var clusterRange: String {
    clusters.isEmpty
      ? "there are none yet; “3 5 = Time” begins one"
      : "they are \(spokenList(clusters.map { letter(of: $0) }))"
  }

  private func sortingForm() -> Complaint {
    Complaint(
      "Write the numbers and a name, as in “3 5 9 = Time”, or the numbers and a cluster's letter, as in “4 7 A”.",
      "Nothing was done.")
  }
}

/// Letters that count: A to Z, AA, AB and so on.
enum Letters {
  static func text(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      text = String(UnicodeScalar(letter)) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// The number of one or two letters; `nil` for anything else.
  static func number(_ word: String) -> Int? {
    let bytes = Array(word.uppercased().utf8)
    guard (1...2).contains(bytes.count), bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    return bytes.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
  }
}
