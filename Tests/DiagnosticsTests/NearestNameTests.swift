import Diagnostics
import Testing

@Suite struct `Nearest name` {
  private let names = ["phase", "step", "break", "repeat", "for-each", "use-when", "id", "to", "xml:lang"]

  @Test(arguments: [
    ("stpe", "step"), ("steps", "step"), ("Step", "step"), ("useWhen", "use-when"), ("foreach", "for-each"),
    ("reapeat", "repeat"), ("phsae", "phase"), ("ID", "id"),
  ])
  func `is found for what people mistype`(typed: String, meant: String) {
    #expect(nearest(to: typed, in: names) == meant)
  }

  @Test(arguments: ["", "x", "if", "checkpoint", "stop-here", "kuningatar", "step"])
  func `is not made up for what is far from everything`(typed: String) {
    #expect(nearest(to: typed, in: ["step", "id", "to", "repeat"]) == nil)
  }

  @Test func `is not sought for what fills a file`() {
    let long = String(repeating: "a", count: 1_000)
    #expect(nearest(to: long, in: [long + "b"]) == nil)
  }

  @Test func `is the first among equals`() {
    #expect(nearest(to: "vate", in: ["rate", "vote"]) == "rate")
  }
}
