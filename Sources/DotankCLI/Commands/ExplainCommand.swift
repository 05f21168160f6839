import ArgumentParser
import Diagnostics

/// Tells more about a code that `dotank validate` prints.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a code such as DOT0302: what it says, why, an example, and what to do.",
    discussion: """
      Example:  dotank explain DOT0302
                dotank explain
                dotank explain groups

      Without a code, all of them; with another word, those whose title holds it.
      Exit codes: 0 fine, 2 there is no such code.
      """)

  @Argument(help: "A code, or a word from its title.")
  var code: String?

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let world = World()
    guard let code else {
      return world.write(json ? Self.array(CodePages.all) : CodePages.list)
    }
    if let page = CodePages.page(code) {
      let text = json ? CodePages.json(page).rendered + "\n" : CodePages.text(page, width: min(world.width, 100))
      return world.write(JSONText.harmless(text))
    }
    let pages = CodePages.about(code)
    guard !pages.isEmpty else { throw Self.unknown(code) }
    world.write(json ? Self.array(pages) : pages.map { "\($0.code)  \($0.title)\n" }.joined())
  }

  private static func array(_ pages: [Explanation]) -> String {
    JSONText.harmless(JSONText.array(pages.map(CodePages.json)).rendered) + "\n"
  }

  private static func unknown(_ code: String) -> Failure {
    let remedy = CodePages.nearest(to: code).map { "did you mean \($0.code), \($0.title)?" }
    return Failure(
      "there is no code “\(code)”", remedy: remedy ?? "all codes with their titles:  dotank explain", code: Exit.usage)
  }
}
