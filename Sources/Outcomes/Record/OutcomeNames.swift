/// What people call an outcome to which the method gave no title.
package enum OutcomeNames {
  /// The title of the one step in which all of it was made, without the subject where there were several; else its id in
  /// words, since the title of one step of many would be wrong for the rest.
  package static func name(of id: String, madeIn places: [PlaceRecord]) -> String {
    guard Set(places.map(\.step)).count == 1, let shared = SharedTitle(places.map(\.title)).shared else {
      return words(of: id)
    }
    return shared
  }

  /// `early-signs/where` as “Early signs where”.
  package static func words(of id: String) -> String {
    let words = id.replacing("/", with: " ").replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
