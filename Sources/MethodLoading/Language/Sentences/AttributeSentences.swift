extension Sentences {
  /// What an attribute says on an element; empty where none is written, which a test does not let pass.
  package static func of(_ attribute: AttributeName, on element: ElementName) -> String {
    ownSentences[element]?[attribute] ?? sharedSentences[attribute] ?? ""
  }

  /// What an attribute says wherever it stands, but for those that `ownSentences` says otherwise of.
  private static let sharedSentences: [AttributeName: String] = [
    .id: "Its name, by which others refer to it: lower-case words joined by hyphens.",
    .language: "The language of this text; a translation stands directly behind its text.",
    .apart: "Fields of people, such as school: nobody marks what was made by somebody with whom they share it.",
    .rising: "Lowest or earliest first.",
    .strict: "Draws a line at the first that does not fit: nothing below it is taken.",
    .inRound: "Only in these rounds of the loop or rotation around it: `1`, `2..`, `2..3`.",
    .mode: "Only in a room, or only in a call; without it, in both.",
    .time: "How long it takes, such as 5m, or growing, such as 1m per person, at most 10m.",
    .shortest: "The least it can take when time is short; two thirds of the time if nothing is said.",
    .longest: "The most it may be extended to.",
    .cut: "What the plan may do when time is short: shorten it, keep it as it is, or skip it.",
    .optional: "Whether the facilitator may leave it out.",
    .with: "Who works together: room (everybody), alone (each for themselves), a grouping, or a role.",
    .as: "The name under which the thing in hand is spoken of inside: {that name} in texts.",
    .in: "Only what this outcome, or one of these, holds too.",
    .except: "Without what these outcomes hold.",
    .of: "What it is about.",
    .from: "What it starts with.",
    .into: "The name under which the result is kept.",
    .by: "Who does it: a role, a grouping, or the author of the thing in hand; everybody if nothing is said.",
    .per: "Who owns one result: each person, each group, or the room together.",
    .visible: "The widest circle that sees it: its author, the group, the room, and roles beside them.",
    .reveal:
      "When it is shown: at the end of the step, when all have answered, when the host says, or when a later step opens.",
    .names: "Whether people see who wrote it.",
    .capture: "Whether it is entered on phones, on paper, or any way.",
    .enter: "What is entered from paper: each answer, sums only, a selection, or a photo.",
    .atLeast: "The fewest there should be; fewer are pointed out, and the host may go on.",
    .atMost: "The most there may be; more are refused.",
    .exactly: "How many there have to be.",
    .expect: "How many are expected of all groups together, for the plan: one number, or low, likely and high.",
    .never: "own: nobody gets their own.",
    .rest: "A name for what is left over.",
    .measure: "What is computed.",
    .ties:
      "What happens when the last place is shared: ask, take all, take none, vote again (run-off), draw, or let one decide.",
    .rounds: "How often at most.",
    .itemOf: "The things it goes through.",
    .outcome: "The outcome that is meant.",
    .required: "Whether it has to be filled in.",
    .type: "What kind of answer it takes.",
    .among: "Of whom a share is taken: those who gave a value, those present, or all who may.",
    .field: "The field that is looked at; `value` is the value of a mark.",
    .is: "What it has to be: words, a range such as 3..5, own, or a name in braces.",
    .range: "From the lowest to the highest number, such as 1..5.",
    .shape: "Its form.",
    .order: "In which order.",
    .people: "For how many people, such as 4..24.",
    .ideal: "The best number.",
    .count: "How many.",
    .setting: "The setting that is meant.",
    .method: "The id of the other method.",
    .before: "The place of the base that comes next.",
    .after: "The place of the base that comes first.",
    .only: "Runs only these places of the other method, with the loops and phases that they stand in.",
    .changeover: "Minutes for moving on between two rounds.",
    .along: "Further roles that go round with the one that moves: nobody has two at once, nor one twice.",
    .stay: "Who stays where they are, such as hosts.",
    .move: "What goes round: a grouping, a role, people, or things.",
    .through: "The places it goes through: a list, groups, or people.",
    .within: "The time after which it ends, however many are left.",
    .atEnd: "What happens when that time is over: ask, finish this one, or leave at once.",
    .atOnce: "Whether all are worked on at the same time, by different groups.",
    .clock: "shared: all groups go on together; own: each group at its own pace.",
    .lasts: "How many days or hours it is open.",
    .to: "The place one goes back to.",
    .for: "For which thing or criterion: a word from a list, or {a name} for the thing in hand.",
    .rule: "The rule by which it is decided.",
    .scale: "The scale on which it is rated; of a map, the scale of both axes that the room chose.",
    .criteria: "The list of criteria, each of which is rated for itself.",
    .reason: "Whether people write why.",
    .axes: "The two scales of the map, or an outcome that names them.",
    .zones: "The zones into which things are put.",
    .links: "The words that a link may carry.",
    .freeze: "From the moment this place opens, nothing can be changed any more.",
    .kind: "dots: several votes each; approval: a yes to some; ranking: an order.",
    .budget:
      "How many dots each has, how many may be approved, or how many places are ranked; as many as there are things if nothing is said.",
    .perItem: "The most dots that one person may put on one thing.",
    .best: "Which number on a ballot is the best: the first, 1, or the last. An order begins with the best.",
    .unique: "Whether the same words twice are refused.",
    .top: "How many of the best are kept.",
    .rankedBy:
      "The marks by which the best are found, or a number field, as in `ideas/score`; of ratings by several criteria, `ratings/need` takes those by one.",
    .weights:
      "What each criterion weighs: their number field, as in `criteria/weight`, or marks on them; the figure is the weighted mean.",
    .draw:
      "How many are drawn by lot, or which part of those offered (50%, rounded down); with mix in the proportions of these fields or roles.",
    .cost: "The number field that says what each thing costs; best first, whatever still fits into budget is taken.",
    .quorum:
      "How many of those present have to answer for a decision to count, such as 50%; of all who may, with among=\"entitled\".",
    .silence: "What it means when somebody says nothing: blocks (wait for them) or passes.",
    .stats: "Which numbers are shown with it.",
    .role: "The role that does it.",
    .at: "When: 2m after the start, or -30s before the end.",
    .change: "How far it has moved since `last-round`, an earlier session (a setting) or another outcome.",
    .direction: "Which way it has to have moved: up, down, or either way.",
    .last: "How many of the last rounds are looked at.",
    .needs: "How many values there have to be before it is computed.",
    .equals: "It has to be exactly this.",
    .above: "It has to be more than this.",
    .below: "It has to be less than this.",
    .cover: "each-value: there has to be an entry for each of its values.",
    .marks: "Whether its holders vote and rate like everybody else.",
    .exclusive: "Whether its holder can have no other role.",
    .filled:
      "How it is filled: named before the session, by volunteers, by drawing, by a selection, or by everybody who is left.",
    .size: "How many people one group has, such as 2 or 4..6.",
    .merge: "The smaller groups it is made of.",
    .each: "How many of them make one.",
    .split: "The larger groups that are cut into these.",
    .remainder: "What becomes of people who are left over: they join others, make a smaller group, or observe.",
    .mix: "What is spread evenly over the groups, such as the school people come from.",
    .match: "What the people of one group have in common, such as their function.",
    .avoid: "earlier: people who have been together before are kept apart where that can be.",
    .chosen: "Who says who is in which group: a draw, people themselves, or the author of the group's thing.",
    .yields: "What gives way when there are more things than groups: the last things, or the size of groups.",
    .formed: "Whether the groups stay as they are, or are formed anew at each use.",
    .ordered: "Whether the values have an order from low to high.",
    .number: "The number that it counts as.",
    .means: "What it means in a consensus: agree, stand aside, or block.",
    .ref: "The outcome that is promised.",
    .pillar: "What kind of work it serves, out of four pillars.",
    .version: "The version of the method, such as 1.0.0; the record keeps it.",
    .variantOf: "The method that this one changes in some places.",
    .default: "What holds when nothing is answered.",
    .voice: "Whether people talk, are silent, or speak in turns.",
    .turn: "How long each turn is.",
    .silent: "Who may say and enter nothing in this step.",
    .listens: "Who says nothing in this step and may enter as others do.",
    .onOverrun: "What happens when the time is over: ask, extend to the longest, or stop entries.",
    .minutes: "How many minutes it takes, such as 60..95; the plan has to come to that for every number of people.",
    .float: "Whether the plan may put the break where it fits best.",
  ]

  /// Where an attribute says something else on one element.
  private static let ownSentences: [ElementName: [AttributeName: String]] = [
    .method: [
      .id: "The name by which the method is found and recorded; the file is called so, too.",
      .language: "The language in which the method is written; translations say theirs.",
    ],
    .fit: [
      .people: "The numbers of people for which the method works, such as 4..24 or 6 8..12.",
      .ideal: "The number of people it works best with; plans are shown for it.",
      .minutes:
        "How many minutes it takes, such as 60..95: one range, or one for each range of people; the plan has to keep to it.",
      .mode: "Whether it works only in a room, or only in a call.",
    ],
    .setting: [
      .type: "What kind of answer it takes; a list takes several, earlier takes an outcome of an earlier session.",
      .expect: "How many answers a list will have, for the plan.",
      .outcome: "The outcome of the earlier session that is read.",
      .required: "Whether the session can begin without it.",
    ],
    .replace: [.ref: "The place of the base that is replaced, with everything in it."],
    .remove: [.ref: "The place of the base that is left out, with everything in it."],
    .field: [
      .range: "Between which numbers one may be, such as 0..10, or 1.. for 1 and more.",
      .default: "The number that plans and limits count with while nothing is entered.",
      .type: "What kind of answer it takes; the name of a list, a grouping or an outcome offers what that holds.",
    ],
    .role: [
      .people: "How many people hold it; in each group where it is per group, as many as chosen where it is selected.",
      .from: "The selection of people by which it is filled.",
      .except: "Whose holders are not among the rest; without it, those of all other roles are not.",
      .per: "Whether it is filled once for the session, in each group at work, or anew at each step that names it.",
    ],
    .groups: [
      .per: "Forms a group for each of these things.",
      .by: "Only people with this role or from this grouping are put into groups.",
      .ideal: "The best size of a group, where several are possible.",
    ],
    .value: [.id: "Its name, by which answers are kept: a word or a number."],
    .option: [.id: "Its name, by which the choice is recorded."],
    .item: [.per: "For whom: each person, each group, or the room."],
    .step: [
      .order:
        "Who speaks in which order: roles, `author`, and `everyone` for all others, who come last where it is left out.",
      .with: "Who works together: room (everybody; in a rotation those at the place), alone (each for themselves), a"
        + " grouping, or a role.",
    ],
    .phase: [
      .with: "Who goes through it: a grouping (each group for itself), or a role; without it, everybody together."
    ],
    .use: [
      .time: "What all of it together may take: its steps are shortened to fit.",
      .cut: "What the plan may do when time is short: shorten its steps, keep them, or leave all of it out.",
    ],
    .repeat: [.expect: "How many rounds are likely, for the plan; one if nothing is said."],
    .forEach: [
      .order:
        "made: as they were written; drawn: by lot; or by marks, or a number or date of theirs, such as events/day:"
        + " highest or latest first.",
      .rest: "A name for those that were not reached.",
    ],
    .rotate: [
      .as: "A name for the place, or for the thing in hand.",
      .rounds: "How many rounds; without it, until everybody has been everywhere.",
    ],
    .choice: [
      .by:
        "Who decides which way is taken: a role, the author of the thing in hand, or a decision made before."
    ],
    .checkpoint: [
      .by: "The role that decides, the author of the thing in hand, or a decision made before."
    ],
    .judge: [.by: "The role that answers, or the author of the thing in hand."],
    .end: [.as: "The name of this end in the record, such as adopted or deferred."],
    .back: [.atMost: "How often one may go back from here.", .for: "Goes back for this one thing only."],
    .take: [.outcome: "The outcome of the other method.", .into: "Its name in this method."],
    .give: [
      .setting: "The setting of the other method.", .outcome: "The outcome that is handed over instead of a text.",
    ],
    .show: [
      .of: "The outcome that is shown.",
      .order: "By which marks, number or date they are listed, such as events/day: highest or latest first.",
    ],
    .select: [
      .expect: "How many it is likely to keep, for the plan: one number, or low, likely and high.",
      .from: "The things that are chosen from.", .as: "The name of the thing that the condition looks at: {that name}.",
      .rest: "A name for those that were not chosen.", .measure: "By which number of the ratings the best are found.",
      .per: "Who chooses for themselves: each group, each person, or the room together.",
      .budget: "What all that is taken may cost together.",
      .best: "Whether the highest score is the best, or the lowest.",
    ],
    .collect: [.of: "The things it replies to.", .from: "The things that are offered to take over."],
    .fill: [
      .of: "The text of which the next version is written, or the thing whose fields are filled in.",
      .from: "What it begins as a copy of.", .shape: "A text, a form with fields, a canvas, or a table.",
    ],
    .connect: [.shape: "A network, or a tree that branches out from one root."],
    .decide: [
      .best: "With a score: whether the highest is the best, or the lowest.",
      .atMost: "What the best has to reach where the lowest is the best: this much, or less.",
      .from: "The votes or ratings that the rule counts.", .of: "What is decided about.",
      .measure: "The number by which options are compared (rule score).",
      .atLeast: "The share or score that has to be reached.",
      .by: "Who decides, by rule=\"one\" (where it is needed) or over ties=\"one\".",
    ],
    .commit: [.from: "The things that the actions are about."],
    .test: [
      .of: "The outcome that is measured.", .atLeast: "It has to be this or more.",
      .atMost: "It has to be this or less.",
    ],
  ]
}
