import Foundation

/// Texts by which somebody could try to make a page do what they want: the corpus of all tests, and what is as good as nothing.
enum Hostile {
  static let texts: [String] = {
    guard let text = try? Checkout.text("Tests/HostileTexts.json"),
      let texts = try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    else { return [] }
    return texts + ["", " ", "\n"]
  }()
}
