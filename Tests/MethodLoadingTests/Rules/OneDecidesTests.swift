import Testing

@Suite struct OneDecidesTests {
  private static func decide(_ role: String) -> String {
    Sample.method(
      Sample.ideas + Sample.step(#"<decide of="ideas" into="decision" rule="one" by="‸jury"/>"#),
      head: "<roles>\(role)</roles>")
  }

  private static let message =
    "DOT0604 one decides here, and `jury` may be several people: the last of them to choose would"

  @Test(arguments: [
    #"<role id="jury" people="3"/>"#, #"<role id="jury" people="1.."/>"#, #"<role id="jury" filled="rest"/>"#,
    #"<role id="jury" filled="drawn" people="2..4"/>"#,
  ])
  func `of three who decide alone the last one did, unsaid`(role: String) {
    expectFindings([Self.message], in: Self.decide(role))
  }

  @Test(arguments: [
    #"<role id="jury"/>"#, #"<role id="jury" people="0..1"/>"#, #"<role id="jury" filled="drawn" people="1..4"/>"#,
  ])
  func `one person decides`(role: String) {
    expectNothing(in: Self.decide(role).replacing("‸", with: ""))
  }
}
