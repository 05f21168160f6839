import ArgumentParser
import MethodLoading

/// Prints the method language in a form that editors read.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the method language as a schema for editors, or as the tables of the reference.",
    discussion: """
      Example:  dotank schema xsd > method.xsd
                dotank schema rnc > method.rnc

      xsd is XML Schema 1.0 (VS Code, oXygen, IntelliJ), rnc RELAX NG compact (Emacs), rng the same as XML, markdown the
      tables in Methods/README.md. A schema knows what stands where; dotank validate knows the rest.
      Exit codes: 0 fine, 2 wrong usage.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case xsd, rnc, rng, markdown }

  @Argument(help: "xsd, rnc, rng or markdown.")
  var form: Form

  func run() {
    let world = World()
    switch form {
    case .xsd: world.write(Schemas.xsd)
    case .rnc: world.write(Schemas.rnc)
    case .rng: world.write(Schemas.rng)
    case .markdown: world.write(Schemas.markdown)
    }
  }
}
