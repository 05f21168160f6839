import SessionEngine
import Testing

@testable import Planning

@Suite struct ScriptTests {
  private func notes(_ script: inout Script) -> [String] {
    var notes: [String] = []
    while let act = script.takeNext() {
      if case .note(let text) = act.body { notes.append(text) }
    }
    return notes
  }

  @Test func `the soonest comes first, and what was written first where two come together`() {
    var script = Script()
    script.add(.note("late"), at: 30)
    script.add(.note("first"), at: 10)
    script.add(.note("second"), at: 10)
    #expect(script.soonest == 10)
    #expect(script.end == 30)
    #expect(notes(&script) == ["first", "second", "late"])
    #expect(script.soonest == nil)
  }

  @Test func `a pause puts everything off`() {
    var script = Script()
    script.add(.next, at: 10)
    script.putOff(by: 600)
    #expect(script.soonest == 610)
  }

  @Test func `who has left does nothing more, and nobody changes what was never said`() {
    var script = Script()
    script.add(.add(AddEntry(id: "e1", author: "p1", fields: ["text": "a"])), at: 1, by: "p1")
    script.add(.add(AddEntry(id: "e2", author: "p2", fields: ["text": "b"])), at: 2, by: "p2")
    script.add(.withdraw("e1"), at: 3)
    script.add(.reword(RewordEntry(id: "e2", fields: ["text": "c"])), at: 4)
    script.add(.next, at: 5)
    script.dropActs(of: "p1")
    #expect(script.waiting.map(\.elapsed).sorted() == [2, 4, 5])
  }
}
