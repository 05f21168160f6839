import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct InterviewTests {
  private static let settings = [
    Setting(id: "question", kind: .text, required: true, ask: LocalizedText("Which question?")),
    Setting(id: "minutes", kind: .minutes, defaultValue: "15", ask: LocalizedText("How long?")),
    Setting(
      id: "level", kind: .choice, ask: LocalizedText("Which level?"),
      values: [NamedValue(id: "school", text: LocalizedText("A school")), NamedValue(id: "district")]),
    Setting(id: "sites", kind: .list, ask: LocalizedText("Which sites?")),
  ]

  private static func interview(_ given: [String: [String]] = [:], roles: [String: [PersonID]] = [:]) -> Interview {
    var method = Sample.method([])
    method.settings = settings
    let people = Sample.names.enumerated().map { Person(id: PersonID("p\($0.offset + 1)"), name: $0.element) }
    return Interview(method: method, language: "en", settings: given, people: people, roles: roles)
  }

  @Test func `what was not given is asked for, in order, and Enter takes the default`() {
    var interview = Self.interview()
    #expect(interview.text == "Which question?")
    #expect(interview.reply("") == "This is needed before the session can start. Ctrl-D leaves.")
    #expect(interview.reply("What helps?") == "")
    #expect(interview.text == "How long? In whole minutes. Enter takes: 15 /back asks the question before again.")
    #expect(interview.reply("soon") == "“minutes” takes whole minutes such as 15, and “soon” is none.")
    #expect(interview.reply("") == "")
    #expect(
      interview.text
        == "Which level?   1  A school   2  district Enter leaves it empty. /back asks the question before again.")
    #expect(interview.reply("1") == "")
    #expect(interview.reply("North; South") == "")
    #expect(interview.text?.hasPrefix("Who is Proposer? One name.") == true)
    #expect(interview.reply("Ayno") == "Nobody on the list is called “Ayno”. Did you mean Aino?")
    #expect(interview.reply("Aino, Bo") == "This role is for 1, and 2 were named.")
    #expect(interview.reply("ai") == "")
    #expect(interview.reply("") == "")
    #expect(interview.isDone)
    #expect(
      interview.settings == ["question": ["What helps?"], "level": ["school"], "sites": ["North", "South"]])
    #expect(interview.roles == ["proposer": ["p1"]])
  }

  @Test func `what was given is not asked for`() {
    let given = ["question": ["a"], "minutes": ["5"], "level": ["school"], "sites": ["b"]]
    #expect(Self.interview(given, roles: ["proposer": ["p1"], "keeper": ["p2"]]).isDone)
  }

  @Test func `only what cannot do without is missing in a pipe`() {
    var method = Sample.method([])
    method.settings = Self.settings
    #expect(Interview.missing(method, [:]).map(\.id) == ["question"])
    #expect(Interview.missing(method, ["question": ["a"]]) == [])
  }
}

extension Interview {
  fileprivate var text: String? { question(width: 200)?.map(\.text).joined(separator: " ") }
  fileprivate mutating func reply(_ line: String) -> String {
    answer(line, width: 200).map(\.text).joined(separator: " ")
  }
}
