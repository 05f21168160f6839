/// Makes folder names that are safe on every disk and say what the session was.
enum SessionFolderName {
  /// At most this many bytes for the method and as many for the site: room for the rest of a path stays.
  private static let longest = 60

  /// `2026-11-21-consent-decision-north-school`, from a day, a method's id and, if there is one, a place.
  static func make(day: String, method: String, site: String?) -> String {
    [slug(day), slug(method), site.map(slug) ?? ""].filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Small letters, digits and single hyphens: letters of other scripts stay, accents on Latin ones go.
  ///
  /// No slash, dot or blank is ever let through, so that the result cannot lead out of its folder.
  static func slug(_ text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      let plain = plain(character)
      if plain.isEmpty {
        if !slug.isEmpty, slug.last != "-" { slug += "-" }
      } else if slug.utf8.count + plain.utf8.count <= longest {
        slug += plain
      } else {
        break
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }

  /// What a character becomes; empty for what separates words.
  private static func plain(_ character: Character) -> String {
    var result = ""
    for scalar in character.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
        result += withoutAccent(scalar)
      case .nonspacingMark, .spacingMark:
        // Vowel signs of other scripts are part of the word; accents that were typed separately are not.
        if !(0x300...0x36F).contains(scalar.value) { result.unicodeScalars.append(scalar) }
      default: break
      }
    }
    return result
  }

  /// `a` for `ä`: Unicode's own name of the letter says what it is without its accent.
  private static func withoutAccent(_ scalar: Unicode.Scalar) -> String {
    if scalar == "ß" { return "ss" }
    let small = "LATIN SMALL LETTER "
    guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(small) else { return String(scalar) }
    let letter = name.dropFirst(small.count).prefix { $0 != " " }
    return letter.utf8.count <= 2 ? letter.lowercased() : String(scalar)
  }
}
