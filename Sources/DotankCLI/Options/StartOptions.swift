import ArgumentParser
import MethodModel
import SessionEngine

/// What a session is started with.
struct StartOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Who is there: a number, names with commas between, or a CSV file with the columns name, role, school, …",
      valueName: "people"))
  var people: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A setting of the method. Lists take the option several times.", valueName: "id=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("role"), parsing: .singleValue,
    help: ArgumentHelp("Who holds a role. May be given several times.", valueName: "role=name"))
  var roles: [String] = []

  @Option(help: ArgumentHelp("The language of the session, if the method has it.", valueName: "tag"))
  var language: String?

  @Flag(help: "The people are in a call, not in a room.")
  var remote = false

  @Flag(name: .customLong("accept-size"), help: "Start although the method is made for another number of people.")
  var acceptsSize = false

  /// The answers to a setting of the method, as it takes them.
  static func checked(_ name: String, _ values: [String], of method: Method) throws(Failure) -> [String] {
    guard let setting = method.setting(name) else {
      let known = method.settings.map(\.id).joined(separator: ", ")
      throw Failure(
        "there is no setting “\(name)”", remedy: known.isEmpty ? "this method has none" : "there are: \(known)",
        code: Exit.usage)
    }
    do throws(Rejection) { return try setting.checked(values) } catch {
      throw Failure(error.message, code: Exit.usage)
    }
  }

  /// `id=value` pairs by id, in the order given.
  static func pairs(_ texts: [String], _ option: String) throws(Failure) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(
          "“\(text)” after \(option) is not of the form name=value",
          remedy: "for example  \(option) question=\"What next?\"",
          code: Exit.usage)
      }
      pairs.append((String(parts[0]), String(parts[1])))
    }
    return pairs
  }
}
