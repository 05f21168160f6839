package import MethodModel
package import SessionEngine

extension ScreenModel {
  /// What the screen showed at a moment that is past: the step as announced, and what had come in.
  package static func lookingBack(
    at view: SessionView, elapsed: Int, method: Method, language: String, options: ScreenOptions
  ) -> [Line] {
    var screen = ScreenModel(method: method, language: language, options: options)
    screen.remember(view, elapsed)
    guard let text = screen.screenText() else { return [] }
    if case .ended = view.status { return text.ending() }
    let hasEntries = view.activity != nil
    return text.announcement(isWhole: true) + (hasEntries ? text.items() : [])
  }
}
