/// What a person did at the keyboard.
package enum Key: Sendable, Hashable {
  /// Characters that stand for themselves; several when they came at once.
  case text(String)
  /// A block put in by the terminal's paste, line ends and all.
  case paste(String)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case wordLeft, wordRight
  /// Ctrl and a letter, in lower case.
  case control(Character)
  /// Alt and a character.
  case alt(Character)
  /// F1 to F12.
  case function(Int)
}
