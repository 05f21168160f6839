internal import MethodModel
internal import Outcomes

extension Figure {
  /// For drawing only; what is printed stays exact.
  var value: Double { Double(number.units) / Double(Number.unitsPerOne) }
}

/// A length in a drawing as SVG takes it, to a tenth: `12.5`, `40`.
func pixels(_ length: Double) -> String {
  guard length.isFinite else { return "0" }
  let tenths = Int((length * 10).rounded())
  let (whole, rest) = Int(tenths.magnitude).quotientAndRemainder(dividingBy: 10)
  return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}

/// A text of at most so many characters, with `…` in the place of what has no room.
func shortened(_ text: String, to most: Int) -> String {
  guard text.count > most else { return text }
  var kept = text.prefix(most - 1)
  while kept.last?.isWhitespace == true { kept = kept.dropLast() }
  return kept + "…"
}
