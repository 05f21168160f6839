import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct ScreenTests {
  @Test func `enter alone never advances`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect))
    #expect(stage.type("") == "Enter alone does nothing. /next goes on, /help lists the commands.")
    #expect(stage.type("   \t") == "Enter alone does nothing. /next goes on, /help lists the commands.")
    #expect(stage.submitted == [])
  }

  @Test func `an entry is echoed with its number and the count`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect, with: .groups("pairs")))
    #expect(stage.type("2: more breaks") == "  1  Pairs 2: more breaks\n  (1 so far, from 1 of 3)")
    #expect(stage.type("Aino: longer days") == "  2  Pairs 3, Aino: longer days\n  (2 so far, from 2 of 3)")
  }
}
