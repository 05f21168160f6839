import Diagnostics

/// A name may not be a word that an attribute takes in its place.
enum ReservedNames: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    for (name, definition) in facts.names.definitions.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      if words(for: definition.kind).contains(name) { report(name, at: definition.range, &log) }
    }
    for (attribute, _) in facts.names.subjects where ofSources.contains(attribute.value) {
      report(attribute.value, at: attribute.valueRange, &log)
    }
    for id in facts.tree.all {
      checkPlace(id, facts, &log)
      checkField(id, facts, &log)
    }
  }

  private static func checkPlace(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard Language.body.contains(facts.tree.name(of: id)), let attribute = facts.tree.attribute(.id, of: id),
      ofPlaces.contains(attribute.value)
    else { return }
    report(attribute.value, at: attribute.valueRange, &log)
  }

  private static func checkField(_ id: MethodTree.ID, _ facts: MethodFacts, _ log: inout FindingLog) {
    guard facts.tree.name(of: id) == .field, let attribute = facts.tree.attribute(.id, of: id),
      tags.contains(attribute.value)
    else { return }
    report(attribute.value, at: attribute.valueRange, &log)
  }

  private static func report(_ name: String, at range: SourceRange, _ log: inout FindingLog) {
    log.error(
      .reservedName, "`\(name)` is a word of the language and cannot be a name", at: range, help: "choose another name")
  }

  private static func words(for kind: NameTable.Kind) -> [String] {
    switch kind {
    case .role, .grouping: ofPeople
    case .outcome, .list: ofSources + NameUses.fieldWords
    case .setting: ofSources
    case .scale: []
    case .field: tags
    }
  }

  /// `with`, `per`, `by`, `visible`, and the units of a time.
  fileprivate static let ofPeople = [
    "room", "alone", "host", "person", "group", "member", "item", "everyone", "author", "people", "step", "facilitator",
  ]
  /// `order`, and the built-in sources; what a field may be typed by may not be called like a type of fields either.
  private static let ofSources = ["people", "made", "drawn", "facilitator", "own"]
  private static let ofPlaces = ["host", "all-answered", "end-of-step"]
  /// What every entry carries.
  static let tags = ["by", "circle", "at", "about", "round", "take", "value"]
  /// Those that a `where` can ask for: of things who made them, at which station, about what, in which round; of marks
  /// what was given.
  static let tagsAsked = ["by", "at", "about", "round", "take", "value"]

  private static func listing(_ words: [String]) -> String { joined(words, "and") }

  static let explanations = [
    Explanation(
      .reservedName, title: "a name that is a word of the language",
      what:
        "The name is also a value of an attribute that takes such names, or something every entry carries. Taken are, for"
        + " roles and groups: \(listing(ofPeople)); for settings, lists, outcomes and `as`: \(listing(ofSources)); for"
        + " lists and outcomes also the types of fields: \(listing(NameUses.fieldWords)); for fields: \(listing(tags));"
        + " for places: \(listing(ofPlaces)).",
      why: #"In with="room" nobody could tell whether the whole room or a role called room is meant."#,
      example: .reservedName, remedy: "Choose another name, such as `quartets`.")
  ]
}

extension MethodLibrary {
  /// What the language calls places and people by; a method of that name would be hard to speak of.
  package static let reservedIDs = Set(ReservedNames.ofPeople + ["remote", "method"])
}
