/// Where a document first breaks its schema.
package struct SchemaBreach: Sendable, Equatable {
  /// From 1.
  package var line: Int
  /// In lower case, without a full stop and without namespaces.
  package var words: String
  /// How many more there are.
  package var others: Int
}

/// Holds documents against a schema of XML Schema 1.0.
///
/// ```swift
/// try XMLSchemaCheck.breach(of: bytes, by: RecordSchemas.xsd)?.line  // 12
/// ```
package enum XMLSchemaCheck {
  /// Why a document could not be held against a schema.
  package enum Refusal: Error, Sendable, Equatable {
    /// The schema is none, or memory ran out.
    case unreadableSchema
    /// More bytes than can be read at once.
    case tooLarge
  }

  /// The first place where a document breaks a schema or is no XML; `nil`: it holds.
  ///
  /// The document is read as it streams past, so that it may be as large as memory has room for its bytes. Nothing that it
  /// names elsewhere is fetched.
  package static func breach(of document: [UInt8], by schema: String) throws(Refusal) -> SchemaBreach? {
    guard document.count <= Int32.max else { throw .tooLarge }
    // The library takes no bytes for no memory.
    if document.isEmpty { return SchemaBreach(line: 1, words: "it is empty", others: 0) }
    guard let schema = LibXML2Schema(schema) else { throw .unreadableSchema }
    var complaints = SchemaComplaints()
    guard schema.read(document, into: &complaints) else { throw .unreadableSchema }
    return complaints.breach
  }
}

/// What a schema complained about in one document, as far as it is told.
struct SchemaComplaints {
  private(set) var breach: SchemaBreach?

  mutating func add(line: Int, _ message: String, isOfSchema: Bool) {
    guard breach == nil else {
      breach?.others += 1
      return
    }
    let sentence = message.split(whereSeparator: \.isNewline).first.map { String($0) } ?? "it cannot be read"
    let words = isOfSchema ? Self.plain(sentence) : "it is not well-formed XML: \(sentence)"
    breach = SchemaBreach(line: line, words: words.last == "." ? String(words.dropLast()) : words, others: 0)
  }

  /// The library's sentence as one that stands after a colon: `element 'entry': the attribute 'kind' is required but
  /// missing`.
  private static func plain(_ sentence: String) -> String {
    var words = sentence
    // Namespaces stand in braces before names, and so do the words of a set, in quotes.
    while let start = words.firstRange(of: "{urn:")?.lowerBound, let end = words[start...].firstIndex(of: "}") {
      words.removeSubrange(start...end)
    }
    while let start = words.firstRange(of: "[facet '")?.lowerBound, let end = words[start...].firstRange(of: "'] ") {
      words.removeSubrange(start..<end.upperBound)
    }
    let parts = words.split(separator: ": ").map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return parts.joined(separator: ": ").replacing(". Expected is", with: "; expected is")
  }
}
