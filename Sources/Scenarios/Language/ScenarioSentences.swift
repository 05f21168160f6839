/// One plain sentence about each element and attribute of a scenario, for the reference.
package enum ScenarioSentences {
  /// What an element does or expects; empty where none is written, which a test does not let pass.
  package static func of(_ element: ScenarioElement) -> String {
    course[element] ?? entries[element] ?? marks[element] ?? host[element] ?? people[element] ?? content[element]
      ?? figures[element] ?? ""
  }

  private static let course: [ScenarioElement: String] = [
    .scenario: "One story of a session: who is there, what they do, and what must hold.",
    .title: "What it shows, in a sentence.",
    .people:
      "Who is there at the start: by name, or so many without (they are called P1, P2 and so on); with both, whoever is named first takes the place of P1, the next that of P2.",
    .person: "Somebody by name, with the roles that they hold from the start.",
    .field: "A field of a person, an entry or a document, and what stands in it.",
    .setting: "The answer to a setting; of a list, one element for each thing.",
    .earlier: "The record of an earlier session, as a JSON file beside the scenario, for a setting of type earlier.",
    .carried: "An action of an earlier session that is still open.",
    .start: "The start, where it is expected to be refused; otherwise it need not be written.",
    .at: "Goes on until this place is open the next time, then does and expects what stands in it, in order.",
    .rehearse: "Lets simulated people take over, to the end or until a place is open.",
    .expect: "What must hold at this moment, or at the end where it stands behind everything.",
  ]

  private static let entries: [ScenarioElement: String] = [
    .add: "People write something; several things are separated by semicolons. With fields, one thing with them.",
    .reword: "An entry gets other words.", .withdraw: "An entry is taken back.",
    .admit: "The host lets something count that came late: an entry, or a ballot of people.",
    .keep: "The host lets something count that is out of date; say why.",
    .choose: "Things are chosen, separated by semicolons; by nobody in particular, the room chooses.",
    .fill: "A document, or the fields of a thing, is filled in.",
    .sort: "Things are put into a cluster, which begins if there is none of that name; without one, out of theirs.",
    .merge: "Clusters or things become one.", .split: "A thing becomes several.", .link: "A link between two things.",
  ]

  private static let marks: [ScenarioElement: String] = [
    .vote: "A ballot: `Tea: 2; Juice: 1` for dots, `Tea; Juice` for approvals, and for a ranking the best first.",
    .rate: "Ratings: `Tea: 4; Juice: 2`, or only the value where there is one thing; `pass` gives none.",
    .signal: "Consent, concern, objection; or agree, aside, block; an objection says why.",
    .tally: "Sums from paper: `Tea: 12; Juice: 7`.", .answer: "The answer to the question that stands, by its word.",
    .judge: "The answer to a judgement among the criteria: the next one that has none, or the one of that number.",
    .verdict: "What is decided at a checkpoint; against the advice it says why.",
  ]

  private static let host: [ScenarioElement: String] = [
    .next: "Goes on: closes the activity that is open and opens the next one of the step, or the next step.",
    .skip: "Leaves the step out that is open.", .undo: "Takes the last going on back.",
    .close: "Closes what is entered.", .reveal: "Reveals what waits for the host.",
    .comeBack: "Back from where a going to another place led.", .pause: "Pauses the session.",
    .resume: "Opens the session again: after a pause, and after each meeting or window, in an `<at>` for that meeting.",
    .note: "A note of the host.", .photo: "A picture of what stands on paper, by its file.",
    .insert: "Puts a step in between, with its title.", .extend: "Gives the open step more time, or less.",
    .end: "Ends the session early.", .form: "Forms groups anew.", .go: "Goes to another place.",
    .wait: "Lets time pass.", .turn: "Whose turn it is: a name, a group, `next`, `pass` (goes on, too) or `round`.",
    .queue: "Changes what a for-each has still to go through.",
    .replan: "Takes one of the ways to end in time.",
    .action: "Says what became of an action, which is known by its words.",
  ]

  private static let people: [ScenarioElement: String] = [
    .arrive: "Somebody comes.", .leave: "Somebody goes.", .assign: "Gives a role to somebody.",
    .unassign: "Takes a role from somebody.", .move: "Puts somebody into another group.",
  ]

  private static let content: [ScenarioElement: String] = [
    .fails: "The conditions in it do not hold.", .noData: "The conditions in it have no data.",
    .ended: "The session has ended so: `completed`, or the name of an end.",
    .stands: "This place is open.", .asks: "A question stands.",
    .path:
      "The places that were opened, in order, with spaces between; going from one place of a rotation to the next is `rounds+changeover`, behind the id of the rotation.",
    .entries: "What an outcome or a part of one holds, separated by semicolons; in any order.",
    .sees: "What somebody may read of an outcome: a person, or the screen of `host`, `room` or `record`.",
    .says: "What a field of a thing or document says: the newest, or the one that is named.",
    .shown: "A text that is shown to the host now; without words, that there is none.",
    .record: "A value of the record's JSON form, by its path.",
    .stale: "Which outcomes hold something out of date; without words, none.",
    .round: "What somebody sees of a round of marks: the one before, or this one once it is closed.",
  ]

  private static let figures: [ScenarioElement: String] = [
    .groups: "Who is together in a set of groups: names with spaces, groups separated by semicolons.",
    .parts: "The same of the parts that worked at a place.",
    .partners: "Nobody has been in a group with the same person more often.",
    .planned: "How long a step was planned for when it opened; without a place, the whole method at the start.",
    .allotted: "How long a step has now.", .forecast: "When the session is going to end.",
    .decision: "What a decision or a computed selection came to.",
    .scores: "The score of each option of a decision (of nothing else): `Tea: 5; Juice: 3`.",
    .turns: "Whose turn it is, and who comes after.",
    .ways: "Which ways to end in time are offered.", .holds: "Who holds a role.",
    .advice: "What the criteria of the open checkpoint advise.",
    .criteria: "How the criteria read, in order: `holds`, `fails` or `no-data`.",
    .changed: "How often something of a kind was changed on record.",
    .events: "How many events of a type the journal has.",
  ]

  // MARK: Attributes

  /// What an attribute says wherever it stands.
  package static func of(_ attribute: ScenarioAttribute) -> String {
    ofCourse[attribute] ?? ofActs[attribute] ?? ofExpectations[attribute] ?? ""
  }

  private static let ofCourse: [ScenarioAttribute: String] = [
    .method: "The file of the method, where it is not called like the scenario.",
    .mode: "In a room, or in a call.", .language: "The language of the session.",
    .seed: "The number that chance begins with.", .ends: "After how much time the session is to end.",
    .size: "`any`: the host agrees to a number of people outside of `fit`.",
    .count: "How many there are.", .name: "A name.", .roles: "Roles, with spaces between.",
    .id: "The field or setting that is meant.", .record: "The file of the record.",
    .refused: "The word by which it has to be refused.", .sender: "Who sends it, if not the host.",
    .because: "The reason.", .place: "A place of the agenda.", .lap: "In which round.",
    .subject: "With which thing in hand; of `changed`, what was changed.",
    .track: "In which track or group, where several are on their way: its title, or the number of the group.",
    .until: "The place where they stop.",
  ]

  private static let ofActs: [ScenarioAttribute: String] = [
    .by: "Who does it: names with spaces, `everyone` who may, `others` who have not yet, or `sheet-1` for paper.",
    .group: "For which group: its key, or its number.", .groups: "The set of groups.",
    .to: "Into which outcome, where several are open; of `link` and `go`, where it leads (`before`, `here`).",
    .from: "Where a link begins.", .word: "The word that a link carries.", .cluster: "The cluster.",
    .carries: "Whether points go along.", .whole: "Everything at once, as it is handed in where names are not kept.",
    .code: "A person's own word, where rounds are linked by codes.", .copy: "What it copies.",
    .entry: "The words of the entry.", .thing: "The thing that it is about, by its words.",
    .criterion: "By which criterion; of `judge`, the number of the criterion.",
    .ballots: "How many sheets there were.", .conditions: "Conditions, separated by semicolons.",
    .time: "How long.", .gap: "How much time has passed between.", .due: "The date until which it is to be done.",
    .as: "The name of an end, of what was merged, or what became of an action.",
    .again: "Whether everything from there is done again.", .say: "What is said in it.", .role: "The role.",
    .meaning: "Whether new words mean the same, or something else.", .kind: "Of which kind.",
  ]

  private static let ofExpectations: [ScenarioAttribute: String] = [
    .at: "A place, or several; of `record`, a path such as `actions/0/owner`.", .about: "What a question is about.",
    .options: "The answers that there are, with spaces between.", .of: "The outcome, groups or source that is meant.",
    .order: "`made`: in the order in which they came.", .who: "A person, `host`, `room` or `record`.",
    .names: "Whether names are seen with it.", .field: "The field that is read; `text` if nothing is said.",
    .sizes: "The sizes, with spaces between.", .most: "How often at most.", .least: "How often at least.",
    .times: "How often.", .result: "What it came to.", .winners: "What won, separated by semicolons.",
    .rest: "What did not.", .answered: "How many answered.",
    .present: "How many of those who could decide were there.", .entitled: "How many could decide, there or away.",
    .dissent: "Who did not go along, separated by semicolons.", .type: "The type of the events.",
    .behind: "How much later than planned.", .is: "What it has to be.", .own: "Their own earlier answer.",
    .figures: "The figures of the round.", .lowest: "Who was lowest.", .highest: "Who was highest.",
  ]
}
