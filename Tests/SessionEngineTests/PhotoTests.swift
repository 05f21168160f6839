import MethodModel
import Testing

@testable import SessionEngine

@Suite struct `A photo of paper` {
  private let wall = "wall.jpg sha256:\(String(repeating: "2c", count: 32))"
  private let door = "door.jpg sha256:\(String(repeating: "3d", count: 32))"

  private func given() -> Given { Given(step("one", collect("ideas"))).people("Aino", "Bo") }

  @Test func `is kept with the open step`() {
    let given = given().when(.photo(wall)).made("noteTaken")
    #expect(given.engine.keptFiles(given.state).map(\.file.name) == ["wall.jpg"])
    #expect(given.view().notes == 1)
    given.when(.photo("~/wall.jpg")).refused(.valueInvalid)
  }

  @Test func `is taken back by undo, which leaves a trace`() {
    let given = given().when(.photo(wall)).when(.photo(door)).when(.undo).made("photoWithdrawn", "undoMade")
    #expect(given.engine.keptFiles(given.state).map(\.file.name) == ["wall.jpg"])
    #expect(given.view().notes == 1)
    #expect(given.state.changes.map(\.kind) == [.takenBack])
    given.when(.undo)
    #expect(given.engine.keptFiles(given.state).isEmpty && given.view().notes == 0)
    given.when(.undo).refused(.nothingToUndo)
  }

  @Test func `is taken back after a remark, which undo leaves`() {
    let given = given().adds("Aino", "a").when(.photo(wall)).when(.note("a remark")).when(.undo)
    #expect(given.engine.keptFiles(given.state).isEmpty)
    #expect(given.state.notes.filter { !$0.isWithdrawn }.map(\.text) == ["a remark"])
    given.holds("ideas", ["a"]).when(.undo).holds("ideas", [])
  }

  @Test func `can be taken in again`() {
    let given = given().when(.photo(wall)).when(.undo).when(.photo(wall))
    #expect(given.engine.keptFiles(given.state).map(\.file.name) == ["wall.jpg"])
  }
}
