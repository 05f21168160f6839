import Console
import MethodModel
import SessionEngine
import Testing

@Suite struct ClusterContentTests {
  /// A session with six ideas that are now sorted.
  private static func ideas() throws -> Stage { try sorting(["breaks", "pay", "hours", "noise", "light", "food"]) }

  /// So many short ideas that are now sorted.
  static func things(_ count: Int) throws -> Stage { try sorting((1...count).map { "what helps, number \($0)" }) }

  private static func sorting(_ ideas: [String]) throws -> Stage {
    var method = Sample.method([])
    method.agenda = [
      Sample.element("talk", Sample.step("Talk", Sample.collect, into: "ideas")),
      Sample.element(
        "sort", Sample.step("Sort", .cluster(.none, expect: nil), of: "ideas", into: "themes")),
      Sample.element("last", Sample.plain),
    ]
    var stage = try Stage(method)
    _ = stage.open()
    for idea in ideas { _ = stage.type(idea) }
    _ = stage.type("/next")
    return stage
  }

  @Test(arguments: [
    ("3 5 = Time", ["sort e-7 Time entry:e-3, entry:e-5"]),
    ("3,5 = Time/money = all", ["sort e-7 Time/money = all entry:e-3, entry:e-5"]),
    ("2-4 = Time", ["sort e-7 Time entry:e-2, entry:e-3, entry:e-4"]),
    ("2 + 5 = pay and light", ["merge [e-2, e-5] text=pay and light"]),
    ("2 / pay / fair pay", ["split e-2 text=pay  text=fair pay "]),
    ("3 -", ["sort out entry:e-3"]),
    ("9 = Time", ["There is no number 9: the numbers go from 1 to 6. Nothing was done."]),
    ("3 A", ["There is no cluster “A”: there are none yet; “3 5 = Time” begins one. Nothing was moved."]),
    (
      "time",
      [
        "Write the numbers and a name, as in “3 5 9 = Time”, or the numbers and a cluster's letter, as in “4 7 A”. "
          + "Nothing was done."
      ]
    ),
  ])
  func `things are sorted by their numbers`(line: String, commands: [String]) throws {
    #expect(try Self.ideas().reading(line) == commands)
  }

  @Test(arguments: [
    ("5 a", ["sort e-7 entry:e-5"]), ("5 = time", ["sort e-7 entry:e-5"]), ("A = Hours", ["reword e-7 text=Hours"]),
    ("A + B", ["merge [e-7, e-8] "]), ("A / 2 = Pay", ["split e-7   text=Pay entry:e-2"]),
    ("/merge A B = All", ["merge [e-7, e-8] text=All"]), ("/withdraw B", ["withdraw e-8"]),
    ("B", ["To rename it, write “B = new name”; to take it away, /withdraw B."]),
  ])
  func `clusters are named by their letters`(line: String, commands: [String]) throws {
    var stage = try Self.ideas()
    _ = stage.type("1 2 = Time")
    _ = stage.type("3 = Money")
    #expect(stage.reading(line) == commands)
  }

  @Test func `each move says what changed and what is left`() throws {
    var stage = try Self.ideas()
    #expect(stage.type("1 2 = Time") == "  A  Time: 1 2\n  (4 left to sort)")
    #expect(stage.type("2 3 = Money") == "  A  Time: 1\n  B  Money: 2 3\n  (3 left to sort)")
    #expect(stage.type("4 + 5 = quiet and light") == "  7  quiet and light")
    #expect(stage.type("7 A") == "  A  Time: 1 7\n  (1 left to sort)")
    #expect(stage.type("4 A") == "Number 4 is gone: it was merged, split or withdrawn. Nothing was done.")
    #expect(
      stage.type("/items") == """
        To sort (1 of 5 left):
          6  food
        Clusters:
          A  Time: 1 7
             1 breaks
             7 quiet and light
          B  Money: 2 3
             2 pay
             3 hours
        """)
    #expect(stage.type("/undo") == "Taken back.")
  }

  @Test func `ideas are merged and split while they are collected`() throws {
    var stage = try Stage(step: Sample.step("Talk", Sample.collect, into: "ideas"))
    for idea in ["breaks", "pay", "hours"] { _ = stage.type(idea) }
    #expect(stage.type("/merge 1 3 = breaks and hours") == "  4  breaks and hours")
    #expect(stage.reading("/split 2 pay / fair pay") == ["split e-2 text=pay  text=fair pay "])
    #expect(stage.reading("/merge 2 4 points") == ["merge [e-2, e-4]  with points"])
  }
}

@Suite struct LinkContentTests {
  private static func linking(_ words: [String] = []) throws -> Stage {
    var method = Sample.method([])
    method.agenda = [
      Sample.element("talk", Sample.step("Talk", Sample.collect, into: "ideas")),
      Sample.element(
        "link",
        Sample.step(
          "Link", .connect(Connecting(shape: .tree, words: words)), of: "ideas", into: "tree")),
      Sample.element("last", Sample.plain),
    ]
    var stage = try Stage(method)
    _ = stage.open()
    for idea in ["breaks", "pay", "hours", "noise"] { _ = stage.type(idea) }
    _ = stage.type("/next")
    return stage
  }

  @Test(arguments: [
    ("1 > 2", ["link entry:e-1 entry:e-2"]), ("1 > 2 3", ["link entry:e-1 entry:e-2", "link entry:e-1 entry:e-3"]),
    ("1>2>3", ["link entry:e-1 entry:e-2", "link entry:e-2 entry:e-3"]), ("1 → 4", ["link entry:e-1 entry:e-4"]),
    ("1 2", ["Write which leads to which, by number, as in “3 > 5”. Nothing was linked."]),
    ("1 x 2", ["There is no link between 1 and 2."]),
  ])
  func `links are numbers with arrows`(line: String, commands: [String]) throws {
    #expect(try Self.linking().reading(line) == commands)
  }

  @Test(arguments: [
    ("1 > 2 causes", ["link entry:e-1 entry:e-2 causes"]), ("1 > 2 h", ["link entry:e-1 entry:e-2 helps"]),
    ("1 > 2 stops", ["A link says causes or helps, not “stops”. Nothing was linked."]),
  ])
  func `a link may say something`(line: String, commands: [String]) throws {
    #expect(try Self.linking(["causes", "helps"]).reading(line) == commands)
  }

  @Test func `a link is shown, refused with a reason, and taken away`() throws {
    var stage = try Self.linking()
    #expect(stage.type("1 > 2") == "  -  1 breaks > 2 pay")
    #expect(
      stage.type("3 > 2")
        == """
        “pay” hangs under “breaks” already, and in a tree nothing has two parents; take
        that link away first. Nothing was done.
        """)
    #expect(stage.type("2 x 1") == "Withdrawn. /undo brings it back.")
  }
}
