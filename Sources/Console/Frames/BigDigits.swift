/// A clock that can be read from the back of the room: digits of three by five dots.
enum BigDigits {
  private static let dots: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": ["## ", " # ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", " ##", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ":": [" ", "#", " ", "#", " "], "+": ["   ", " # ", "###", " # ", "   "],
    "-": ["   ", "   ", "###", "   ", "   "],
  ]

  /// Rows of text, all of one width. Scale 1: three rows, two dots in a cell; above it, a dot is `scale` columns wide and
  /// half as many rows high, at least one.
  static func rows(_ text: String, scale: Int) -> [String] {
    let lines = (0..<5).map { line in
      text.compactMap { dots[$0]?[line] }.joined(separator: " ")
    }
    guard scale > 1 else { return halved(lines) }
    return lines.flatMap { line in
      let wide = line.map { String(repeating: $0 == "#" ? "█" : " ", count: scale) }.joined()
      return Array(repeating: wide, count: max(1, scale / 2))
    }
  }

  /// Two dots, one above the other, in each cell.
  private static func halved(_ lines: [String]) -> [String] {
    let blank = String(repeating: " ", count: lines[0].count)
    let even = lines.count % 2 == 0 ? lines : lines + [blank]
    return stride(from: 0, to: even.count, by: 2).map { row in
      String(
        zip(even[row], even[row + 1]).map { above, below in
          switch (above, below) {
          case ("#", "#"): "█"
          case ("#", _): "▀"
          case (_, "#"): "▄"
          default: " "
          }
        })
    }
  }
}
