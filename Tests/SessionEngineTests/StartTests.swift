import MethodModel
import SessionEngine
import Testing

@Suite struct StartTests {
  private let question =
    "<settings><setting id='question' type='text' required='yes'><ask>What?</ask></setting></settings>"

  @Test func `the first step is open after the start`() {
    Given(step("one"), step("two")).people("Aino", "Bo").start()
      .made("sessionStarted", "frameAdvanced", "takeOpened").stands("one")
  }

  @Test func `nobody on the list is refused`() { Given(step("one")).start().refused(.notEnoughPeople) }

  @Test func `a number of people outside the fit is refused until the host accepts it`() {
    let given = Given(step("one"), fit: "3..5").people("Aino", "Bo")
    given.start().refused(.sizeOutsideFit)
    given.setup { $0.acceptsSize = true }.start().stands("one")
  }

  @Test(arguments: [["Aino", "aino"], ["Aino", " AINO "], ["Aino  B", "aino b"]])
  func `two people of one name are refused`(names: [String]) {
    Given(step("one")).people(names).start().refused(.duplicateName)
  }

  @Test func `two people under one id are refused`() {
    Given(step("one")).setup { $0.people = [Person(id: "p1", name: "Aino"), Person(id: "p1", name: "Bo")] }
      .start().refused(.duplicateName)
  }

  @Test func `somebody without a name is refused`() {
    Given(step("one")).setup { $0.people = [Person(id: "p1", name: " ")] }.start().refused(.empty)
  }

  @Test func `a required setting has to be given`() {
    Given(step("one"), head: question).people("Aino").start().refused(.settingMissing)
  }

  @Test func `a blank is no value for a required setting`() {
    Given(step("one"), head: question).people("Aino").setting("question", "  ").start().refused(.settingMissing)
  }

  @Test func `a setting the method does not have is refused`() {
    Given(step("one"), head: question).people("Aino").setting("question", "Q").setting("answer", "A")
      .start().refused(.settingInvalid)
  }

  @Test(arguments: [
    ("number", "four"), ("minutes", "2.5"), ("minutes", "-1"), ("date", "2027-02-30"), ("choice", "red"),
  ])
  func `a value that is not of the setting's kind is refused`(kind: String, value: String) {
    let values = kind == "choice" ? "<value id='blue'/>" : ""
    let head = "<settings><setting id='x' type='\(kind)'><ask>X?</ask>\(values)</setting></settings>"
    Given(step("one"), head: head).people("Aino").setting("x", value).start().refused(.settingInvalid)
  }

  @Test func `a default stands where nothing is given`() {
    let head = "<settings><setting id='site' default='our school'><ask>Where?</ask></setting></settings>"
    let given = Given(step("one", "<say>At {site}</say>"), head: head).people("Aino").start()
    #expect(given.view().say == ["At our school"])
  }

  @Test func `an unknown role and a stranger in a role are refused`() {
    let head = "<roles><role id='scribe'/></roles>"
    Given(step("one"), head: head).people("Aino").role("judge", "Aino").start().refused(.noSuchPlace)
    Given(step("one"), head: head).people("Aino").role("scribe", "Bo").start().refused(.unknownPerson)
  }

  @Test func `more people than a role takes are refused`() {
    Given(step("one"), head: "<roles><role id='scribe'/></roles>").people("Aino", "Bo")
      .role("scribe", "Aino", "Bo").start().refused(.roleFull)
  }

  @Test func `a drawn role is filled and the rest takes everybody else`() {
    let head = "<roles><role id='crowd' people='1..' filled='rest'/><role id='timer' filled='drawn'/></roles>"
    let given = Given(step("one"), head: head).people("Aino", "Bo", "Chen").start()
    let timers = given.state.roles["timer"] ?? []
    #expect(timers.count == 1)
    #expect(Set(given.state.roles["crowd"] ?? []) == Set(["aino", "bo", "chen"]).subtracting(timers))
  }

  @Test func `an exclusive role is not drawn for somebody who holds another`() {
    let head = "<roles><role id='lead'/><role id='timer' filled='drawn' exclusive='yes'/></roles>"
    let given = Given(step("one"), head: head, fit: "2..500").people("Aino", "Bo").role("lead", "Aino").start()
    #expect(given.state.roles["timer"] == ["bo"])
  }

  @Test func `an unknown language falls back to the method's own`() {
    let given = Given(step("one")).people("Aino").setup { $0.language = "sv" }.start()
    #expect(given.state.start?.language == "en")
  }

  @Test func `nothing is taken before the start and no second start`() {
    let given = Given(step("one")).people("Aino")
    #expect(throws: Rejection.self) {
      try given.engine.decide(
        Command(id: "x", actor: .host, wall: WallTime(milliseconds: 0), elapsed: 0, body: .next), given.state)
    }
    given.start()
    given.start().refused(.notActive)
  }

  @Test func `the agreed end is what the method plans when nothing was agreed`() {
    let given = Given(step("one", time: "5m"), step("two", time: "1m + 1m per person")).people("Aino", "Bo").start()
    #expect(given.state.start?.agreedEnd == 480)
  }
}
