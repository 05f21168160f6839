import Diagnostics
import MethodLoading
import Reports
import Scenarios
import XMLReading

/// The long forms of all codes, as `dotank explain` finds and prints them.
enum CodePages {
  /// Every page, by code.
  static let all: [Explanation] =
    (ReadingExplanations.all + MethodLoading.explanations + Scenarios.explanations + ReportExplanations.all)
    .sorted { $0.code.rawValue < $1.code.rawValue }

  /// What the first two digits of a code say.
  static let families: [(prefix: String, title: String)] = [
    ("DOT01", "Files and XML"), ("DOT02", "Elements, attributes, names, texts"), ("DOT03", "Data"),
    ("DOT04", "The way through the method"), ("DOT05", "People and groups"), ("DOT06", "Conditions and decisions"),
    ("DOT07", "Privacy"), ("DOT08", "Time"), ("DOT09", "Attributes together"), ("DOT10", "Scenarios"),
    ("DOT11", "Report templates"),
  ]

  /// The page of a code, which may be written as `dot0203`, `0203` or `203`.
  static func page(_ word: String) -> Explanation? {
    let code = normalized(word)
    return all.first { $0.code.rawValue == code }
  }

  /// The likeliest code for a wrong one: the nearest number of the same family, else the nearest at all.
  static func nearest(to word: String) -> Explanation? {
    let code = normalized(word)
    guard code.count == 7, let number = Int(code.dropFirst(3)) else { return nil }
    let family = all.filter { $0.code.rawValue.hasPrefix(code.prefix(5)) }
    func distance(_ page: Explanation) -> Int { abs((Int(page.code.rawValue.dropFirst(3)) ?? 0) - number) }
    return (family.isEmpty ? all : family).min { distance($0) < distance($1) }
  }

  /// Pages whose title holds a word.
  static func about(_ word: String) -> [Explanation] {
    all.filter { $0.title.lowercased().contains(word.lowercased()) }
  }

  private static func normalized(_ word: String) -> String {
    let digits = word.uppercased().drop { !$0.isNumber }
    let isCode = digits.allSatisfy { $0.isASCII && $0.isNumber } && (1...4).contains(digits.count)
    let prefix = word.uppercased().prefix { !$0.isNumber }
    guard isCode, ["", "DOT"].contains(prefix) else { return word.uppercased() }
    return "DOT" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  // MARK: Printing

  /// All codes with their titles, by family.
  static var list: String {
    var text = ""
    for (prefix, title) in families {
      let pages = all.filter { $0.code.rawValue.hasPrefix(prefix) }
      guard !pages.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + "\(title)\n"
      for page in pages { text += "  \(page.code)  \(page.title)\n" }
    }
    return text
  }

  /// One page: what, why, the example and its remedy.
  static func text(_ page: Explanation, width: Int) -> String {
    func paragraph(_ text: String) -> String { MethodListing.wrapped(text, width: width, indent: "") + "\n" }
    func block(_ title: String, _ code: String) -> String {
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
      return "\(title)\n" + lines.map { "    " + shortened(harmless(String($0))) + "\n" }.joined()
    }
    var parts = [paragraph("\(page.code): \(page.title)"), paragraph(page.what), paragraph("Why: \(page.why)")]
    parts.append(block("For example:", page.example.wrong))
    if let mended = page.example.mended { parts.append(block("Put right:", mended)) }
    parts.append(paragraph("What to do: \(page.remedy)"))
    return parts.joined(separator: "\n")
  }

  /// Examples of what is too long are shown by their beginning.
  private static func shortened(_ line: String) -> String { line.count > 200 ? line.prefix(100) + " …" : line }

  static func json(_ page: Explanation) -> JSONText {
    .object([
      ("code", .string(page.code.rawValue)), ("title", .string(page.title)), ("what", .string(page.what)),
      ("why", .string(page.why)), ("example", .string(page.example.wrong)),
      ("mended", page.example.mended.map { .string($0) } ?? .null), ("remedy", .string(page.remedy)),
    ])
  }
}
