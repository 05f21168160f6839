import ArgumentParser
import MethodLoading
import Outcomes

/// Prints the method language in a form that editors read.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the schemas of the method language and of what a session leaves behind.",
    discussion: """
      Example:  dotank schema xsd > method.xsd
                dotank schema rnc > method.rnc
                dotank schema outcome-json > outcome.schema.json

      xsd is XML Schema 1.0 (VS Code, oXygen, IntelliJ), rnc RELAX NG compact (Emacs), rng the same as XML, markdown the
      tables in Methods/README.md. A schema knows what stands where; dotank validate knows the rest. XML Schema 1.0 has no
      words for where xml:lang may not stand: xsd lets it through everywhere, rnc and rng do not.
      outcome-json is JSON Schema 2020-12 of outcome.json, outcome-xsd XML Schema 1.0 of outcome.xml; every session's
      folder holds both.
      Exit codes: 0 fine, 2 wrong usage.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case xsd, rnc, rng, markdown
    case outcomeJSON = "outcome-json"
    case outcomeXSD = "outcome-xsd"
  }

  @Argument(help: "xsd, rnc, rng, markdown, outcome-json or outcome-xsd.")
  var form: Form

  func run() {
    let world = World()
    switch form {
    case .xsd: world.write(Schemas.xsd)
    case .rnc: world.write(Schemas.rnc)
    case .rng: world.write(Schemas.rng)
    case .markdown: world.write(Schemas.markdown)
    case .outcomeJSON: world.write(RecordSchemas.json)
    case .outcomeXSD: world.write(RecordSchemas.xsd)
    }
  }
}
