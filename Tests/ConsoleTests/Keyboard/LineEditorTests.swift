import Console
import Testing

@Suite struct LineEditorTests {
  /// The text with a bar where the cursor is.
  private static func after(_ keys: [Key]) -> String {
    var editor = LineEditor()
    for key in keys { editor.apply(key) }
    return editor.before + "|" + editor.after
  }

  @Test(arguments: [
    ([Key.text("breks"), .left, .left, .text("a")], "brea|ks"), ([.text("one two"), .control("w")], "one |"),
    ([.text("one two "), .control("w"), .text("x")], "one x|"), ([.text("one two"), .home, .delete], "|ne two"),
    ([.text("one two"), .wordLeft, .control("k")], "one |"), ([.text("one"), .control("u"), .control("y")], "one|"),
    ([.text("one two"), .control("a"), .wordRight], "one| two"), ([.text("a"), .right, .end, .backspace], "|"),
    ([.text("👩‍👩‍👧é"), .backspace, .backspace], "|"), ([.text("学校"), .left, .text("x")], "学x|校"),
    ([.text("one"), .home, .backspace, .left], "|one"), ([.text("e\u{301}a"), .left, .backspace], "|a"),
    ([.text("x"), .alt("z"), .function(9), .escape], "x|"),
  ])
  func `a line is edited by what people see as characters`(keys: [Key], text: String) {
    #expect(Self.after(keys) == text)
  }

  @Test func `lines entered before come back, and the one in the making is not lost`() {
    var editor = LineEditor()
    for line in ["one", "two", "two"] {
      editor.apply(.text(line))
      #expect(editor.apply(.enter) == .submitted(line))
    }
    editor.apply(.text("half"))
    let seen = [Key.up, .up, .up, .down, .down, .down].map { key in
      editor.apply(key)
      return editor.text
    }
    #expect(seen == ["two", "one", "one", "two", "half", "half"])
  }

  @Test func `a line that is full takes nothing more and loses nothing`() {
    var editor = LineEditor()
    let much = String(repeating: "a", count: LineEditor.limit)
    #expect(editor.insert(much) == .changed)
    #expect(editor.apply(.text("b")) == .full)
    #expect(editor.text == much)
  }
}
