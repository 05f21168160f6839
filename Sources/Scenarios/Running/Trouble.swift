import Diagnostics
import SessionEngine

/// Why a scenario cannot go on, before anybody knows where in its file.
struct Trouble: Error {
  let code: DiagnosticCode
  let message: String
  let help: String?

  init(_ code: DiagnosticCode, _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }

  init(_ rejection: Rejection) {
    self.init(
      .refusedInScenario, "refused as \(rejection.code.rawValue): \(rejection.message)",
      help: "change what is done, or expect it by refused=\"\(rejection.code.rawValue)\"")
  }

  /// Something on the ballot, an entry, a group that is not there.
  static func nothingSuch(_ what: String, among known: [String]) -> Trouble {
    // Groups that form in each of several parts are called alike.
    var named: Set<String> = []
    let known = known.filter { named.insert($0).inserted }.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    return Trouble(
      .nothingSuchHere, "there is no “\(what)” here",
      help: known.isEmpty ? "there is nothing to name at this moment" : "there are: \(known)")
  }
}
