import MethodModel
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
    } else if let activity = view.activity, activity.isOpen, !activity.isPartOfPaper, !activity.lacksThings,
      let missing = activity.marksMissing ?? activity.contentMissing
    {
      word = "yes"
      text = missing
    } else {
      return nil
    }
  }
}

extension ActivityView {
  /// Nobody has marked anything, and going on would keep that.
  fileprivate var marksMissing: String? {
    guard [.vote, .rate, .place, .signal].contains(kind), answered == 0, electorate > 0, !isTallied else { return nil }
    return "Nobody has answered yet, and going on would keep that as the result"
      + (round > 1 ? " in place of the earlier one. " : ". ")
      + "/skip leaves this out instead. Type answers, or to go on without any: yes"
  }

  /// Nothing has come in where something has to, or a field is blank that has to be filled in.
  fileprivate var contentMissing: String? {
    let count = entries.count + hiddenCount
    let wanted = atLeast ?? 0
    switch kind {
    case .collect, .commit, .table, .cluster:
      // What each writes alone often stays on their own paper.
      guard wanted > 0, count == 0, answered == 0, !units.contains(where: { $0.ref.person != nil }) else { return nil }
      let what = kind == .cluster ? "Nothing has been sorted yet" : "Nothing has come in yet"
      return "\(what), and at least \(wanted) \(wanted == 1 ? "is" : "are") wanted. Type it, or to go on without: yes"
    case .choose:
      guard wanted > 0, answered == 0 else { return nil }
      return "Nothing has been chosen yet, and later steps count on it. Type the choice, or to go on without: yes"
    case .fill: return blank
    case .vote, .rate, .place, .signal, .connect, .computed: return nil
    }
  }

  /// Of a document of all: the fields that have to be filled in and are not.
  private var blank: String? {
    guard units.count < 2, ballot.count < 2 else { return nil }
    let filled = entries.first?.fields ?? [:]
    let blank = fields.filter { $0.required && (filled[$0.id] ?? "").isEmpty }.map { "“\($0.id)”" }
    guard !blank.isEmpty else { return nil }
    let verb = blank.count == 1 ? "is" : "are"
    return "\(spokenList(blank)) \(verb) needed and still empty. Type it, or to go on without: yes"
  }
}
