import MethodLoading
import Testing

@Suite struct HandedToRoomTests {
  private static let secret = Sample.step(#"<collect into="worries" at-least="1" names="hidden"/>"#, #"with="alone""#)

  private static func loop(_ contents: String, _ attributes: String = "") -> String {
    #"<for-each item-of="worries" as="w" \#(attributes)>\#(Sample.step(contents))</for-each>"#
  }

  private static let message =
    "DOT0701 `worries` is private and never revealed, and this tells each of them to the room"

  @Test func `a loop does not tell the room what is private`() {
    expectFindings([Self.message], in: Sample.method(Self.secret + Self.loop("<say>Somebody wrote: ‸{w}</say>")))
    expectFindings([Self.message], in: Sample.method(Self.secret + Self.loop(#"<show of="‸w"/>"#)))
  }

  @Test func `what is revealed, chosen in the open or not said may be gone through`() {
    expectNothing(in: Sample.method(Self.secret + Self.loop("<say>One after the other.</say>")))
    expectNothing(
      in: Sample.method(
        Self.secret.replacing("names=\"hidden\"", with: "reveal=\"end-of-step\"") + Self.loop("<say>{w}</say>")))
    expectNothing(
      in: Sample.method(
        Self.secret + Sample.step(#"<select from="worries" into="told" visible="room"/>"#, #"with="alone""#)
          + Self.loop("<say>{w}</say>", #"in="told""#)))
  }

  @Test func `a choice from what no screen shows is pointed out, in groups and in the room`() {
    let message =
      "DOT0701 `worries` stays private to those who enter it: they may bring it here, and neither the host's screen"
      + " nor the record shows it"
    let pairs = #"<groupings><groups id="pairs" size="2"/></groupings>"#
    let choice = #"<select from="‸worries" into="told"/>"#
    expectFindings([message], in: Sample.method(Self.secret + Sample.step(choice)))
    expectFindings([message], in: Sample.method(Self.secret + Sample.step(choice, #"with="pairs""#), head: pairs))
    expectNothing(
      in: Sample.method(
        Self.secret.replacing("<collect", with: #"<collect visible="group""#)
          + Sample.step(#"<select from="worries" into="told"/>"#, #"with="pairs""#), head: pairs))
  }

  @Test func `what groups write for themselves is not shown to the room`() {
    let show = { (visible: String) in
      Sample.method(
        Sample.step(#"<collect into="ideas" \#(visible)/>"#, #"with="pairs""#)
          + Sample.step(#"<show of="\#(visible.isEmpty ? "‸" : "")ideas"/>"#),
        head: #"<groupings><groups id="pairs" size="2"/></groupings>"#)
    }
    expectFindings(
      ["DOT0701 `ideas` is private and never revealed, so the room has nothing to see here"], in: show(""))
    expectNothing(in: show(#"visible="room""#))
  }
}

@Suite struct UsedBeforeRevealTests {
  private static func early(_ reader: String, _ with: String) -> String {
    Sample.method(
      Sample.step(#"<collect into="views" reveal="‸look"/>"#, #"with="alone""#) + Sample.step(reader, with)
        + #"<step id="look" time="5m"><title>Look</title><show of="views"/></step>"#)
  }

  @Test func `nobody votes on or sorts what is not revealed yet`() {
    expectFindings(
      ["DOT0703 `views` is voted on before `look` opens, which reveals it"],
      in: Self.early(#"<vote of="views" into="dots"/>"#, #"with="alone""#))
    expectFindings(
      ["DOT0703 `views` is sorted before `look` opens, which reveals it"],
      in: Self.early(#"<cluster of="views" into="heaps"/>"#, ""))
    expectNothing(in: Self.early(#"<collect into="other"/>"#, #"with="alone""#).replacing("‸", with: ""))
  }
}

@Suite struct UsedNamesTests {
  @Test func `what has to be answered is read`() {
    let setting = { (say: String) in
      Sample.method(
        Sample.step("<say>\(say)</say>"),
        head:
          #"<settings><setting id="\#(say == "A" ? "‸" : "")topic" required="yes"><ask>?</ask></setting></settings>"#)
    }
    expectFindings(["DOT0228 `topic` has to be answered, and nothing reads it"], in: setting("A"))
    expectNothing(in: setting("We talk about {topic}."))
  }

  @Test func `something is asked or said of a role`() {
    let role = { (mark: String, text: String) in
      Sample.method(
        Sample.ideas, head: #"<roles><role id="\#(mark)keeper"><title>Keeper</title>\#(text)</role></roles>"#)
    }
    expectFindings(["DOT0228 nothing asks anything of `keeper`"], in: role("‸", ""))
    expectNothing(in: role("", "<text>Keeps time.</text>"))
  }

  @Test func `a type of fields that there is none of is told with those that there are`() {
    let text = Sample.method(
      Sample.step(#"<collect into="ideas"><field id="size" type="‸nonsense"/></collect>"#))
    expectFindings(
      ["DOT0222 type: `nonsense` is no type of fields, and nothing in this method is called so"], in: text)
    #expect(
      helps(in: text.replacing("‸", with: ""))[0].hasPrefix("write text, number, minutes, date, person, choice or"))
  }

  @Test func `a method is not named by a path`() {
    expectFindings(
      ["DOT0212 method: `/etc/passwd` is not a name"], in: Sample.method(#"<use method="‸/etc/passwd"/>"#))
    #expect(helps(in: Sample.method(#"<use method="/etc/passwd"/>"#))[0].hasSuffix("no path is followed"))
  }
}
