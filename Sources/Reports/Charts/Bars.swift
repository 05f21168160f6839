/// Amounts drawn beside each other, all from the same beginning.
enum Bars {
  /// The length of the longest bar.
  static let longest = 200.0

  /// Bars of things, each with its amount as a number and as it is printed; an amount below nothing has no bar.
  static func of(_ rows: [(label: String, amount: Double, shown: String)], _ words: Words) -> [BarPart] {
    let most = rows.map(\.amount).max() ?? 0
    return rows.map { row in
      BarPart(
        label: row.label, value: row.shown, width: most > 0 ? max(0, row.amount) / most * longest : 0,
        told: words.phrase("bar", row.label, row.shown))
    }
  }
}

/// One amount with its bar.
struct BarPart: Part {
  let label: String
  let value: String
  let width: Double
  let told: String

  static let shape = Shape<BarPart>(
    "bar",
    [
      .text("label", "What it is an amount of.", \.label), .text("value", "The amount.", \.value),
      .text("width", "The bar’s length, 0 to 200.") { pixels($0.width) },
      .text("told", "Both in one sentence, for the drawing’s title.", \.told),
    ])
}
