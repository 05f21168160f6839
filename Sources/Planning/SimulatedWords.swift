import MethodModel
import SessionEngine

/// What simulated people write: short and long, in the session's language where it is one of three.
struct SimulatedWords: Sendable {
  private let openings: [String]
  private let subjects: [String]
  private let endings: [String]
  private var count = 0

  init(language: String) {
    switch language.prefix(2) {
    case "fi":
      openings = ["Enemmän aikaa:", "Kokeillaan", "Vähemmän", "Yhdessä", "Mitä jos", "Aloitetaan pienestä:"]
      subjects = [
        "yhteissuunnittelu", "lukupiiri", "oppilaiden palaute", "parityö", "iltapäivän työpaja", "vertaistuki",
      ]
      endings = ["viikoittain", "kahdella luokalla", "ennen lomaa", "vanhempien kanssa", "hiljaisillekin", ""]
    case "fr":
      openings = ["Plus de temps pour", "Essayer", "Moins de", "Ensemble :", "Et si on faisait", "Commencer petit :"]
      subjects = [
        "le travail à deux", "la lecture à voix haute", "l’avis des élèves", "l’atelier du soir", "l’entraide",
        "le projet commun",
      ]
      endings = [
        "chaque semaine", "dans deux classes", "avant l’été", "avec les familles", "même pour les discrets", "",
      ]
    default:
      openings = ["More time for", "Try", "Less", "Together:", "What if we had", "Start small:"]
      subjects = [
        "planning in pairs", "a reading circle", "pupils' feedback", "an evening workshop", "peer support",
        "one shared project",
      ]
      endings = [
        "every week", "in two classes", "before the holidays", "with the families", "for the quiet ones too", "",
      ]
    }
  }

  /// A sentence that has not been written before; one in twelve is long.
  mutating func sentence(using random: inout SeededRandom) -> String {
    count += 1
    var parts = [
      openings.randomElement(using: &random) ?? "", subjects.randomElement(using: &random) ?? "",
      endings.randomElement(using: &random) ?? "",
    ]
    if Int.random(in: 0..<12, using: &random) == 0 {
      parts += (0..<8).map { _ in subjects.randomElement(using: &random) ?? "" }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ") + " (\(count))"
  }

  /// A few words.
  mutating func phrase(using random: inout SeededRandom) -> String {
    count += 1
    return "\(subjects.randomElement(using: &random) ?? "") \(count)"
  }
}
