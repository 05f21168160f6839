package import MethodModel

/// What a list shows of a method, read without its agenda and without any check.
package struct MethodHead: Sendable, Equatable {
  /// The id under which it is found.
  package var id: String
  package var path: String
  package var version = ""
  package var title = LocalizedText(variants: [])
  package var purpose = LocalizedText(variants: [])
  /// Numbers of participants it is made for; empty when it does not say.
  package var people: [CountRange] = []
  package var ideal: Int?
  package var pillars: [Pillar] = []
  /// Said when it cannot be run in the other mode.
  package var mode: Mode?
  /// Why its head could not be read; whoever wants more validates it.
  package var broken: String?

  package init(id: String, path: String) {
    self.id = id
    self.path = path
  }

  /// The languages of its title: those it can be run in.
  package var languages: [String] { title.variants.map(\.language) }
}
