import Diagnostics

/// DOT0411: meetings come one after the other, for everybody.
enum MeetingsApart: Rule {
  static func check(_ facts: MethodFacts, _ log: inout FindingLog) {
    let tree = facts.tree
    for id in tree.all where tree.name(of: id) == .meeting {
      guard let parent = tree.parent(of: id), let around = facts.nearest([.meeting, .parallel], around: parent) else {
        continue
      }
      let isTrack = tree.name(of: around) == .parallel
      log.error(
        .meetingInside,
        isTrack ? "a track of a <parallel> is no place for a meeting" : "a meeting stands in another meeting",
        at: tree.nameRange(of: id),
        help: isTrack ? "put the <parallel> into the meeting" : "put one behind the other, or make this one a <phase>",
        see: .init(
          isTrack ? "the tracks run at the same time" : "the meeting around it", at: tree.nameRange(of: around))
      )
    }
  }

  static let explanations = [
    Explanation(
      .meetingInside, title: "a meeting inside of another, or in a track",
      what: "A <meeting> stands in another <meeting>, or in a track of a <parallel>.",
      why: "Closing a meeting pauses the whole session until another day, which cannot be done for a part of it.",
      example: .meetingInside, remedy: "Put meetings one behind the other, and tracks into a meeting.")
  ]
}
