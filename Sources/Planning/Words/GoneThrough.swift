package import MethodModel

extension ForEach {
  /// What it goes through: `topics in best or kept, without done`.
  package func source(_ named: (SourceRef) -> String) -> String {
    var words = named(itemOf)
    if !within.isEmpty { words += " in " + within.map(named).joined(separator: " or ") }
    if !except.isEmpty { words += ", without " + except.map(named).joined(separator: " and ") }
    return filters.isEmpty ? words : "\(words), those that meet a condition"
  }
}
