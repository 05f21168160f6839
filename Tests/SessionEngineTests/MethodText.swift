import Diagnostics
import MethodLoading
import MethodModel
import Testing

/// Loads a method of an agenda and definitions; what is wrong with it fails the test.
func load(agenda: String, head: String = "", fit: String = "1..500") -> Method {
  let text = """
    <method xmlns="urn:dotank:method:1" id="trial" version="1" xml:lang="en">
    <title>Trial</title><purpose>To try one thing.</purpose><fit people="\(fit)"/>
    \(head)
    <agenda>
    \(agenda)
    </agenda></method>
    """
  let loading = MethodLoader.load(SourceText(name: "trial.xml", text: text))
  for finding in loading.diagnostics where loading.method == nil {
    Issue.record(Comment(rawValue: "\(finding.code) \(finding.message)"))
  }
  return loading.method
    ?? Method(
      id: "trial", version: "1", language: "en", title: LocalizedText("Trial"), purpose: LocalizedText("None"),
      agenda: [])
}

/// A step titled by its id.
func step(
  _ id: String, _ contents: String..., with: String = "room", time: String = "5m", more: String = ""
) -> String {
  "<step id='\(id)' time='\(time)' with='\(with)' \(more)><title>\(id)</title>\(contents.joined())</step>"
}

func collect(_ into: String, _ more: String = "", _ inside: String = "") -> String {
  "<collect into='\(into)' \(more)>\(inside)</collect>"
}

func phase(_ id: String, _ more: String = "", _ body: String...) -> String {
  "<phase id='\(id)' \(more)><title>\(id)</title>\(body.joined())</phase>"
}

/// A loop; `until` stands where the test puts it in the body.
func loop(_ id: String, rounds: Int, _ body: String...) -> String {
  "<repeat id='\(id)' rounds='\(rounds)'>\(body.joined())</repeat>"
}

func until(_ condition: String) -> String { "<until>\(condition)</until>" }

func test(_ measure: String, _ of: String, _ more: String, _ inside: String = "") -> String {
  "<test measure='\(measure)' of='\(of)' \(more)>\(inside)</test>"
}

/// A scale of whole numbers under the name `five`.
let fiveScale = "<scales><scale id='five' range='1..5'/></scales>"

/// A list `topics` of a, b and c.
let topics = "<lists><list id='topics'><value id='a'/><value id='b'/><value id='c'/></list></lists>"

/// Phases beside each other.
func parallel(_ id: String, _ phases: String...) -> String { "<parallel id='\(id)'>\(phases.joined())</parallel>" }
