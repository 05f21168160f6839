/// One line of a source as it is shown, and where a stretch of it stands on the screen.
struct ExcerptLine {
  /// The line without anything harmful, cut to the width that was asked for.
  let text: String
  /// How many cells stand before the stretch.
  let indent: Int
  /// How many cells the stretch takes; at least one, so that an empty stretch is seen.
  let length: Int

  /// Lays out a line, given as its bytes, so that at least the beginning of `marked` is visible within `width` cells.
  ///
  /// `marked` counts bytes from the beginning of the line.
  init(_ bytes: ArraySlice<UInt8>, marked: Range<Int>, width: Int) {
    // A line may be a whole file; nothing further away than this can be seen.
    let reach = width * 8
    let lower = max(0, marked.lowerBound - reach)
    let near = bytes.dropFirst(lower).prefix(marked.lowerBound - lower + reach)
    let cells = ExcerptLine.cells(near, firstOffset: lower)
    let first = cells.firstIndex { $0.upper > marked.lowerBound } ?? cells.endIndex
    let window = ExcerptLine.window(
      cells, around: first, width: width, isCutBefore: lower > 0, isCutAfter: near.endIndex < bytes.endIndex)
    let shown = cells[window.cells]
    text = (window.isCutBefore ? "…" : "") + shown.map(\.text).joined() + (window.isCutAfter ? "…" : "")
    let before = cells[window.cells.lowerBound..<first].reduce(0) { $0 + $1.width }
    indent = before + (window.isCutBefore ? 1 : 0)
    let inside = cells[first..<max(first, window.cells.upperBound)].prefix { $0.lower < marked.upperBound }
    length = max(1, inside.reduce(0) { $0 + $1.width })
  }

  /// One character as it is shown.
  private struct Cell {
    var text: String
    var width: Int
    var lower: Int
    var upper: Int
  }

  private struct Window {
    var cells: Range<Int>
    var isCutBefore: Bool
    var isCutAfter: Bool
  }

  private static func cells(_ bytes: ArraySlice<UInt8>, firstOffset: Int) -> [Cell] {
    var cells: [Cell] = []
    var offset = firstOffset
    var column = 0
    func add(_ text: String, width: Int, byteCount: Int) {
      cells.append(Cell(text: text, width: width, lower: offset, upper: offset + byteCount))
      offset += byteCount
      column += width
    }
    for piece in pieces(bytes) {
      switch piece {
      case .character("\t"):
        let width = tabWidth - column % tabWidth
        add(String(repeating: " ", count: width), width: width, byteCount: 1)
      case .character(let character):
        let text = harmless(character)
        add(text, width: displayWidth(of: text), byteCount: character.utf8.count)
      case .badByte(let byte): add(harmless(byte: byte), width: 4, byteCount: 1)
      }
    }
    return cells
  }

  private static let tabWidth = 4

  private enum Piece {
    case character(Character)
    case badByte(UInt8)
  }

  /// The characters of a line; bytes that are none stand for themselves.
  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    if let text = String(validating: bytes, as: UTF8.self) { return text.map(Piece.character) }
    var pieces: [Piece] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        pieces.append(.character(Character(UTF8.decode(encoded))))
        index += encoded.count
      case .error(let length):
        pieces += bytes[index..<(index + length)].map(Piece.badByte)
        index += length
      case .emptyInput: return pieces
      }
    }
  }

  /// The cells that fit, with a third of the room before the marked one when not all do.
  private static func window(
    _ cells: [Cell], around first: Int, width: Int, isCutBefore: Bool, isCutAfter: Bool
  ) -> Window {
    let total = cells.reduce(0) { $0 + $1.width }
    if total <= width, !isCutBefore, !isCutAfter {
      return Window(cells: cells.indices, isCutBefore: false, isCutAfter: false)
    }
    var lower = first
    var before = 0
    let beforeAll = cells[..<first].reduce(0) { $0 + $1.width }
    let room = !isCutBefore && beforeAll <= width / 2 ? beforeAll : width / 3
    while lower > 0, before + cells[lower - 1].width <= room {
      lower -= 1
      before += cells[lower].width
    }
    var upper = first
    var used = before
    while upper < cells.count, used + cells[upper].width <= width - 2 {
      used += cells[upper].width
      upper += 1
    }
    return Window(
      cells: lower..<upper, isCutBefore: isCutBefore || lower > 0, isCutAfter: isCutAfter || upper < cells.count)
  }
}
