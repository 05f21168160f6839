package import Diagnostics

/// The long forms of all findings of this room, for `dotank explain` and the reference.
package enum MethodLoading {
  /// By code.
  package static let explanations: [Explanation] =
    (structureExplanations + valueExplanations + languageExplanations + libraryExplanations
    + Rules.all.flatMap { $0.explanations }).sorted { $0.code.rawValue < $1.code.rawValue }
}
