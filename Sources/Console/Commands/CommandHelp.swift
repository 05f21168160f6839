extension ConsoleCommand {
  /// What it does, in one line.
  package var summary: String {
    switch self {
    case .next: "goes on: to the next question of this step, else to the next step"
    case .back: "goes back to the step before and opens it again as it was"
    case .rerun: "runs this step again from the start; what came in before stays on record"
    case .return: "goes where you were before you went back, keeping everything"
    case .skip: "leaves this step or question out; a reason goes on record"
    case .goto: "goes to any step, by its number or name in /agenda"
    case .insert: "puts a step of your own after this one"
    case .track: "lists what goes on side by side, or goes over to one of them"
    case .turn:
      "lets the next one speak, or somebody by name; “pass” if the turn is passed; “round” goes round once more"
    case .queue: "lists what is still gone through, and puts something first, drops or adds it"
    case .replan: "shows the ways to end in time, or takes one of them"
    case .time: "says how long this step has left and where the plan stands"
    case .extend: "gives this step more minutes"
    case .shorten: "takes minutes away from this step"
    case .pause: "stops the clock; the session stays open"
    case .resume: "lets the clock run again after a pause"
    case .say: "repeats what you say now"
    case .show: "repeats the whole step: texts, groups, time"
    case .items: "lists what came in and what is put up, with numbers"
    case .agenda: "lists the steps with their numbers"
    case .who: "lists the people and their roles, and who has not answered"
    case .groups: "lists who is in which group"
    case .note: "keeps a remark of yours in the record"
    case .photo: "keeps a photo of what stands on paper, with this step; /undo takes it back"
    case .reword: "gives an entry new words; the old ones stay on record"
    case .set: "fills in fields of an entry, such as its owner and date"
    case .withdraw: "takes an entry away; it stays on record"
    case .merge: "makes one of several entries; they stay on record"
    case .split: "makes several of one entry; it stays on record"
    case .undo: "takes back the last entry, ballot, words filled in, or move"
    case .choose: "chooses among what is put up, also to settle a tie"
    case .close: "ends entries for this question without going on"
    case .reveal: "shows what was entered in private, now"
    case .action: "lists who owes what, and says that something is done, dropped, moved or open again"
    case .admit: "counts entries and ballots that came after the end"
    case .keep: "lists what rests on something changed since, or lets it count; a reason is needed"
    case .late: "adds somebody who has come, or is back"
    case .gone: "says that somebody has left"
    case .role: "lists the roles, or gives one to somebody"
    case .unrole: "takes a role away from somebody"
    case .move: "puts somebody, or a whole group, into another group"
    case .regroup: "forms the groups anew"
    case .judge: "answers one criterion of a checkpoint: yes, no or not-yet"
    case .pass: "decides that the checkpoint is passed"
    case .rework: "decides to go back and work on it once more"
    case .stop: "decides to stop here; asks first"
    case .help: "lists the commands, or explains one"
    case .end: "ends the session for good; asks first"
    case .quit: "pauses and leaves; you can resume later"
    }
  }

  /// How it is typed, as examples.
  package var examples: [String] {
    switch self {
    case .next, .back, .return, .time, .pause, .resume, .say, .show, .items, .agenda, .who, .groups, .undo, .close,
      .reveal, .quit:
      ["/\(rawValue)"]
    case .rerun: ["/rerun", "/rerun half of the room had not heard the question"]
    case .skip: ["/skip", "/skip we did this last week"]
    case .goto: ["/goto 4", "/goto 4 again"]
    case .insert: ["/insert 10 Energizer", "/insert 5 Breath | Stand up and stretch."]
    case .turn: ["/turn", "/turn Bo", "/turn pass", "/turn round"]
    case .queue: ["/queue", "/queue first 3", "/queue drop 2", "/queue add Longer breaks"]
    case .replan: ["/replan", "/replan 2 we start again at one sharp"]
    case .track: ["/track", "/track 2"]
    case .extend: ["/extend 5", "/extend 90s two groups are still talking"]
    case .shorten: ["/shorten 2"]
    case .note: ["/note the projector failed, we went on with paper"]
    case .photo: ["/photo ~/Pictures/wall.jpg"]
    case .reword: ["/reword 3 Longer breaks", "/reword 3 (changed) Shorter breaks"]
    case .set: ["/set 2 owner=Aino; due=2027-03-01"]
    case .withdraw: ["/withdraw 3"]
    case .merge: ["/merge 3 5", "/merge 3 5 = Longer breaks", "/merge 3 5 points = Longer breaks"]
    case .split: ["/split 7 longer breaks / quiet rooms"]
    case .choose: ["/choose 1 3"]
    case .action:
      [
        "/action", "/action 2 done", "/action 2 dropped nobody needs it now",
        "/action 2 moved 2027-03-01 the hall is shut",
      ]
    case .admit: ["/admit", "/admit 7", "/admit Aino"]
    case .keep: ["/keep", "/keep ratings only the spelling was changed"]
    case .late: ["/late Fatima", "/late Fatima | school=North"]
    case .gone: ["/gone Eero"]
    case .role: ["/role", "/role proposer Aino"]
    case .unrole: ["/unrole proposer Aino"]
    case .move: ["/move pairs/3 pairs/1", "/move Aino 2", "/move Aino pairs/2"]
    case .regroup: ["/regroup", "/regroup pairs"]
    case .judge: ["/judge 1 yes"]
    case .pass: ["/pass", "/pass we have the hours | a budget by May; a trainer is found"]
    case .rework: ["/rework the need is not clear yet"]
    case .stop: ["/stop there is no money"]
    case .help: ["/help", "/help now", "/help all", "/help extend"]
    case .end: ["/end", "/end no-agreement"]
    }
  }

  /// What is needed most, and the names of all by purpose; made to fit on a small screen.
  static func helpPage(width: Int) -> [Line] {
    var page = Page(width: width)
    page.add("What you type is content for this step. Commands begin with a slash; the first letters are enough.")
    for command in [next, back, skip, extend, show, items, undo, quit] as [ConsoleCommand] {
      page.item("/\(command.rawValue): \(command.summary)")
    }
    for purpose in Purpose.allCases {
      let names = allCases.filter { $0.purpose == purpose }.map { "/\($0.rawValue)" }
      page.add(purpose.rawValue, names.joined(separator: " "))
    }
    page.add("/help now lists what can be done here, /help all says what each one does, /help extend shows an example.")
    page.add("Enter alone does nothing. The end of the input and Ctrl-C pause the session and leave.")
    return page.lines
  }

  /// The list of all, by purpose, each with what it does.
  static func wholeHelpPage(width: Int) -> [Line] {
    var page = Page(width: width)
    for purpose in Purpose.allCases {
      page.blank()
      page.add(purpose.rawValue, .heading)
      for command in allCases where command.purpose == purpose {
        page.add("/\(command.rawValue): \(command.summary)")
      }
    }
    page.blank()
    page.add("/help extend shows an example. A text that begins with a slash is typed with two slashes.")
    return page.lines
  }

  /// One command with its examples.
  func helpPage(width: Int) -> [Line] {
    var page = Page(width: width)
    page.add("/\(rawValue): \(summary).")
    page.add(examples.count == 1 ? "Example" : "Examples", examples.joined(separator: "   "))
    return page.lines
  }
}
