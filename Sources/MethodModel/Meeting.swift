/// A stretch of the agenda with an end of its own: people meet, or each works in their own time for some days.
///
/// When it closes the session pauses, and what was in it stays as it is.
package struct Meeting: Sendable, Equatable {
  /// The calendar time that a window lasts; `nil`: a meeting.
  package var lasts: Span?
  /// How many minutes a meeting takes; `nil`: nothing is said.
  package var minutes: CountRange?
  package var title: LocalizedText
  package var body: [FlowElement]

  package init(lasts: Span? = nil, minutes: CountRange? = nil, title: LocalizedText, body: [FlowElement]) {
    self.lasts = lasts
    self.minutes = minutes
    self.title = title
    self.body = body
  }

  package var isWindow: Bool { lasts != nil }
}
