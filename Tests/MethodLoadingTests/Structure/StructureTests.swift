import Diagnostics
import MethodLoading
import Testing

@Suite struct StructureTests {
  @Test func `an unknown element is told once, with the likeliest name`() {
    expectFindings(
      ["DOT0203 unknown element `stpe`"],
      in: Sample.method(
        #"<‸stpe time="5m"><title>A</title><collect into="ideas"/></stpe>"# + Sample.step(#"<show of="ideas"/>"#)))
    #expect(helps(in: Sample.method(#"<stpe time="5m"><title>A</title></stpe>"#)) == ["did you mean `step`?"])
  }

  @Test func `an unknown element that resembles nothing shows what may stand there`() {
    let text = Sample.method(Sample.ideas, fit: #"<fit people="4"><wherever>A</wherever></fit>"#)
    #expect(helps(in: text) == ["in <fit> may stand: use-when, avoid-when"])
  }

  @Test func `an unknown attribute is told once, with the likeliest name`() {
    expectFindings(
      ["DOT0204 <step> has no attribute `tmie`"],
      in: Sample.method(#"<step ‸tmie="5m"><title>A</title></step>"#))
    #expect(helps(in: Sample.method(#"<step tmie="5m"><title>A</title></step>"#)) == ["did you mean `time`?"])
  }

  @Test func `an attribute of another element says where it belongs`() {
    #expect(
      helps(in: Sample.method(Sample.step(#"<collect into="a" optional="yes"/>"#))) == [
        "it belongs to <phase> or <step>"
      ])
  }

  @Test func `a misspelt into counts as into`() {
    expectFindings(
      ["DOT0204 <collect> has no attribute `itno`"],
      in: Sample.method(Sample.step(#"<collect ‸itno="ideas"/>"#) + Sample.step(#"<show of="ideas"/>"#)))
  }

  @Test func `missing attributes and elements are shown with what they look like`() {
    expectFindings(
      ["DOT0205 <step> has no attribute time", "DOT0206 <step> has no <title>"],
      in: Sample.method(#"<‸‸step id="a"><say>A</say></step>"#))
    #expect(helps(in: Sample.method("<step><title>A</title></step>")) == [#"write time="5m""#])
  }

  @Test func `an activity without into excuses those who read it`() {
    expectFindings(
      ["DOT0205 <collect> has no attribute into"],
      in: Sample.method(Sample.step("<‸collect/>") + Sample.step(#"<show of="ideas"/>"#)))
  }

  @Test func `an element in the wrong parent says where it belongs`() {
    let text = Sample.method(#"<phase>\#(Sample.ideas)</phase><collect into="more"/>"#)
    #expect(Sample.load(text).diagnostics.map(\.message) == ["<collect> cannot stand in <agenda>"])
    #expect(helps(in: text) == ["it belongs into <step>"])
    expectFindings(
      ["DOT0207 <collect> cannot stand in <agenda>"], in: Sample.method(Sample.ideas + #"<‸collect into="more"/>"#))
  }

  @Test func `fields stand where something is written, as schemas say`() {
    let rate = Sample.ideas + Sample.step(#"<rate of="ideas" scale="one-to-five" into="r"><‸field id="why"/></rate>"#)
    expectFindings(["DOT0207 <field> cannot stand in <rate>"], in: Sample.method(rate, head: Sample.scale))
    #expect(
      helps(in: Sample.method(rate.replacing("‸", with: ""), head: Sample.scale)) == [
        "write reason=\"optional\" or \"required\", or let a <collect of=\"…\"> ask for words"
      ])
    let decide = Sample.ideas + Sample.step(#"<decide of="ideas" rule="consent" into="d"><‸field id="why"/></decide>"#)
    expectFindings(["DOT0207 <field> cannot stand in <decide>"], in: Sample.method(decide))
  }

  @Test func `what is left out excuses those who read it`() {
    expectFindings(
      ["DOT0207 <collect> cannot stand in <agenda>"],
      in: Sample.method(#"<‸collect into="more"/>"# + Sample.step(#"<show of="more"/>"#)))
  }

  @Test func `order counts`() {
    expectFindings(
      ["DOT0208 <title> comes too late in <step>"],
      in: Sample.method(#"<step time="5m"><say>A</say><‸title>A</title></step>"#))
  }

  @Test func `a second one where one may stand`() {
    expectFindings(
      ["DOT0209 a second <fit> in one <method>"],
      in: Sample.method(Sample.ideas, head: #"<‸fit people="4"/>"#))
  }

  @Test func `a branch needs two ways and an otherwise`() {
    expectFindings(
      ["DOT0206 <choice> has only one <option>"],
      in: Sample.method(#"<‸choice><option id="a"><title>A</title></option></choice>"#))
    expectFindings(
      ["DOT0206 <branch> has no <otherwise>"],
      in: Sample.method(
        Sample.ideas + #"<‸branch><when><test measure="count" of="ideas" at-least="1"/></when></branch>"#))
  }

  @Test func `characters outside of texts, and elements inside of them`() {
    expectFindings(
      ["DOT0210 characters stand in <step>, where only elements may"],
      in: Sample.method(#"<step time="5m"><title>A</title> ‸write alone </step>"#))
    expectFindings(
      ["DOT0210 <title> holds characters only, and <tip> stands in it"],
      in: Sample.method(#"<step time="5m"><title>A <‸tip>B</tip></title></step>"#))
  }

  @Test func `an empty text is a mistake, but not where something is shown`() {
    expectFindings(["DOT0211 <say> says nothing"], in: Sample.method(Sample.step("<‸say> </say>")))
    expectNothing(in: Sample.method(Sample.ideas + Sample.step(#"<show of="ideas"/>"#)))
  }

  @Test func `a file that is no method`() {
    expectFindings(["DOT0202 a method begins with <method>, this file with <workshop>"], in: "<‸workshop/>")
  }

  @Test(arguments: ["", #"xmlns="urn:dotank:method:2""#, #"xmlns="http://example.org""#])
  func `without the right namespace everything is still looked at`(namespace: String) {
    let text = Sample.method(#"<stpe time="5m"><title>A</title></stpe>"#)
      .replacing(#"xmlns="urn:dotank:method:1""#, with: namespace)
    #expect(Sample.load(text).diagnostics.map(\.code) == [.noNamespace, .unknownElement])
    #expect(Sample.load(text).method == nil)
  }

  @Test func `other namespaces are ignored`() {
    let text = Sample.method(Sample.step(#"<x:note>B<x:c/></x:note>"#, #"x:colour="red""#))
      .replacing("<method ", with: #"<method xmlns:x="urn:other" "#)
    expectNothing(in: text)
  }

  @Test func `all mistakes come in one run, sorted by place`() {
    expectFindings(
      [
        "DOT0213 pillar: `resaerch` is not one of its words", "DOT0212 time: `5` is not a time",
        "DOT0203 unknown element `sya`", "DOT0301 `idaes` is read here, but nothing in this method produces it",
      ],
      in: Sample.method(
        #"<step time="‸5"><title>A</title><‸sya>B</sya><collect into="ideas"/></step>"#
          + Sample.step(#"<show of="‸idaes"/>"#),
        fit: #"<fit people="4..12" pillar="‸resaerch"/>"#))
  }

  @Test func `what the reader refuses is handed on`() {
    let loading = Sample.load("<method><title></method>")
    #expect(loading.method == nil)
    #expect(loading.diagnostics.count == 1)
  }
}
