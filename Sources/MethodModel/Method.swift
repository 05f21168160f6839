/// A whole method: the facilitator's script, the participants' screens, and the definition of the record.
///
/// A value of this type has passed the loader's structural checks: names resolve, ids are unique, required parts exist.
package struct Method: Sendable, Equatable {
  package var id: String
  package var version: String
  /// The id and version of the method that this one is a variant of.
  package var variantOf: String?
  /// The method's own language, a BCP 47 tag.
  package var language: String
  package var title: LocalizedText
  package var purpose: LocalizedText
  package var origins: [LocalizedText]
  package var fit: Fit
  package var settings: [Setting]
  /// Settings of used methods, under their names here; nobody is asked for them.
  package var usedSettings: [Setting]
  package var people: [Field]
  package var roles: [Role]
  package var groupings: [Grouping]
  package var scales: [Scale]
  package var lists: [ValueList]
  package var materials: [Material]
  package var delivers: [Deliverable]
  package var agenda: [FlowElement]

  package init(
    id: String, version: String, language: String, title: LocalizedText, purpose: LocalizedText,
    origins: [LocalizedText] = [], fit: Fit = Fit(), settings: [Setting] = [], usedSettings: [Setting] = [],
    people: [Field] = [], roles: [Role] = [], groupings: [Grouping] = [], scales: [Scale] = [], lists: [ValueList] = [],
    materials: [Material] = [], delivers: [Deliverable] = [], agenda: [FlowElement]
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.title = title
    self.purpose = purpose
    self.origins = origins
    self.fit = fit
    self.settings = settings
    self.usedSettings = usedSettings
    self.people = people
    self.roles = roles
    self.groupings = groupings
    self.scales = scales
    self.lists = lists
    self.materials = materials
    self.delivers = delivers
    self.agenda = agenda
  }

  /// The languages in which the title is written: those the method can be run in.
  package var languages: [String] { title.variants.map(\.language) }

  package func setting(_ id: String) -> Setting? {
    settings.first { $0.id == id } ?? usedSettings.first { $0.id == id }
  }
  package func role(_ id: String) -> Role? { roles.first { $0.id == id } }
  package func grouping(_ id: String) -> Grouping? { groupings.first { $0.id == id } }
  package func scale(_ id: String) -> Scale? { scales.first { $0.id == id } }
  package func list(_ id: String) -> ValueList? { lists.first { $0.id == id } }
}

/// For how many people and what work a method is made.
package struct Fit: Sendable, Equatable {
  /// Allowed numbers of participants; empty means any.
  package var people: [CountRange]
  package var ideal: Int?
  /// How many minutes it takes: one range for all, or one for each range of `people`; empty means nothing is said.
  package var minutes: [CountRange]
  package var pillars: [Pillar]
  package var useWhen: [LocalizedText]
  package var avoidWhen: [LocalizedText]
  /// Said when the method cannot be run remotely or only so.
  package var mode: Mode?

  /// Where it is run when nobody says anything, or says that it is a call.
  package func mode(isRemote: Bool) -> Mode { isRemote ? .remote : mode ?? .room }

  package init(
    people: [CountRange] = [], ideal: Int? = nil, minutes: [CountRange] = [], pillars: [Pillar] = [],
    useWhen: [LocalizedText] = [], avoidWhen: [LocalizedText] = [], mode: Mode? = nil
  ) {
    self.people = people
    self.ideal = ideal
    self.minutes = minutes
    self.pillars = pillars
    self.useWhen = useWhen
    self.avoidWhen = avoidWhen
    self.mode = mode
  }

  package func admits(_ count: Int) -> Bool { people.isEmpty || people.contains { $0.contains(count) } }
}

/// The four kinds of work that carry an innovation across.
package enum Pillar: String, Sendable, Hashable, CaseIterable, Codable {
  case research
  case practitionerSupport = "practitioner-support"
  case practicalMethodologies = "practical-methodologies"
  case systemsLeadership = "systems-leadership"
}

/// Whether the people share a room or a call.
package enum Mode: String, Sendable, Hashable, CaseIterable, Codable { case room, remote }

/// `4..12`, `4..`, or `6`: a closed range of whole counts whose end may be open.
package struct CountRange: Sendable, Hashable, Codable, CustomStringConvertible {
  package let lower: Int
  package let upper: Int?

  package init(_ lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  package func contains(_ count: Int) -> Bool { count >= lower && upper.map { count <= $0 } ?? true }

  package func contains(_ number: Number) -> Bool {
    number >= Number(lower) && upper.map { number <= Number($0) } ?? true
  }

  package var description: String {
    guard let upper else { return "\(lower).." }
    return lower == upper ? "\(lower)" : "\(lower)..\(upper)"
  }
}

/// What has to be brought, how many per unit.
package struct Material: Sendable, Equatable {
  package var text: LocalizedText
  package var per: Unit?
  package var count: Int

  package init(text: LocalizedText, per: Unit? = nil, count: Int = 1) {
    self.text = text
    self.per = per
    self.count = count
  }
}

/// An outcome that the method promises.
package struct Deliverable: Sendable, Equatable {
  package var source: SourceRef
  package var title: LocalizedText

  package init(source: SourceRef, title: LocalizedText) {
    self.source = source
    self.title = title
  }
}
