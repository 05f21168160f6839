import ArgumentParser
import Console
import Diagnostics
import MethodLoading
import MethodModel

/// Lists the methods on the method path.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the methods that can be run.",
    discussion: """
      Example:  dotank list
                dotank list consent --people 12
                dotank list --pillar research --json

      Exit codes: 0 fine, 1 nothing matches.
      """)

  @Argument(help: "Words that the id, title or purpose contains.")
  var words: [String] = []

  @Option(help: "Only methods for this many people.")
  var people: Int?

  @Option(help: "Only methods in this language, for example fi.")
  var language: String?

  @Option(help: "Only methods of this pillar: \(Pillar.allCases.map(\.rawValue).joined(separator: ", ")).")
  var pillar: Pillar?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var methods: MethodOptions

  func run() throws {
    let world = World()
    let library = methods.library(world)
    let heads = library.heads()
    let matching = heads.filter { $0.broken == nil && matches($0) }
    for hidden in library.shadowed() { world.writeError("dotank: \(hidden.file): \(hidden.message)") }
    if json {
      world.write(MethodListing.json(matching))
    } else {
      world.write(MethodListing.text(matching, width: world.width))
      for head in heads { if let reason = head.broken { world.writeError("dotank: \(head.path): \(reason)") } }
    }
    if matching.isEmpty {
      if !json { world.writeError("dotank: no method matches; look at all of them with  dotank list") }
      throw ExitCode(Exit.notFine)
    }
  }

  private func matches(_ head: MethodHead) -> Bool {
    (words.isEmpty || says(head)) && (people.map { head.admits($0) } ?? true)
      && (language.map { head.languages.contains($0) } ?? true) && (pillar.map { head.pillars.contains($0) } ?? true)
  }

  private func says(_ head: MethodHead) -> Bool {
    let text = ([head.id] + head.title.variants.map(\.raw) + head.purpose.variants.map(\.raw)).joined(separator: " ")
      .lowercased()
    return words.allSatisfy { text.contains($0.lowercased()) }
  }
}

extension Pillar: ExpressibleByArgument {}

extension MethodHead {
  fileprivate func admits(_ count: Int) -> Bool { people.isEmpty || people.contains { $0.contains(count) } }
}

/// How a list of methods is shown.
enum MethodListing {
  /// A line with id, people and languages, and the purpose beneath.
  static func text(_ heads: [MethodHead], width: Int) -> String {
    heads.map { head in
      let people = head.people.map(\.description).joined(separator: ", ").replacing("..", with: "–")
      let facts = [people.isEmpty ? "any number of people" : "\(people) people", head.languages.joined(separator: " ")]
      let title = head.title.raw(in: "")
      return "\(head.id)  ·  \(title)  ·  \(facts.joined(separator: "  ·  "))\n"
        + wrapped(head.purpose.raw(in: ""), width: width, indent: "    ") + "\n"
    }.joined()
  }

  static func json(_ heads: [MethodHead]) -> String {
    JSONText.array(
      heads.map { head in
        JSONText.object([
          ("id", .string(head.id)), ("ideal", head.ideal.map { .number($0) } ?? .null),
          ("languages", .array(head.languages.map { .string($0) })), ("path", .string(head.path)),
          ("people", .array(head.people.map { .string($0.description) })),
          ("pillars", .array(head.pillars.map { .string($0.rawValue) })),
          ("purpose", .string(head.purpose.raw(in: ""))),
          ("title", .string(head.title.raw(in: ""))), ("version", .string(head.version)),
        ])
      }
    ).rendered + "\n"
  }

  /// Words broken into lines of at most a width, each after the indent.
  static func wrapped(_ text: String, width: Int, indent: String) -> String {
    Console.wrapped(text, width: max(40, width), first: indent, rest: indent).joined(separator: "\n")
  }
}
