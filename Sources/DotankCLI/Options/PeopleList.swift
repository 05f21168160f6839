import MethodModel
import SessionEngine
import SessionStore

/// Who is there, as given on the command line.
struct PeopleList {
  var people: [Person]
  /// Roles named in a file, by role id.
  var roles: [String: [PersonID]]
  /// Columns of a file that the method does not know.
  var ignored: [String]

  /// The most people a session takes.
  static let most = 2_000

  /// Reads `12`, `Aino,Bo,Chen` or a CSV file.
  static func read(_ text: String, for method: Method, _ world: World) throws(Failure) -> PeopleList {
    let trimmed = text.split(separator: "\n").joined(separator: " ")
    if let count = Int(trimmed) { return try numbered(count) }
    if trimmed.lowercased().hasSuffix(".csv") || (trimmed.contains("/") && !trimmed.contains(",")) {
      return try file(trimmed, for: method)
    }
    return try named(trimmed.split(separator: ",", omittingEmptySubsequences: true).map { clean(String($0)) })
  }

  static func numbered(_ count: Int) throws(Failure) -> PeopleList {
    guard (1...most).contains(count) else {
      throw Failure(
        "a session takes 1 to \(most) people, and \(count) were given", remedy: "for example  --people 12",
        code: Exit.usage)
    }
    return PeopleList(
      people: (1...count).map { Person(id: PersonID("p\($0)"), name: "Person \($0)") }, roles: [:], ignored: [])
  }

  private static func named(_ names: [String]) throws(Failure) -> PeopleList {
    let names = names.filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw Failure(
        "nobody is named after --people", remedy: "for example  --people \"Aino,Bo,Chen\"", code: Exit.usage)
    }
    try check(names, in: "the list", code: Exit.usage)
    return PeopleList(
      people: names.enumerated().map { Person(id: PersonID("p\($0.offset + 1)"), name: $0.element) }, roles: [:],
      ignored: [])
  }

  private static func check(_ names: [String], in place: String, code: Int32) throws(Failure) {
    guard names.count <= most else {
      throw Failure("a session takes at most \(most) people, and \(names.count) are in \(place)", code: code)
    }
    var seen: [String: String] = [:]
    for name in names {
      if let earlier = seen[Roster.folded(name)] {
        throw Failure(
          "“\(earlier)” is twice in \(place)", remedy: "add a letter to tell them apart, as in “\(name) B”", code: code)
      }
      seen[Roster.folded(name)] = name
    }
  }

  private static func clean(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Files

  private static func file(_ path: String, for method: Method) throws(Failure) -> PeopleList {
    let bytes: [UInt8]
    do { bytes = try SystemFiles().read(path) } catch {
      throw Failure(SessionStoreError(error, doing: "reading the list of people", exit: .noInput))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        "\(path) is not in UTF-8", remedy: "save it from the spreadsheet as “CSV UTF-8”", code: Exit.data)
    }
    let rows: [[String]]
    do throws(CommaSeparated.OpenQuotation) { rows = try CommaSeparated.rows(text) } catch {
      throw Failure(
        "the quotation mark in line \(error.line) of \(path) is never closed",
        remedy: "close it, or write it twice where it is meant as a sign", code: Exit.data)
    }
    return try people(in: rows, path, for: method)
  }

  private static func people(
    in rows: [[String]], _ path: String, for method: Method
  ) throws(Failure) -> PeopleList {
    let header = (rows.first ?? []).map { clean($0).lowercased() }
    guard let nameColumn = header.firstIndex(of: "name") else {
      throw Failure(
        "\(path) has no column “name”", remedy: "its first line names the columns, for example  name,role,school",
        code: Exit.data)
    }
    let known = Set(method.people.map(\.id))
    var list = PeopleList(
      people: [], roles: [:],
      ignored: header.filter { !$0.isEmpty && $0 != "name" && $0 != "role" && !known.contains($0) })
    for row in rows.dropFirst() {
      let name = nameColumn < row.count ? clean(row[nameColumn]) : ""
      guard !name.isEmpty else { continue }
      let id = PersonID("p\(list.people.count + 1)")
      var fields: [String: String] = [:]
      for (column, title) in header.enumerated() where column < row.count && known.contains(title) {
        fields[title] = clean(row[column])
      }
      list.people.append(Person(id: id, name: name, fields: fields))
      if let column = header.firstIndex(of: "role"), column < row.count {
        try list.give(row[column], to: id, in: method, path)
      }
    }
    try check(list.people.map(\.name), in: path, code: Exit.data)
    guard !list.people.isEmpty else {
      throw Failure("nobody is named in \(path)", remedy: "write one person a line under the header", code: Exit.data)
    }
    return list
  }

  private mutating func give(
    _ cell: String, to person: PersonID, in method: Method, _ path: String
  ) throws(Failure) {
    for word in cell.split(whereSeparator: { ";/".contains($0) }).map({ Self.clean(String($0)) }) where !word.isEmpty {
      let role = method.roles.first { role in
        role.id == word.lowercased() || role.title.variants.contains { $0.raw.lowercased() == word.lowercased() }
      }
      guard let role else {
        let names = method.roles.map(\.id).joined(separator: ", ")
        throw Failure(
          "“\(word)” in \(path) is no role of this method",
          remedy: names.isEmpty ? "the method has no roles: leave the column empty" : "its roles are \(names)",
          code: Exit.data)
      }
      roles[role.id, default: []].append(person)
    }
  }
}

/// Comma-separated values as RFC 4180 has them; semicolons too, as spreadsheets write them in much of Europe.
///
/// Written here because the known package loads all of Foundation, which every command would then start with.
enum CommaSeparated {
  /// A quotation that the file ends in; `line` is where it began.
  struct OpenQuotation: Error { let line: Int }

  static func rows(_ text: String) throws(OpenQuotation) -> [[String]] {
    let characters = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    let firstLine = characters.prefix { !$0.isNewline }
    let separator: Character = firstLine.contains(";") && !firstLine.contains(",") ? ";" : ","
    var reader = Reader(separator: separator)
    for character in characters { reader.take(character) }
    return try reader.finish()
  }

  private struct Reader {
    let separator: Character
    private var rows: [[String]] = []
    private var row: [String] = []
    private var cell = ""
    private var isQuoted = false
    private var wasQuote = false
    private var line = 1
    private var quotationLine = 1

    init(separator: Character) { self.separator = separator }

    mutating func take(_ character: Character) {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(character)
        }
      } else if character == "\"" {
        if wasQuote { cell.append("\"") }
        if !wasQuote { quotationLine = line }
        isQuoted = true
        wasQuote = false
      } else {
        wasQuote = false
        takeOutside(character)
      }
    }

    private mutating func takeOutside(_ character: Character) {
      if character == separator {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        endRow()
      } else {
        cell.append(character)
      }
    }

    private mutating func endRow() {
      row.append(cell)
      cell = ""
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row = []
    }

    mutating func finish() throws(OpenQuotation) -> [[String]] {
      if isQuoted { throw OpenQuotation(line: quotationLine) }
      endRow()
      return rows
    }
  }
}
