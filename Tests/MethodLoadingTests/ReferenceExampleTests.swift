import Diagnostics
import MethodLoading
import MethodModel
import Testing

/// The examples by which the language was designed; those that need what cannot be run yet say so and nothing else.
@Suite struct ReferenceExampleTests {
  @Test func `a loop until consent`() throws {
    let loop = #"""
      <repeat id="rounds" rounds="4">
        <step id="signal" time="2m" with="alone" voice="silent">
          <title>Consent or object</title>
          <show>Is this good enough for now and safe enough to try?</show>
          <decide of="proposal" rule="consent" into="consent" reveal="all-answered"/>
        </step>
        <until><test measure="objections" of="consent" equals="0"/></until>
        <for-each item-of="consent/objections" as="objection">
          <step id="hear" time="3m" voice="turns"><title>Hear the objection</title>
            <fill of="objection"><field id="status"/></fill></step>
          <step id="amend" time="5m" optional="yes"><title>Amend</title><fill of="proposal"/></step>
        </for-each>
        <exhausted><end as="deferred"><text>Park it with an owner and a date.</text></end></exhausted>
      </repeat>
      """#
    let text = Sample.method(Sample.step(#"<fill into="proposal"/>"#) + loop)
    expectNothing(in: text)
    let method = try #require(Sample.load(text).method)
    guard case .loop(let repeated) = method.agenda[1].kind else { return #expect(Bool(false)) }
    #expect(repeated.until?.position == 1)
    #expect(
      repeated.until?.condition
        == .test(Test(measure: .objections, of: SourceRef(name: "consent"), thresholds: [.init(.equals, .number(0))])))
  }

  @Test func `a checkpoint`() throws {
    let checkpoint = #"""
      <checkpoint id="adopt" by="leader" time="10m">
        <question>Do we adopt it here?</question>
        <criteria>
          <test measure="median" of="fit-ratings" for="need" at-least="4"><text>The need is strong</text></test>
          <every item-of="indicators" as="i"><test measure="median" of="fit-ratings" for="{i}" at-least="3"/></every>
          <judge by="leader"><text>Every condition has an owner and a date</text></judge>
        </criteria>
        <pass/>
        <rework><back to="rate" at-most="2"/></rework>
        <stop><end as="not-adopted"><text>We do not adopt it, and say so.</text></end></stop>
      </checkpoint>
      """#
    let head = #"""
      <roles><role id="leader"/></roles>
      <scales><scale id="one-to-five" range="1..5"/></scales>
      <lists><list id="indicators"><value id="need"/><value id="fit"/></list></lists>
      """#
    let rate =
      #"<step id="rate" time="5m"><title>Rate</title><rate of="indicators" scale="one-to-five" into="fit-ratings"/></step>"#
    let text = Sample.method(rate + checkpoint, head: head)
    expectNothing(in: text)
    let method = try #require(Sample.load(text).method)
    guard case .checkpoint(let decoded) = method.agenda[1].kind else { return #expect(Bool(false)) }
    #expect(decoded.criteria.count == 3)
    #expect(decoded.pass == [])
    #expect(decoded.rework?.first?.kind == .back(Back(to: "rate", atMost: .fixed(2))))
    #expect(decoded.stop?.first?.id == "end-1")
  }

  @Test func `a selection by share`() {
    let head = #"<scales><scale id="love-loathe" range="1..5"/></scales>"#
    let agenda =
      Sample.step(#"<collect into="recommendations"/>"#)
      + #"<repeat rounds="2">"#
      + Sample.step(
        #"""
        <rate of="recommendations" except="standing dropped" scale="love-loathe" into="ratings" reason="optional"
          names="hidden" reveal="all-answered"/>
        <select from="recommendations" as="r" into="standing" rest="dropped">
          <test measure="share" of="ratings" for="{r}" among="present" at-least="80%"><where field="value" is="3..5"/></test>
        </select>
        """#) + "</repeat>"
    expectNothing(in: Sample.method(agenda, head: head))
  }

  @Test func `a sub-method in groups`() throws {
    let phase = #"""
      <phase id="own-needs" with="functions"><title>In your function</title>
        <use method="one-two-four-all" id="talk">
          <give setting="question">What do we need from the other functions?</give>
          <take outcome="insights" into="needs"/>
        </use>
        <step id="two-needs" time="4m"><title>Two needs, each with an address</title>
          <collect into="requests" from="needs" at-most="2"><field id="to" type="functions" never="own"/></collect></step>
      </phase>
      """#
    let head =
      #"<people><field id="function"/></people><groupings><groups id="functions" match="function"/></groupings>"#
    let shipped = try Shipped.method("one-two-four-all")
    let loading = Sample.load(
      Sample.method(phase, head: head),
      with: Shelf(methods: ["one-two-four-all": String(decoding: shipped.bytes, as: UTF8.self)]))
    #expect(loading.diagnostics.map(described) == [])
    let method = try #require(loading.method)
    #expect(method.groupings.map(\.id) == ["functions", "talk.pairs", "talk.fours"])
  }
}
