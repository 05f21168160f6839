/// One promise held against what was measured.
struct Promise {
  enum Bound { case atMost, atLeast }

  let what: String
  let bound: Bound
  let figure: Double

  /// Prints the measured figure beside the promised one; what is `short` of it says so.
  func hold(_ measured: Double, unit: String = "") {
    let isKept = bound == .atMost ? measured <= figure : measured >= figure
    let promised = "\(bound == .atMost ? "at most" : "at least") \(rounded(figure))\(unit)"
    print("  \(isKept ? "kept " : "SHORT") \(what): \(rounded(measured))\(unit) (\(promised))")
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// With as many decimals as a person wants to read.
func rounded(_ value: Double) -> String {
  let factor: Double = abs(value) < 10 ? 100 : abs(value) < 100 ? 10 : 1
  let result = (value * factor).rounded() / factor
  return result == result.rounded() ? String(Int(result)) : String(result)
}
