/// Where a name belongs, as far as the reader of a document is concerned.
package enum XMLNamespace: UInt8, Sendable, Hashable {
  /// No namespace: a method whose `xmlns` was forgotten, or an ordinary attribute.
  case none
  /// The namespace that was asked for, which is that of methods (`urn:dotank:method:1`) unless another was; for
  /// attributes also the names that XML itself defines (`xml:lang`).
  case method
  /// Somebody else's.
  case foreign

  /// The address that a method's root element declares.
  package static let methodAddress = "urn:dotank:method:1"
}
