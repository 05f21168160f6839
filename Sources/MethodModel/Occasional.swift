/// What a method has only in a room or in a call, or only in some rounds of the loop around it.
package protocol Occasional {
  var mode: Mode? { get }
  var rounds: CountRange? { get }
}

extension Occasional {
  /// Whether it is there in a session of that mode, in that round of the nearest loop; `nil`: not in any.
  package func isThere(in mode: Mode?, round: Int?) -> Bool {
    (self.mode == nil || self.mode == mode) && rounds?.contains(round ?? 1) ?? true
  }
}

extension FlowElement: Occasional {}
extension StepText: Occasional {}
