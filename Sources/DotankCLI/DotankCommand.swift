package import ArgumentParser
import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The version of this program, as `--version` and the logs of `validate` tell it.
let programVersion = "0.1.0"

/// `dotank`: drives workshops from method files.
package struct DotankCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dotank",
    abstract: "Leads a room through a workshop method and keeps what it produced.",
    discussion: """
      Start with:  dotank list
      then:        dotank run one-two-four-all --people 12 --set question="What should we try next?"
      before it:   dotank rehearse one-two-four-all --people 12 --seed 7

      \(Exit.help)
      """,
    version: programVersion,
    subcommands: [
      RunCommand.self, ResumeCommand.self, StageCommand.self, RehearseCommand.self, PlanCommand.self, ListCommand.self,
      ShowCommand.self, ValidateCommand.self, TestCommand.self, ExplainCommand.self, SchemaCommand.self,
      NewCommand.self, ReportCommand.self, ActionsCommand.self, RedactCommand.self, VerifyCommand.self,
      ReplayCommand.self, ExportCommand.self, ReviewCommand.self, CompareCommand.self,
    ])

  package init() {}
}

extension DotankCommand {
  /// Runs what the command line asks for and ends the process with the documented exit code.
  package static func start() -> Never {
    // A reader that goes away (`dotank list | head -1`) is no reason to be killed.
    signal(SIGPIPE, SIG_IGN)
    World.holdStandardStreams()
    // A command is no Sendable value, so the task parses its own; which way to go its name tells.
    if isLong(CommandLine.arguments.dropFirst().first) {
      Task { await runLongCommand() }
      dispatchMain()
    }
    do {
      var command = try parseAsRoot()
      if !(command is any AsyncParsableCommand) {
        try command.run()
        leave(Exit.fine)
      }
      Task { await runLongCommand() }
    } catch {
      end(with: error)
    }
    dispatchMain()
  }

  private static func isLong(_ name: String?) -> Bool {
    let named = configuration.subcommands.first { $0.configuration.commandName == name }
    return name != nil && named is any AsyncParsableCommand.Type
  }

  private static func runLongCommand() async {
    do {
      var command = try parseAsRoot()
      if var long = command as? any AsyncParsableCommand {
        try await long.run()
      } else {
        // Asked for its help, a long command comes back as a short one.
        try command.run()
      }
      leave(Exit.fine)
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong on standard error and ends; help and version go to standard output and are no failure.
  private static func end(with error: any Error) -> Never {
    let world = World()
    if let failure = error as? Failure {
      world.writeError("dotank: \(failure)")
      leave(failure.code)
    }
    let code = exitCode(for: error)
    if code.isSuccess {
      world.write(fullMessage(for: error) + "\n")
      leave(Exit.fine)
    }
    let text = fullMessage(for: error)
    if !text.isEmpty { world.writeError(text) }
    leave(code == .validationFailure ? Exit.usage : code.rawValue)
  }

  /// ArgumentParser has an `exit` of its own, which knows nothing of our codes.
  private static func leave(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }
}
