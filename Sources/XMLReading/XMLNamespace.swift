/// Where a name belongs, as far as a method file is concerned.
package enum XMLNamespace: UInt8, Sendable, Hashable {
  /// No namespace: a method whose `xmlns` was forgotten, or an ordinary attribute.
  case none
  /// The namespace of methods, `urn:dotank:method:1`; for attributes also the names that XML itself defines (`xml:lang`).
  case method
  /// Somebody else's.
  case foreign

  /// The address that a method's root element declares.
  package static let methodAddress = "urn:dotank:method:1"
}
