/// The keys of xterm's sequences, by their parameters and final byte; nil: none that means anything here.
enum KeySequence {
  /// `ESC [ parameters final`; a paste that begins is `.paste("")`.
  static func control(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> Key? {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    // 1 plus 1 for Shift, 2 for Alt, 4 for Ctrl.
    let modifiers = max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
    let isByWord = modifiers & 0b110 != 0
    switch final {
    case UInt8(ascii: "C"): return isByWord ? .wordRight : .right
    case UInt8(ascii: "D"): return isByWord ? .wordLeft : .left
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "~"): return numbered(numbers.first ?? 0)
    case UInt8(ascii: "P")...UInt8(ascii: "S"), UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "H"),
      UInt8(ascii: "F"):
      return application(final)
    default: return nil
    }
  }

  /// `ESC O final`.
  static func application(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// `ESC [ [ final`: F1 to F5.
  static func console(_ final: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final - UInt8(ascii: "A")) + 1) : nil
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    case 200: .paste("")
    default: nil
    }
  }
}
