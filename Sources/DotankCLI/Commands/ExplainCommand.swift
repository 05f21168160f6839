import ArgumentParser
import Diagnostics
import MethodLoading

/// Tells more about a code that `dotank validate` prints.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a code such as DOT0302, or an element such as for-each.",
    discussion: """
      Example:  dotank explain DOT0302
                dotank explain
                dotank explain for-each

      Without a code, all of them. With another word, what the reference says of the element of that name, and the codes
      whose title holds it.
      Exit codes: 0 fine, 2 there is no such code.
      """)

  @Argument(help: "A code, a word from its title, or an element.")
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
    let element = ElementName(text: code).map { Schemas.reference(of: $0) }
    guard !pages.isEmpty || element != nil else { throw Self.unknown(code) }
    if json { return world.write(Self.array(pages)) }
    let codes = pages.map { "\($0.code)  \($0.title)\n" }.joined()
    world.write([element, codes.isEmpty ? nil : codes].compactMap(\.self).joined(separator: "\n"))
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
