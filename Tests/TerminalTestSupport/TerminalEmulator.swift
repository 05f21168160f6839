/// What a person sees of a program that takes a terminal's screen: bytes in, cells out.
///
/// It knows what `dotank` sends and nothing else: every other sequence is kept in `strange`, so that a test can hold that
/// there was none. Cells hold what people see as one character; a mark that comes by itself joins the one before it.
///
/// ```swift
/// var terminal = TerminalEmulator(columns: 80, rows: 24)
/// terminal.feed(Array("\u{1B}[2;5Hmoi".utf8))
/// terminal.text[1]  // "    moi"
/// ```
package struct TerminalEmulator: Sendable {
  /// One place of the screen. The second half of a wide character has no text.
  package struct Cell: Sendable, Hashable {
    package var text = " "
    /// The numbers of its attributes, as SGR counts them.
    package var style: Set<Int> = []
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  /// What is shown now, row by row.
  package private(set) var cells: [[Cell]]
  /// Where the cursor stands, from 0.
  package private(set) var cursor = (row: 0, column: 0)
  package private(set) var isCursorShown = true
  /// The screen that leaves what was there before untouched.
  package private(set) var isAlternate = false
  /// Whether pastes are to be marked.
  package private(set) var marksPastes = false
  /// Sequences and control characters that it does not know; a title, an answer asked for, a colour nobody agreed on.
  package private(set) var strange: [String] = []
  /// How often the bell rang and the whole screen was erased.
  package private(set) var bells = 0
  package private(set) var erasures = 0
  /// What stood there before it was erased last.
  package private(set) var erased: [[Cell]] = []
  /// Whether the cursor was shown since, as it is at the end of every change.
  package private(set) var isWhole = false

  private var style: Set<Int> = []
  /// The cursor stands behind the last column: the next character begins a row.
  private var isBehindEdge = false
  /// Where the last character stands, while marks can still join it.
  private var last: (row: Int, column: Int)?
  private var primary: (cells: [[Cell]], cursor: (row: Int, column: Int))?
  private var pending: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.empty(columns, rows)
  }

  private static func empty(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  // MARK: Seeing

  /// The rows as text, without blanks at their ends.
  package var text: [String] {
    cells.map { row in
      var text = row.map(\.text).joined()[...]
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// All of it as one text.
  package var page: String { text.joined(separator: "\n") }

  // MARK: The window

  /// Another size: what does not fit is cut off, as terminals do on the alternate screen.
  package mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.fitted(cells, columns, rows)
    if let kept = primary { primary = (Self.fitted(kept.cells, columns, rows), kept.cursor) }
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
    isBehindEdge = false
    last = nil
  }

  private static func fitted(_ cells: [[Cell]], _ columns: Int, _ rows: Int) -> [[Cell]] {
    let cut = cells.prefix(rows).map { row in
      Array(row.prefix(columns)) + Array(repeating: Cell(), count: max(0, columns - row.count))
    }
    return cut + empty(columns, max(0, rows - cut.count))
  }

  // MARK: Taking bytes

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var place = 0
    while let taken = take(pending[place...]) { place += taken }
    pending.removeFirst(place)
  }

  /// Obeys what begins here; how many bytes that took, nil while it is not whole.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return sequence(bytes) }
    if first < 0x20 || first == 0x7F {
      control(first)
      return 1
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    let decoded = String(decoding: bytes.prefix(length), as: UTF8.self)
    for scalar in decoded.unicodeScalars { put(scalar) }
    return length
  }

  private mutating func control(_ byte: UInt8) {
    last = nil
    switch byte {
    case 0x07: bells += 1
    case 0x0D: cursor.column = 0
    case 0x0A: lineFeed()
    default: strange.append("control character \(byte)")
    }
    if byte == 0x0D || byte == 0x0A { isBehindEdge = false }
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows { return cursor.row += 1 }
    cells.removeFirst()
    cells += Self.empty(columns, 1)
  }

  // MARK: Characters

  private mutating func put(_ scalar: Unicode.Scalar) {
    // Says where words from right to left end; it takes no cell.
    if scalar == "\u{200E}" { return }
    if (0x80..<0xA0).contains(scalar.value) { return strange.append("control character \(scalar.value)") }
    if let last {
      let joined = cells[last.row][last.column].text + String(Character(scalar))
      if joined.count == 1 { return join(joined, at: last) }
    }
    let text = String(Character(scalar))
    let width = CellWidth.of(text)
    guard width > 0 else { return strange.append("a mark without a character before it") }
    write(text, width)
  }

  /// A mark after a character, which it may widen.
  private mutating func join(_ text: String, at place: (row: Int, column: Int)) {
    let before = CellWidth.of(cells[place.row][place.column].text)
    cells[place.row][place.column].text = text
    let after = min(CellWidth.of(text), columns - place.column)
    guard after > before else { return }
    for column in (place.column + before)..<(place.column + after) {
      clearWide(place.row, column)
      cells[place.row][column] = Cell(text: "", style: style)
    }
    cells[place.row][place.column].text = text
    advance(to: place.column + after)
  }

  private mutating func write(_ text: String, _ width: Int) {
    if isBehindEdge || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
      isBehindEdge = false
    }
    let (row, column) = cursor
    for place in column..<(column + width) { clearWide(row, place) }
    cells[row][column] = Cell(text: text, style: style)
    if width == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    last = (row, column)
    advance(to: column + width)
  }

  private mutating func advance(to column: Int) {
    isBehindEdge = column >= columns
    cursor.column = min(column, columns - 1)
  }

  /// A half of a wide character that is written over takes the other half with it.
  private mutating func clearWide(_ row: Int, _ column: Int) {
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1].text = " " }
    if column + 1 < columns, cells[row][column + 1].text.isEmpty { cells[row][column + 1].text = " " }
    cells[row][column].text = " "
  }

  // MARK: Sequences

  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Int? {
    last = nil
    guard bytes.count > 1 else { return nil }
    guard bytes[bytes.startIndex + 1] == UInt8(ascii: "[") else {
      strange.append("ESC \(Character(Unicode.Scalar(bytes[bytes.startIndex + 1])))")
      return 2
    }
    let rest = bytes.dropFirst(2)
    guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    let parameters = String(decoding: rest[..<end], as: UTF8.self)
    if !obey(parameters, rest[end]) { strange.append("ESC [ \(parameters)\(Character(Unicode.Scalar(rest[end])))") }
    return end + 1 - bytes.startIndex
  }

  /// Whether it is a sequence that it knows.
  private mutating func obey(_ parameters: String, _ final: UInt8) -> Bool {
    switch (parameters, final) {
    case ("2", UInt8(ascii: "J")):
      erased = cells
      cells = Self.empty(columns, rows)
      erasures += 1
      isWhole = false
    case ("", UInt8(ascii: "K")):
      clearWide(cursor.row, cursor.column)
      for column in cursor.column..<columns { cells[cursor.row][column] = Cell() }
    case (_, UInt8(ascii: "H")): return move(parameters)
    case (_, UInt8(ascii: "m")): return dress(parameters)
    case ("?25", _):
      if final == UInt8(ascii: "h") { isWhole = true }
      return set(final) { $0.isCursorShown = $1 }
    case ("?2004", _): return set(final) { $0.marksPastes = $1 }
    case ("?1049", _): return set(final) { $0.change(toAlternate: $1) }
    default: return false
    }
    return true
  }

  private mutating func set(_ final: UInt8, _ change: (inout Self, Bool) -> Void) -> Bool {
    guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { return false }
    change(&self, final == UInt8(ascii: "h"))
    return true
  }

  private mutating func move(_ parameters: String) -> Bool {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row > 0, column > 0 else { return false }
    cursor = (min(row, rows) - 1, min(column, columns) - 1)
    isBehindEdge = false
    return true
  }

  /// Bold, faint, reverse and a few colours.
  private mutating func dress(_ parameters: String) -> Bool {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    for number in numbers {
      guard let number, [0, 1, 2, 7, 31, 33, 35, 36].contains(number) else { return false }
      if number == 0 { style = [] } else { style.insert(number) }
    }
    return true
  }

  private mutating func change(toAlternate isWanted: Bool) {
    guard isWanted != isAlternate else { return }
    isAlternate = isWanted
    if isWanted {
      primary = (cells, cursor)
      cells = Self.empty(columns, rows)
    } else if let kept = primary {
      (cells, cursor) = (kept.cells, (min(kept.cursor.row, rows - 1), min(kept.cursor.column, columns - 1)))
      primary = nil
    }
    isBehindEdge = false
  }
}
