import SessionEngine

/// Why a person is asked once more before going on, and what to type to do it all the same.
struct Doubt {
  let text: String
  let word: String
  let submission: Submission

  /// `nil`: there is nothing to doubt. A reason that was given answers the question before it is asked.
  init?(about submissions: [Submission], _ view: SessionView) {
    guard let last = submissions.last, last.body == .next, last.reason == nil, view.status == .running else {
      return nil
    }
    submission = last
    if view.endsNext {
      word = "end"
      text =
        "This is the last step: going on ends the session for good. Type what is missing, or to end it: end"
    } else if let activity = view.activity, activity.isOpen, !activity.isPartOfPaper, activity.answered == 0,
      activity.electorate > 0, !activity.lacksThings,
      [.vote, .rate, .place, .signal].contains(activity.kind)
    {
      word = "yes"
      text =
        "Nobody has answered yet, and going on would keep that as the result"
        + (activity.round > 1 ? " in place of the earlier one. " : ". ")
        + "/skip leaves this out instead. Type answers, or to go on without any: yes"
    } else {
      return nil
    }
  }
}
